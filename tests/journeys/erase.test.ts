/** Erasing a phone that is one of two: the other one hears that the pairing has ended, and what was shared goes there too. */
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { launchChromium } from "../browser/chromium.ts";
import { serveApp, type ServedApp } from "../browser/serve-app.ts";
import { visit, waitUntilKept, WELCOME_HEADING, type Device } from "./journey.ts";
import { isOfflineWord, openPhone, pair } from "./two-phones.ts";

let browser: Browser;
let app: ServedApp;
let ann: Page;
let ben: Page;
let devices: readonly Device[] = [];

beforeAll(async () => {
  [app, browser] = await Promise.all([serveApp(), launchChromium()]);
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});
/** Two who each showed the other a good moment. */
beforeEach(async () => {
  const [one, other] = await Promise.all([openPhone(browser, app.url), openPhone(browser, app.url)]);
  devices = [one, other];
  [ann, ben] = [one.page, other.page];
  await pair(ann, ben);
  for (const page of [ann, ben]) await showGood(page);
  await visit(ben, "/");
  await ben.getByText("Shown to you").waitFor();
});
afterEach(async () => {
  const faults = devices.flatMap((device) => device.faults).filter((fault) => !isOfflineWord(fault));
  await Promise.all(devices.map((device) => device.close()));
  expect(faults).toEqual([]);
});

const tap = (page: Page, name: string | RegExp): Promise<void> => page.getByRole("button", { name }).first().click();
const showGood = async (page: Page): Promise<void> => {
  await visit(page, "/good");
  await tap(page, "We looked at each other");
  await page.getByText("Kept, just now").waitFor();
  await visit(page, "/records");
  await page.getByRole("link", { name: /We looked at each other/ }).click();
  await tap(page, "Show it to my partner");
  await page.getByRole("dialog").getByRole("button", { name: "Show it for 28 days" }).click();
  await page.getByText("Shown until").waitFor();
};
const beginErasing = async (page: Page): Promise<void> => {
  await visit(page, "/settings/backup");
  await tap(page, "Erase everything here");
};
const untilEmpty = async (page: Page): Promise<void> => {
  await page.getByRole("heading", { level: 1, name: WELCOME_HEADING }).waitFor();
  const left = await page.evaluate(async () => [await indexedDB.databases(), Object.keys(localStorage)] as const);
  expect(left).toEqual([[], []]);
};
const untilEndedOn = async (page: Page): Promise<void> => {
  await visit(page, "/together");
  await page.getByRole("link", { name: "Pair with your partner’s phone" }).waitFor();
  await visit(page, "/");
  await page.getByRole("navigation", { name: "Places" }).waitFor();
  await page.waitForLoadState("networkidle");
  expect(await page.locator("body").innerText()).not.toContain("Shown to you");
};

describe("leaving and erasing", () => {
  it("empties this phone, and takes what was shared from the other", async () => {
    await beginErasing(ann);
    await ann.getByText("What you shared stays readable there until").waitFor();
    await tap(ann, "Leave and erase");
    await untilEmpty(ann);
    await untilEndedOn(ben);
  });

  it("says without a network that the other phone cannot hear of it yet, and goes on when it can", async () => {
    await waitUntilKept(ann);
    await beginErasing(ann);
    await ann.context().setOffline(true);
    await tap(ann, "Leave and erase");
    await ann.getByText("The pairing has ended here, and its keys are gone.").waitFor();
    await ann.context().setOffline(false);
    await tap(ann, "Try again");
    await untilEmpty(ann);
    await untilEndedOn(ben);
  });
});

it("only erases if that is asked for: the other phone hears nothing", async () => {
  // What both keep, and why the relay is needed, stands where access does.
  await visit(ann, "/settings/access");
  await ann.getByText("The two of you: what you do together").waitFor();
  await ann.getByText("This can’t be stopped while you’re paired").waitFor();
  expect(await ann.getByRole("button", { name: "Send nothing more" }).count()).toBe(0);
  await beginErasing(ann);
  await tap(ann, "Only erase");
  await untilEmpty(ann);
  await visit(ben, "/");
  await ben.getByText("Shown to you").waitFor();
});
