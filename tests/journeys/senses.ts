/**
 * A phone for journeys: a real Chromium whose motion sensors and microphone a test feeds with real recordings, in real time.
 *
 * The sensors are Chromium's own, overridden through its debugging protocol, so that the page gets real `devicemotion` events,
 * rounded as Chromium rounds them. The microphone is Chromium's fake device playing a WAV over and over.
 */
import { fileURLToPath } from "node:url";
import { setTimeout as sleep } from "node:timers/promises";
import type { MotionSample } from "@undivided/sensing";
import type { Browser, CDPSession, Page } from "playwright-core";
import { launchChromium } from "../browser/chromium.ts";
import type { Trace } from "../recorded/traces.ts";

export const soundFixture = (name: string): string =>
  fileURLToPath(new URL(`../../fixtures/sound/${name}`, import.meta.url));

/** `sound`: what the microphone hears; null: there is no microphone. Permission is left to the context, unlike `voiceFile`'s. */
export const launchPhone = (sound: string | null, args: readonly string[] = []): Promise<Browser> =>
  launchChromium({
    args: [
      ...(sound === null
        ? []
        : ["--use-fake-device-for-media-stream", `--use-file-for-fake-audio-capture=${soundFixture(sound)}`]),
      "--autoplay-policy=user-gesture-required",
      ...args,
    ],
  });

export interface MotionSensors {
  /** The phone lies as in the first sample, until something else is played. */
  readonly lieStill: (sample: MotionSample) => Promise<void>;
  /**
   * Plays a trace at its own speed, 60 times a second, and resolves at its end with when it began, on the clock of
   * `pageTime`.
   */
  readonly play: (trace: Trace) => Promise<number>;
  /** By how much the latest sample of what was played last came after its time: what a busy machine adds to every moment. */
  readonly latestMs: () => number;
}

const EVENTS_PER_SECOND = 60;

/** To be called before the page adds its listener. */
export const fitSensors = async (page: Page): Promise<MotionSensors> => {
  const session = await page.context().newCDPSession(page);
  for (const type of ["accelerometer", "linear-acceleration", "gyroscope"] as const) {
    await session.send("Emulation.setSensorOverrideEnabled", {
      enabled: true,
      type,
      metadata: { available: true, minimumFrequency: 1, maximumFrequency: EVENTS_PER_SECOND },
    });
  }
  let latestMs = 0;
  return {
    lieStill: (sample) => show(session, sample),
    latestMs: () => latestMs,
    play: async (trace) => {
      const [first] = trace;
      if (first === undefined) throw new Error("an empty trace");
      const startedAt = performance.now();
      let index = 0;
      latestMs = 0;
      for (let tick = 0; index < trace.length - 1; tick += 1) {
        const due = startedAt + (tick * 1000) / EVENTS_PER_SECOND;
        await sleep(Math.max(0, due - performance.now()));
        const now = first.at + performance.now() - startedAt;
        while (index < trace.length - 1 && (trace[index + 1]?.at ?? Infinity) <= now) index += 1;
        await show(session, trace[index] ?? first);
        latestMs = Math.max(latestMs, performance.now() - due);
      }
      return performance.timeOrigin + startedAt;
    },
  };
};

const show = async (session: CDPSession, { acceleration, rotationRate }: MotionSample): Promise<void> => {
  const xyz = ([x, y, z]: readonly [number, number, number]) => ({ xyz: { x, y, z } });
  await Promise.all([
    session.send("Emulation.setSensorOverrideReadings", { type: "accelerometer", reading: xyz(acceleration) }),
    session.send("Emulation.setSensorOverrideReadings", { type: "linear-acceleration", reading: xyz([0, 0, 0]) }),
    session.send("Emulation.setSensorOverrideReadings", {
      type: "gyroscope",
      reading: xyz(rotationRate ?? [0, 0, 0]),
    }),
  ]);
};

/** Notes when each tap reached the page; to be called before the page is opened. Read with `lastTap`. */
export const noteTaps = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    addEventListener(
      "click",
      ({ timeStamp }) => (document.documentElement.dataset["tap"] = String(performance.timeOrigin + timeStamp)),
      { capture: true },
    );
  });
};

/** On the clock of `play`: milliseconds since 1970, from the same computer. */
export const lastTap = async (page: Page): Promise<number> =>
  Number(await page.locator("html").getAttribute("data-tap"));
