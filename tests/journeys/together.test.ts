/**
 * Together time on two paired phones: the real pick-up of `fixtures/motion/table-pickup` while real people talk, what its owner sees
 * of it, what the partner does not; an app that is killed in the middle or left, an end by a slip, and two windows.
 */
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { serveApp, type ServedApp } from "../browser/serve-app.ts";
import { between, readTablePickup, type Trace } from "../recorded/traces.ts";
import { liftUntilKept } from "./counts.ts";
import {
  begin,
  expectNoSidewaysScroll,
  findAxeViolations,
  findAxeViolationsLightAndDark,
  phone,
  TODAY_HEADING,
  visit,
  type Device,
} from "./journey.ts";
import { passTime } from "./pass-time.ts";
import { fitSensors, launchPhone, type MotionSensors } from "./senses.ts";
import { openPhone, pair } from "./two-phones.ts";

/** Seconds of the trace: at rest until 66.4, in a hand from 67 on. */
const LIFT_WINDOW = { from: 61_500, until: 74_000 } as const;
/** Held on, so that the pick-up is not taken for the ending. */
const HOLD_WINDOW = { from: 74_000, until: 80_000 } as const;
const senses = ["accelerometer", "gyroscope", "microphone"];
const both = "Reading motion and sound · tap to stop";

let app: ServedApp;
let trace: Trace;
let browser: Browser;
const devices: Device[] = [];

