/**
 * *Us* with ten years behind it, in a real Chromium: the example couple's records brought into a sealed home as its owner would,
 * then the page opened again and again. From the moment the home is open (unlocked, where there is a lock) to the first picture
 * with figures in it; and the posterior of 10⁴ events in a worker of that browser.
 *
 * Medians; the first round, on what was written a moment ago, is not counted. `calibrationMs` is a fixed piece of arithmetic in the same browser, timed between the openings: on another machine, or on
 * one that is busy with other things, divide by it.
 */
import { fileURLToPath } from "node:url";
import { parseCivilDate } from "@undivided/domain";
import type { Browser, Page } from "playwright-core";
import { rolldown } from "rolldown";
import { ensureApp } from "../scripts/setup/build.mjs";
import { launchChromium } from "../tests/browser/chromium.ts";
import { serveApp } from "../tests/browser/serve-app.ts";
import { bringLines, exampleLines } from "../tests/journeys/example-couple.ts";

export interface OpeningFigure {
  readonly bench: "us-opening";
  readonly records: number;
  /** From the navigation until the home is open. */
  readonly unlockedMs: number;
  /** From there to counts in words, and to the picture with intervals. */
  readonly wordsMs: number;
  readonly pictureMs: number;
  readonly calibrationMs: number;
  readonly rounds: number;
}

export interface WorkerPosteriorFigure {
  readonly bench: "posterior-in-worker";
  readonly events: number;
  readonly ms: number;
  readonly calibrationMs: number;
  readonly rounds: number;
}

const YEARS = 10;
const ROUNDS = 5;
const EVENTS = 10_000;

const median = (times: readonly number[]): number =>
  Math.round(times.toSorted((a, b) => a - b)[times.length >> 1] ?? NaN);

/** The same arithmetic everywhere: 108 ms of processor time on an AMD EPYC. */
const calibrate = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const startedAt = performance.now();
    let sum = 0;
    for (let i = 1; i < 2e7; i += 1) sum += Math.sqrt(i) / (i + sum * 1e-9);
    return sum > 0 ? performance.now() - startedAt : NaN;
  });

/** Runs in the page before the app does: when each thing was first there. */
const watch = (): void => {
  const seen: Record<string, number> = {};
  Object.assign(window, { seen });
  const note = (name: string, isThere: boolean): void => {
    if (isThere && seen[name] === undefined) seen[name] = performance.now();
  };
  new MutationObserver(() => {
    note("unlocked", document.querySelector('.shell[data-page="us"]') !== null);
    note("words", /\d/.test(document.querySelector(".us h1")?.textContent ?? ""));
    note("picture", document.querySelector('.us [role="slider"] path, .us [role="slider"] svg') !== null);
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
};

const seenIn = async (page: Page): Promise<ReadonlyMap<string, number>> => {
  const text = await page.evaluate(() => ("seen" in window ? JSON.stringify(window.seen) : "{}"));
  const seen: unknown = JSON.parse(text);
  const entries = typeof seen === "object" && seen !== null ? Object.entries(seen) : [];
  return new Map(entries.map(([name, at]) => [name, Number(at)]));
};

const benchOpening = async (browser: Browser, url: string): Promise<OpeningFigure> => {
  const context = await browser.newContext({ baseURL: url, locale: "en-GB", serviceWorkers: "block" });
  const page = await context.newPage();
  page.setDefaultTimeout(600_000);
  await page.goto("/");
  await page.getByRole("button", { name: "Just me" }).click();
  await page.getByRole("navigation", { name: "Places" }).waitFor();
  const firstDay = parseCivilDate("2016-11-14");
  if (firstDay.type === "error") throw new Error("a Monday");
  const [lines] = exampleLines({ firstDay: firstDay.value, weeks: 52 * YEARS, seed: 1 });
  const startedAt = performance.now();
  await bringLines(page, lines);
  console.error(`us-opening: brought in after ${Math.round((performance.now() - startedAt) / 1000)} s`);
  await page.addInitScript(watch);
  const rounds: {
    readonly unlocked: number;
    readonly words: number;
    readonly picture: number;
    readonly calibration: number;
  }[] = [];
  // The first opening after so much was written is not counted.
  for (let round = 0; round <= ROUNDS; round += 1) {
    await page.goto("/us");
    await page.waitForFunction(() => "seen" in window && JSON.stringify(window.seen).includes("picture"));
    const seen = await seenIn(page);
    const [unlocked = NaN, words = NaN, picture = NaN] = ["unlocked", "words", "picture"].map((name) => seen.get(name));
    const calibration = await calibrate(page);
    if (round > 0) rounds.push({ unlocked, words: words - unlocked, picture: picture - unlocked, calibration });
  }
  await context.close();
  return {
    bench: "us-opening",
    records: lines.trim().split("\n").length,
    unlockedMs: median(rounds.map(({ unlocked }) => unlocked)),
    wordsMs: median(rounds.map(({ words }) => words)),
    pictureMs: median(rounds.map(({ picture }) => picture)),
    calibrationMs: median(rounds.map(({ calibration }) => calibration)),
    rounds: ROUNDS,
  };
};

/** The worker's code as the app would bundle it. */
const bundleWorker = async (): Promise<string> => {
  const input = fileURLToPath(new URL("posterior-worker.ts", import.meta.url));
  const bundle = await rolldown({ input, logLevel: "silent" });
  const { output } = await bundle.generate({ format: "iife", minify: true });
  await bundle.close();
  return output[0].code;
};

const benchPosterior = async (browser: Browser): Promise<WorkerPosteriorFigure> => {
  const page = await browser.newPage();
  const code = await bundleWorker();
  const times: number[] = [];
  const calibrations: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const ms = await page.evaluate(
      ({ text, events }) =>
        new Promise<number>((resolve, reject) => {
          const worker = new Worker(URL.createObjectURL(new Blob([text], { type: "text/javascript" })));
          worker.onmessage = ({ data }) => {
            worker.terminate();
            resolve(Number(data));
          };
          worker.onerror = ({ message }) => reject(new Error(message));
          worker.postMessage(events);
        }),
      { text: code, events: EVENTS },
    );
    times.push(ms);
    calibrations.push(await calibrate(page));
  }
  await page.close();
  return {
    bench: "posterior-in-worker",
    events: EVENTS,
    ms: median(times),
    calibrationMs: median(calibrations),
    rounds: ROUNDS,
  };
};

export const benchUsOpening = async (): Promise<readonly (OpeningFigure | WorkerPosteriorFigure)[]> => {
  await ensureApp(console.error);
  const app = await serveApp();
  const browser = await launchChromium();
  try {
    return [await benchPosterior(browser), await benchOpening(browser, app.url)];
  } finally {
    await browser.close();
    await app.stop();
  }
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const figure of await benchUsOpening()) console.log(JSON.stringify(figure));
}
