/**
 * The twelve rules that no feature may break, each tried on two paired phones by somebody who would like to get round it.
 *
 * Longer tries stand elsewhere, and are not told again here:
 * 1 and 5: `packages/journal/src/rules.test.ts`, every kind of record · 2 and 4: `us-two.test.ts`, `packages/journal/src/silence.test.ts` ·
 * 3: `together.test.ts` · 6: `pairing.test.ts` · 7 and 8: `try.test.ts` · 9: `pairing.test.ts` · 10: `first-minute.test.ts`, every trace of
 * four ways · 11: `us.test.ts` · 12: `apps/web/src/shell/messages.test.ts` and `packages/content/src/review`, every sentence.
 */
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { knownRouteTypes, pathOf } from "../../apps/web/src/shell/routes.ts";
import { serveApp, type ServedApp } from "../browser/serve-app.ts";
import { between, readTablePickup, type Trace } from "../recorded/traces.ts";
import { countEntries, countMessages, liftUntilKept } from "./counts.ts";
import { openDevice, TODAY_HEADING, visit, waitUntilKept, type Device } from "./journey.ts";
import { fitSensors, launchPhone, type MotionSensors } from "./senses.ts";
import { isOfflineWord, openPhone, pair } from "./two-phones.ts";

let browser: Browser;
let app: ServedApp;
let trace: Trace;
let ann: Page;
let ben: Page;
let annSensors: MotionSensors;
let annSent: () => number;
const devices: Device[] = [];

/** What the page asked of the senses and of its owner's attention, since it was loaded. */
const watchAsking = (page: Page) =>
  page.addInitScript(() => {
    const note = (what: string): void => {
      const { dataset } = document.documentElement;
      dataset["asked"] = `${dataset["asked"] ?? ""} ${what}`.trim();
    };
    const { mediaDevices } = navigator;
    const ask = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = (wanted) => {
      note("microphone");
      return ask(wanted);
    };
    const listen = window.addEventListener.bind(window);
    window.addEventListener = (type: string, ...rest: [EventListenerOrEventListenerObject]) => {
      if (type === "devicemotion") note("motion");
      listen(type, ...rest);
    };
    Notification.requestPermission = () => {
      note("notifications");
      return Promise.resolve("denied");
    };
    navigator.vibrate = () => {
      note("vibration");
      return true;
    };
  });
const askedBy = async (page: Page): Promise<string> => (await page.locator("html").getAttribute("data-asked")) ?? "";

const openOne = async (): Promise<Device> => {
  const device = await openPhone(browser, app.url, { permissions: ["accelerometer", "gyroscope", "microphone"] });
  devices.push(device);
  await watchAsking(device.page);
  return device;
};

beforeAll(async () => {
  [app, trace, browser] = await Promise.all([serveApp(), readTablePickup(), launchPhone("ami_trn06.wav")]);
  [{ page: ann }, { page: ben }] = await Promise.all([openOne(), openOne()]);
  annSent = countMessages(ann);
  annSensors = await fitSensors(ann);
  const [first] = trace;
  if (first !== undefined) await annSensors.lieStill(first);
  await pair(ann, ben);
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});
afterEach(() => {
  const faults = devices.flatMap((device) => device.faults).filter((fault) => !isOfflineWord(fault));
  expect(faults).toEqual([]);
});

const tap = (page: Page, name: string | RegExp): Promise<void> => page.getByRole("button", { name }).first().click();
const dark = (page: Page) => page.getByRole("dialog", { name: "Time together" });

/** Until nothing on the page says that it is still on its way. */
const untilThere = async (page: Page): Promise<void> => {
  await page.waitForLoadState("networkidle");
  await expect.poll(() => page.locator(".waiting").count()).toBe(0);
};
const wordsOf = async (page: Page, path: string): Promise<string> => {
  await visit(page, path);
  await untilThere(page);
  return page.locator("body").innerText();
};

