/**
 * Reset on two paired phones over a real relay, one pair from the first step to the last: a talk in step with one phone away in
 * the middle, an agreement from its first words to its end, an idea for a ritual that is passed over, and a day on which the
 * clocks change in one zone only.
 */
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../browser/chromium.ts";
import { serveApp, type ServedApp } from "../browser/serve-app.ts";
import { expectNoSidewaysScroll, findAxeViolations, visit, waitUntilKept, type Device } from "./journey.ts";
import { passTime } from "./pass-time.ts";
import { isOfflineWord, openPhone, pair } from "./two-phones.ts";

let browser: Browser;
let app: ServedApp;
let phones: readonly Device[] = [];
let ann: Page;
let ben: Page;

beforeAll(async () => {
  [browser, app] = await Promise.all([launchChromium(), serveApp()]);
  phones = await Promise.all(
    ["Europe/Berlin", "America/New_York"].map((timezoneId) =>
      openPhone(browser, app.url, { bypassCSP: true, timezoneId }),
    ),
  );
  const [one, other] = phones;
  if (one === undefined || other === undefined) throw new Error("two phones");
  [ann, ben] = [one.page, other.page];
});
afterAll(async () => {
  const faults = phones.flatMap((device) => device.faults);
  await browser.close();
  await app.stop();
  expect(faults.filter((fault) => !isOfflineWord(fault))).toEqual([]);
});

const both = (run: (page: Page) => Promise<unknown>): Promise<unknown> => Promise.all([ann, ben].map(run));
const tap = (page: Page | Locator, name: string | RegExp): Promise<void> =>
  page.getByRole("button", { name, exact: typeof name === "string" }).click();
const see = (page: Page | Locator, text: string | RegExp): Promise<void> => page.getByText(text).first().waitFor();
const gone = (page: Page | Locator, text: string | RegExp): Promise<void> =>
  page.getByText(text).first().waitFor({ state: "detached" });

