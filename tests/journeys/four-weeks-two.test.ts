/** Four weeks for two: a plan on each of two paired phones, and nothing of it on the other. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { useApp } from "./app-under-test.ts";
import { findAxeViolations, visit } from "./journey.ts";
import { passTime } from "./pass-time.ts";
import { openPhone, pair } from "./two-phones.ts";

const { app, browser, watch } = useApp();

const DAY_MS = 86_400_000;
const tap = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole("button", { name, exact: typeof name === "string" }).click();
const see = (page: Page, text: string): Promise<void> => page.getByText(text).first().waitFor();

describe("four weeks", () => {
  it("for two are a plan on each phone that begins: tasks for two on the one that chose them, nothing of it on the other", async () => {
    const phones = await Promise.all(
      [1, 2].map(async () => watch(await openPhone(browser(), app().url, { bypassCSP: true }))),
    );
    const [ann, ben] = phones.map(({ page }) => page);
    if (ann === undefined || ben === undefined) throw new Error("two phones");
    await pair(ann, ben);
    const begin = async (page: Page, forWhom: string): Promise<void> => {
      await visit(page, "/reset/four-weeks");
      await page.locator("label").filter({ hasText: forWhom }).click();
      await tap(page, "Begin today");
      await see(page, "Week 1: notice");
    };
    const forTwo = "Three times together, twenty minutes each";
    await visit(ben, "/reset/four-weeks");
    const before = await ben.locator("main").innerText();
    await begin(ann, "For the two of us");
    await tap(ann, forTwo);
    await tap(ann, new RegExp(`^Done.*${forTwo}`));
    expect(await findAxeViolations(ann)).toEqual([]);
    // Begun there, it is not begun here.
    await ben.waitForTimeout(1000);
    expect(await ben.locator("main").innerText()).toBe(before);
    await begin(ben, "For me");
    expect(await ben.getByText(forTwo).count()).toBe(0);
    await see(ben, "it changes nobody else");

    for (const heading of ["Week 2: door and table", "Week 3: small reaches", "Week 4: talk, and one small thing"]) {
      await passTime(phones, 7 * DAY_MS);
      for (const page of [ann, ben]) {
        await visit(page, "/reset/four-weeks");
        await see(page, heading);
      }
    }
    // One stops; the other reads nothing of it.
    await tap(ben, "Stop the plan");
    await see(ben, "Stopped. Nothing of it is left.");
    await passTime(phones, 7 * DAY_MS);
    await visit(ann, "/reset/four-weeks");
    await see(ann, "Four weeks are over");
    await see(ann, forTwo);
    expect(await ann.locator("main").innerText()).not.toMatch(/partner|stopped/i);
    // What is written in looking back is kept as it is written.
    await ann.getByLabel("In my own words, or none").fill("Supper is ours again");
    await see(ann, "Kept, for you alone");
    await ann.reload();
    expect(await ann.getByLabel("In my own words, or none").inputValue()).toBe("Supper is ours again");
    await tap(ann, "Keep it and finish");
    await see(ann, "Finished. What stays is yours to choose.");
  });
});