/** Where something of the other could stand. */
const placesOfBoth = ["/", "/together", "/us", "/reset", "/settings/access"];
const everythingOn = async (page: Page): Promise<readonly string[]> => {
  const words: string[] = [];
  for (const path of placesOfBoth) words.push(await wordsOf(page, path));
  return words;
};

/** The same to the last word, also of what a page fetches late: what the other must not see would not come later than that. */
const expectAll = async (page: Page, words: readonly string[], why: string): Promise<void> => {
  for (const [index, path] of placesOfBoth.entries()) {
    await visit(page, path);
    await expect.poll(() => page.locator("body").innerText(), { message: `${why}: ${path}` }).toBe(words[index]);
  }
};

/** Until the other phone has all of it: entries come in their order, so a tap that is heard comes after what was before it. */
const untilHeard = async (from: Page, by: Page): Promise<void> => {
  await Promise.all([visit(from, "/together/start"), visit(by, "/together/start")]);
  await tap(from, /^You/);
  await by.getByText("has tapped on their phone").waitFor();
  await tap(from, "Not now");
  await by.getByText("taps on their own phone").waitFor();
};

const keepGood = async (page: Page): Promise<void> => {
  await visit(page, "/good");
  await tap(page, "We looked at each other");
  await page.getByText("Kept, just now").waitFor();
};
const openGood = async (page: Page): Promise<void> => {
  await visit(page, "/records");
  await page.locator("main").getByText("We looked at each other").first().click();
  await page
    .getByText("What was good")
    .or(page.getByRole("button", { name: /Show it|Stop showing/ }))
    .first()
    .waitFor();
};
const showGood = async (page: Page): Promise<void> => {
  await openGood(page);
  await tap(page, "Show it to my partner");
  await page.getByRole("dialog").getByRole("button", { name: "Show it for 28 days" }).click();
  await page.getByText("Shown until").waitFor();
};
const withdrawGood = async (page: Page): Promise<void> => {
  await openGood(page);
  await tap(page, "Stop showing it");
  await page.getByRole("button", { name: "Show it to my partner" }).waitFor();
};

describe("what is kept and shown", () => {
  it("rule 1, only I log me: every kind begins with me, and what is kept on one phone is in no list of the other", async () => {
    await visit(ann, "/log");
    const kinds = await ann.getByRole("group", { name: "What it was" }).getByRole("button").allInnerTexts();
    expect(kinds.length).toBeGreaterThanOrEqual(8);
    for (const kind of kinds) expect(kind.trim()).toMatch(/^I\b/);
    await tap(ann, "I scrolled beside you");
    await ann.getByText("Kept, just now").waitFor();
    await untilHeard(ann, ben);
    await visit(ben, "/records");
    await ben.getByText("Nothing kept yet").waitFor();
    // Nor does an address bring one in.
    for (const path of ["/log/partner", "/records/new?owner=partner", "/log?kind=scrolled-beside-you&who=partner"]) {
      await visit(ben, path);
    }
    await visit(ben, "/records");
    await ben.getByText("Nothing kept yet").waitFor();
  });

  it("rules 2 and 4, private first, and silence is ambiguous: what shows needs both, and every way of not showing is the same", async () => {
    await keepGood(ben);
    await showGood(ben);
    // Never shared.
    const silent = await everythingOn(ben);
    expect(await wordsOf(ann, "/")).not.toContain("Shown to you");
    await keepGood(ann);
    await untilHeard(ann, ben);
    await expectAll(ben, silent, "kept and not shared");

    await showGood(ann);
    await untilHeard(ann, ben);
    for (const page of [ann, ben]) {
      const words = await wordsOf(page, "/");
      expect(words).toContain("Shown to you");
      expect(words.slice(words.indexOf("Shown to you"))).not.toMatch(/\d\d:\d\d/);
    }

    await withdrawGood(ann);
    await untilHeard(ann, ben);
    await expectAll(ben, silent, "withdrawn");
    await visit(ann, "/");
    await tap(ann, "Not a day for this?");
    await tap(ann, "Holiday");
    await ann.getByRole("heading", { level: 1, name: "Nothing is asked today" }).waitFor();
    await untilHeard(ann, ben);
    await expectAll(ben, silent, "resting");
    await visit(ann, "/");
    await tap(ann, "I’m back");
    await ann.getByRole("heading", { level: 1, name: TODAY_HEADING }).waitFor();
    // What Ben can see of Ann is at most what she can see of him: shown again by her and ended by him, both are silent.
    await showGood(ann);
    await withdrawGood(ben);
    await untilHeard(ben, ann);
    for (const page of [ann, ben]) expect(await wordsOf(page, "/")).not.toContain("Shown to you");
  });
});

