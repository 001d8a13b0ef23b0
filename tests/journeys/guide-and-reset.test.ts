/** The guide before anybody has begun and without a network; a talk on one screen, a ritual's calendar file, a promise to oneself. */
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../browser/chromium.ts";
import { serveApp, type ServedApp } from "../browser/serve-app.ts";
import {
  begin,
  expectNoSidewaysScroll,
  findAxeViolations,
  openDevice,
  visit,
  waitUntilKept,
  type Device,
} from "./journey.ts";

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

const open = async (options: Parameters<typeof openDevice>[2] = {}): Promise<Device> => {
  const device = await openDevice(browser, app.url, { bypassCSP: true, ...options });
  devices.push(device);
  return device;
};

const expectWell = async (page: Page): Promise<void> => {
  expect(await findAxeViolations(page)).toEqual([]);
  await expectNoSidewaysScroll(page);
};

describe("the guide", () => {
  it("opens before anybody has begun, chapter and help alike, also without a network", async () => {
    const { page, context } = await open();
    await visit(page, "/guide");
    await expectWell(page);
    await waitUntilKept(page);
    await context.setOffline(true);
    await visit(page, "/guide/prevent");
    await page.getByRole("heading", { name: "Small rituals, on a Tuesday" }).waitFor();
    await expectWell(page);
    await visit(page, "/guide/help");
    await page.getByLabel("Country").selectOption("ES");
    await page.getByRole("link", { name: "016" }).waitFor();
    await expectWell(page);
    // Nothing of the visit is kept.
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain("ES");
  });

  it("says why after each choice in a scene", async () => {
    const { page } = await open({ colorScheme: "dark" });
    await visit(page, "/guide/scenes");
    await page.locator("main li button").first().click();
    await page.getByText("Turning towards.").waitFor();
    await expectWell(page);
  });
});

describe("reset", () => {
  it("leads a talk on one screen without showing what was prepared, and loses nothing when it is stopped", async () => {
    const { page } = await open();
    await begin(page);
    await visit(page, "/reset/talk");
    await page.getByLabel("What have I noticed in myself?").fill("I look at it at supper");
    await page.getByRole("button", { name: "Begin, on this screen" }).click();
    await page.getByText("You listen now.").waitFor();
    expect(await page.locator("body").textContent()).not.toContain("at supper");
    await expectWell(page);
    await page.getByRole("button", { name: "Go on" }).click();
    await page.getByRole("button", { name: "Pause" }).click();
    await page.getByText("Back at").waitFor();
    await page.getByRole("button", { name: "Go on with the talk" }).click();
    await page.getByRole("button", { name: "Stop for today" }).click();
    await visit(page, "/reset/talk");
    expect(await page.getByLabel("What have I noticed in myself?").inputValue()).toBe("I look at it at supper");
  });

  it("gives a ritual a day and hands out its calendar file; keeps and ends a promise to oneself", async () => {
    const { page } = await open();
    await begin(page);
    await visit(page, "/reset/rituals");
    await page.getByRole("button", { name: /^Give it a day.*Hello at the door/ }).click();
    await page.getByRole("button", { name: "Keep it" }).click();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Into my calendar" }).click();
    expect((await download).suggestedFilename()).toBe("reminder.ics");
    await expectWell(page);
    await visit(page, "/reset/agreements");
    await page.getByLabel("I will …").fill("look up when somebody speaks to me");
    await page.getByRole("button", { name: "Keep it, for four weeks" }).click();
    await page.getByText("I will look up when somebody speaks to me").waitFor();
    await expectWell(page);
    await page.getByRole("button", { name: "End it" }).click();
    await page.getByText("I will look up when somebody speaks to me").waitFor({ state: "detached" });
  });
});
