/**
 * Together time where the phones cannot hear each other: no network, a relay that is killed in the middle and comes back. Clocks are
 * turned on by hand, so that minutes take none.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../browser/chromium.ts";
import { startRelay, type RelayProcess } from "../relay/relay-process.ts";
import { visit, waitUntilKept, type Device } from "./journey.ts";
import { isOfflineWord, openPhone, pair } from "./two-phones.ts";

let browser: Browser;
let relay: RelayProcess;
const folder = mkdtempSync(join(tmpdir(), "undivided-apart-"));
const devices: Device[] = [];

beforeAll(async () => {
  [browser, relay] = await Promise.all([launchChromium(), startRelay(folder)]);
});
afterAll(async () => {
  await browser.close();
  await relay.stop();
  rmSync(folder, { recursive: true, force: true });
});
afterEach(async () => {
  const faults = devices.flatMap((device) => device.faults).filter((fault) => !isOfflineWord(fault));
  await Promise.all(devices.splice(0).map((device) => device.close()));
  expect(faults).toEqual([]);
});

const open = async (): Promise<Device> => {
  const device = await openPhone(browser, relay.url);
  devices.push(device);
  await device.page.clock.install();
  return device;
};
const tap = (page: Page, name: string | RegExp): Promise<void> => page.getByRole("button", { name }).click();
const start = async (page: Page): Promise<void> => {
  await page.getByRole("main").getByRole("link", { name: "Start together" }).click();
  await tap(page, /^You/);
};
const end = async (page: Page): Promise<void> => {
  await page.getByRole("dialog").getByRole("button", { name: "End", exact: true }).click();
  await tap(page, "I have no guess");
  await page.getByRole("button", { name: "I have no guess" }).waitFor({ state: "detached" });
};

describe("a time together without a network", () => {
  it("begins on each phone without waiting, and the two are one when they hear of each other", async () => {
    const [ann, ben] = await Promise.all([open(), open()]);
    await pair(ann.page, ben.page);
    for (const { page } of [ann, ben]) {
      await page.getByRole("link", { name: "To the time together" }).click();
      await page.getByText("Each taps start on their own phone").waitFor();
      await waitUntilKept(page);
    }
    for (const { context } of [ann, ben]) await context.setOffline(true);
    for (const { page } of [ann, ben]) {
      await start(page);
      await page.getByText("Nothing is heard of the other phone.").waitFor();
      await tap(page, "Begin without waiting");
      await page.getByRole("dialog", { name: "Time together" }).waitFor();
    }
    for (const { page } of [ann, ben]) await page.clock.runFor(10 * 60_000);
    for (const { page } of [ann, ben])
      await page
        .getByRole("dialog")
        .getByText(/1\d min|9 min/)
        .waitFor();
    for (const { page } of [ann, ben]) await end(page);
    expect(await ann.page.getByText("of it on both phones").count()).toBe(0);
    for (const { context } of [ann, ben]) await context.setOffline(false);
    for (const { page } of [ann, ben]) await page.clock.runFor(60_000);
    for (const { page } of [ann, ben]) await page.getByText(/(10|9) minutes of it on both phones/).waitFor();
    // It was another evening after all, says one; that is their own affair.
    await ann.page.getByText("More about this time").click();
    await tap(ann.page, "It was not the same time as on the other phone");
    await ann.page.getByText("of it on both phones").waitFor({ state: "detached" });
  });
});

describe("a relay that is killed in the middle", () => {
  it("ends nothing, and what was tapped meanwhile is there when it is back", async () => {
    const [ann, ben] = await Promise.all([open(), open()]);
    await pair(ann.page, ben.page);
    for (const { page } of [ann, ben]) {
      await page.getByRole("link", { name: "To the time together" }).click();
      await start(page);
    }
    for (const { page } of [ann, ben]) await page.getByRole("dialog", { name: "Time together" }).waitFor();
    const { port } = relay;
    await relay.kill();
    for (const { page } of [ann, ben]) await page.clock.runFor(5 * 60_000);
    await tap(ann.page, "Back in two minutes");
    await tap(ann.page, "Pause");
    await tap(ann.page, "Go on");
    await end(ann.page);
    relay = await startRelay(folder, port);
    for (const { page } of [ann, ben]) await page.clock.runFor(90_000);
    await ben.page.getByText("It has ended on the other phone.").waitFor();
    await end(ben.page);
    await ben.page.getByText(/(5|6|7) minutes of it on both phones/).waitFor();
    await ann.page.clock.runFor(30_000);
    await ann.page.getByText(/(5|6|7) minutes of it on both phones/).waitFor();
    await visit(ann.page, "/together");
    await ann.page.getByText("on both phones").first().waitFor();
  });
});
