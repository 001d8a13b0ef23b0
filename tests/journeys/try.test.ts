/**
 * *Try it here* on a phone whose sensors hear and feel real recordings: the pick-up of `fixtures/motion/table-pickup` while people
 * really talk, and while somebody types.
 */
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { serveApp, type ServedApp } from "../browser/serve-app.ts";
import { between, detectPickups, readTablePickup, type Trace } from "../recorded/traces.ts";
import {
  expectNoSidewaysScroll,
  findAxeViolations,
  findAxeViolationsLightAndDark,
  openDevice,
  phone,
  visit,
  type Device,
} from "./journey.ts";
import { openPhoneThatHides } from "./hidden-page.ts";
import { fitSensors, lastTap, launchPhone, noteTaps, type MotionSensors } from "./senses.ts";

const motionOnly = ["accelerometer", "gyroscope"];
const motionAndSound = [...motionOnly, "microphone"];

/** Seconds of the trace: at rest until 66.4, in a hand from 67 on, long enough that the pick-up is not taken for the ending. */
const LIFT_WINDOW = { from: 61_500, until: 79_000 } as const;
/** Long enough before the lift for a silence to be known as one. */
const LULL_WINDOW = { from: 56_800, until: 79_000 } as const;

let app: ServedApp;
let trace: Trace;
let talking: Browser;
let typing: Browser;
const devices: Device[] = [];

beforeAll(async () => {
  [app, trace, talking, typing] = await Promise.all([
    serveApp(),
    readTablePickup(),
    launchPhone("ami_trn06.wav"),
    launchPhone("typing.wav"),
  ]);
});
afterAll(async () => {
  await Promise.all([talking.close(), typing.close()]);
  await app.stop();
});
afterEach(async () => {
  const faults = devices.flatMap((device) => device.faults);
  await Promise.all(devices.splice(0).map((device) => device.close()));
  expect(faults).toEqual([]);
});

const open = async (browser: Browser, options: Parameters<typeof openDevice>[2] = {}): Promise<Device> => {
  const device = await openDevice(browser, app.url, { permissions: motionAndSound, ...options });
  devices.push(device);
  await noteTaps(device.page);
  return device;
};

const openWithSensors = async (page: Page): Promise<MotionSensors> => {
  const sensors = await fitSensors(page);
  const [first] = trace;
  if (first !== undefined) await sensors.lieStill(first);
  await visit(page, "/try");
  return sensors;
};

const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { level: 1, name });
const tap = (page: Page, name: string): Promise<void> => page.getByRole("button", { name, exact: true }).click();

const switchOnMotion = async (page: Page): Promise<void> => {
  await tap(page, "Switch on motion");
  await page.getByRole("button", { name: "Start together" }).waitFor();
};
const sayYesToSound = async (page: Page): Promise<void> => {
  await tap(page, "Switch on sound");
  await page.getByRole("button", { name: "Yes says one" }).click();
  await page.getByRole("button", { name: "Yes says the other" }).click();
};
const switchOnSound = async (page: Page): Promise<void> => {
  await sayYesToSound(page);
  await page.getByText("On: yes was said twice, for this time.").waitFor();
};
const startTogether = async (page: Page, sign: string): Promise<void> => {
  await tap(page, "Start together");
  await page.getByRole("dialog", { name: "Time together" }).getByRole("button", { name: sign }).waitFor();
};
const endAndGuess = async (page: Page): Promise<void> => {
  await tap(page, "End");
  await heading(page, "Before you look: what is your own guess?").waitFor();
  await tap(page, "One more");
  await tap(page, "Show what was noticed");
  await page.getByText("This was a try. It is forgotten when you leave.").waitFor();
};

const both = "Reading motion and sound · tap to stop";
const onlyMotion = "Reading motion · tap to stop";

/** Rows of the table behind the picture. */
const tableRows = async (page: Page): Promise<readonly (readonly string[])[]> => {
  await page.getByText("As a table").click();
  return page
    .locator("tbody tr")
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent)));
};
const momentsIn = (rows: readonly (readonly string[])[]) => rows.filter(([, , what]) => what?.startsWith("Moment"));

/** `0:09.1` in milliseconds. */
const toMs = (clock: string): number => clock.split(":").reduce((sum, part) => sum * 60 + Number(part), 0) * 1000;

