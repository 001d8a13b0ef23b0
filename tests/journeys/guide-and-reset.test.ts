/** The guide before anybody has begun and without a network; a talk on one screen, a ritual's calendar file, a promise to oneself. */
import { readFileSync } from "node:fs";
import { CHAPTER_IDS } from "@undivided/content/guide";
import { loadTexts } from "@undivided/content/load";
import { PROMPTS } from "@undivided/content/prompts";
import { encodeRecord, parseCivilDate, parsePersonId, parseRecordId } from "@undivided/domain";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { SOON_MS } from "../../apps/web/src/features/reset/keep-writing.ts";
import { pathOf } from "../../apps/web/src/shell/routes.ts";
import { begin, expectNoSidewaysScroll, findAxeViolations, visit, waitUntilKept } from "./journey.ts";
import { useApp } from "./app-under-test.ts";
import { bring } from "./bring.ts";
import { passTime } from "./pass-time.ts";

const { open } = useApp({ bypassCSP: true });

const guidePages = [
  ...[...CHAPTER_IDS, "tips", "scenes", "bids", "words", "other-ways", "phone"],
  ...["growth", "what-counts", "evidence", "help"],
];
const resetPages = ["talk", "writing", "rituals", "reminders", "agreements", "plans", "four-weeks", "basket-card"];

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
    // A source beside a sentence leads to its own line of the list, and the reader stands there.
    await page.getByRole("link", { name: "Gollwitzer & Sheeran 2006" }).first().click();
    await page.locator("#gollwitzer-2006:target:focus").waitFor();
    await visit(page, "/guide/reset");
    expect(await page.getByRole("article").getByRole("link", { name: "When talking is not safe" }).count()).toBe(2);
    await visit(page, "/guide/help");
    await page.getByLabel("Country").selectOption("ES");
    await page.getByRole("link", { name: "016" }).waitFor();
    await expectWell(page);
    // What lays out a PDF was kept too.
    await visit(page, "/guide/tips");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save as PDF" }).click(),
    ]);
    expect(readFileSync(await download.path(), "latin1")).toMatch(/^%PDF-1\.7/);
    // Nothing of the visit is kept.
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain("ES");
  });

  it("says why after each choice in a scene", async () => {
    const { page } = await open({ colorScheme: "dark" });
    await visit(page, "/guide/scenes");
    await page.locator("main li button").first().click();
    await page.getByText("Turning towards.").waitFor();
    await expectWell(page);
    // The day's place is kept over a reload.
    const said = page.locator("main .said");
    const first = await said.innerText();
    await page.locator("main button.action").click();
    await expect.poll(() => said.innerText()).not.toBe(first);
    const second = await said.innerText();
    await page.reload();
    await expect.poll(() => said.innerText()).toBe(second);
  });
});

describe("in Spanish, whose words are longer", () => {
  it("every page of the guide and of reset fits 320 px with text twice as large", async () => {
    const { page } = await open({ locale: "es-MX", viewport: { width: 320, height: 640 } });
    await page.goto("/");
    await page.getByRole("button", { name: /^Solo yo/ }).click();
    await page.getByRole("navigation").waitFor();
    const paths = [
      ...[null, ...guidePages].map((part) => pathOf("guide", part)),
      ...[null, ...resetPages].map((part) => pathOf("reset", part)),
    ];
    for (const path of paths) {
      await visit(page, path);
      await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
      await expectNoSidewaysScroll(page);
    }
  });
});

