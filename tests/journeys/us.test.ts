/** *Us* in a real browser: too little, the example couple, the check-in, the report and its PDF, Spanish. */
import { readFileSync } from "node:fs";
import { parseCivilDate } from "@undivided/domain";
import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { bringLines, exampleLines } from "./example-couple.ts";
import { begin, expectNoSidewaysScroll, findAxeViolations, visit } from "./journey.ts";
import { useApp } from "./app-under-test.ts";

/** What the phone of one of the example couple holds after ten weeks. */
const ownLines = (): string => {
  const firstDay = parseCivilDate("2026-01-05");
  if (firstDay.type === "error") throw new Error("a day");
  return exampleLines({ firstDay: firstDay.value, weeks: 10, seed: 4 })[0];
};

const { open: openPlain } = useApp();

const open = async (options: BrowserContextOptions = {}): Promise<Page> => {
  const device = await openPlain({ bypassCSP: true, ...options });
  await begin(device.page);
  return device.page;
};
const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { level: 1, name });

const bringExample = (page: Page): Promise<void> => bringLines(page, ownLines());

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
    await page.getByText(/^90% interval: /).waitFor();
    const weeks = page.getByRole("slider", { name: "Moments an hour, week by week" });
    await weeks.focus();
    await page.keyboard.press("Home");
    expect(await weeks.getAttribute("aria-valuetext")).toMatch(/^Week of 5 Jan: [\d.]+ an hour \([\d.]+ to [\d.]+\), /);
    await page.keyboard.press("ArrowRight");
    expect(await weeks.getAttribute("aria-valuenow")).toBe("2");
    await page.getByText("Table").first().click();
    await expect.poll(() => page.getByRole("table").first().getByRole("row").count()).toBe(11);
    await page.getByRole("img", { name: /^Share of bids answered: \d+%, between/ }).waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    await expectNoSidewaysScroll(page);

    await page.getByRole("button", { name: "Take the mark away" }).click();
    await heading(page, /from week to week$|^No clear change/).waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await heading(page, /16 February/).waitFor();

    await visit(page, "/us/report");
    await page.getByRole("heading", { name: "What it cannot show" }).waitFor();
    const charts = await page.locator("figure").evaluateAll((figures) =>
      figures.map((figure) => {
        const shown = [...figure.querySelectorAll("svg")].filter((svg) => svg.checkVisibility());
        const letters = shown.flatMap((svg) => [...svg.querySelectorAll("text")]);
        return {
          shown: shown.length,
          fits: shown.every((svg) => svg.getBoundingClientRect().width <= figure.clientWidth + 1),
          smallest: Math.min(...letters.map((text) => text.getBoundingClientRect().height)),
        };
      }),
    );
    expect(charts).toHaveLength(4);
    for (const { shown, fits, smallest } of charts) {
      expect({ shown, fits }).toEqual({ shown: 1, fits: true });
      expect(smallest).toBeGreaterThan(8);
    }
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
    await page.getByRole("link", { name: /^A report\b(?! about)/ }).click();
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
    // A question to talk over, by a tap; another tap, another question.
    const question = page.locator(".question").getByRole("status");
    await page.getByRole("button", { name: "A question to talk over?" }).press("Enter");
    await expect.poll(() => question.innerText()).not.toBe("");
    const first = await question.innerText();
    await page.getByRole("button", { name: "Another question" }).press("Enter");
    await expect.poll(() => question.innerText()).not.toBe(first);
    expect(await findAxeViolations(page)).toEqual([]);
  });
});