describe("a real pick-up", () => {
  it("while people talk is counted, with its reasons and at its time; nothing is shown while they do", async () => {
    const { page } = await open(talking);
    const sensors = await openWithSensors(page);
    await switchOnMotion(page);
    await switchOnSound(page);
    await startTogether(page, both);
    const began = await lastTap(page);
    const dialog = page.getByRole("dialog");
    const silent = await dialog.innerText();
    const played = between(trace, LIFT_WINDOW.from, LIFT_WINDOW.until);
    const playedAt = await sensors.play(played);
    expect(await dialog.innerText()).toBe(silent);
    await endAndGuess(page);

    await heading(page, "You guessed one. One was counted.").waitFor();
    await page.getByText("counted on this phone: 1").waitFor();
    const card = page.getByRole("article");
    await card.getByText("It had been lying still for").waitFor();
    await card.getByText("There was talk in the room, with no break before.").waitFor();
    await card.getByText("Whether the other phone was in use is not known.").waitFor();

    const [moment, ...more] = momentsIn(await tableRows(page));
    expect(more).toEqual([]);
    expect(moment?.[2]).toBe("Moment, counted");
    const expected = detectPickups(played).find(({ type }) => type === "picked-up")?.at ?? Number.NaN;
    const noticed = LIFT_WINDOW.from + began + toMs(moment?.[0] ?? "") - playedAt;
    expect(Math.abs(noticed - expected)).toBeLessThan(300 + sensors.latestMs());

    await card.getByRole("button", { name: "We used it together" }).click();
    await heading(page, "You guessed one. None was counted.").waitFor();
    await page.getByRole("button", { name: "Undo, at" }).click();
    await heading(page, "You guessed one. One was counted.").waitFor();
  });

  it("after a silence is not counted; every screen passes axe, also with text twice as large", async () => {
    const { page } = await open(typing, { bypassCSP: true });
    const check = async (): Promise<void> => {
      expect(await findAxeViolationsLightAndDark(page)).toEqual([]);
      await expectNoSidewaysScroll(page);
      await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
      await page.setViewportSize({ width: 320, height: 640 });
      await expectNoSidewaysScroll(page);
      await page.setViewportSize(phone);
      await page.evaluate(() => (document.documentElement.style.fontSize = ""));
    };
    const sensors = await openWithSensors(page);
    await check();
    await switchOnMotion(page);
    await tap(page, "Switch on sound");
    await check();
    await page.getByRole("button", { name: "Yes says one" }).click();
    // One yes is not two: that half is spent, and it still asks.
    expect(await page.getByRole("button", { name: "Yes said" }).isDisabled()).toBe(true);
    expect(await page.getByText("On: yes was said twice").count()).toBe(0);
    await check();
    await page.getByRole("button", { name: "Yes says the other" }).click();
    await page.getByText("On: yes was said twice").waitFor();
    await check();
    await startTogether(page, both);
    await check();
    await sensors.play(between(trace, LULL_WINDOW.from, LULL_WINDOW.until));
    await tap(page, "End");
    await heading(page, "Before you look: what is your own guess?").waitFor();
    await check();
    await tap(page, "I have no guess");
    await heading(page, "None was counted.").waitFor();
    await page.getByRole("heading", { name: "Not counted" }).waitFor();
    await page.locator("[data-moment]").getByText("It had been quiet in the room").waitFor();
    await check();
    const moments = momentsIn(await tableRows(page));
    expect(moments.map(([, , what]) => what)).toEqual(["Moment, not counted"]);
  });

  it("without the microphone stays open and is asked about once; all of it by keyboard", async () => {
    const { page } = await open(talking, { permissions: motionOnly });
    const sensors = await openWithSensors(page);
    const press = async (name: string): Promise<void> => {
      await page.getByRole("button", { name, exact: true }).focus();
      await page.keyboard.press("Enter");
    };
    await press("Switch on motion");
    await page.getByRole("button", { name: "Start together" }).waitFor();
    await press("Switch on sound");
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain("says one");
    await page.getByRole("button", { name: "Yes says one" }).press("Space");
    await page.getByRole("button", { name: "Yes says the other" }).press("Space");
    await page.getByText("The microphone was not allowed, and that is fine.").waitFor();
    await page.getByText("It works without sound too").waitFor();
    await press("Start together");
    await page.getByRole("dialog").getByRole("button", { name: onlyMotion }).waitFor();
    await sensors.play(between(trace, LIFT_WINDOW.from, LIFT_WINDOW.until));
    await page.keyboard.press("Escape");
    await heading(page, "Before you look: what is your own guess?").waitFor();
    await press("I have no guess");
    await heading(page, "None is counted so far.").waitFor();
    await page.getByText("One is open until you say. It is in no count.").waitFor();
    await press("I don’t know");
    await page.getByRole("button", { name: "I do remember, at 0:0" }).press("Enter");
    await page.getByText("Were we talking?").waitFor();
    await press("Yes");
    await heading(page, "One was counted.").waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain("At 0:0");
    expect(await page.getByText("Were we talking?").count()).toBe(0);
  });
});