describe("reset", () => {
  it("leads a talk on one screen without showing what was prepared, and loses nothing when it is stopped", async () => {
    const device = await open();
    const { page } = device;
    await begin(page);
    await visit(page, "/log");
    await page.getByRole("button", { name: "I sent a quick reply" }).click();
    await page.getByText("Kept").first().waitFor();
    await visit(page, "/reset/talk");
    const noticed = page.getByLabel("What have I noticed in myself?");
    await noticed.fill("I look at it at supper");
    await page.getByRole("group", { name: "From my own moments" }).getByRole("button").first().click();
    expect(await noticed.inputValue()).toBe("I look at it at supper I sent a quick reply.");
    await noticed.fill("I look at it at supper");
    // Kept as it is written, and covered whenever the page opens: the phone may lie between two then.
    await page.getByText("Kept for our talk, on this phone only").waitFor();
    const expectCovered = async (): Promise<void> => {
      expect(await page.locator("main").innerText()).not.toMatch(/at supper|why first/);
      expect(await page.getByRole("textbox").count()).toBe(0);
    };
    await page.getByRole("link", { name: "Seven minutes from outside" }).click();
    await page.getByRole("link", { name: "Back to the talk" }).click();
    const show = page.getByRole("button", { name: "Show my notes" });
    await show.waitFor();
    await expectCovered();
    await show.click();
    expect(await noticed.inputValue()).toBe("I look at it at supper");

    await page.getByRole("button", { name: "Begin, on this screen" }).click();
    const [far, near] = ["On the far side", "On the near side"].map((name) => page.getByRole("region", { name }));
    if (far === undefined || near === undefined) throw new Error("two halves");
    await near.getByText("You listen now.").waitFor();
    await expectCovered();
    await expectWell(page);
    const goOn = async (step: number): Promise<void> => {
      await near.getByRole("button", { name: "Go on" }).click();
      await page.getByText(`Step ${step} of 8`).waitFor();
    };
    // A tap that came too early is taken back, from either half: nobody is pushed on.
    for (const half of [near, far]) {
      await goOn(2);
      await half.getByRole("button", { name: "One step back" }).click();
      await page.getByText("Step 1 of 8").waitFor();
      expect(await half.getByRole("button", { name: "One step back" }).count()).toBe(0);
    }
    for (const step of [2, 3]) await goOn(step);
    // Who asks is told to listen and to say back, and who is asked to speak.
    await far.getByText("Ask, then only listen, then say back").waitFor();
    await near.getByText("You speak now.").waitFor();
    expect(await near.innerText()).toContain("Tell it as it was for you");
    await expectWell(page);

    // Either half pauses and stops.
    await far.getByRole("button", { name: "Pause" }).click();
    // Both sides read the break, and either goes on.
    for (const half of [far, near]) await half.getByText("Back at").waitFor();
    expect(await page.getByRole("link", { name: "Help in the guide" }).getAttribute("href")).toBe("/guide/help");
    expect(await findAxeViolations(page)).toEqual([]);
    await far.getByRole("button", { name: "Go on with the talk" }).click();
    await page.getByText("Step 3 of 8").waitFor();
    await near.getByRole("button", { name: "Pause" }).click();
    await passTime([device], 21 * 60_000);
    await near.getByText("The twenty minutes are over.").waitFor();
    await far.getByRole("button", { name: "Twenty minutes more" }).click();
    await near.getByText("Back at").waitFor();
    await page.reload();
    await page.getByRole("button", { name: "Go on at step 3, on this screen" }).waitFor();
    await expectCovered();
    await page.getByRole("button", { name: "Go on at step 3, on this screen" }).click();
    await far.getByText("Ask, then only listen, then say back").waitFor();
    await far.getByRole("button", { name: "Stop for today" }).click();
    await page.getByRole("heading", { name: "Stopped here" }).waitFor();
    await expectCovered();
    await visit(page, "/reset/talk");
    await expectCovered();
    await show.click();
    expect(await noticed.inputValue()).toBe("I look at it at supper");
    await page.getByRole("button", { name: "Begin anew" }).click();
    await page.getByRole("button", { name: "Begin, on this screen" }).click();
    await page.getByText("Step 1 of 8").waitFor();

    for (let step = 2; step <= 5; step += 1) await goOn(step);
    // Nobody is made to be sorry.
    await far.getByText("If there’s nothing to be sorry for, say so, or simply go on.").waitFor();
    for (const step of [6, 7]) await goOn(step);
    // A sentence of one's own is written where it is spoken of; neither a break nor a new start of the app takes it away.
    await near.getByLabel("I will").fill("say why first");
    await expectWell(page);
    await near.getByRole("button", { name: "Pause" }).click();
    await near.getByRole("button", { name: "Go on with the talk" }).click();
    expect(await near.getByLabel("I will").inputValue()).toBe("say why first");
    // Nothing says when it was kept; a busy machine takes its time.
    await page.waitForTimeout(SOON_MS + 2000);
    await page.reload();
    await page.getByRole("button", { name: "Go on at step 7, on this screen" }).click();
    await near.getByRole("button", { name: "Show what I wrote" }).waitFor();
    await expectCovered();
    await near.getByRole("button", { name: "Show what I wrote" }).click();
    expect(await near.getByLabel("I will").inputValue()).toBe("say why first");
    await near.getByRole("button", { name: "Keep my sentence" }).click();
    await near.getByText("I will say why first").waitFor();
    await goOn(8);
    await near.getByRole("button", { name: "Finish" }).click();
    await page.getByRole("heading", { name: "Enough for today" }).waitFor();
    // Who has written one is not asked for another.
    expect(await page.getByRole("link", { name: "Write one small “I will”" }).count()).toBe(0);
    await visit(page, "/reset/agreements");
    await page.getByRole("article").getByText("I will say why first").waitFor();
  });

  it("gives a ritual a day and hands out its calendar file; keeps and ends a promise to oneself", async () => {
    const { page } = await open();
    await begin(page);
    await visit(page, "/reset/rituals");
    const sheet = page.getByRole("dialog");
    const cards = page.locator("main article");

    // One of one's own, longer than it can be: nothing is lost, and two taps keep it once.
    await page.getByRole("button", { name: "One of my own" }).click();
    await sheet.getByLabel("What it is").fill("x".repeat(395));
    await sheet.getByLabel("What it is").pressSequentially("0123456789");
    expect(await sheet.getByLabel("What it is").inputValue()).toBe(`${"x".repeat(395)}01234`);
    await sheet.getByRole("button", { name: "Keep it" }).dblclick();
    await sheet.waitFor({ state: "detached" });
    expect(await cards.count()).toBe(1);
    await page.getByRole("button", { name: "End it" }).click();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByRole("button", { name: "End it" }).click();
    await cards.waitFor({ state: "detached" });

    // A favourite is found again; a ritual of the weekend is offered for one.
    await page.getByRole("button", { name: /^Keep as a favourite.*Walk to a memory/ }).click();
    await page.getByRole("button", { name: "My favourites" }).click();
    await page.getByText("1 that fit").waitFor();
    await page.getByRole("button", { name: /^Give it a day/ }).click();
    await sheet.getByRole("button", { name: "Saturday", pressed: true }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "My favourites" }).click();
    await page.getByRole("button", { name: /^No longer a favourite/ }).click();

    await page.getByRole("button", { name: /^Give it a day.*Hello at the door/ }).click();
    await page.getByRole("button", { name: "Keep it" }).click();
    await page.getByRole("button", { name: "Change", exact: true }).click();
    await sheet.getByLabel("At what time").fill("19:30");
    await sheet.getByRole("button", { name: "Keep it" }).click();
    await page.getByText(/7:30.PM|19:30/).waitFor();

    // What has passed is no other time.
    await page.getByRole("button", { name: "Another time" }).click();
    await sheet.getByLabel("On which day").fill("2020-01-01");
    await page.getByText("That time has passed. Choose one that is still to come.").waitFor();
    expect(await sheet.getByRole("button", { name: "Another time" }).isDisabled()).toBe(true);
    await expectWell(page);
    await page.keyboard.press("Escape");
    // Its own reminder, and quiet hours of this phone that let it wait.
    await page.getByRole("button", { name: "Reminder", exact: true }).click();
    await page.getByRole("dialog").getByRole("button", { name: "30 minutes before" }).click();
    await page.getByText("Reminder: 30 minutes before").waitFor();
    await page.getByRole("switch", { name: "Quiet hours" }).check();
    await page.getByLabel("From", { exact: true }).fill("18:30");
    await page.getByText(/rings only at 0?7:00.*, after it has begun/).waitFor();
    await page.reload();
    expect(await page.getByLabel("From", { exact: true }).inputValue()).toBe("18:30");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Into my calendar" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("reminder.ics");
    // Half past seven less half an hour is quiet until seven in the morning.
    expect(readFileSync(await download.path(), "utf8")).toMatch(/SUMMARY:Reminder[^]*TRIGGER;RELATED=START:PT11H30M/);
    await expectWell(page);
    for (const path of ["/reset", "/reset/agreements"]) {
      await visit(page, path);
      const help = page.getByRole("link", { name: "When talking is not safe" });
      expect(await help.getAttribute("href")).toBe("/guide/help");
    }
    await page.getByText("Nobody owes a sentence or a signature.").waitFor();
    await page.getByLabel("I will").fill("look up when somebody speaks to me");
    await page.getByRole("button", { name: "Keep it, for four weeks" }).click();
    await page.getByText("I will look up when somebody speaks to me").waitFor();
    await expectWell(page);
    await page.getByRole("button", { name: "End it" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "End it" }).click();
    await page.getByText("I will look up when somebody speaks to me").waitFor({ state: "detached" });
  });
});

