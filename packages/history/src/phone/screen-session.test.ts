import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readAll, written, type NamedBytes, type ReadOptions } from "../reading.contract.ts";
import { classOfDuration } from "./session-class.ts";

const AT = Date.parse("2026-11-20T10:00:00Z");

/** `1@5` is the screen on at second 5. */
const aware = (events: string): NamedBytes =>
  written(
    `time,screen_status\n${events
      .split(" ")
      .map((event) => event.split("@"))
      .map(([status, second]) => `${AT / 1000 + Number(second)},${status}\n`)
      .join("")}`,
  );

const sessionsOf = async (events: string) => {
  const read = await readAll([aware(events)]);
  if (read.error !== undefined) return read;
  const seconds = (time: unknown): number => (Date.parse(String(time)) - AT) / 1000;
  return {
    sessions: read.sessions.map(([from, until, unlocked]) => [seconds(from), seconds(until), unlocked]),
    oddities: read.oddities,
  };
};

describe("a session runs from screen on to the next screen off", () => {
  test.each<[string, unknown, Record<string, number>]>([
    ["1@0 0@9", [[0, 9, false]], {}],
    ["1@0 3@2 0@9 2@9", [[0, 9, true]], {}],
    ["1@0 1@5 0@9", [[0, 9, false]], { secondOn: 1 }],
    ["0@0 1@5 0@9 0@10", [[5, 9, false]], { offWithoutOn: 2 }],
    [
      "1@0 0@9 3@10 1@20 0@21",
      [
        [0, 9, false],
        [20, 21, false],
      ],
      { unlockWithoutOn: 1 },
    ],
    ["1@0 0@9 1@20", [[0, 9, false]], { onAtEnd: 1 }],
    [
      "1@0 0@9 1@9 0@12",
      [
        [0, 9, false],
        [9, 12, false],
      ],
      {},
    ],
    // A day to the second is still a look; one more and its end was lost.
    [
      "1@0 0@86400 1@90000 0@90009",
      [
        [0, 86_400, false],
        [90_000, 90_009, false],
      ],
      {},
    ],
    ["1@0 0@86401 1@90000 0@90009", [[90_000, 90_009, false]], { endLost: 1 }],
    ["1@0 1@700000 0@700009", [[700_000, 700_009, false]], { endLost: 1 }],
    ["1@0 1@0 0@9 0@9", [[0, 9, false]], { repeated: 2 }],
    [
      "1@5 0@9 1@0 0@3",
      [
        [0, 3, false],
        [5, 9, false],
      ],
      {},
    ],
  ])("%s", async (events, sessions, oddities) => {
    const none = { secondOn: 0, offWithoutOn: 0, unlockWithoutOn: 0, onAtEnd: 0, endLost: 0, repeated: 0 };
    expect(await sessionsOf(events)).toEqual({ sessions, oddities: { ...none, ...oddities } });
  });

  test("its class is by duration alone: under 15 s, under 30 s, up to 60 s, above", () => {
    const classes = [0, 14_999, 15_000, 29_999, 30_000, 60_000, 60_001].map(classOfDuration);
    expect(classes).toEqual(["glance", "glance", "check", "check", "review", "review", "use"]);
  });
});

interface Look {
  readonly fromMs: number;
  readonly untilMs: number;
  readonly isUnlocked: boolean;
}

/** Whole seconds, so that every format can say them; the unlocking lies within. */
const truth = fc
  .array(fc.tuple(fc.integer({ min: 3, max: 4_000 }), fc.integer({ min: 2, max: 900 }), fc.boolean()), {
    minLength: 1,
    maxLength: 40,
  })
  .map((steps) => {
    let at = AT;
    return steps.map(([pause, length, isUnlocked]): Look => {
      const fromMs = at + pause * 1000;
      at = fromMs + length * 1000;
      return { fromMs, untilMs: at, isUnlocked };
    });
  });

const iso = (ms: number): string => new Date(ms).toISOString();

interface Format {
  readonly write: (looks: readonly Look[]) => string;
  readonly unlocked: (look: Look, looks: readonly Look[]) => boolean | null;
  readonly options?: ReadOptions;
}