describe("a talk in step on two phones", () => {
  it("draws who begins, waits for the slower one, lives through a phone that is away and started anew, and ends alone", async () => {
    await pair(ann, ben);
    await both(async (page) => {
      await waitUntilKept(page);
      await visit(page, "/reset/talk");
    });
    await ann.getByLabel("What have I noticed in myself?").fill("I look at it at supper");
    await both((page) => tap(page, "Begin, each on their own phone"));
    const speaks = "You speak now. Short is fine.";
    const listens = "You listen now. You don’t have to answer anything yet.";
    const ended = "The talk has ended on the other phone.";
    await expect
      .poll(async () => (await Promise.all([ann, ben].map((page) => page.getByText(speaks).count()))).toSorted())
      .toEqual([0, 1]);
    const annBegins = (await ann.getByText(speaks).count()) === 1;
    await see(annBegins ? ben : ann, listens);
    expect(await findAxeViolations(ann)).toEqual([]);
    expect(await ben.locator("body").innerText()).not.toContain("at supper");

    // Ann is done with this; Ben's phone has no network, and its app is started anew.
    await phones[1]?.context.setOffline(true);
    await tap(ann, "Go on");
    await see(ann, "You’ve gone on. It moves when both have.");
    await ben.reload();
    await see(ben, annBegins ? listens : speaks);
    await tap(ben, "Go on");
    await see(ann, "You’ve gone on. It moves when both have.");
    await phones[1]?.context.setOffline(false);
    await see(ann, annBegins ? listens : speaks);
    await see(ben, annBegins ? speaks : listens);

    // Tension: either pauses for both, both read when it goes on, and who took the break ends it.
    await tap(ben, "Pause");
    await both((page) => see(page, "Breathe in for four, out for six."));
    const [annBack, benBack] = await Promise.all([ann, ben].map((page) => page.getByText("Back at").innerText()));
    // New York is five or six hours behind Berlin: the same minute on both.
    expect(annBack?.slice(-2)).toBe(benBack?.slice(-2));
    expect(benBack).toMatch(/^Back at \d\d:\d\d$/);
    expect(await ann.getByRole("button", { name: "Go on with the talk" }).count()).toBe(0);
    expect(await findAxeViolations(ann)).toEqual([]);
    await tap(ben, "Go on with the talk");
    await see(ann, "Step 2 of");

    // Ann has tapped to go on; Ben stops in a break. Ann reads that, and is not led on to a step that she would have alone.
    await tap(ann, "Go on");
    await see(ann, "You’ve gone on. It moves when both have.");
    // A tap that came too early is taken back.
    await tap(ann, "Not yet");
    await gone(ann, "You’ve gone on. It moves when both have.");
    await tap(ann, "Go on");
    await see(ann, "You’ve gone on. It moves when both have.");
    await tap(ben, "Pause");
    await see(ann, "Breathe in for four, out for six.");
    await tap(ben, "Not today. Another day is fine.");
    await see(ben, "Stopped here");
    await see(ann, ended);
    await see(ann, "Step 2 of");
    expect(await findAxeViolations(ann)).toEqual([]);
    await ann.reload();
    await see(ann, ended);
    await see(ann, "Step 2 of");
    await tap(ann, "Stop here too");
    await see(ann, "Stopped here");
    expect(await ann.locator("body").innerText()).not.toContain("at supper");

    // Another evening it goes on where both were, and what was prepared is seen by who asks for it.
    await both((page) => visit(page, "/reset/talk"));
    await tap(ann, "Show my notes");
    expect(await ann.getByLabel("What have I noticed in myself?").inputValue()).toBe("I look at it at supper");
    await both((page) => tap(page, "Go on at step 2, each on your own phone"));
    await both((page) => see(page, "Step 2 of"));
    await both((page) => tap(page, "Stop for today"));
    await both((page) => see(page, "Stopped here"));

    // What is written at "one small thing" is read on the other phone too, and that is said before.
    await both((page) => visit(page, "/reset/talk"));
    await tap(ann, "Go on at step 2, each on your own phone");
    for (const step of [3, 4, 5, 6, 7]) {
      await tap(ann, "Go on");
      await see(ann, `Step ${step} of`);
    }
    await see(ann, "Once it’s written, your partner can read it, signed by you.");
    await tap(ann, "Stop for today");
    await see(ann, "Stopped here");
    await visit(ann, "/reset/talk");
    await tap(ann, "Begin anew");
    await tap(ann, "Begin, each on their own phone");
    await tap(ann, "Go on");
    await see(ann, "Step 2 of");
    await tap(ann, "Stop for today");
    await see(ann, "Stopped here");

    // Ann goes ahead alone, Ben begins anew: both read where the talk is, and Ben may go on where Ann was.
    await both((page) => visit(page, "/reset/talk"));
    await tap(ann, "Go on at step 2, each on your own phone");
    for (const step of [3, 4]) {
      await tap(ann, "Go on");
      await see(ann, `Step ${step} of`);
    }
    await tap(ben, "Begin anew");
    await tap(ben, "Begin, each on their own phone");
    await see(ann, "The other phone begins at step 1");
    await see(ann, "Step 1 of");
    await see(ben, "The other phone is at step 4 already.");
    expect(await findAxeViolations(ben)).toEqual([]);
    await tap(ben, "Go on at step 4");
    await both((page) => see(page, "Step 4 of"));
    await both((page) => tap(page, "Stop for today"));
    await both((page) => see(page, "Stopped here"));
  });
});

