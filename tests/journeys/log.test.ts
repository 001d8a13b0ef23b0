/**
 * What one person keeps by hand, in a real browser: a moment in two taps, the word behind "rude", good moments, a minute with oneself,
 * everything that was kept, a rest, and looking around without leaving anything.
 */
import type { BrowserContextOptions, Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import {
  begin,
  expectNoSidewaysScroll,
  findAxeViolations,
  TODAY_HEADING,
  visit,
  waitUntilKept,
  WELCOME_HEADING,
} from "./journey.ts";
import { useApp } from "./app-under-test.ts";
import { everythingStored } from "./stored.ts";

const { open } = useApp({ bypassCSP: true });
const openBegun = async (options: BrowserContextOptions = {}): Promise<Page> => {
  const { page } = await open(options);
  await begin(page);
  return page;
};

const heading = (page: Page, name: string | RegExp): Locator => page.getByRole("heading", { level: 1, name });
const tap = (page: Page, name: string): Promise<void> => page.getByRole("button", { name, exact: true }).click();
const follow = (page: Page, name: string): Promise<void> => page.getByRole("link", { name, exact: true }).click();
const toast = (page: Page, text: string | RegExp): Locator => page.getByRole("status").getByText(text);
const expectWell = async (page: Page): Promise<void> => {
  expect(await findAxeViolations(page)).toEqual([]);
  await expectNoSidewaysScroll(page);
};
/** Titles of what is kept, as its list shows them. */
const kept = async (page: Page): Promise<readonly string[]> => {
  await visit(page, "/records");
  return page.locator("main li strong").allInnerTexts();
};

describe("a moment", () => {
  it("takes two taps from Today; its time can be set afterwards, and it can be taken back", async () => {
    const page = await openBegun();
    await page.getByRole("link", { name: /^Log a moment/ }).click();
    await tap(page, "I sent a quick reply");
    await toast(page, "Kept, just now").waitFor();
    await expectWell(page);

    await tap(page, "Time");
    await page.getByRole("dialog", { name: "When was it?" }).waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    await page.getByLabel("Day").fill("2020-02-29");
    await page.getByLabel("Time").fill("07:45");
    await tap(page, "Set it");
    await toast(page, /^Kept, Sat,? 29 February, 07:45$/).waitFor();

    await follow(page, "A minute with myself about it");
    await heading(page, "What was going on just then?").waitFor();
    await visit(page, "/records");
    await page.getByText("07:45").waitFor();

    // Undo is still at hand after the time was changed, and takes back all of it.
    await visit(page, "/log");
    await tap(page, "I gave half an answer");
    await tap(page, "Time");
    await tap(page, "An hour ago");
    await toast(page, /^Kept, /).waitFor();
    await tap(page, "Undo");
    await toast(page, "Taken back. Nothing of it is kept.").waitFor();
    expect(await kept(page)).toEqual(["I sent a quick reply"]);
  });

  it("has all its ways on the first screen of a phone, with nothing cut off", async () => {
    const page = await openBegun();
    const barTop = (await page.getByRole("navigation", { name: "Places" }).boundingBox())?.y ?? 0;
    const lowest = async (): Promise<number> => {
      const boxes = await page.locator("main :is(.tile, .kinds button)").all();
      const ends = await Promise.all(boxes.map(async (box) => box.boundingBox()));
      return Math.max(...ends.map((end) => (end === null ? Infinity : end.y + end.height)));
    };
    expect(await lowest()).toBeLessThanOrEqual(barTop);
    await visit(page, "/log");
    await page.getByRole("button", { name: "I let a bid go by" }).waitFor();
    expect(await lowest()).toBeLessThanOrEqual(barTop);
  });
});

describe("feeling second", () => {
  const findWord = async (page: Page): Promise<void> => {
    await visit(page, "/felt-second");
    await tap(page, "“So rude”");
    await heading(page, "“So rude”, I thought. What did I feel?").waitFor();
  };

  it("goes from the first word to the feeling behind it, and its sentence is kept for its owner alone", async () => {
    const page = await openBegun();
    await findWord(page);
    await page.getByRole("radio", { name: "lonely" }).check({ force: true });
    await page.getByText("There were two of us in the room, and I was by myself.").waitFor();
    await tap(page, "Make a sentence of it");
    await page.getByRole("button", { name: /^A small wish/ }).click();
    await page.getByLabel("In my own words").fill("Could we walk a little tonight?");
    await tap(page, "Take this");
    await page.getByRole("button", { name: /^When it was/ }).click();
    await tap(page, "when we sat side by side and each had a screen");
    await expectWell(page);
    await tap(page, "Keep it for me");
    await heading(page, TODAY_HEADING).waitFor();
    await toast(page, "Kept, just now").waitFor();

    await visit(page, "/records");
    await page.getByRole("link", { name: /^I felt lonely/ }).click();
    await page
      .getByText("I felt lonely when we sat side by side and each had a screen. Could we walk a little tonight?")
      .waitFor();
    // A day and no clock time; and alone there is nobody to show it to.
    expect(await page.locator("main").innerText()).not.toMatch(/\d:\d\d/);
    expect(await page.getByRole("button", { name: /partner/ }).count()).toBe(0);
    await expectWell(page);
  });

  it("can be kept for the next talk; undo takes out only that, whatever was prepared before or since", async () => {
    const page = await openBegun();
    await visit(page, "/reset/talk");
    await page.getByLabel("What have I noticed in myself?").fill("I pick it up at supper.");
    await page.getByText("Kept for our talk, on this phone only").waitFor();
    await findWord(page);
    await page.getByRole("radio", { name: "unimportant" }).check({ force: true });
    await tap(page, "Keep it for our next talk");
    await toast(page, /^Kept for our next talk/).waitFor();
    // Meanwhile something else is prepared, in another window.
    const other = await page.context().newPage();
    await visit(other, "/reset/talk");
    await tap(other, "Show my notes");
    await expect.poll(() => other.getByLabel("What do I feel about it?").inputValue()).toBe("I felt unimportant.");
    await other.getByLabel("What do I wish for?").fill("A walk.");
    await other.getByText("Kept for our talk, on this phone only").waitFor();
    await page.bringToFront();
    await tap(page, "Undo");
    await toast(page, "Taken back. Nothing of it is kept.").waitFor();
    await visit(page, "/reset/talk");
    await tap(page, "Show my notes");
    await expect.poll(() => page.getByLabel("What do I feel about it?").inputValue()).toBe("");
    expect(await page.getByLabel("What have I noticed in myself?").inputValue()).toBe("I pick it up at supper.");
    expect(await page.getByLabel("What do I wish for?").inputValue()).toBe("A walk.");
    expect(await kept(page)).toEqual(["Prepared for a talk"]);
  });
});

describe("good moments and a minute with oneself", () => {
  it("take a tap each, by the day; five questions may end in a plan for next time", async () => {
    const page = await openBegun();
    await visit(page, "/good");
    await expectWell(page);
    await tap(page, "We looked at each other");
    await tap(page, "Day");
    await page.getByRole("dialog", { name: "Which day was it?" }).getByRole("button", { name: "Yesterday" }).click();
    await toast(page, "Kept for yesterday").waitFor();
    await tap(page, "I answered it");
    await toast(page, "Kept, just now").waitFor();

    await visit(page, "/inquiry");
    await expectWell(page);
    await tap(page, "We were eating");
    await tap(page, "Go on");
    await tap(page, "I was bored");
    await expectWell(page);
    await tap(page, "Go on");
    await tap(page, "Skip this");
    await tap(page, "Skip this");
    await heading(page, "What else could give me the same?").waitFor();
    await tap(page, "Get a glass of water");
    await expectWell(page);
    await tap(page, "Keep it");
    await heading(page, "Make it a plan for next time?").waitFor();
    expect(await page.getByLabel("When …").inputValue()).toBe("I reach for the phone because I’m bored");
    await expectWell(page);
    await tap(page, "Keep the plan");
    await toast(page, "The plan is kept.").waitFor();
    expect(await kept(page)).toEqual([
      "I answered it",
      "A minute with myself",
      "When I reach for the phone because I’m bored, then I get a glass of water.",
      "We looked at each other",
    ]);
    await visit(page, "/inquiry");
    for (let times = 0; times < 5; times += 1) await tap(page, "Skip this");
    await toast(page, "Nothing was kept.").waitFor();
  });
});

describe("everything that was kept", () => {
  it("can be changed and deleted by its owner, each with undo, and shown by kind", async () => {
    const page = await openBegun();
    await visit(page, "/log");
    await tap(page, "I scrolled beside you");
    await toast(page, "Kept, just now").waitFor();
    await visit(page, "/good");
    await tap(page, "A kiss that had time");
    await toast(page, "Kept, just now").waitFor();

    await visit(page, "/records");
    await expectWell(page);
    // Side by side, not wrapped.
    const tops = await page
      .getByRole("group", { name: "Show" })
      .locator("label")
      .evaluateAll((labels) => labels.map((label) => label.getBoundingClientRect().top));
    expect(new Set(tops).size).toBe(1);
    await page.getByRole("radio", { name: "Good ones" }).check({ force: true });
    expect(await page.locator("main li strong").allInnerTexts()).toEqual(["A kiss that had time"]);
    await page.getByRole("radio", { name: "All" }).check({ force: true });

    await page.getByRole("link", { name: /^I scrolled beside you/ }).click();
    await heading(page, "I scrolled beside you").waitFor();
    await expectWell(page);
    await tap(page, "I sent a quick reply");
    await heading(page, "I sent a quick reply").waitFor();
    await tap(page, "Undo");
    await toast(page, "As it was before.").waitFor();
    await heading(page, "I scrolled beside you").waitFor();

    await tap(page, "I gave half an answer");
    await heading(page, "I gave half an answer").waitFor();
    await page.getByRole("button", { name: "When was it?" }).click();
    // In the app's own words, not in a bubble of the browser's.
    await page.getByLabel("Day").fill("0002-11-24");
    await tap(page, "Set it");
    await page.getByText("That’s more than ten years ago. Is the year complete?").waitFor();
    await page.getByRole("button", { name: "Close" }).click();
    await page.getByRole("button", { name: "When was it?" }).click();
    await page.getByLabel("Time").fill("00:00");
    await tap(page, "Set it");
    await page.getByText("Today, 00:00").waitFor();

    await tap(page, "Delete");
    await toast(page, "Deleted").waitFor();
    await heading(page, "What I kept").waitFor();
    expect(await page.locator("main li strong").allInnerTexts()).toEqual(["A kiss that had time"]);
    await tap(page, "Undo");
    await toast(page, "It’s back.").waitFor();
    await page.getByRole("link", { name: /^I gave half an answer/ }).waitFor();

    // The way back stays on this page for its whole minute, also when the line at the foot has gone.
    await page.getByRole("link", { name: /^I gave half an answer/ }).click();
    await tap(page, "Delete");
    await toast(page, "Deleted").waitFor();
    await visit(page, "/records");
    await page.getByText("For a minute it can come back.").waitFor();
    await expectWell(page);
    await tap(page, "Bring it back");
    await page.getByRole("link", { name: /^I gave half an answer/ }).waitFor();
    expect(await page.getByText("For a minute it can come back.").count()).toBe(0);
  });

  it("of one's own words is changed in fields, which are filled again by undo", async () => {
    const page = await openBegun();
    await visit(page, "/inquiry");
    await tap(page, "We were eating");
    for (let times = 0; times < 4; times += 1) await tap(page, "Go on");
    await tap(page, "Keep it");
    await follow(page, "Not now");
    await visit(page, "/records");
    await page.getByRole("link", { name: /^A minute with myself/ }).click();
    await page.getByLabel("What was going on").fill("I was waiting");
    await tap(page, "Keep the change");
    await toast(page, "Changed").waitFor();
    await tap(page, "Undo");
    await expect.poll(() => page.getByLabel("What was going on").inputValue()).toBe("We were eating");

    // However long a note is, the list stays one.
    await page.getByLabel("What was going on").fill("We talked of the summer. ".repeat(60));
    await tap(page, "Keep the change");
    await toast(page, "Changed").waitFor();
    await visit(page, "/records");
    const row = page.getByRole("link", { name: /^A minute with myself/ });
    expect((await row.boundingBox())?.height ?? Infinity).toBeLessThan(110);
    await expectWell(page);
  });
});

describe("a day on which nothing is asked", () => {
  it("takes one tap, stays quiet, and leaves nothing when it ends the same day", async () => {
    const page = await openBegun();
    let connections = 0;
    page.on("websocket", () => (connections += 1));
    for (const why of ["A pause", "Holiday", "Not well"]) {
      await tap(page, "Not a day for this?");
      await tap(page, why);
      await heading(page, "Nothing is asked today").waitFor();
      await tap(page, why === "A pause" ? "Undo" : "I’m back");
      await heading(page, TODAY_HEADING).waitFor();
    }
    await tap(page, "Not a day for this?");
    await tap(page, "Holiday");
    await heading(page, "Nothing is asked today").waitFor();
    await page.reload();
    await heading(page, "Nothing is asked today").waitFor();
    await expectWell(page);
    await tap(page, "I’m back");
    await toast(page, "Good to have you back.").waitFor();
    await visit(page, "/records");
    await page.getByRole("heading", { name: "Nothing kept yet" }).waitFor();
    expect(connections).toBe(0);
  });
});

describe("looking around", () => {
  it("leaves the storage of the device exactly as it was, before anybody has begun and after", async () => {
    const { page, context } = await open();
    await visit(page, "/");
    await waitUntilKept(page);
    await page.waitForLoadState("networkidle");
    const before = await everythingStored(page);
    await follow(page, "Look around first");
    await page.getByText("An example. Nobody in it is real.").waitFor();
    await page.getByRole("heading", { name: "Their last days" }).waitFor();
    await expectWell(page);
    await follow(page, "Close the example");
    await heading(page, WELCOME_HEADING).waitFor();
    expect(await everythingStored(page)).toEqual(before);

    await begin(page);
    await page.waitForLoadState("networkidle");
    const begun = await everythingStored(page);
    // Without a network too: nothing of it comes from elsewhere.
    await context.setOffline(true);
    await visit(page, "/look-around");
    await page.getByRole("heading", { name: "Their last days" }).waitFor();
    await follow(page, "Close the example");
    await heading(page, TODAY_HEADING).waitFor();
    expect(await everythingStored(page)).toEqual(begun);
  });
});

describe("by keyboard, and in Spanish", () => {
  it("a moment is kept, given a time, taken back and looked at without a pointer", async () => {
    const page = await openBegun();
    const tabTo = async (name: string | RegExp): Promise<void> => {
      const wanted = (text: string): boolean => (typeof name === "string" ? text === name : name.test(text));
      for (let steps = 0; steps < 40; steps += 1) {
        await page.keyboard.press("Tab");
        const text = await page.evaluate(() => document.activeElement?.textContent.trim() ?? "");
        if (wanted(text)) return;
      }
      throw new Error(`no key leads to ${String(name)}`);
    };
    await tabTo(/^Log a moment/);
    await page.keyboard.press("Enter");
    await heading(page, "What came first?").waitFor();
    await page.getByRole("button", { name: "I sent a quick reply" }).waitFor();
    await tabTo("I sent a quick reply");
    await page.keyboard.press("Space");
    await toast(page, "Kept, just now").waitFor();
    await tabTo("Time");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog", { name: "When was it?" }).waitFor();
    await tabTo("5 minutes ago");
    await page.keyboard.press("Enter");
    await toast(page, /^Kept, /).waitFor();
    await tabTo("Undo");
    await page.keyboard.press("Enter");
    await toast(page, "Taken back. Nothing of it is kept.").waitFor();

    await visit(page, "/felt-second");
    await tabTo("“Something is off”");
    await page.keyboard.press("Enter");
    await page.getByRole("radio").first().waitFor();
    await tabTo("");
    await page.keyboard.press("ArrowDown");
    await tabTo("Keep it for me");
    await page.keyboard.press("Enter");
    await heading(page, TODAY_HEADING).waitFor();
    expect(await kept(page)).toHaveLength(1);
  });

  it("the same is said in Spanish, without a word that is cut off at 320 px", async () => {
    const { page } = await open({ locale: "es-MX", viewport: { width: 320, height: 700 } });
    await visit(page, "/");
    await tap(page, "Solo yo mi hábito, a mi ritmo");
    await heading(page, "Un rato con los teléfonos lejos").waitFor();
    for (const path of ["/", "/log", "/good", "/felt-second", "/inquiry", "/records", "/look-around"]) {
      await visit(page, path);
      await page.waitForLoadState("networkidle");
      await expectNoSidewaysScroll(page);
    }
    await visit(page, "/log");
    await page.locator(".kinds button").first().click();
    await toast(page, "Guardado, ahora mismo").waitFor();
    await expectWell(page);
  });
});
