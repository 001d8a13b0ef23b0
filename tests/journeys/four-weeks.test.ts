/** Four weeks of a plan, their numbers, and an if-then plan in them that is looked back on and changed. */
import { encodeRecord, parseCivilDate, parseUtcOffset } from "@undivided/domain";
import { createRandom, simulateCoupleRecords } from "@undivided/insight";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { useApp } from "./app-under-test.ts";
import { bring } from "./bring.ts";
import { begin, expectNoSidewaysScroll, findAxeViolations, visit } from "./journey.ts";

const { open } = useApp({ bypassCSP: true });

const expectWell = async (page: Page): Promise<void> => {
  expect(await findAxeViolations(page)).toEqual([]);
  await expectNoSidewaysScroll(page);
};

/** Eight weeks of one person as a file, from the second of March on; a plan begins in the fifth. */
const eightWeeks = (): string => {
  const firstDay = parseCivilDate("2026-03-02");
  const utcOffset = parseUtcOffset(0);
  if (firstDay.type === "error" || utcOffset.type === "error") throw new Error("a day and an offset");
  const course = { weeks: 8, resetWorks: true, firstDay: firstDay.value, utcOffset: utcOffset.value };
  const [{ records }] = simulateCoupleRecords(course, createRandom(4)).people;
  return records.map((record) => `${JSON.stringify(encodeRecord(record))}\n`).join("");
};

describe("four weeks", () => {
  it("go by on their days, wait while their owner rests, look at the numbers as they are, and stop without a trace", async () => {
    const { page } = await open({ timezoneId: "UTC" });
    const dayOf = async (date: string): Promise<void> => {
      await page.clock.setFixedTime(`${date}T18:00:00Z`);
      await visit(page, "/reset/four-weeks");
    };
    const heading = (name: string | RegExp) => page.getByRole("heading", { level: 1, name }).waitFor();
    const rows = page.locator("article li .label-in");
    await page.clock.setFixedTime("2026-03-30T18:00:00Z");
    await begin(page);
    await bring(page, eightWeeks());

    // Alone, and nothing promised about anybody else; no task that needs two.
    await visit(page, "/reset/four-weeks");
    await page.getByText("it changes nobody else").waitFor();
    await expectWell(page);
    await page.getByRole("button", { name: "Begin today" }).click();
    await heading("Week 1: notice");
    expect(await page.getByText("Three times together").count()).toBe(0);
    await page.getByRole("button", { name: "Guess before I look, each time", exact: true }).click();
    await page.getByRole("button", { name: /^Done.*Guess/ }).click();
    await page.getByRole("button", { name: /^Done.*Guess/, pressed: true }).waitFor();
    expect(await page.getByRole("link", { name: /^Go there/ }).getAttribute("href")).toBe("/together/start");

    await dayOf("2026-04-06");
    await heading("Week 2: door and table");
    await page.getByRole("heading", { level: 2, name: /since|Before and after/ }).waitFor();
    await page.getByText("90% interval: ").waitFor();
    expect(await rows.allInnerTexts()).toEqual(["Before", "Week 1", "Week 2"]);
    await expectWell(page);

    // Nine days of rest: the same week goes on.
    await page.getByRole("button", { name: "Let it wait" }).click();
    await heading("Nothing is asked today");
    await expectWell(page);
    await dayOf("2026-04-15");
    await page.getByRole("button", { name: "I’m back" }).click();
    await heading("Week 2: door and table");
    await dayOf("2026-04-22");
    await heading("Week 3: small reaches");
    await dayOf("2026-04-29");
    await heading("Week 4: talk, and one small thing");
    await page.getByRole("button", { name: "Look back", exact: true }).click();
    await heading("Look back");
    await page.getByRole("button", { name: "Back", exact: true }).click();
    await heading("Week 4: talk, and one small thing");

    await dayOf("2026-05-06");
    await heading("Four weeks are over");
    await page.getByText("If the numbers are too uncertain to say anything, we’ll say just that.").waitFor();
    await page.getByText("Guess before I look, each time").waitFor();
    await rows.nth(1).waitFor();
    expect((await rows.allInnerTexts()).slice(0, 2)).toEqual(["Before", "Week 1"]);
    await expectWell(page);
    await page.getByLabel("In my own words, or none").fill("The table is ours again, mostly");
    await page.getByRole("button", { name: "Keep it and finish" }).click();
    await heading("There is a way back");
    await visit(page, "/reset/four-weeks");
    await page.getByText("The table is ours again, mostly").waitFor();

    // An if-then plan is looked back on after a week, beside one's own numbers; where they are too few, that is said.
    await visit(page, "/reset/plans");
    await page.getByLabel("When …").fill("I reach for it at supper");
    await page.getByLabel("then I …").fill("I breathe once.");
    await page.getByRole("button", { name: "Keep this plan" }).dblclick();
    await page.getByText("In a week you can see whether it helped.").waitFor();
    await page.getByText("When I reach for it at supper, then I breathe once.", { exact: true }).waitFor();
    await page.clock.setFixedTime("2026-05-14T18:00:00Z");
    await visit(page, "/");
    await page.getByRole("link", { name: "A week has passed: did your plan help?" }).waitFor();
    await expectWell(page);
    await page.getByRole("link", { name: "A week has passed: did your plan help?" }).click();
    await page.getByRole("heading", { name: "Too little to tell yet" }).waitFor();
    await expectWell(page);
    await page.getByRole("group", { name: "A week has passed. Did it help?" }).getByText("It didn’t help").click();
    await page.getByText("A week has passed.").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Change", exact: true }).click();
    expect(await page.getByLabel("When …").inputValue()).toBe("I reach for it at supper");
    await page.getByLabel("then I …").fill("put it in the basket");
    await expectWell(page);
    await page.getByRole("button", { name: "Keep this plan" }).click();
    await page.getByText("In a week you can see whether it helped.").waitFor();
    await page.clock.setFixedTime("2026-05-22T18:00:00Z");
    await visit(page, "/reset/plans");
    await page.getByRole("group", { name: "A week has passed. Did it help?" }).getByText("It didn’t help").click();
    await page.getByRole("button", { name: "Keep it, and look again in a week" }).click();
    await page.getByText("In a week you can see whether it helped.").waitFor();
    await page.getByRole("button", { name: "End it" }).click();
    await page.getByText("put it in the basket").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("put it in the basket").waitFor();

    // Another one; none for two where there is one. Today has a quiet way to it; stopped, it was never there.
    await visit(page, "/reset/four-weeks");
    await page.getByText("it changes nobody else").waitFor();
    expect(await page.getByText("For the two of us").count()).toBe(0);
    await page.getByRole("button", { name: "Begin today" }).click();
    await heading("Week 1: notice");
    await visit(page, "/");
    await page.getByRole("link", { name: "Your four weeks go on here" }).click();
    await heading("Week 1: notice");
    await page.getByRole("button", { name: "Stop the plan" }).click();
    await page.getByRole("button", { name: "Begin today" }).waitFor();
    await visit(page, "/reset/four-weeks");
    expect(await page.getByText(/^Four weeks from/).allInnerTexts()).toEqual(["Four weeks from 30 March"]);
  });
});