describe("cards to print", () => {
  it("are laid out as PDF on the device itself: ten tips before anybody has begun, and one for the basket", async () => {
    const { page } = await open({ bypassCSP: false });
    const save = async (path: string): Promise<string> => {
      await visit(page, path);
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: "Save as PDF" }).click(),
      ]);
      return readFileSync(await download.path(), "latin1");
    };
    const tips = await save("/guide/tips");
    expect(tips).toMatch(/^%PDF-1\.7/);
    expect(tips).toMatch(/\/Lang \(en\)/);
    expect(tips).toContain("/MarkInfo");
    await begin(page);
    const basket = await save("/reset/basket-card");
    expect(basket).toMatch(/^%PDF-1\.7/);
    await page.getByText(/^localhost:\d+\/together\/start$/).waitFor();
    await page.getByText("The PDF is with your files now").waitFor();
    await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
    await expectNoSidewaysScroll(page);
    // Printed from the page, what is to be tapped stays on the screen.
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("button", { name: "Save as PDF" }).isVisible()).toBe(false);
    await visit(page, "/reset/talk");
    expect(await page.getByRole("button", { name: "Begin, on this screen" }).isVisible()).toBe(false);
    expect(await page.getByLabel("What have I noticed in myself?").isVisible()).toBe(true);
  });
});