describe("what is lost on the way", () => {
  it("the microphone ends: it goes on with motion, says so, and a later pick-up stays open", async () => {
    const { page, context } = await open(talking);
    const sensors = await openWithSensors(page);
    await switchOnMotion(page);
    await switchOnSound(page);
    await startTogether(page, both);
    await sensors.play(between(trace, 60_500, 62_000));
    await context.clearPermissions(); // Chromium ends the track
    await page.getByRole("dialog").getByRole("button", { name: onlyMotion }).waitFor();
    await page.getByText("There is no sound now. The rest goes on.").waitFor();
    await sensors.play(between(trace, 62_000, LIFT_WINDOW.until));
    await endAndGuess(page);
    await page.getByText("the microphone was taken away. Motion was still read").waitFor();
    await page.getByRole("article").getByText("The sound was not known just then.").waitFor();
    expect(momentsIn(await tableRows(page)).map(([, , what]) => what)).toEqual(["Moment, open"]);
  });

  it("the page is hidden: nothing is read, the stretch is told as not known, and the screen is kept on again", async () => {
    const hiding = await openPhoneThatHides(app.url, "ami_trn06.wav", motionAndSound);
    try {
      const { page } = hiding;
      await page.addInitScript(() => {
        const ask = navigator.wakeLock.request.bind(navigator.wakeLock);
        navigator.wakeLock.request = (type) => {
          const { dataset } = document.documentElement;
          dataset["asked"] = String(Number(dataset["asked"] ?? 0) + 1);
          return ask(type);
        };
      });
      const sensors = await openWithSensors(page);
      await switchOnMotion(page);
      await switchOnSound(page);
      await startTogether(page, both);
      await sensors.play(between(trace, 58_000, 61_000));
      await hiding.hide(async () => {
        expect(await page.evaluate(() => document.visibilityState)).toBe("hidden");
        expect(await page.getByRole("dialog").innerText()).toContain("Nothing is read now");
        await new Promise((resolve) => setTimeout(resolve, 1500));
      });
      await page.getByRole("dialog").getByRole("button", { name: both }).waitFor();
      await sensors.play(between(trace, 61_000, 63_000));
      expect(await page.locator("html").getAttribute("data-asked")).toBe("2");
      await endAndGuess(page);
      await page.getByText("this page was not on the screen").waitFor();
      const rows = await tableRows(page);
      expect(rows.map(([, , what]) => what)).toContain("The phone: not known");
      expect(rows.map(([, , what]) => what)).toContain("The room: not known");
      // The phone lay still meanwhile: locked, not used.
      expect(momentsIn(rows).map(([, , what]) => what)).toEqual(["Moment, not counted"]);
      expect(hiding.faults).toEqual([]);
    } finally {
      await hiding.close();
    }
  });

  it("the page is left: the microphone is let go at once", async () => {
    const { page } = await open(talking);
    await page.addInitScript(() => {
      const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
      let latest: MediaStreamTrack | undefined;
      navigator.mediaDevices.getUserMedia = async (wanted) => {
        const stream = await ask(wanted);
        latest = stream.getTracks()[0];
        return stream;
      };
      setInterval(() => (document.documentElement.dataset["track"] = latest?.readyState ?? "none"), 20);
    });
    await visit(page, "/");
    await page.getByRole("link", { name: "Try it, nothing is kept" }).click();
    await heading(page, "Lay this phone down, and talk").waitFor();
    await switchOnSound(page);
    const track = page.locator("html");
    await expect.poll(() => track.getAttribute("data-track")).toBe("ended"); // asked, and let go until the start
    await tap(page, "Switch on motion"); // there is none here
    await tap(page, "Go on without motion");
    await startTogether(page, "Reading sound · tap to stop");
    await expect.poll(() => track.getAttribute("data-track")).toBe("live");
    await page.goBack();
    await heading(page, "A phone comes first. It happens.").waitFor();
    await expect.poll(() => track.getAttribute("data-track"), { timeout: 2000 }).toBe("ended");
  });
});

describe("motion", () => {
  it("that is refused is no end: sound and the page still tell something, and the look-back says what is missing", async () => {
    const { page } = await open(talking, { permissions: ["microphone"] });
    await visit(page, "/try");
    await tap(page, "Switch on motion");
    await page.getByText("Motion was not allowed, so a pick-up cannot be noticed.").waitFor();
    await switchOnSound(page);
    await startTogether(page, "Reading sound · tap to stop");
    await tap(page, "Reading sound · tap to stop");
    await heading(page, "Nothing could be noticed this time.").waitFor();
    await page.getByText("Motion was not read, so a pick-up could not be noticed.").waitFor();
  });

  it("needs a safe address, and the page says so", async () => {
    const browser = await launchPhone(null, ["--host-resolver-rules=MAP undivided.test 127.0.0.1"]);
    try {
      const page = await browser.newPage();
      await page.goto(new URL("/try", app.url.replace("localhost", "undivided.test")).href);
      await tap(page, "Switch on motion");
      await heading(page, "Sensors need a safe address").waitFor();
    } finally {
      await browser.close();
    }
  });
});

describe("a device without a motion sensor", () => {
  it("is told so, and offered the recording", async () => {
    const { page } = await open(talking, { viewport: { width: 1280, height: 800 }, bypassCSP: true });
    await visit(page, "/try");
    await tap(page, "Switch on motion");
    await heading(page, "There is no motion sensor here").waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    await page.getByRole("main").getByRole("link", { name: "Look at a recording" }).click();
    await heading(page, "Look at a recording").waitFor();
  });
});
