import { addMillis, err, millis, ok, type Millis } from "@undivided/domain";
import type { MotionReading, PageChange } from "@undivided/sensing";
import { beforeAll, describe, expect, it } from "vitest";
import { FIRST_CONTACT_MS, readTablePickup, type Trace } from "../../../../tests/recorded/traces.ts";
import type { OpenSound } from "../platform/device.ts";
import { startLiveSession, type LiveChoice, type LiveSession, type Reading } from "./live-session.ts";

type SoundListeners = Parameters<OpenSound>[0];

const everything: LiveChoice = { motion: true, sound: true, television: false };

/** A phone whose clock and senses the test moves by hand. */
const createPhone = () => {
  let now = millis(0);
  let motion: ((reading: MotionReading) => void) | null = null;
  let page: { onChange: (change: PageChange) => void; onLeave: () => void } | null = null;
  let sound: SoundListeners | null = null;
  let screenHeld = false;
  let opened = 0;
  let closed = 0;
  const readings: Reading[] = [];
  const openSound: OpenSound = async (listeners) => {
    opened += 1;
    sound = listeners;
    return ok({
      close: () => {
        closed += 1;
        if (sound === listeners) sound = null;
      },
    });
  };
  return {
    readings,
    counts: () => ({ opened, closed }),
    isReadingMotion: () => motion !== null,
    isListening: () => sound !== null,
    isScreenHeld: () => screenHeld,
    isWatched: () => page !== null,
    sound: () => sound,
    setTime: (at: Millis) => (now = at),
    hide: (at: Millis) => page?.onChange({ at, visible: false }),
    show: (at: Millis) => page?.onChange({ at, visible: true }),
    leave: () => page?.onLeave(),
    /** The trace from the present to `until`, with speech or silence in the room. */
    play: (trace: Trace, until: Millis, speech = 0.9) => {
      for (let frame = addMillis(now, 32), index = trace.findIndex(({ at }) => at >= now); now < until;) {
        const sample = trace[index];
        if (sample !== undefined && sample.at <= frame) {
          motion?.(sample);
          index += 1;
          now = sample.at;
        } else {
          sound?.onFrame({ at: frame, speech });
          now = frame;
          frame = addMillis(frame, 32);
        }
      }
      now = until;
    },
    start: (choice: LiveChoice, open: OpenSound = openSound): LiveSession =>
      startLiveSession(
        {
          listenToMotion: (listener) => {
            motion = listener;
            return () => (motion = null);
          },
          openSound: open,
          watchPage: (listeners) => {
            page = listeners;
            return () => (page = null);
          },
          holdScreen: () => {
            screenHeld = true;
            return () => (screenHeld = false);
          },
          now: () => now,
        },
        choice,
        { onReading: (reading) => readings.push(reading), onLeave: () => undefined },
      ),
  };
};

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe("a live session", () => {
  let trace: Trace;
  beforeAll(async () => {
    trace = await readTablePickup();
  });
  const start = millis(50_000);

  it("counts the real pick-up in the middle of talk, with its reasons", async () => {
    const phone = createPhone();
    phone.setTime(start);
    const session = phone.start(everything);
    await settle();
    phone.play(trace, millis(85_000));
    const { events } = session.stop();
    const moments = events.filter((event) => event.type === "moment");
    expect(moments).toHaveLength(1);
    expect(moments[0]).toMatchObject({
      kind: "picked-up",
      counted: true,
      why: ["was-resting", "talk", "other-phone-unknown"],
    });
    expect(Math.abs((moments[0]?.at ?? 0) - FIRST_CONTACT_MS)).toBeLessThan(1500);
  });

  it("does not count it after a silence", async () => {
    const phone = createPhone();
    phone.setTime(start);
    const session = phone.start(everything);
    await settle();
    phone.play(trace, millis(85_000), 0.01);
    expect(session.stop().events.find((event) => event.type === "moment")).toMatchObject({
      counted: false,
      why: ["was-resting", "lull"],
    });
  });

  it("leaves the pick-up out that ended it", async () => {
    const phone = createPhone();
    phone.setTime(start);
    const session = phone.start(everything);
    await settle();
    phone.play(trace, millis(70_000));
    const finished = session.stop();
    expect(finished.endedByPickup).toBe(true);
    expect(finished.events.some((event) => event.type === "moment")).toBe(false);
    expect(finished.events.some((event) => event.type === "picked-up")).toBe(true);
  });

  it("reads nothing and holds nothing once it is stopped, and stopping twice says the same", async () => {
    const phone = createPhone();
    const session = phone.start(everything);
    await settle();
    expect([phone.isReadingMotion(), phone.isListening(), phone.isScreenHeld(), phone.isWatched()]).toEqual([
      true,
      true,
      true,
      true,
    ]);
    phone.setTime(millis(5000));
    const finished = session.stop();
    expect([phone.isReadingMotion(), phone.isListening(), phone.isScreenHeld(), phone.isWatched()]).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(phone.readings.at(-1)).toEqual({ motion: false, sound: false });
    phone.setTime(millis(9000));
    expect(session.stop()).toBe(finished);
  });

  it("opens no sense that was not chosen", async () => {
    const phone = createPhone();
    const session = phone.start({ motion: false, sound: false, television: false });
    await settle();
    expect(phone.isReadingMotion()).toBe(false);
    expect(phone.counts().opened).toBe(0);
    expect(phone.readings).toEqual([]);
    session.stop();
  });

  it("lets go of every sense while the page is hidden, and takes them up again", async () => {
    const phone = createPhone();
    phone.setTime(start);
    const session = phone.start(everything);
    await settle();
    phone.play(trace, millis(58_000));
    phone.hide(millis(58_000));
    expect([phone.isReadingMotion(), phone.isListening()]).toEqual([false, false]);
    expect(phone.readings.at(-1)).toEqual({ motion: false, sound: false });
    phone.setTime(millis(61_000));
    phone.show(millis(61_000));
    await settle();
    expect([phone.isReadingMotion(), phone.isListening()]).toEqual([true, true]);
    phone.play(trace, millis(64_000));
    const { events } = session.stop();
    const unknown = events.filter((event) => event.type === "unknown");
    expect(unknown.map(({ of, why }) => [of, why])).toEqual([
      ["motion", "page-hidden"],
      ["sound", "page-hidden"],
    ]);
    expect(events.find((event) => event.type === "moment")).toMatchObject({
      kind: "left-app",
      counted: false,
      why: ["no-lift", "talk"],
    });
  });

  it("goes on without sound when the microphone ends: a later pick-up stays open", async () => {
    const phone = createPhone();
    phone.setTime(start);
    const session = phone.start(everything);
    await settle();
    phone.play(trace, millis(60_000));
    phone.sound()?.onLost("device-ended", millis(60_000));
    expect(phone.readings.at(-1)).toEqual({ motion: true, sound: false });
    expect(phone.counts().closed).toBe(1);
    phone.play(trace, millis(85_000));
    const { events } = session.stop();
    expect(events).toContainEqual(
      expect.objectContaining({ type: "unknown", of: "sound", at: 60_000, why: "device-ended" }),
    );
    expect(events.find((event) => event.type === "moment")).toMatchObject({
      counted: null,
      why: ["was-resting", "sound-unknown"],
    });
  });

  it("hears again after an interruption", async () => {
    const phone = createPhone();
    phone.setTime(start);
    const session = phone.start(everything);
    await settle();
    phone.play(trace, millis(55_000));
    phone.sound()?.onLost("interrupted", millis(55_000));
    expect(phone.readings.at(-1)).toEqual({ motion: true, sound: false });
    phone.setTime(millis(57_000));
    phone.play(trace, millis(60_000));
    expect(phone.readings.at(-1)).toEqual({ motion: true, sound: true });
    expect(session.stop().events).toContainEqual(
      expect.objectContaining({ type: "unknown", of: "sound", at: 55_000, why: "interrupted" }),
    );
  });

  it("goes on without sound when the microphone cannot be opened, and says why", async () => {
    const phone = createPhone();
    phone.setTime(start);
    const session = phone.start(everything, async () => err({ type: "refused" }));
    await settle();
    expect(phone.readings.at(-1)).toEqual({ motion: true, sound: false });
    phone.play(trace, millis(85_000));
    const finished = session.stop();
    expect(finished.soundProblem).toBe("refused");
    expect(finished.events.find((event) => event.type === "moment")).toMatchObject({
      counted: null,
      why: ["was-resting", "sound-unknown"],
    });
  });

  it("closes a microphone that opens only after the end", async () => {
    const phone = createPhone();
    let release: () => void = () => undefined;
    let closed = false;
    let wanted: AbortSignal | undefined;
    const session = phone.start(everything, async ({ signal }) => {
      wanted = signal;
      await new Promise<void>((resolve) => (release = resolve));
      return ok({ close: () => (closed = true) });
    });
    session.stop();
    expect(wanted?.aborted).toBe(true);
    release();
    await settle();
    expect(closed).toBe(true);
  });

  it("leaves talk open while a television is on", async () => {
    const phone = createPhone();
    phone.setTime(start);
    const session = phone.start({ ...everything, television: true });
    await settle();
    phone.play(trace, millis(85_000));
    expect(session.stop().events.find((event) => event.type === "moment")).toMatchObject({
      counted: null,
      why: ["was-resting", "tv-on"],
    });
  });
});