describe("seven minutes from outside, and a question at the table", () => {
  it("keeps what was written with the talk, also when the page is left, and shows it to nobody on one screen", async () => {
    const { page } = await open();
    await begin(page);
    await visit(page, "/reset/talk");
    await page.getByRole("link", { name: "Seven minutes from outside" }).click();
    const words = page.getByLabel("As somebody who wishes you both well would see it");
    await words.fill("They were both tired");
    await page.getByText("Kept, for you alone").waitFor();
    // The bar says in words what it offers.
    await page.getByText("About 7 minutes, or less").waitFor();
    await expectWell(page);
    await page.reload();
    const show = page.getByRole("button", { name: "Show what I wrote" });
    await show.waitFor();
    expect(await words.count()).toBe(0);
    await page.getByRole("link", { name: "Back to the talk" }).click();
    await page.getByRole("button", { name: "Begin, on this screen" }).click();
    await page.getByText("You listen now.").waitFor();
    expect(await page.locator("body").innerText()).not.toContain("tired");
    await visit(page, "/reset/writing");
    await show.click();
    expect(await words.inputValue()).toBe("They were both tired");
    await page.getByRole("button", { name: "Delete this" }).click();
    await page.getByText("Deleted.").waitFor();
    expect(await words.inputValue()).toBe("");
    await page.getByRole("button", { name: "Bring it back" }).click();
    expect(await words.inputValue()).toBe("They were both tired");
    await page.getByRole("button", { name: "Delete this" }).click();
    await page.getByRole("button", { name: "Keep it for me" }).click();
    await page.getByRole("heading", { name: "There is a way back" }).waitFor();
    await visit(page, "/reset/writing");
    expect(await words.inputValue()).toBe("");
  });

  it("asks nothing by itself; by a tap the one question that was not asked this season, then none, and it stays dark", async () => {
    const { page } = await open();
    await begin(page);
    const [left, ...shown] = PROMPTS.filter(({ use, digs }) => use === "together" && !digs);
    await bring(page, shown.map(({ id }, place) => shownCard(id, place)).join(""));
    const texts = await loadTexts("prompts", "en");
    const answers = [
      left === undefined ? "" : texts[left.id],
      "You’ve had every question of this season. The talk is yours.",
    ];
    for (const answer of answers) {
      await visit(page, "/together/start");
      await page.getByRole("button", { name: /^You/ }).click();
      await page.getByRole("button", { name: "Begin without sound" }).click();
      const dark = page.getByRole("dialog", { name: "Time together" });
      await dark.waitFor();
      expect(await dark.getByRole("status").count()).toBe(1);
      await dark.getByRole("button", { name: "A question to begin with?" }).click();
      // It has the focus, and is read from there.
      await dark.locator(":focus").filter({ hasText: answer }).waitFor();
      expect(await findAxeViolations(page)).toEqual([]);
      await dark.getByRole("button", { name: "End", exact: true }).click();
      await page.getByRole("heading", { level: 1, name: "Nothing could be noticed this time." }).waitFor();
    }
  });
});

/** As a phone wrote it today. */
const shownCard = (card: string, place: number): string => {
  const read = [parseRecordId(String(place).padStart(32, "0")), parsePersonId("a".repeat(32))] as const;
  const day = parseCivilDate(new Date().toISOString().slice(0, 10));
  const [id, owner] = read;
  if (id.type === "error" || owner.type === "error" || day.type === "error") throw new Error("a card");
  return `${JSON.stringify(encodeRecord({ type: "card", id: id.value, owner: owner.value, day: day.value, card, mark: "shown" }))}\n`;
};