const dumpsysTime = (ms: number): string => new Date(ms + 3_600_000).toISOString().slice(0, 19).replace("T", " ");

const formats: Record<string, Format> = {
  AWARE: {
    write: (looks) =>
      `time,screen_status\n${looks
        .flatMap(({ fromMs, untilMs, isUnlocked }) => [
          `${fromMs / 1000},1`,
          ...(isUnlocked ? [`${fromMs / 1000 + 1},3`] : []),
          `${untilMs / 1000},0`,
        ])
        .join("\n")}`,
    unlocked: (look) => look.isUnlocked,
  },
  "Home Assistant CSV": {
    write: (looks) =>
      `entity_id,state,last_changed\n${looks
        .flatMap(({ fromMs, untilMs }) => [`on,${iso(fromMs)}`, `off,${iso(untilMs)}`])
        .map((row) => `binary_sensor.p_interactive,${row}`)
        .join("\n")}`,
    unlocked: () => null,
  },
  "Home Assistant JSON": {
    write: (looks) =>
      JSON.stringify([
        looks.flatMap(({ fromMs, untilMs }) => [
          { entity_id: "binary_sensor.p_interactive", state: "on", last_changed: iso(fromMs) },
          { state: "off", last_changed: iso(untilMs) },
        ]),
      ]),
    unlocked: () => null,
  },
  "dumpsys usagestats": {
    write: (looks) =>
      `user=0\n${looks
        .flatMap(({ fromMs, untilMs, isUnlocked }) => [
          `time="${dumpsysTime(fromMs)}" type=SCREEN_INTERACTIVE package=android flags=0x0`,
          ...(isUnlocked
            ? [`time="${dumpsysTime(fromMs + 1000)}" type=KEYGUARD_HIDDEN package=android flags=0x0`]
            : [`time="${dumpsysTime(fromMs + 1000)}" type=KEYGUARD_SHOWN package=android flags=0x0`]),
          `time="${dumpsysTime(untilMs)}" type=SCREEN_NON_INTERACTIVE package=android flags=0x0`,
        ])
        .join("\n")}`,
    unlocked: (look) => look.isUnlocked,
    options: { zone: "Europe/Berlin" },
  },
  "line log": {
    write: (looks) =>
      looks
        .flatMap(({ fromMs, untilMs, isUnlocked }) => [
          `${iso(fromMs)},on`,
          ...(isUnlocked ? [`${iso(fromMs + 1000)},unlock`] : []),
          `${iso(untilMs)},off`,
        ])
        .join("\n"),
    unlocked: (look, looks) => (looks.some((one) => one.isUnlocked) ? look.isUnlocked : null),
  },
  ActivityWatch: {
    write: (looks) =>
      JSON.stringify({
        buckets: {
          w: {
            type: "currentwindow",
            id: "aw-watcher-android",
            hostname: "p",
            events: looks.toReversed().map(({ fromMs, untilMs }) => ({
              timestamp: iso(fromMs).replace("Z", "+00:00"),
              duration: (untilMs - fromMs) / 1000,
              data: { app: "A" },
            })),
          },
          "aw-watcher-android-unlock": {
            type: "os.lockscreen.unlocks",
            hostname: "p",
            events: looks
              .filter((look) => look.isUnlocked)
              .map(({ fromMs }) => ({ timestamp: iso(fromMs), duration: 0, data: {} })),
          },
        },
      }).replace('"w"', '"aw-watcher-android"'),
    unlocked: (look) => (look.isUnlocked ? true : null),
  },
};

test.each(Object.entries(formats))(
  "a truth written as %s reads back the same",
  async (_, { write, unlocked, options }) => {
    await fc.assert(
      fc.asyncProperty(truth, async (looks) => {
        const read = await readAll([written(write(looks))], options);
        if (read.error !== undefined) throw new Error(read.error.type);
        expect(read.skipped).toEqual([]);
        expect(read.sessions.map((session) => session.slice(0, 3))).toEqual(
          looks.map((look) => [iso(look.fromMs), iso(look.untilMs), unlocked(look, looks)]),
        );
      }),
      { numRuns: 60 },
    );
  },
);