/** With a sensor it begins with a guess; without one there is nothing to compare a guess with. */
const lookBack = /guess|could be noticed/;

describe("while it runs", () => {
  it("rule 3, nothing sensed is live: a pick-up changes no word on the other phone and sends nothing at all", async () => {
    await Promise.all([visit(ann, "/together/start"), visit(ben, "/together/start")]);
    for (const page of [ann, ben]) await tap(page, /^You/);
    await ann.getByText("No sound").click();
    await Promise.all([ann, ben].map((page) => dark(page).waitFor()));
    await dark(ann).getByRole("button", { name: "Reading motion · tap to stop" }).waitFor();
    await annSensors.play(between(trace, 63_000, 66_000));
    const [silent, sent] = [await dark(ben).innerText(), annSent()];
    // It is over and kept on this phone, so that a phone that dies loses nothing.
    await liftUntilKept(ann, annSensors, trace);
    await ann.waitForTimeout(1000);
    expect(annSent(), "messages to the relay, whoever runs it").toBe(sent);
    expect(await dark(ben).innerText()).toBe(silent);
  });

  it("rules 7 and 8, never hidden, and both say yes to sound: one yes opens no microphone; the sign is there and ends it", async () => {
    expect(await askedBy(ben)).not.toContain("microphone");
    await tap(ann, "Reading motion · tap to stop");
    await ann.getByRole("heading", { level: 1, name: lookBack }).waitFor();
    await dark(ben).getByText("It has ended on the other phone.").waitFor();
    await dark(ben).getByRole("button", { name: "End", exact: true }).click();
    await ben.getByRole("heading", { level: 1, name: lookBack }).waitFor();

    await Promise.all([visit(ann, "/together/start"), visit(ben, "/together/start")]);
    await tap(ann, /^You/);
    await ann.getByText("Yes, this time").click();
    await ben.getByText("has tapped on their phone").waitFor();
    await tap(ben, /^You/);
    await ben.getByText("No sound").click();
    await Promise.all([ann, ben].map((page) => dark(page).waitFor()));
    for (const page of [ann, ben]) {
      expect(await askedBy(page)).not.toMatch(/microphone|notifications|vibration/);
      expect(await dark(page).innerText()).not.toMatch(/Reading.*sound/);
      await dark(page).getByRole("button", { name: "End", exact: true }).click();
      await page.getByRole("heading", { level: 1, name: lookBack }).waitFor();
    }
  });

  it("rule 6, no remote control: what one starts begins nothing on the other, by no address either", async () => {
    await visit(ann, "/together/start");
    await tap(ann, /^You/);
    await tap(ann, "Begin now, without sound");
    await dark(ann).waitFor();
    for (const path of ["/together", "/together/start", "/together/start?start=1&sound=yes", "/"]) {
      await visit(ben, path);
      expect(await dark(ben).count(), path).toBe(0);
      expect(await askedBy(ben), path).toBe("");
    }
    await dark(ann).getByRole("button", { name: "End", exact: true }).click();
    await ann.getByRole("heading", { level: 1, name: lookBack }).waitFor();
  });
});

