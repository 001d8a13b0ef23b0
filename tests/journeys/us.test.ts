/** *Us* in a real browser: too little, the example couple, the check-in, the report and its PDF, a phone's history, Spanish. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { encodeRecord, parseCivilDate, parseUtcOffset } from "@undivided/domain";
import { createRandom, simulateCoupleRecords } from "@undivided/insight";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../browser/chromium.ts";
import { serveApp, type ServedApp } from "../browser/serve-app.ts";
import { begin, expectNoSidewaysScroll, findAxeViolations, openDevice, visit, type Device } from "./journey.ts";

const usage = (name: string): string => fileURLToPath(new URL(`../../fixtures/usage/${name}`, import.meta.url));

/** What the phone of one of the example couple holds after ten weeks. */
const exampleLines = (): string => {
  const firstDay = parseCivilDate("2026-01-05");
  const utcOffset = parseUtcOffset(0);
  if (firstDay.type === "error" || utcOffset.type === "error") throw new Error("a day and an offset");
  const course = { weeks: 10, resetWorks: true, firstDay: firstDay.value, utcOffset: utcOffset.value };
  const [{ records }] = simulateCoupleRecords(course, createRandom(4)).people;
  return records.map((record) => `${JSON.stringify(encodeRecord(record))}\n`).join("");
};

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

const open = async (options: Parameters<typeof openDevice>[2] = {}): Promise<Page> => {
  const device = await openDevice(browser, app.url, { bypassCSP: true, ...options });
  devices.push(device);
  await begin(device.page);
  return device.page;
};
const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { level: 1, name });

const bringExample = async (page: Page): Promise<void> => {
  await visit(page, "/settings/backup");
  await page
    .locator('main input[type="file"]')
    .setInputFiles({ name: "example.jsonl", mimeType: "application/jsonl", buffer: Buffer.from(exampleLines()) });
  await page.locator("dialog[open] button.action").click();
  await page.getByRole("status").filter({ hasText: /\d\d/ }).waitFor();
};

describe("Us", () => {
  it("says what would be enough where there is nothing yet, and names no other person", async () => {
    const page = await open();
    await visit(page, "/us");
    await heading(page, "Nothing to show yet").waitFor();
    await page.getByRole("heading", { name: "Weekdays or weekends?" }).waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    await visit(page, "/us/report");
    await page.getByRole("heading", { name: "Nothing to report yet" }).waitFor();
    await visit(page, "/us/spiral");
    await page.getByText("This view needs two paired phones.").waitFor();
    expect(await page.getByRole("switch").count()).toBe(0);
    expect(await findAxeViolations(page)).toEqual([]);
  });

  it("says the finding, shows the weeks by keyboard and as a table, and speaks Spanish", async () => {
    const page = await open();
    await bringExample(page);
    await visit(page, "/us");
    await heading(page, /^(Fewer moments an hour since|Before and after) 16 February/).waitFor();
    await page.getByText(/^90 % interval: /).waitFor();
    const weeks = page.getByRole("slider", { name: "Moments an hour, week by week" });
    await weeks.focus();
    await page.keyboard.press("Home");
    expect(await weeks.getAttribute("aria-valuetext")).toMatch(/^Week of 5 Jan: [\d.]+ an hour \([\d.]+ to [\d.]+\), /);
    await page.keyboard.press("ArrowRight");
    expect(await weeks.getAttribute("aria-valuenow")).toBe("2");
    await page.getByText("Table").first().click();
    expect(await page.getByRole("table").first().getByRole("row").count()).toBe(11);
    await page.getByRole("img", { name: /^Share of bids answered: \d+%, between/ }).waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    await expectNoSidewaysScroll(page);

    await page.getByRole("button", { name: "Take the mark away" }).click();
    await heading(page, /from week to week$|^No clear change/).waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await heading(page, /16 February/).waitFor();

    await visit(page, "/us/report");
    await page.getByRole("heading", { name: "What it cannot show" }).waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    await visit(page, "/settings/language");
    await page.getByText("Español", { exact: true }).click();
    await page.locator('html[lang="es"]').waitFor({ state: "attached" });
    await visit(page, "/us");
    await heading(page, /16 de febrero/).waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
  });
});

