import { millis, type Millis, type MomentReason } from "@undivided/domain";
import { beforeAll, describe, expect, it } from "vitest";
import {
  backwards,
  between,
  readTablePickup,
  shifted,
  type Trace,
  withoutGyroscope,
} from "../../../../tests/recorded/traces.ts";
import type { PageChange, SensedMoment, SensingEvent, SpeechFrame } from "../events.ts";
import { createSession, type Session } from "./session.ts";

let table: Trace = [];
beforeAll(async () => {
  table = await readTablePickup();
});

/** Made speech probabilities: speech in the given seconds, quiet otherwise. */
const speech = (
  fromS: number,
  untilS: number,
  talks: readonly (readonly [number, number])[],
): readonly SpeechFrame[] => {
  const frames: SpeechFrame[] = [];
  for (let at = fromS * 1000 + 32; at <= untilS * 1000; at += 32) {
    const talking = talks.some(([from, until]) => at > from * 1000 && at <= until * 1000);
    frames.push({ at: millis(at), speech: talking ? 0.9 : 0.02 });
  }
  return frames;
};

interface Inputs {
  readonly motion?: Trace;
  readonly frames?: readonly SpeechFrame[];
  readonly page?: readonly PageChange[];
  readonly also?: (session: Session) => void;
}

/** Runs one session over all inputs in the order of time. */
const runSession = (
  { motion, frames, page, also }: Inputs,
  until: Millis = millis(140_000),
): readonly SensingEvent[] => {
  const session = createSession({ startedAt: millis(0), motion: motion !== undefined, sound: frames !== undefined });
  also?.(session);
  const steps = [
    ...(page ?? []).map((change) => ({ at: change.at, run: () => session.page(change) })),
    ...(motion ?? []).map((sample) => ({ at: sample.at, run: () => session.motion(sample) })),
    ...(frames ?? []).map((frame) => ({ at: frame.at, run: () => session.speech(frame) })),
  ].sort((a, b) => a.at - b.at);
  return [...steps.flatMap(({ run }) => run()), ...session.close(until)];
};

const momentsOf = (events: readonly SensingEvent[]): readonly SensedMoment[] =>
  events.filter((event) => event.type === "moment");

const verdicts = (
  events: readonly SensingEvent[],
): readonly (readonly [string, boolean | null, readonly MomentReason[]])[] =>
  momentsOf(events).map(({ kind, counted, why }) => [kind, counted, why]);

const hiddenFor = (fromS: number, untilS: number): readonly PageChange[] => [
  { at: millis(fromS * 1000), visible: false },
  { at: millis(untilS * 1000), visible: true },
];

describe("the real pick-up", () => {
  it("counts while there is talk, with the reasons", () => {
    const events = runSession({ motion: table, frames: speech(0, 140, [[40, 75]]) });
    expect(verdicts(events)).toEqual([["picked-up", true, ["was-resting", "talk", "other-phone-unknown"]]]);
    const [moment] = momentsOf(events);
    expect(moment?.at).toBeCloseTo(66_900, -2);
    expect(moment?.until).toBeCloseTo(134_400, -2);
  });

  it("counts in a short pause of the talk, and not after a lull", () => {
    const pause = runSession({ motion: table, frames: speech(0, 140, [[40, 62]]) });
    expect(verdicts(pause)).toEqual([["picked-up", true, ["was-resting", "talk", "other-phone-unknown"]]]);
    const lull = runSession({ motion: table, frames: speech(0, 140, [[40, 55]]) });
    expect(verdicts(lull)).toEqual([["picked-up", false, ["was-resting", "lull"]]]);
  });

  it("does not count when the talk began after it", () => {
    const events = runSession({ motion: table, frames: speech(0, 140, [[68, 100]]) });
    expect(verdicts(events)).toEqual([["picked-up", false, ["was-resting", "lull"]]]);
  });

  it("counts when the talk had just begun, although it is sure of the talk only later", () => {
    const events = runSession({ motion: table, frames: speech(0, 140, [[66, 90]]) });
    expect(verdicts(events)).toEqual([["picked-up", true, ["was-resting", "talk", "other-phone-unknown"]]]);
  });

  it("stays open without sound, while the sound is lost, and right after it came back", () => {
    expect(verdicts(runSession({ motion: table }))).toEqual([["picked-up", null, ["was-resting", "no-sound"]]]);
    const open = [["picked-up", null, ["was-resting", "sound-unknown"]]];
    expect(verdicts(runSession({ motion: table, frames: speech(0, 60, [[10, 59]]) }))).toEqual(open);
    expect(verdicts(runSession({ motion: table, frames: speech(63, 140, []) }))).toEqual(open);
    const ended = runSession({
      motion: table,
      frames: speech(0, 60, [[10, 59]]),
      also: (session) => session.lose("sound", millis(60_000), "device-ended"),
    });
    expect(verdicts(ended)).toEqual(open);
  });

  it("stays open while a television is on, and a lull is still a lull", () => {
    const also = (session: Session): void => session.television(millis(30_000), true);
    const talk = runSession({ motion: table, frames: speech(0, 140, [[40, 75]]), also });
    expect(verdicts(talk)).toEqual([["picked-up", null, ["was-resting", "tv-on"]]]);
    const quiet = runSession({ motion: table, frames: speech(0, 140, []), also });
    expect(verdicts(quiet)).toEqual([["picked-up", false, ["was-resting", "lull"]]]);
  });

  it("is known as it will be said while it still goes on, and asking changes nothing", () => {
    const frames = speech(0, 75, [[40, 75]]);
    const motion = between(table, 0, 75_000);
    const session = createSession({ startedAt: millis(0), motion: true, sound: true });
    expect(session.soFar(millis(1))).toEqual([]);
    for (const sample of motion) session.motion(sample);
    for (const frame of frames) session.speech(frame);
    const soFar = session.soFar(millis(75_000));
    expect(soFar).toHaveLength(1);
    expect(soFar).toEqual(momentsOf(runSession({ motion, frames }, millis(75_000))));
    expect(momentsOf(session.close(millis(75_000)))).toEqual(soFar);
  });

  it("is the same whichever sense arrives first", () => {
    const frames = speech(0, 140, [[40, 75]]);
    const session = createSession({ startedAt: millis(0), motion: true, sound: true });
    const soundFirst = [
      ...frames.flatMap((frame) => session.speech(frame)),
      ...table.flatMap((sample) => session.motion(sample)),
      ...session.close(millis(140_000)),
    ];
    expect(momentsOf(soundFirst)).toEqual(momentsOf(runSession({ motion: table, frames })));
  });
});