beforeAll(async () => {
  [app, trace, browser] = await Promise.all([serveApp(), readTablePickup(), launchPhone("ami_trn06.wav")]);
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

const open = async (options: Parameters<typeof openPhone>[2] = {}): Promise<Device> => {
  const device = await openPhone(browser, app.url, { permissions: senses, ...options });
  devices.push(device);
  return device;
};
const lay = async (page: Page): Promise<MotionSensors> => {
  const sensors = await fitSensors(page);
  const [first] = trace;
  if (first !== undefined) await sensors.lieStill(first);
  return sensors;
};
const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { level: 1, name });
const tap = (page: Page, name: string | RegExp): Promise<void> => page.getByRole("button", { name }).click();
const dark = (page: Page) => page.getByRole("dialog", { name: "Time together" });
const end = async (page: Page): Promise<void> => {
  await dark(page).getByRole("button", { name: "End", exact: true }).click();
  await heading(page, "Before you look: what is your own guess?").waitFor();
};
const play = (sensors: readonly MotionSensors[], { from, until }: { readonly from: number; readonly until: number }) =>
  Promise.all(sensors.map((one) => one.play(between(trace, from, until))));
/** What the page says instead is what a log has to tell. */
const expectHeading = (page: Page, name: string): Promise<void> =>
  expect.poll(() => page.getByRole("heading", { level: 1 }).allInnerTexts(), { timeout: 30_000 }).toEqual([name]);

describe("two phones, and a pick-up in the middle of a talk", () => {
  it("its owner sees it with its reasons; the other sees taps only, and a moment only when both show one", async () => {
    const [{ page: ann }, { page: ben }] = await Promise.all([open({ bypassCSP: true }), open()]);
    const [annSensors, benSensors] = await Promise.all([lay(ann), lay(ben)]);
    await pair(ann, ben);
    await Promise.all([ann, ben].map((page) => visit(page, "/together/start")));

    // Each taps; the other half says so, and no more. Both have to say yes to sound, and nothing begins over a question that is open.
    expect(await findAxeViolations(ann)).toEqual([]);
    await tap(ann, /^You/);
    await heading(ann, "Waiting for the other half").waitFor();
    expect(await findAxeViolations(ann)).toEqual([]);
    await ben.getByText("has tapped on their phone").waitFor();
    await tap(ben, /^You/);
    for (const page of [ann, ben]) await page.getByText("Both have tapped. Your answer about sound").waitFor();
    await ann.getByText("Yes, this time").click();
    await ann.getByText("The answer about sound isn’t here yet.").waitFor();
    // What the other answered does not show beside one's own question.
    await ben.getByText("Both have tapped. Your answer about sound").waitFor();
    expect(await dark(ann).count()).toBe(0);
    await ben.getByText("Yes, this time").click();
    await Promise.all([ann, ben].map((page) => dark(page).getByRole("button", { name: both }).waitFor()));
    expect(await findAxeViolations(ann)).toEqual([]);

    // What is sensed shows nowhere while it goes on; what is tapped does.
    const silent = await dark(ben).innerText();
    await play([annSensors, benSensors], LIFT_WINDOW);
    expect(await dark(ben).innerText()).toBe(silent);
    await tap(ann, "Back in two minutes");
    await play([annSensors, benSensors], HOLD_WINDOW);
    await dark(ben).getByText("Your partner said: back in two minutes.").waitFor();
    await tap(ann, "Pause");
    await dark(ann).getByText("Paused. Nothing is read.").waitFor();
    await dark(ann).getByText("Nothing is read now").waitFor();
    await dark(ben).getByText("Your partner has tapped pause.").waitFor();
    await tap(ann, "Go on");

    await end(ben);
    await dark(ann).getByText("It has ended on the other phone.").waitFor();
    // His yes to sound was to the time that he was in.
    await dark(ann).getByRole("button", { name: "Reading motion · tap to stop" }).waitFor();
    await end(ann);
    await tap(ben, "One more");
    await tap(ben, "Show what was noticed");
    await expectHeading(ben, "You guessed one. One was counted.");
    const card = ben.getByRole("article");
    await card.getByText("It had been lying still.").waitFor();
    await card.getByText("There was talk in the room, with no break before.").waitFor();

    // She had said why within the minute, so hers is not counted; she says otherwise.
    await tap(ann, "I have no guess");
    await expectHeading(ann, "None was counted.");
    await ann.getByText("I said why first").waitFor();
    await tap(ann, "Undo, at");
    await expectHeading(ann, "One was counted.");
    expect(await findAxeViolations(ann)).toEqual([]);

    // A doorbell set it off: it counts all the same, and the way back stays.
    await tap(ann, "Something outside set it off");
    await ann.getByText("It counts as before").waitFor();
    expect(await ann.getByRole("heading", { level: 1 }).innerText()).toBe("One was counted.");
    expect(await findAxeViolations(ann)).toEqual([]);
    await tap(ann, "Undo, at");
    await ann.getByRole("button", { name: "Something outside set it off" }).waitFor();

    // Said before sharing; shown to the other only while they show one too, by the day and no finer.
    await tap(ben, "Share this one");
    const sheet = ben.getByRole("dialog", { name: "Share this moment?" });
    await sheet.getByText("What was seen by then cannot be unseen.").waitFor();
    await sheet.getByRole("button", { name: "Share it" }).click();
    await ben.getByText("Shared until").waitFor();
    await visit(ann, "/together");
    await ann.getByRole("heading", { name: "Times together" }).waitFor();
    await ann.waitForTimeout(1500);
    expect(await ann.getByText("Shared with you").count()).toBe(0);
    await ann.getByRole("link", { name: /on both phones|on this phone/ }).click();
    await tap(ann, "Share this one");
    await ann.getByRole("dialog").getByRole("button", { name: "Share it" }).click();
    await ann.getByText("Shared until").waitFor();
    await visit(ann, "/together");
    const shown = ann.locator("section", { hasText: "Shared with you" });
    await shown.getByText("“I picked up my phone in a talk.”").waitFor();
    expect(await shown.innerText()).not.toMatch(/\d\d:\d\d|second|lying still/);

    // Withdrawn, it is gone there without a word.
    await tap(ben, "Stop sharing");
    await shown.waitFor({ state: "detached" });
  });
});

describe("a browser that asks whether motion may be read", () => {
  it("leaves the start as it is until it is answered, begins once, and after a no goes on without", async () => {
    const { page } = await open();
    await begin(page);
    await visit(page, "/together/start");
    await page.evaluate(() => {
      const requestPermission = (): Promise<string> =>
        new Promise((resolve) => addEventListener("answered", () => resolve("denied"), { once: true }));
      Object.assign(DeviceMotionEvent, { requestPermission });
    });
    await tap(page, /^You/);
    for (let taps = 0; taps < 2; taps += 1) await tap(page, "Begin without sound");
    await page.waitForTimeout(1000);
    expect(await page.locator("main h1").allInnerTexts()).toEqual(["May this phone hear whether there is talk?"]);
    expect(await page.getByRole("status").filter({ hasText: /\S/ }).count()).toBe(0);
    await page.evaluate(() => dispatchEvent(new Event("answered")));
    await dark(page).getByText("Motion isn’t read here, so a pick-up can’t be noticed").waitFor();
    // Nothing could be noticed, so no guess is asked for: it would have nothing to be compared with.
    await dark(page).getByRole("button", { name: "End", exact: true }).click();
    await heading(page, "Nothing could be noticed this time.").waitFor();
    await page.getByText("Motion wasn’t read on this phone").waitFor();
    await visit(page, "/together");
    await page.getByRole("heading", { name: "Times together" }).waitFor();
    const times = page.locator('main li a[href^="/together/"]');
    expect(new Set(await times.evaluateAll((links) => links.map((link) => link.getAttribute("href")))).size).toBe(1);
  });
});

describe("an app that is killed in the middle", () => {
  it("keeps what was noticed, knows nothing of what came after, and can be gone on with or ended; also by keyboard", async () => {
    const { page, context } = await open({ bypassCSP: true });
    const sensors = await lay(page);
    await begin(page);
    await visit(page, "/together/start");
    await page.getByRole("button", { name: /^You/ }).press("Enter");
    await page.getByRole("button", { name: "Yes says one" }).press("Space");
    await page.getByRole("button", { name: "Yes says the other" }).press("Space");
    await dark(page).getByRole("button", { name: both }).waitFor();
    // What is over is kept within seconds.
    await liftUntilKept(page, sensors, trace);
    await page.close({ runBeforeUnload: false });
    await passTime([{ context }], 120_000);

    const again = await context.newPage();
    await lay(again);
    for (const path of ["/log", "/"]) {
      await visit(again, path);
      await again.getByRole("link", { name: "A time together hasn’t ended: go on, or end it" }).waitFor();
    }
    await again.getByRole("link", { name: "A time together hasn’t ended" }).press("Enter");
    await heading(again, "It was stopped in between").waitFor();
    expect(await findAxeViolations(again)).toEqual([]);
    await again.getByRole("button", { name: "Go on with it" }).press("Enter");
    await dark(again).waitFor();

    // A second window cannot begin or end it.
    const other = await context.newPage();
    await visit(other, "/together");
    await heading(other, "It runs in another window").waitFor();
    await other.close();

    await again.keyboard.press("Escape");
    await heading(again, "Before you look: what is your own guess?").waitFor();
    await again.getByRole("button", { name: "I have no guess" }).press("Enter");
    await heading(again, /counted/).waitFor();
    await again.getByRole("article").or(again.locator("[data-moment]")).first().waitFor();
    await again
      .getByText("nothing was read. The page was hidden, the phone was locked, or the app was stopped.")
      .waitFor();

    // Corrections, and back again.
    expect(await findAxeViolationsLightAndDark(again)).toEqual([]);
    await again.setViewportSize({ width: 320, height: 640 });
    await again.evaluate(() => (document.documentElement.style.fontSize = "200%"));
    await expectNoSidewaysScroll(again);
    await again.evaluate(() => (document.documentElement.style.fontSize = ""));
    await again.setViewportSize(phone);

    // It can be deleted, and brought back.
    await again.getByText("More about this time").click();
    await tap(again, "Delete this time");
    await again.getByText("Nothing to look back on yet").waitFor();
    await again.getByRole("status").getByRole("button", { name: "Undo" }).click();
    await again.getByRole("heading", { name: "Times together" }).waitFor();
  });
});

describe("a time together that is left, and one that ends by a slip", () => {
  it("is found again from Today, says that it was left, and can be gone on with; so can one that was just ended", async () => {
    const { page } = await open({ bypassCSP: true });
    await begin(page);
    // Two taps from Today, then the answer about sound.
    await page.getByRole("link", { name: "Start together" }).click();
    await tap(page, /^You/);
    expect(await findAxeViolations(page)).toEqual([]);
    await tap(page, "Begin without sound");
    await dark(page).waitFor();
    await page.goBack();
    await heading(page, TODAY_HEADING).waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    await page.getByRole("link", { name: "A time together hasn’t ended: go on, or end it" }).click();
    await heading(page, "It hasn’t ended yet").waitFor();
    await page.getByText("You left its page.").waitFor();
    expect(await page.getByText("The app was closed").count()).toBe(0);
    await tap(page, "Go on with it");
    await dark(page).getByRole("button", { name: "End", exact: true }).click();
    await heading(page, "Nothing could be noticed this time.").waitFor();
    expect(await findAxeViolationsLightAndDark(page)).toEqual([]);

    await tap(page, "It hasn’t ended, go on");
    await dark(page).getByRole("button", { name: "End", exact: true }).click();
    await heading(page, "Nothing could be noticed this time.").waitFor();
    await visit(page, "/together");
    await page.getByRole("heading", { name: "Times together" }).waitFor();
    expect(
      await page
        .locator("main")
        .getByText(/on this phone$/)
        .count(),
    ).toBe(1);
    await visit(page, "/");
    expect(await page.getByText("A time together hasn’t ended").count()).toBe(0);
  });
});

describe("without sound", () => {
  it("what its owner's answer counted can be excused and taken back, and whoever did not know may remember", async () => {
    const { page } = await open({ bypassCSP: true });
    const sensors = await lay(page);
    await begin(page);
    await visit(page, "/together/start");
    await tap(page, /^You/);
    await tap(page, "Begin without sound");
    await dark(page).getByRole("button", { name: "Reading motion · tap to stop" }).waitFor();
    await liftUntilKept(page, sensors, trace);
    await end(page);
    await tap(page, "I have no guess");
    await expectHeading(page, "None is counted so far.");
    await page.getByText("One is open until you say. It is in no count.").waitFor();

    await tap(page, "I don’t know");
    await tap(page, "I do remember, at");
    await page.getByText("Were we talking?").waitFor();
    await tap(page, "Yes");
    await expectHeading(page, "One was counted.");
    const card = page.getByRole("article");
    await card.getByText("There was talk", { exact: true }).waitFor();
    expect(await card.getByText("cannot be known").count()).toBe(0);
    expect(await findAxeViolations(page)).toEqual([]);
    await tap(page, "Needed");
    await expectHeading(page, "None was counted.");
    // Word by word: first what was needed, then the answer.
    await tap(page, "Undo, at");
    await expectHeading(page, "One was counted.");

    // Its times put right: what lies outside is said before, kept, and in no count.
    await page.getByText("More about this time").click();
    await tap(page, "Change when it was");
    const sheet = page.getByRole("dialog", { name: "Change when it was" });
    const [from, until] = [sheet.getByLabel("It began at"), sheet.getByLabel("It ended at")];
    const shifted = async (minutes: number): Promise<string> => {
      const [hour = 0, minute = 0] = (await from.inputValue()).split(":").map(Number);
      const at = (hour * 60 + minute + minutes + 1440) % 1440;
      return [at / 60, at % 60].map((part) => String(Math.floor(part)).padStart(2, "0")).join(":");
    };
    await until.fill(await shifted(-2));
    await sheet.getByRole("button", { name: "Keep these times" }).click();
    await sheet.getByRole("alert").filter({ hasText: "The end comes after the beginning" }).waitFor();
    expect([await from.getAttribute("aria-invalid"), await until.getAttribute("aria-invalid")]).toEqual([
      "false",
      "true",
    ]);
    await from.fill(await shifted(-30));
    await sheet.getByText("One noticed moment lies outside of these times.").waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    await sheet.getByRole("button", { name: "Keep these times" }).click();
    await expectHeading(page, "None was counted.");
    await page.getByRole("heading", { name: "Outside this time: in no count" }).waitFor();
    await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
    await expectHeading(page, "One was counted.");
  });
});