/** Notes on the page whether the button to sign was off at the very moment at which these words came. */
const watchSigning = (page: Page, words: string): Promise<void> =>
  page.evaluate((wanted) => {
    new MutationObserver(() => {
      const article = [...document.querySelectorAll("article")].find((one) => one.textContent.includes(wanted));
      const sign = [...(article?.querySelectorAll("button") ?? [])].find((one) =>
        one.textContent.includes("Sign these"),
      );
      if (sign !== undefined) document.body.dataset["cameDisabled"] ??= String(sign.disabled);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  }, words);

const DAY_MS = 86_400_000;

/** The next last Sunday of March, when the clocks of Berlin go forward and those of New York have done so two weeks before. */
const nextChangeOfClocks = (): number => {
  const years = [0, 1, 2].map((ahead) => new Date().getUTCFullYear() + ahead);
  const sundays = years.map((year) => Date.UTC(year, 2, 31) - new Date(Date.UTC(year, 2, 31)).getUTCDay() * DAY_MS);
  return sundays.find((at) => at > Date.now() + 40 * DAY_MS) ?? NaN;
};

describe("an agreement, and an idea for a ritual", () => {
  it("is each one's own sentence, signed by both, signed anew once it is changed, and each wording can be read", async () => {
    await both((page) => visit(page, "/reset/agreements"));
    // What is no subject is not written; what was typed twice stands once.
    // That it will be read is said before it is written.
    await see(ann, "Once it’s written, your partner can read it, signed by you.");
    await ann.getByLabel("I will").fill("read your messages every night");
    await see(ann, "This is no subject here");
    expect(await ann.getByRole("button", { name: "Write and sign, for four weeks" }).isDisabled()).toBe(true);
    expect(await findAxeViolations(ann)).toEqual([]);
    await ann.getByLabel("I will").fill("I will leave my phone in the hall at supper");
    await tap(ann, "Write and sign, for four weeks");
    await see(ben, "I will leave my phone in the hall at supper");
    expect(await ben.getByRole("button", { name: "Change", exact: true }).count()).toBe(0);
    await visit(ben, "/reset");
    await see(ben, "Words of your partner’s are there to read");
    await visit(ben, "/reset/agreements");
    await tap(ben, "Add a sentence of mine");
    await see(ben, "A sentence of mine, beside:");
    await ben.getByLabel("I will").fill("say why before I pick it up");
    await tap(ben, "Write and sign, for four weeks");
    await see(ann, "I will say why before I pick it up");
    expect(await ann.getByText("Signed by both").count()).toBe(0);
    await tap(ann, "Sign these words");
    await both((page) => see(page, "Signed by both"));
    expect(await findAxeViolations(ben)).toEqual([]);

    await watchSigning(ben, "after seven");
    await tap(ann, "Change");
    await see(ann, "You are changing:");
    await tap(ann, "Leave it as it is");
    expect(await ann.getByLabel("I will").inputValue()).toBe("");
    await tap(ann, "Change");
    await ann.getByLabel("I will").fill("leave my phone in the hall after seven");
    await tap(ann, "Write and sign, for four weeks");
    await see(ben, "I will leave my phone in the hall after seven");
    await both((page) => gone(page, "Signed by both"));
    // Nobody signs what came under their finger.
    expect(await ben.locator("body").getAttribute("data-came-disabled")).toBe("true");
    await both(async (page) => {
      await page.getByText("Earlier wording").click();
      const whose = page === ann ? "Mine:" : "Your partner’s:";
      await page
        .getByRole("listitem")
        .filter({ hasText: whose })
        .getByText("I will leave my phone in the hall at supper")
        .waitFor();
    });
    await tap(ben, "Sign these words");
    await both((page) => see(page, "Signed by both"));

    // Either ends it, at once; what is left is a sentence that was never signed.
    await tap(ben, "End it");
    await tap(ben, "Keep it");
    await tap(ben, "End it");
    await tap(ben.getByRole("dialog"), "End it");
    await gone(ben, "I will say why");
    await gone(ann, "Signed by both");
    await see(ann, "I will leave my phone in the hall after seven");
    expect(await ann.locator("article").innerText()).not.toMatch(/ended|partner/i);
  });

  it("that is passed over shows nothing to who had it, and it ends by itself, as an agreement does", async () => {
    await visit(ann, "/reset/rituals");
    await tap(ann, /^Give it a day.*Hello at the door/);
    // The clocks change in Berlin on the last Sunday of March; a Sunday it is.
    const sheet = ann.getByRole("dialog");
    for (const day of ["Sunday", "Thursday"]) await tap(sheet, day);
    await sheet.getByLabel("At what time").fill("19:15");
    await tap(sheet, "Keep it");
    await tap(ann, "Suggest it for two");
    await tap(ann, "Take the idea back");
    await tap(ann, "Suggest it for two");
    await see(ann, "Suggested. It ends by itself.");
    const before = await ann.locator("main").innerText();
    await visit(ben, "/reset/rituals");
    await see(ben, "An idea for the two of you");
    await see(ben, /^Sunday, 19:15 \(Europe\/Berlin\)$/);
    // What one would join is said.
    await see(ben.locator("main article"), /Whoever’s home gets up/);
    expect(await findAxeViolations(ben)).toEqual([]);
    // Read, and left alone.
    await ann.waitForTimeout(1500);
    expect(await ann.locator("main").innerText()).toBe(before);

    await passTime(phones, nextChangeOfClocks() - DAY_MS / 2 - Date.now());
    await both((page) => visit(page, "/reset/rituals"));
    await gone(ben, "An idea for the two of you");
    expect(await ann.locator("main article").innerText()).toContain("Hello at the door");
    await both(async (page) => {
      await visit(page, "/reset/agreements");
      await gone(page, /I will (leave|say)/);
    });
  });

  it("that is taken up comes round once on each phone at the same moment, and moves or is left out on one phone alone", async () => {
    await visit(ann, "/reset/rituals");
    await tap(ann, "Suggest it for two");
    await visit(ben, "/reset/rituals");
    await tap(ben, "Join in");
    await both((page) => see(page, "Both of you have it"));
    const [hers, his] = [ann, ben].map((page) => page.locator("main article").filter({ hasText: "Hello at the door" }));
    if (hers === undefined || his === undefined) throw new Error("two phones");
    await his.getByRole("button", { name: "Into my calendar" }).waitFor();
    expect(await his.getByText("19:15").innerText()).toContain(await hers.getByText("19:15").innerText());
    // Sunday, with the clock of its zone an hour further on: at a quarter past seven all the same, and once.
    expect(await his.getByText("19:15").innerText()).toMatch(/^Sunday.*March.*(CEST|GMT\+2)/);

    await tap(his, "Another time");
    await ben.getByRole("dialog").getByLabel("At what time").fill("20:05");
    await tap(ben.getByRole("dialog"), "Another time");
    await his.getByText("20:05").waitFor();
    expect(await findAxeViolations(ben)).toEqual([]);
    await expectNoSidewaysScroll(ben);
    await tap(his, "Not this time");
    await his.getByText("20:05").waitFor({ state: "detached" });
    // Neither is a slip of the finger for good.
    await tap(ben, "Undo");
    await his.getByText("20:05").waitFor();
    await tap(his, "Not this time");
    await his.getByText("20:05").waitFor({ state: "detached" });
    expect(await his.innerText()).not.toMatch(/skip|moved|left out/i);
    expect(await hers.getByText("19:15").count()).toBe(1);
  });

  it("follows its ritual when that is changed, ended or brought back; what both have ends on one phone after a question", async () => {
    const title = "A kiss that has time";
    await visit(ann, "/reset/rituals");
    await visit(ben, "/reset/rituals");
    const [hers, his] = [ann, ben].map((page) => page.locator("main article").filter({ hasText: title }));
    if (hers === undefined || his === undefined) throw new Error("two phones");
    await tap(ann, new RegExp(`^Give it a day.*${title}`));
    await ann.getByRole("dialog").getByLabel("At what time").fill("21:10");
    await tap(ann.getByRole("dialog"), "Keep it");
    await tap(hers, "Suggest it for two");
    await see(his, /21:10/);
    // What is no subject for an agreement is none for a ritual of two.
    await tap(ann, "One of my own");
    await ann.getByRole("dialog").getByLabel("What it is").fill("Read each other’s messages");
    await tap(ann.getByRole("dialog"), "Keep it");
    const reading = ann.locator("main article").filter({ hasText: "Read each other’s messages" });
    await see(reading, "This is no subject for two here");
    expect(await reading.getByRole("button", { name: "Suggest it for two" }).count()).toBe(0);
    await tap(reading, "End it");
    await reading.waitFor({ state: "detached" });

    await tap(hers, "Change");
    await ann.getByRole("dialog").getByLabel("At what time").fill("21:40");
    await tap(ann.getByRole("dialog"), "Keep it");
    await see(his, /21:40/);
    expect(await his.count()).toBe(1);
    await see(hers, "Suggested. It ends by itself.");

    await tap(hers, "End it");
    await his.waitFor({ state: "detached" });
    await tap(ann, "Undo");
    await see(hers, "Suggested. It ends by itself.");
    await see(his, /21:40/);

    await tap(his, "Join in");
    await see(hers, "Both of you have it");
    await see(his, "Both of you have it");
    expect(await his.getByRole("button", { name: "Change" }).count()).toBe(0);
    await tap(hers, "End it");
    await see(ann.getByRole("dialog"), "The other phone keeps its own.");
    expect(await findAxeViolations(ann)).toEqual([]);
    await tap(ann.getByRole("dialog"), "End it");
    await hers.waitFor({ state: "detached" });
    expect(await ann.getByRole("button", { name: "Undo" }).count()).toBe(0);

    // On the other phone it is one of its owner's own, as any is.
    await gone(his, "Both of you have it");
    await see(his, "Suggest it for two");
    await see(his, "Change");
  });
});