it("leaves a pick-up open where the phone may have lain on a lap, as after a put-down without a gyroscope", () => {
  const length = table.at(-1)?.at ?? 0;
  const putDownAndLifted = [...backwards(table), ...shifted(table, length + 10)];
  const frames = speech(0, 280, [[0, 280]]);
  expect(verdicts(runSession({ motion: withoutGyroscope(putDownAndLifted), frames }, millis(280_000)))).toEqual([
    ["picked-up", null, ["rest-unsure", "talk"]],
  ]);
  expect(verdicts(runSession({ motion: putDownAndLifted, frames }, millis(280_000)))).toEqual([
    ["picked-up", true, ["was-resting", "talk", "other-phone-unknown"]],
  ]);
});

describe("leaving the app", () => {
  const frames = speech(0, 140, [[40, 135]]);

  it("goes on with a pick-up and counts once", () => {
    const events = runSession({ motion: table, frames, page: hiddenFor(70, 75) });
    expect(verdicts(events)).toEqual([
      ["picked-up", true, ["was-resting", "talk", "other-phone-unknown"]],
      ["left-app", false, ["same-pick-up", "talk"]],
    ]);
    expect(events.filter((event) => event.type === "unknown").map(({ of, why }) => [of, why])).toEqual([
      ["motion", "page-hidden"],
      ["sound", "page-hidden"],
    ]);
  });

  it("does not count while the phone lies: probably it was locked", () => {
    const events = runSession({ motion: between(table, 0, 66_000), frames, page: hiddenFor(50, 52) }, millis(66_000));
    expect(verdicts(events)).toEqual([["left-app", false, ["no-lift", "talk"]]]);
  });

  it("stays open where nothing reads the motion", () => {
    expect(verdicts(runSession({ frames, page: hiddenFor(60, 62) }))).toEqual([
      ["left-app", null, ["no-motion", "talk"]],
    ]);
    expect(verdicts(runSession({ page: hiddenFor(60, 62) }))).toEqual([["left-app", null, ["no-motion", "no-sound"]]]);
  });

  it("lasts until the session ends where the page never comes back", () => {
    const [moment] = momentsOf(runSession({ page: [{ at: millis(60_000), visible: false }] }));
    expect(moment).toMatchObject({ at: 60_000, until: 140_000 });
  });

  it("uses no reading of a hidden page", () => {
    const events = runSession({ motion: table, frames, page: hiddenFor(60, 80) });
    expect(verdicts(events)).toEqual([["left-app", false, ["no-lift", "talk"]]]);
  });
});

describe("what was not there", () => {
  it("is unknown before the first and after the last reading", () => {
    const events = runSession({ motion: between(table, 10_000, 60_000), frames: speech(20, 50, []) }, millis(70_000));
    const unknown = events.filter((event) => event.type === "unknown");
    expect(unknown.map(({ of, at, until, why }) => [of, Math.round(at / 1000), Math.round(until / 1000), why])).toEqual(
      [
        ["motion", 0, 10, "before-first-sample"],
        ["sound", 0, 20, "before-first-sample"],
        ["motion", 60, 70, "after-last-sample"],
        ["sound", 50, 70, "after-last-sample"],
      ],
    );
  });

  it("is unknown throughout where a sense took part and never spoke", () => {
    const events = runSession({ motion: [], frames: [] });
    expect(events.map((event) => event.type === "unknown" && [event.of, event.at, event.until])).toEqual([
      ["motion", 0, 140_000],
      ["sound", 0, 140_000],
    ]);
  });

  it("ignores what comes after the end", () => {
    const session = createSession({ startedAt: millis(0), motion: true, sound: true });
    session.close(millis(1000));
    expect([
      ...session.motion({ at: millis(2000), acceleration: null }),
      ...session.speech({ at: millis(2000), speech: 1 }),
      ...session.page({ at: millis(2000), visible: false }),
      ...session.lose("sound", millis(2000), "gap"),
      ...session.close(millis(3000)),
    ]).toEqual([]);
  });
});
