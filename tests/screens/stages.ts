/**
 * The devices that screens are taken on: nobody has begun, somebody has, somebody has kept twelve weeks, two are paired.
 *
 * Everything is found by place, not by words: pictures are taken in every language.
 */
import { addDays, encodeRecord, isErr, mondayOf, parseCivilDate, parseUtcOffset } from "@undivided/domain";
import { createRandom, simulateCoupleRecords } from "@undivided/insight";
import type { BrowserContext, Page } from "playwright-core";

export const STAGES = ["new", "begun", "weeks", "paired"] as const;
export type Stage = (typeof STAGES)[number];

const WEEKS = 12;
const SEED = 4;

export const settle = async (page: Page): Promise<void> => {
  await page.locator("main h1").first().waitFor();
  await page.waitForLoadState("networkidle");
  await page.locator("main .waiting, main .loading").first().waitFor({ state: "detached" });
};

export const goTo = async (page: Page, path: string): Promise<void> => {
  await page.goto(path);
  await settle(page);
};

/** What the phone of one of an invented couple holds: whole weeks up to the one before this. */
const weeksBefore = (day: string): string => {
  const today = parseCivilDate(day);
  const utcOffset = parseUtcOffset(0);
  if (isErr(today) || isErr(utcOffset)) throw new Error(`${day} is no day`);
  const firstDay = addDays(mondayOf(today.value), -7 * WEEKS);
  const course = { weeks: WEEKS, resetWorks: true, firstDay, utcOffset: utcOffset.value };
  const [{ records }] = simulateCoupleRecords(course, createRandom(SEED)).people;
  return records.map((record) => `${JSON.stringify(encodeRecord(record))}\n`).join("");
};

export const begin = async (page: Page): Promise<void> => {
  await goTo(page, "/");
  await page.locator("main button").first().click();
  await page.locator("nav ul").waitFor();
};

const keepWeeks = async (page: Page): Promise<void> => {
  await begin(page);
  await goTo(page, "/settings/backup");
  const buffer = Buffer.from(weeksBefore(new Date().toISOString().slice(0, 10)));
  await page
    .locator('main input[type="file"]')
    .setInputFiles({ name: "example.jsonl", mimeType: "application/jsonl", buffer });
  await page.locator("dialog[open] button.action").click();
  await page.locator("[role=status]").filter({ hasText: /\d\d/ }).waitFor();
};

/** "The two of us" and a "no" to the private question. */
const answerForTwo = (page: Page): Promise<void> => page.locator("main .answers button").last().click();

/** The first minute for two, up to a code for pairing; gives the link that says the same. */
export const showCode = async (page: Page): Promise<string> => {
  await goTo(page, "/");
  await page.locator("main button").nth(1).click();
  await answerForTwo(page);
  await page.locator("main button.action").click();
  await page.locator("main .ways button").last().click();
  await page.locator("[role=status]").filter({ hasText: /\S/ }).first().waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
};

/** Opens an invitation on a phone on which nobody has begun. */
export const acceptLink = async (page: Page, link: string): Promise<void> => {
  await page.goto(link);
  await answerForTwo(page);
};

/** Pairs two phones as two people do, and leaves the other one open. */
const pairTwo = async (page: Page, other: Page): Promise<void> => {
  await acceptLink(other, await showCode(page));
  for (const one of [page, other]) await one.locator("main ol li, main ul li").nth(3).waitFor();
  for (const one of [page, other]) await one.locator("main .foot button").first().click();
  for (const one of [page, other]) await one.locator('main a[href="/together"]').waitFor();
};

export interface Stages {
  /** The page of a stage, made when it is first asked for; a new one each time for "new". */
  readonly pageOf: (stage: Stage) => Promise<Page>;
  /** Closes what was made for "new" so far. */
  readonly closeNew: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export const createStages = (open: () => Promise<BrowserContext>): Stages => {
  const kept: BrowserContext[] = [];
  const passing: BrowserContext[] = [];
  const pages = new Map<Stage, Promise<Page>>();
  const openPage = async (contexts: BrowserContext[]): Promise<Page> => {
    const context = await open();
    contexts.push(context);
    return context.newPage();
  };
  const make = async (stage: Stage): Promise<Page> => {
    const page = await openPage(kept);
    if (stage === "begun") await begin(page);
    if (stage === "weeks") await keepWeeks(page);
    if (stage === "paired") await pairTwo(page, await openPage(kept));
    return page;
  };
  const closeAll = async (contexts: BrowserContext[]): Promise<void> => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
  };
  return {
    pageOf: (stage) => {
      if (stage === "new") return openPage(passing);
      const made = pages.get(stage) ?? make(stage);
      pages.set(stage, made);
      return made;
    },
    closeNew: () => closeAll(passing),
    close: async () => {
      await Promise.all([closeAll(passing), closeAll(kept)]);
    },
  };
};