describe("every page", () => {
  const languages = [
    {
      name: "English",
      verdict: /(?<!\bno )\b(score|streak|rank|ranking|leaderboard|badge|winner|loser|in a row)\b/i,
      blame: /(?<!“)\byou (failed|forgot|ignored|always|never|should have)\b|\byour fault\b|\bare to blame\b/i,
    },
    {
      name: "Español",
      verdict: /\b(puntuación|racha|ranking|clasificación|insignia|ganador|perdedor|ganadora|perdedora)\b/i,
      blame: /\b(has fallado|fallaste|tu culpa|culpa tuya|siempre haces|nunca haces|deberías haber)\b/i,
    },
  ];
  for (const { name, verdict, blame } of languages) {
    it(`rules 5, 6 and 12, no verdicts, no calls, kind words: none scores, compares, asks for attention or blames (${name})`, async () => {
      await visit(ann, "/settings/language");
      await ann.getByRole("radio", { name }).check({ force: true });
      // The page about the app names what it has none of.
      for (const type of knownRouteTypes.filter((one) => one !== "about")) {
        await visit(ann, pathOf(type));
        const words = await ann.locator("body").innerText();
        expect(words, type).not.toMatch(verdict);
        expect(words, type).not.toMatch(blame);
        expect(await askedBy(ann), type).toBe("");
        const columns = await ann.locator("th").allInnerTexts();
        expect(
          columns.some((column) => /partner|pareja/i.test(column)),
          type,
        ).toBe(false);
      }
    });
  }

  it("rule 11, honest numbers: from a few moments no rate and no share is said", async () => {
    await visit(ann, "/settings/language");
    await ann.getByRole("radio", { name: "English" }).check({ force: true });
    for (const path of ["/us", "/us/report", "/us/spiral", "/together"]) {
      expect(await wordsOf(ann, path), path).not.toMatch(/\d an hour|\d ?%(?! interval)/);
    }
  });
});

describe("the first minute and the last", () => {
  it("rule 10, a private question first: nothing on the phone tells a yes from one who came alone", async () => {
    const left: unknown[] = [];
    for (const way of [["Just me"], ["The two of us", "Yes, sometimes"]]) {
      const device = await openDevice(browser, app.url);
      devices.push(device);
      const { page } = device;
      await visit(page, "/");
      for (const name of way) await tap(page, name);
      await page.getByRole("heading", { level: 1, name: TODAY_HEADING }).waitFor();
      await untilThere(page);
      await page.getByText("Perhaps this today").waitFor();
      const kept = await page.evaluate(() => [location.href, history.length, Object.entries(localStorage).sort()]);
      left.push([kept, await countEntries(page), await page.locator("main").innerText()]);
      await device.close();
    }
    expect(left[1]).toEqual(left[0]);
  });

  it("rule 9, leave alone, at once, quietly: without a network too; the other hears neutral words, and what was shown is gone", async () => {
    await showGood(ben);
    await untilHeard(ben, ann);
    for (const page of [ann, ben]) expect(await wordsOf(page, "/")).toContain("Shown to you");
    await waitUntilKept(ann);
    await ann.context().setOffline(true);
    await visit(ann, "/settings/leave");
    await tap(ann, "Leave now");
    await ann.getByRole("heading", { level: 1, name: TODAY_HEADING }).waitFor();
    expect(await wordsOf(ann, "/")).not.toContain("Shown to you");
    expect(await wordsOf(ann, "/records")).toContain("I scrolled beside you");
    await visit(ben, "/together");
    await ann.context().setOffline(false);
    await ben.getByText("The pairing has ended. Your own records are here, as they were.").waitFor();
    expect(await ben.locator("main").innerText()).not.toMatch(/partner (has )?left|your partner ended/i);
    expect(await wordsOf(ben, "/")).not.toContain("Shown to you");
    expect(await wordsOf(ben, "/records")).toContain("We looked at each other");
  });
});
