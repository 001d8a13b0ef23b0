/** *What my phone remembers* in a real browser, with the real files: import, times together, minutes and kinds, one moment, no room. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../browser/chromium.ts";
import { serveApp, type ServedApp } from "../browser/serve-app.ts";
import { begin, expectNoSidewaysScroll, findAxeViolations, openDevice, visit, type Device } from "./journey.ts";

const usage = (name: string): string => fileURLToPath(new URL(`../../fixtures/usage/${name}`, import.meta.url));

let browser: Browser;
let app: ServedApp;
let folder: string;
const devices: Device[] = [];
/** Whatever left the page by anything but a question for a file of the app. */
const sent: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "undivided-phone-"));
  [browser, app] = await Promise.all([launchChromium(), serveApp()]);
});
afterAll(async () => {
  await browser.close();
  await app.stop();
  rmSync(folder, { recursive: true });
});
afterEach(async () => {
  const faults = devices.flatMap((device) => device.faults);
  await Promise.all(devices.splice(0).map((device) => device.close()));
  expect(faults).toEqual([]);
  expect(sent.splice(0)).toEqual([]);
});

/** Berlin, where the fifteen days of the real log lie in winter time. */
const open = async (options: Parameters<typeof openDevice>[2] = {}): Promise<Page> => {
  const device = await openDevice(browser, app.url, { bypassCSP: true, timezoneId: "Europe/Berlin", ...options });
  devices.push(device);
  device.page.on("request", (request) => {
    if (request.method() !== "GET") sent.push(request.url());
  });
  await begin(device.page);
  await visit(device.page, "/us/phone");
  return device.page;
};
const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { level: 1, name });
const pick = (page: Page, ...files: readonly string[]): Promise<void> =>
  page.locator('main input[type="file"]:not(.calendar)').setInputFiles([...files]);
const keep = async (page: Page): Promise<void> => {
  await page.getByRole("button", { name: "Keep these looks" }).click();
  await page.locator("main article").first().waitFor();
};

const CALENDAR = [
  "BEGIN:VCALENDAR",
  ...["BEGIN:VEVENT", "UID:1", "SUMMARY:Our secret anniversary", "DTSTART;VALUE=DATE:20170305", "END:VEVENT"],
  ...["BEGIN:VEVENT", "UID:2", "SUMMARY:Dinner with Sam", "DTSTART;TZID=Europe/Berlin:20170305T120000"],
  ...["DTEND;TZID=Europe/Berlin:20170305T140000", "RRULE:FREQ=DAILY;COUNT=4", "END:VEVENT", "END:VCALENDAR", ""],
].join("\r\n");

