import {
  addToInstant,
  err,
  millis,
  ok,
  parseEpochMs,
  parseRecordId,
  type Instant,
  type Millis,
} from "@undivided/domain";
import type { LiveSave, SensedMoment, TogetherTime } from "@undivided/journal";
import type { MotionReading, PageChange } from "@undivided/sensing";
import { beforeAll, describe, expect, it } from "vitest";
import { readTablePickup, type Trace } from "../../../../tests/recorded/traces.ts";
import type { OpenSound } from "../platform/device.ts";
import { readDraft } from "./draft.ts";
import { startEvening, type Evening, type EveningPorts, type EveningStart } from "./evening.ts";

const must = <T>(result: { readonly type: "ok"; readonly value: T } | { readonly type: "error" }): T => {
  if (result.type === "error") throw new Error("not ok");
  return result.value;
};
const BEGAN = must(parseEpochMs(Date.parse("2026-11-20T18:00:00Z")));
const ID = must(parseRecordId("a".repeat(32)));

type Sensed = Parameters<TogetherTime["addSensed"]>[1];

/** A phone whose clocks and senses the test moves by hand, and a journal that only notes what it is given. */
const createPhone = (trace: Trace) => {
  let now: Millis = millis(50_000);
  let motion: ((reading: MotionReading) => void) | null = null;
  let sound: Parameters<OpenSound>[0] | null = null;
  let tick: (() => void) | null = null;
  const pages = new Set<{ onChange: (change: PageChange) => void; onLeave: () => void }>();
  const saves: LiveSave[] = [];
  const taps: string[] = [];
  let kept: Sensed | null = null;
  let failing = false;
  let sleptMs = 0;
  const instant = (): Instant => addToInstant(BEGAN, now - 50_000 + sleptMs);
  const note = (name: string) => async () => {
    taps.push(name);
    return ok(null);
  };
  const together: EveningPorts["together"] = {
    save: async (live: LiveSave) => {
      saves.push(live);
      return ok(null);
    },
    pause: note("pause"),
    resume: note("resume"),
    end: async () => (failing ? err({ type: "storage-full" } as const) : err({ type: "not-running" } as const)),
    addSensed: async (_id: unknown, sensed: Sensed) => {
      kept = sensed;
      return ok(null);
    },
  };
  return {
    saves,
    taps,
    kept: () => kept,
    isReadingMotion: () => motion !== null,
    isListening: () => sound !== null,
    fail: (on: boolean) => (failing = on),
    tick: () => tick?.(),
    setTime: (at: number) => (now = millis(at)),
    /** The whole phone: only the clock of the day goes on. */
    sleep: (ms: number) => (sleptMs += ms),
    hide: () => [...pages].forEach(({ onChange }) => onChange({ at: now, visible: false })),
    show: () => [...pages].forEach(({ onChange }) => onChange({ at: now, visible: true })),
    play: (until: number) => {
      let frame = now + 32;
      for (const sample of trace) {
        if (sample.at < now || sample.at >= until) continue;
        for (; frame <= sample.at; frame += 32) sound?.onFrame({ at: millis(frame), speech: 0.9 });
        now = sample.at;
        motion?.(sample);
      }
      now = millis(until);
    },
    start: (how: Partial<EveningStart> = {}): Evening =>
      startEvening(
        {
          clock: { now: () => now, instant },
          together,
          live: {
            listenToMotion: (listener) => {
              motion = listener;
              return () => (motion = null);
            },
            openSound: async (options) => {
              sound = options;
              return ok({ close: () => (sound = sound === options ? null : sound) });
            },
            watchPage: (listeners) => {
              pages.add(listeners);
              return () => pages.delete(listeners);
            },
            holdScreen: () => () => undefined,
            now: () => now,
          },
          setInterval: (run) => {
            tick = run;
            return () => (tick = null);
          },
          changed: () => undefined,
        },
        {
          ...{ id: ID, start: BEGAN, isPaused: false, unreadSince: BEGAN, draft: null },
          choice: { motion: true, sound: true, television: false },
          ...how,
        },
      ),
  };
};

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe("an evening", () => {
  let trace: Trace;
  beforeAll(async () => {
    trace = await readTablePickup();
  });

  it("keeps the real pick-up with its time and its reasons", async () => {
    const phone = createPhone(trace);
    const evening = phone.start();
    await settle();
    phone.play(85_000);
    expect(await evening.end()).toBe(true);
    const [moment, ...more] = phone.kept()?.moments ?? [];
    expect(more).toEqual([]);
    expect(moment).toMatchObject({ kind: "picked-up", reasons: ["was-resting", "talk", "other-phone-unknown"] });
    expect(Math.abs((moment?.at ?? 0) - BEGAN - 16_900)).toBeLessThan(1500);
    expect(evening.room().some(({ type }) => type === "talk")).toBe(true);
    expect([phone.isReadingMotion(), phone.isListening()]).toEqual([false, false]);
  });

  it("hands what was noticed to the journal while it runs, at once when a pick-up is over", async () => {
    const phone = createPhone(trace);
    phone.start();
    await settle();
    phone.play(75_000);
    phone.tick();
    expect(phone.saves.at(-1)).toMatchObject({ urgent: false });
    expect(readDraft(phone.saves.at(-1)?.draft ?? null).moments).toHaveLength(1);
    phone.play(139_000);
    phone.tick();
    expect(phone.saves.at(-1)).toMatchObject({ urgent: true });
    phone.tick();
    expect(phone.saves.at(-1)).toMatchObject({ urgent: false });
  });

  it("goes on after a stop with what was noticed before it, and knows nothing of the time between", async () => {
    const phone = createPhone(trace);
    phone.start();
    await settle();
    phone.play(139_000);
    phone.tick();
    const { draft } = phone.saves.at(-1) ?? { draft: null };
    const again = createPhone(trace);
    again.setTime(200_000);
    const evening = again.start({ draft, unreadSince: addToInstant(BEGAN, 87_000) });
    await settle();
    again.setTime(230_000);
    await evening.end();
    expect(again.kept()?.moments).toHaveLength(1);
    for (const of of ["motion", "sound", "page"] as const) {
      expect(again.kept()?.unknown).toContainEqual({
        ...{ of, from: addToInstant(BEGAN, 87_000) },
        until: addToInstant(BEGAN, 150_000),
      });
    }
  });

  it("reads nothing in a pause, which is not unknown, and nothing is lost by it", async () => {
    const phone = createPhone(trace);
    const evening = phone.start();
    await settle();
    phone.play(85_000);
    await evening.pause();
    expect([phone.isReadingMotion(), phone.isListening()]).toEqual([false, false]);
    expect(evening.state().reading).toEqual({ motion: false, sound: false });
    phone.hide();
    phone.show();
    expect(phone.isReadingMotion()).toBe(false);
    phone.setTime(200_000);
    await evening.resume();
    await settle();
    expect([phone.isReadingMotion(), phone.isListening()]).toEqual([true, true]);
    phone.setTime(210_000);
    await evening.end();
    expect(phone.taps).toEqual(["pause", "resume"]);
    expect(phone.kept()?.moments).toHaveLength(1);
    const during = (phone.kept()?.unknown ?? []).filter(
      ({ from, until }) => from < addToInstant(BEGAN, 149_000) && until > addToInstant(BEGAN, 36_000),
    );
    expect(during).toEqual([]);
  });

  it("stops listening at once when somebody does not say yes any more", async () => {
    const phone = createPhone(trace);
    const evening = phone.start();
    await settle();
    phone.play(60_000);
    evening.hear(false);
    await settle();
    expect([phone.isReadingMotion(), phone.isListening()]).toEqual([true, false]);
    expect(evening.state().reading).toEqual({ motion: true, sound: false });
  });

  it("is saved at once when the page is hidden", async () => {
    const phone = createPhone(trace);
    phone.start();
    await settle();
    phone.play(85_000);
    const before = phone.saves.length;
    phone.hide();
    expect(phone.saves.slice(before).at(-1)).toMatchObject({ urgent: true });
  });

  it("has a draft as soon as it begins, which tells it from one that is still waited for", () => {
    for (const motion of [true, false]) {
      const phone = createPhone(trace);
      phone.start({ choice: { motion, sound: false, television: false } });
      expect(phone.saves).toMatchObject([{ urgent: true, unknown: [] }]);
      expect(phone.saves[0]?.draft).not.toBeNull();
    }
  });

  it("says where it could not be kept, and keeps it when it is tried again", async () => {
    const phone = createPhone(trace);
    const evening = phone.start();
    await settle();
    phone.play(85_000);
    phone.fail(true);
    expect(await evening.end()).toBe(false);
    expect(evening.state().fault).toEqual({ type: "storage-full" });
    phone.fail(false);
    expect(await evening.end()).toBe(true);
    const moments: readonly SensedMoment[] = phone.kept()?.moments ?? [];
    expect(moments).toHaveLength(1);
  });

  it("knows no motion for as long as none is read, so that nothing is counted as time in which it could be noticed", async () => {
    const phone = createPhone(trace);
    const evening = phone.start({ choice: { motion: false, sound: false, television: false } });
    phone.setTime(60_000);
    phone.tick();
    // Known also to whoever finds it again after the app was stopped.
    const soFar = { of: "motion", from: BEGAN, until: addToInstant(BEGAN, 10_000) };
    expect(phone.saves.at(-1)?.unknown).toEqual([soFar]);
    expect(readDraft(phone.saves.at(-1)?.draft ?? null).unknown).toEqual([soFar]);
    phone.setTime(80_000);
    phone.sleep(600_000);
    await evening.end();
    expect(phone.kept()?.unknown).toEqual([{ of: "motion", from: BEGAN, until: addToInstant(BEGAN, 630_000) }]);
  });
});
