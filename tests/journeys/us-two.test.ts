/** *Us* on two paired phones: a check-in shows once both shared it, and until then, or without it, every word stays the same. */
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { launchChromium } from "../browser/chromium.ts";
import { serveApp, type ServedApp } from "../browser/serve-app.ts";
import { findAxeViolations, visit, type Device } from "./journey.ts";
import { openPhone, pair } from "./two-phones.ts";

let browser: Browser;
let app: ServedApp;
const devices: Device[] = [];

beforeAll(async () => {
  [browser, app] = await Promise.all([launchChromium(), serveApp()]);
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});
afterEach(async () => {
  const faults = devices.flatMap((device) => device.faults);
  await Promise.all(devices.splice(0).map((device) => device.close()));
  expect(faults).toEqual([]);
});

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

it("shows both answers once both shared, closes for both when either stops, and is silent about everything else", async () => {
  const [ann, ben] = [await openPhone(browser, app.url, { bypassCSP: true }), await openPhone(browser, app.url)];
  devices.push(ann, ben);
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
});