describe("what my phone remembers", () => {
  it("reads one's own phone alone, shows what was found before anything is kept, and takes an import away whole", async () => {
    const page = await open();
    expect(await findAxeViolations(page)).toEqual([]);
    await pick(page, usage("aware-screen-users.csv"));
    await heading(page, "Which one is yours?").waitFor();
    await page.getByRole("button", { name: "None of them" }).click();
    await pick(page, usage("aware-screen-users.csv"));
    await page.getByRole("button", { name: /jd9INuQ5BBlW/ }).click();
    await heading(page, "46 looks").waitFor();
    await page.getByText("Nothing is kept yet.").waitFor();
    await page.getByText("AWARE, the screen", { exact: true }).waitFor();
    await page.getByText("It went off without having gone on: 1.").waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    await keep(page);
    await page.getByText("Too little in these weeks to draw it.").first().waitFor();
    for (const other of ["iGyXetHE3S8u", "dvWdLQesv21a", "Cq9vueHh3zVs", "i8jmoIuoe12Mo"]) {
      expect(await page.content()).not.toContain(other);
    }
    await page.reload();
    await page.getByText("46 looks").waitFor();
    await page.getByRole("button", { name: "Remove" }).click();
    await page.getByText("This import is gone, whole.").waitFor();
    expect(await page.getByRole("button", { name: "Remove" }).count()).toBe(0);
    expect(await page.locator("main article").count()).toBe(0);
  });

  it("compares with hours of the week and a calendar, each with what it yields, looks and minutes; a second import doubles nothing", async () => {
    const page = await open();
    await pick(page, usage("aware-screen-15days.csv"));
    await heading(page, "693 looks").waitFor();
    await keep(page);
    await page.getByText("Nothing to compare with yet.").waitFor();
    await page.getByRole("button", { name: "Add hours of the week" }).click();
    await page.getByRole("button", { name: "Add these hours" }).click();
    await page.getByText("Choose a day first.").waitFor();
    await page.getByRole("button", { name: "Weekdays" }).click();
    await page.getByLabel("Until", { exact: true }).fill("19:00");
    await page.getByRole("button", { name: "Add these hours" }).click();
    await page.getByText("The end is the same as the start.").waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    await page.getByLabel("Until", { exact: true }).fill("22:00");
    await page.getByRole("button", { name: "Add these hours" }).click();
    await page.getByText("Weekdays, 19:00 to 22:00", { exact: true }).waitFor();
    // Eleven weekdays lie in the fifteen days.
    await page.getByText("33 hours in these weeks").waitFor();

    const bring = (name: string, text: string): Promise<void> =>
      page
        .locator('input[type="file"].calendar')
        .setInputFiles({ name, mimeType: "text/calendar", buffer: Buffer.from(text) });
    await bring("not.ics", "time,screen_status\n1,1\n");
    await page.getByText("“not.ics” is no calendar.").waitFor();
    await page.getByRole("button", { name: "Close" }).last().click();
    await bring("us.ics", CALENDAR);
    await page.getByText("4 times, 8 hours in all; 8 hours of them in the weeks that your phone remembers.").waitFor();
    await page.getByText("us.ics, line 2: an event for all day says nothing of hours together").waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    await page.getByRole("button", { name: "Use these times" }).click();
    await page.getByText("4 times; 8 hours in these weeks").waitFor();
    await page.getByText("41 hours together in these weeks, what overlaps counted once.").waitFor();
    expect(await page.content()).not.toMatch(/anniversary|Sam/);

    const ratio = page.getByText(/^Together ÷ apart: /);
    const looks = await ratio.innerText();
    await page.getByText("Minutes an hour", { exact: true }).click();
    await page.getByRole("img", { name: "Minutes an hour, by hour of the day" }).waitFor();
    expect(await ratio.innerText()).not.toBe(looks);
    await page.getByText("Table", { exact: true }).first().click();
    await page.getByRole("row", { name: /^23 / }).first().waitFor();
    expect(await page.getByRole("table").first().getByRole("row").count()).toBe(25);
    await page.getByText("Looks an hour", { exact: true }).click();

    await pick(page, usage("aware-screen-15days.csv"));
    await page.getByText("It was brought in before, whole or in part: what is in both counts once.").waitFor();
    await page.getByText(/New looks: 0 of \d+\./).waitFor();
    await keep(page);
    await page.getByText(looks, { exact: true }).waitFor();
    await page.reload();
    await page.getByText(looks, { exact: true }).waitFor();
    await page.getByRole("button", { name: "Remove: From a calendar" }).click();
    await page.getByText("41 hours together").waitFor({ state: "detached" });
    await page.getByRole("heading", { name: "What a few studies found in others" }).waitFor();
    expect(await page.getByRole("link", { name: "Hintze et al. 2017" }).getAttribute("href")).toContain("doi.org");

    await page.getByRole("button", { name: "Look at one day" }).click();
    await page.getByLabel("Which day").fill("2017-03-07");
    await page
      .getByRole("button", { name: /^This was a moment, 19:/ })
      .first()
      .waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    await page
      .getByRole("button", { name: /^This was a moment, 19:/ })
      .first()
      .click();
    await page.getByText(/^For the look of .*19:\d\d/).waitFor();
    expect(page.url()).toMatch(/\/log$/);
    await page.getByRole("button", { name: /quick reply/i }).click();
    await page.getByText(/^Kept, .*19:\d\d/).waitFor();
    // The next one is now, and not of that look.
    expect(await page.getByText(/^For the look of/).count()).toBe(0);
    await visit(page, "/us/phone");
    await page.getByRole("button", { name: "Look at one day" }).click();
    await page.getByLabel("Which day").fill("2017-03-07");
    await page.getByText("Logged as a moment").waitFor();
    expect(await page.getByText("Logged as a moment").count()).toBe(1);
  }, 120_000);

  it("keeps kinds of app only where they are wanted, and never an app", async () => {
    const page = await open();
    await pick(page, usage("activitywatch-export.json"));
    await heading(page, "2 looks").waitFor();
    await page.getByText("Looks at the locked screen: the true number is higher.").waitFor();
    const kinds = page.getByRole("switch", { name: "Keep the kinds of app too" });
    expect(await kinds.isChecked()).toBe(false);
    await kinds.click();
    await page.getByText("Messages: 1 look").waitFor();
    await keep(page);
    await page.getByRole("heading", { name: "No kind of app stands out" }).waitFor();
    await page.getByLabel("Which looks").selectOption("messages");
    await page.getByText("Looks at the locked screen are not in it").waitFor();
    expect(await page.content()).not.toMatch(/whatsapp|chrome/i);
    expect(await findAxeViolations(page)).toEqual([]);
  });

  it("asks for the zone, refuses sums of days, can be stopped on the way, and says what a full device means", async () => {
    const page = await open();
    await pick(page, usage("made-formats/daily-totals.csv"));
    await page.getByText("Sums do not say when").waitFor();
    await pick(page, usage("made-formats/dumpsys-usagestats.txt"));
    await heading(page, "Where was the phone?").waitFor();
    await page.getByLabel("Time zone").selectOption("America/New_York");
    await page.getByRole("button", { name: "Go on" }).click();
    await heading(page, /looks?$/).waitFor();
    await page.getByText("“2026-13-27 07:00:05” is no time").waitFor();
    await page.getByRole("button", { name: "Forget them" }).click();
    await heading(page, "What my phone remembers").waitFor();

    const large = join(folder, "large.csv");
    const rows = Array.from({ length: 400_000 }, (_, index) => `${1_500_000_000 + index * 30},${(index + 1) % 2}`);
    writeFileSync(large, `time,screen_status\n${Array.from({ length: 6 }, () => rows.join("\n")).join("\n")}\n`);
    await pick(page, large);
    await page.getByRole("progressbar", { name: "Reading the history" }).waitFor();
    await page.getByRole("button", { name: "Stop" }).click();
    await heading(page, "What my phone remembers").waitFor();
    expect(await page.getByRole("button", { name: "Remove" }).count()).toBe(0);

    // What Chromium throws when a disk is full, from the second write on: even taking half an import back finds no room.
    const fillUp = (after: number | null) =>
      page.evaluate(
        `(() => {
          const store = IDBObjectStore.prototype;
          window.roomy ??= store.add;
          let left = ${String(after)};
          store.add = left === null ? window.roomy : function (...args) {
            if (left-- > 0) return window.roomy.apply(this, args);
            throw new DOMException("full", "QuotaExceededError");
          };
        })()`,
      );
    const tryToKeep = async (): Promise<void> => {
      await pick(page, usage("aware-screen-15days.csv"));
      await heading(page, "693 looks").waitFor();
      await page.getByRole("button", { name: "Keep these looks" }).click();
    };
    await fillUp(0);
    await tryToKeep();
    await page.getByText("There is no room left on this device. Nothing of the import was kept").waitFor();
    expect(await page.getByRole("button", { name: "Remove" }).count()).toBe(0);
    await fillUp(1);
    await tryToKeep();
    await page.getByText("There is no room left on this device, and part of the import stayed.").waitFor();
    await fillUp(null);
    await page.getByRole("button", { name: "Remove" }).click();
    await page.getByText("This import is gone, whole.").waitFor();
    await tryToKeep();
    await page.getByText("693 looks").waitFor();
  });

  it("shows each step to the file with a drawing that is described, on 320 px, with text twice as large, in Spanish and in the dark", async () => {
    const page = await open({ viewport: { width: 320, height: 700 }, colorScheme: "dark" });
    await visit(page, "/settings/language");
    await page.getByText("Español", { exact: true }).click();
    await page.locator('html[lang="es"]').waitFor({ state: "attached" });
    await visit(page, "/us/phone");
    await page.addStyleTag({ content: "html { font-size: 200%; }" });
    const sources = page.locator("details[name='phone-source'] > summary");
    expect(await sources.count()).toBe(9);
    for (let source = 0; source < 9; source += 1) {
      await sources.nth(source).click();
      await page
        .getByRole("img", { name: /^Dibujo: / })
        .first()
        .waitFor();
      await expectNoSidewaysScroll(page);
    }
    expect(await findAxeViolations(page)).toEqual([]);
    expect(await page.getByText("[system_time],on", { exact: true }).count()).toBeGreaterThan(0);
  });
});