describe("the report", () => {
  it("is laid out as a PDF on the device itself, under the app's own Content-Security-Policy", async () => {
    const page = await open({ bypassCSP: false });
    await bringExample(page);
    await visit(page, "/us/report");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save as PDF" }).click(),
    ]);
    const pdf = readFileSync(await download.path());
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    expect(pdf.length).toBeGreaterThan(10_000);
    await page.getByText("The PDF is with your files now").waitFor();
  });
});

describe("the report on somebody's open phone", () => {
  it("is saved only by who opens the lock again", async () => {
    const page = await open();
    await bringExample(page);
    await visit(page, "/settings/lock");
    await page.getByRole("button", { name: "Set a PIN" }).click();
    for (const label of ["A PIN of six digits or more", "The same once more"]) {
      await page.getByLabel(label, { exact: true }).pressSequentially("246813");
      await page.keyboard.press("Enter");
    }
    await page.getByText("The lock is set.").waitFor();
    await page.getByRole("navigation", { name: "Places" }).getByRole("link", { name: "Us", exact: true }).click();
    await page.getByRole("link", { name: /^A report/ }).click();
    await page.getByRole("button", { name: "Save as PDF" }).click();
    await page.getByRole("heading", { name: "Is it you?" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Save as PDF" }).waitFor();
    expect(await page.getByText("The PDF is with your files now").count()).toBe(0);
  });
});

describe("the weekly check-in", () => {
  it("is answered by keyboard alone, kept, and offers no sharing to who is not paired", async () => {
    const page = await open();
    await visit(page, "/us/check-in");
    await page.getByRole("button", { name: "Begin" }).press("Enter");
    for (let question = 0; question < 6; question += 1) {
      const words = await page.locator("main h1").innerText();
      if (question === 0) expect(await findAxeViolations(page)).toEqual([]);
      await page.getByRole("radio").first().focus();
      for (let step = 0; step < 3; step += 1) await page.keyboard.press("ArrowRight");
      await page.keyboard.press("Enter");
      await expect.poll(() => page.locator("main h1").innerText()).not.toBe(words);
    }
    await heading(page, /^Week of /).waitFor();
    expect(await page.getByText("4 of 5").count()).toBe(6);
    expect(await page.getByRole("switch").count()).toBe(0);
    expect(await page.getByText(/partner/i).count()).toBe(0);
    expect(await findAxeViolations(page)).toEqual([]);
  });
});

describe("what my phone remembers", () => {
  const pick = (page: Page, name: string): Promise<void> =>
    page.locator('main input[type="file"]').setInputFiles(usage(name));

  it("asks which phone is one's own, shows what was found before anything is kept, draws it, and removes it whole", async () => {
    const page = await open();
    await visit(page, "/us/phone");
    expect(await findAxeViolations(page)).toEqual([]);
    await pick(page, "aware-screen-users.csv");
    await heading(page, "Which one is yours?").waitFor();
    await page.getByRole("button", { name: "None of them" }).click();
    await pick(page, "aware-screen-15days.csv");
    await heading(page, "693 looks").waitFor();
    await page.getByText("Nothing is kept yet.").waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    await page.getByRole("button", { name: "Keep these looks" }).click();
    await page.getByRole("img", { name: "Looks an hour, by hour of the day" }).waitFor();
    await page.getByText("It is no moment, and enters no other figure.").waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    await expectNoSidewaysScroll(page);
    await page.reload();
    await page.getByRole("img", { name: "Looks an hour, by hour of the day" }).waitFor();
    await page.getByRole("button", { name: "Remove" }).click();
    await page.getByText("This import is gone, whole.").waitFor();
    expect(await page.getByRole("button", { name: "Remove" }).count()).toBe(0);
    expect(await page.getByRole("img").count()).toBe(0);
  });

  it("asks for the zone where a file has none, and refuses sums of days with the reason", async () => {
    const page = await open();
    await visit(page, "/us/phone");
    await pick(page, "made-formats/daily-totals.csv");
    await page.getByText("Sums do not say when").waitFor();
    await pick(page, "made-formats/dumpsys-usagestats.txt");
    await heading(page, "Where was the phone?").waitFor();
    await page.getByLabel("Time zone").selectOption("Europe/Berlin");
    await page.getByRole("button", { name: "Go on" }).click();
    await heading(page, /looks?$/).waitFor();
    await page.getByRole("button", { name: "Forget them" }).click();
    await heading(page, "What my phone remembers").waitFor();
    expect(await page.getByRole("button", { name: "Remove" }).count()).toBe(0);
  });
});
