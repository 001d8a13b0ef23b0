/** *Us* on two paired phones: what shows, shows once both gave it, and until then, or without it, every word stays the same. */
import { addDays, mondayOf, parseCivilDate } from "@undivided/domain";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { bringLines, exampleLines } from "./example-couple.ts";
import { expectNoSidewaysScroll, findAxeViolations, visit } from "./journey.ts";
import { useApp } from "./app-under-test.ts";
import { openPhone, pair } from "./two-phones.ts";

const { browser, app, watch } = useApp();

/** Every answer `steps` above the first. */
const answer = async (page: Page, steps: number): Promise<void> => {
  await visit(page, "/us/check-in");
  await page.getByRole("button", { name: "Begin" }).click();
  for (let question = 0; question < 6; question += 1) {
    const words = await page.locator("main h1").innerText();
    await page.getByRole("radio").nth(steps).check({ force: true });
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator("main h1").innerText()).not.toBe(words);
  }
  await page.getByRole("heading", { level: 1, name: /^Week of / }).waitFor();
};
const words = (page: Page): Promise<string> => page.locator("main").innerText();

const setPin = async (page: Page, pin: string): Promise<void> => {
  await page.getByRole("button", { name: "Set a PIN" }).click();
  for (const label of ["A PIN of six digits or more", "The same once more"]) {
    await page.getByLabel(label, { exact: true }).pressSequentially(pin);
    await page.keyboard.press("Enter");
  }
  await page.getByText("The lock is set.").waitFor();
};

/** Twelve whole weeks up to the last Sunday, and the same report on both once each said yes to it; silent about everything else. */
const reportAboutBoth = async (ann: Page, ben: Page): Promise<void> => {
  const today = parseCivilDate(new Date().toISOString().slice(0, 10));
  if (today.type === "error") throw new Error("a day");
  const [hers, his] = exampleLines({ firstDay: addDays(mondayOf(today.value), -84), weeks: 12, seed: 4 });
  await Promise.all([bringLines(ann, hers), bringLines(ben, his)]);
  const yes = (page: Page) => page.getByRole("button", { name: "Yes to this report" }).click();
  const article = (page: Page) => page.getByRole("article");
  await Promise.all([visit(ann, "/us/both"), visit(ben, "/us/both")]);
  await ann.getByText(/^Moments: [\d.]+ to [\d.]+ in an hour together/).waitFor();
  expect(await findAxeViolations(ann)).toEqual([]);
  await yes(ann);
  await ann.getByText(/^My yes stands until /).waitFor();
  await ann.getByText("Nothing to show here").waitFor();
  const silent = await words(ann);
  await ben.getByText("8 weeks").click();
  await yes(ben);
  await ben.getByText(/^My yes stands until /).waitFor();
  await ann.waitForTimeout(1500);
  expect(await words(ann)).toBe(silent);

  await ben.getByRole("button", { name: "Take my yes back" }).click();
  await ben.getByText("12 weeks").click();
  await yes(ben);
  await Promise.all([ann, ben].map((page) => article(page).waitFor()));
  const report = await article(ann).innerText();
  expect(report).toContain("cannot show who caused what");
  expect(report).toMatch(/came first [\d.]+ to [\d.]+ times/);
  expect(await article(ben).innerText()).toBe(report);
  expect(await findAxeViolations(ann)).toEqual([]);
  await expectNoSidewaysScroll(ann);

  await ben.getByRole("button", { name: "Take my yes back" }).click();
  await article(ann).waitFor({ state: "detached" });
  expect(await words(ann)).toBe(silent);

  // An open phone in another's hand says no yes where there is a lock.
  await ann.getByRole("button", { name: "Take my yes back" }).click();
  await ann.getByRole("button", { name: "Yes to this report" }).waitFor();
  await visit(ann, "/settings/lock");
  await setPin(ann, "246813");
  await ann.getByRole("navigation", { name: "Places" }).getByRole("link", { name: "Us", exact: true }).click();
  await ann.getByRole("link", { name: /^A report about both/ }).click();
  await yes(ann);
  await ann.getByRole("heading", { name: "Is it you?" }).waitFor();
  await ann.keyboard.press("Escape");
  await ann.getByRole("button", { name: "Yes to this report" }).waitFor();
  expect(await ann.getByText(/^My yes stands until /).count()).toBe(0);
};

it("shows both answers once both shared, closes for both when either stops, and is silent about everything else", async () => {
  const [ann, ben] = [
    await openPhone(browser(), app().url, { bypassCSP: true }),
    await openPhone(browser(), app().url),
  ];
  for (const device of [ann, ben]) watch(device);
  await pair(ann.page, ben.page);
  await Promise.all([answer(ann.page, 1), answer(ben.page, 3)]);
  const before = await words(ann.page);

  await ben.page.getByRole("switch").click();
  await ben.page.getByText(/^Shared until /).waitFor();
  // Long enough for the relay to bring what there is.
  await visit(ann.page, "/us/check-in");
  await ann.page.getByRole("switch").waitFor();
  await ann.page.waitForTimeout(1500);
  expect(await words(ann.page)).toBe(before);

  await ann.page.getByRole("switch").click();
  const both = (page: Page) => page.getByRole("heading", { level: 2, name: /of both$/ });
  await ann.page.getByText(/^Shared until /).waitFor();
  await both(ann.page).waitFor();
  await both(ben.page).waitFor();
  expect(await ann.page.getByText("I answered 2, my partner 4.").count()).toBe(6);
  expect(await findAxeViolations(ann.page)).toEqual([]);

  await ben.page.getByRole("switch").click();
  await both(ann.page).waitFor({ state: "detached" });
  await both(ben.page).waitFor({ state: "detached" });

  // The spiral view: nothing on either side tells whether the other opened it.
  await Promise.all([visit(ann.page, "/us/spiral"), visit(ben.page, "/us/spiral")]);
  await ann.page.getByText("Nothing to show here").waitFor();
  const silent = await words(ann.page);
  await ben.page.getByRole("switch").click();
  await ben.page.getByText(/^Open on this side until /).waitFor();
  await ann.page.waitForTimeout(1500);
  expect(await words(ann.page)).toBe(silent);

  await reportAboutBoth(ann.page, ben.page);
}, 120_000);
