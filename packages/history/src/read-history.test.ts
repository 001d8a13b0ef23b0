import { describe, expect, test } from "vitest";
import { fixture, readAll, written } from "./reading.contract.ts";

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? NaN) + (sorted[Math.floor(middle)] ?? NaN)) / 2;
};

describe("the real log of fifteen days", () => {
  test("has 693 sessions, half of them under 15.654 s, 259 of them never unlocked", async () => {
    const read = await readAll([fixture("aware-screen-15days.csv")]);
    if (read.error !== undefined) throw new Error(read.error.type);
    expect(read.sessions).toHaveLength(693);
    const durations = read.sessions.map(([from, until]) => Date.parse(String(until)) - Date.parse(String(from)));
    expect(median(durations)).toBe(15_654);
    expect(durations.filter((ms) => ms < 15_000)).toHaveLength(339);
    expect(durations.filter((ms) => ms < 30_000)).toHaveLength(437);
    expect(read.sessions.filter(([, , unlocked]) => unlocked === false)).toHaveLength(259);
    expect(read.oddities).toEqual({
      secondOn: 2,
      offWithoutOn: 2,
      unlockWithoutOn: 2,
      onAtEnd: 0,
      endLost: 0,
      repeated: 0,
    });
    expect((read.lastEvent - read.firstEvent) / 86_400_000).toBeCloseTo(14.8735, 4);
    expect(read).toMatchObject({ basis: "screen", unseen: ["apps"], skipped: [] });
  });

  test("is doubled by no second import, nor by exports that overlap", async () => {
    const file = fixture("aware-screen-15days.csv");
    const once = await readAll([file]);
    const twice = await readAll([file, file]);
    if (once.error !== undefined || twice.error !== undefined) throw new Error("not read");
    expect(twice.sessions).toEqual(once.sessions);
    expect(twice.observed).toEqual(once.observed);
    expect(twice.oddities).toEqual({ ...once.oddities, repeated: 2454 });
    const text = Buffer.from(file.bytes).toString();
    const lines = text.split("\n");
    const head = lines[0] ?? "";
    const early = written(lines.slice(0, 1500).join("\n"));
    const late = written([head, ...lines.slice(900)].join("\n"));
    const parts = await readAll([late, early]);
    if (parts.error !== undefined) throw new Error("not read");
    expect(parts.sessions).toEqual(once.sessions);
  });

  test("reads the same in any order of its rows", async () => {
    const file = fixture("aware-screen-15days.csv");
    const [head = "", ...rows] = Buffer.from(file.bytes).toString().trim().split("\n");
    const once = await readAll([file]);
    if (once.error !== undefined) throw new Error("not read");
    const newestFirst = await readAll([written([head, ...rows.toReversed()].join("\n"))]);
    expect(newestFirst).toMatchObject({ sessions: once.sessions });
  });
});

// Counted by a few lines of Python that share nothing with the readers.
const GOLDEN = [
  [46, 35_132.5, 28, { secondOn: 0, offWithoutOn: 1, unlockWithoutOn: 0, onAtEnd: 0, endLost: 0, repeated: 0 }],
  [43, 16_948, 40, { secondOn: 1, offWithoutOn: 1, unlockWithoutOn: 41, onAtEnd: 0, endLost: 0, repeated: 0 }],
  [16, 3_000_000, 13, { secondOn: 4, offWithoutOn: 0, unlockWithoutOn: 9, onAtEnd: 1, endLost: 0, repeated: 0 }],
];

test("each person of the shared log has their own golden figures", async () => {
  const figures = await Promise.all(
    ["jd9INuQ5BBlW", "iGyXetHE3S8u", "dvWdLQesv21a"].map(async (own) => {
      const read = await readAll([fixture("aware-screen-users.csv")], { own });
      if (read.error !== undefined) throw new Error(read.error.type);
      const durations = read.sessions.map(([from, until]) => Date.parse(String(until)) - Date.parse(String(from)));
      const locked = read.sessions.filter(([, , unlocked]) => unlocked === false).length;
      return [read.sessions.length, median(durations), locked, read.oddities];
    }),
  );
  expect(figures).toEqual(GOLDEN);
});

describe("every other kind of file", () => {
  test("ActivityWatch: unlocking begins the session of the app that follows; the rest of the truth is not seen", async () => {
    expect(await readAll([fixture("activitywatch-export.json")])).toMatchObject({
      basis: "unlocks-and-apps",
      unseen: ["lock-screen-looks"],
      sessions: [
        ["2026-11-20T18:59:58.000Z", "2026-11-20T19:00:12.500Z", true, "WhatsApp"],
        ["2026-11-20T19:10:00.000Z", "2026-11-20T19:10:00.000Z", null, "Chrome"],
      ],
      laptops: [],
      skipped: [],
    });
  });

  test("ActivityWatch: new names of buckets, the laptop offered and unread, an unlocking without an end", async () => {
    const file = fixture("made-formats/activitywatch-phone-and-laptop.json");
    expect(await readAll([file])).toMatchObject({
      sessions: [
        ["2026-11-20T19:00:00.000Z", "2026-11-20T19:00:12.500Z", null, "Chat"],
        ["2026-11-20T20:00:01.000Z", "2026-11-20T20:00:40.750Z", true, "Launcher", "Mail"],
        ["2026-11-20T21:00:00.000Z", null, true],
      ],
      laptops: [{ type: "laptop", id: "desk" }],
      skipped: [{ line: 41, reason: { type: "not-a-duration", text: "-3" } }],
    });
    expect(await readAll([file], { own: "desk" })).toMatchObject({
      basis: "activity",
      sessions: [["2026-11-20T09:00:00.000Z", "2026-11-20T09:10:00.000Z", null, "Editor"]],
      skipped: [],
    });
  });

  test("ActivityWatch: keys in any order, as another program may write them", async () => {
    const parsed: unknown = JSON.parse(Buffer.from(fixture("activitywatch-export.json").bytes).toString());
    const sortKeys = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(sortKeys);
      if (typeof value !== "object" || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, part]) => [key, sortKeys(part)]),
      );
    };
    const sorted = await readAll([written(JSON.stringify(sortKeys(parsed)))]);
    expect(sorted).toMatchObject({ sessions: [{ length: 4 }, { length: 4 }] });
  });

  test.each(["csv", "json"])("Home Assistant as %s: what is unavailable is not observed", async (ending) => {
    const read = await readAll([fixture(`made-formats/home-assistant.${ending}`)]);
    expect(read).toMatchObject({
      unseen: ["unlocking", "apps"],
      sessions: [
        ["2026-04-24T10:05:00.000Z", "2026-04-24T10:05:09.250Z", null],
        ["2026-04-24T10:50:00.000Z", "2026-04-24T10:51:00.500Z", null],
      ],
      observed: [
        { from: Date.parse("2026-04-24T10:00:00Z"), until: Date.parse("2026-04-24T10:20:00Z") },
        { from: Date.parse("2026-04-24T10:40:00Z"), until: Date.parse("2026-04-24T10:51:00.500Z") },
      ],
    });
    if (ending === "csv") {
      expect(read).toMatchObject({
        skipped: [
          { line: 9, reason: { type: "unknown-state", text: "perhaps" } },
          { line: 11, reason: { type: "not-a-time", text: "yesterday" } },
        ],
      });
    }
  });

  test("Home Assistant as JSON: an item without its state or time is named, another sensor's is not", async () => {
    const on = { entity_id: "binary_sensor.a_interactive", state: "on", last_changed: "2026-04-24T10:05:00Z" };
    const items = [
      [on, { last_changed: "x" }, { state: "off" }],
      [{ entity_id: "light.kitchen" }, {}],
    ];
    expect(await readAll([written(JSON.stringify(items))])).toMatchObject({
      skipped: [
        { reason: { type: "missing-value", column: "state" } },
        { reason: { type: "missing-value", column: "last_changed" } },
      ],
    });
  });

  test("dumpsys usagestats: local times by the zone that is given, the first user alone, the apps", async () => {
    const file = fixture("made-formats/dumpsys-usagestats.txt");
    expect(await readAll([file])).toEqual({ error: { type: "zone-needed", file: file.name } });
    expect(await readAll([file], { zone: "Europe/Berlin" })).toMatchObject({
      sessions: [
        ["2026-09-26T21:10:00.000Z", "2026-09-26T21:10:41.000Z", true, "com.whatsapp"],
        ["2026-09-27T05:00:00.000Z", "2026-09-27T05:00:05.000Z", false],
      ],
      // The bad time of the second user is not even counted.
      skipped: [{ line: 11, reason: { type: "not-a-time", text: "2026-13-27 07:00:05" } }],
    });
  });

  test("Home Assistant: a look ends where nothing watched, and when is not known", async () => {
    const rows = ["on,2026-04-24T10:00", "unavailable,2026-04-24T10:01", "off,2026-04-24T12:00"]
      .concat(["on,2026-04-24T13:00", "unknown,2026-04-24T13:01", "on,2026-04-24T13:30", "off,2026-04-24T13:31"])
      .map((row) => `binary_sensor.p_interactive,${row}:00Z\n`);
    expect(await readAll([written(`entity_id,state,last_changed\n${rows.join("")}`)])).toMatchObject({
      sessions: [
        ["2026-04-24T10:00:00.000Z", null, null],
        ["2026-04-24T13:00:00.000Z", null, null],
        ["2026-04-24T13:30:00.000Z", "2026-04-24T13:31:00.000Z", null],
      ],
    });
  });

  test("dumpsys usagestats: switching off ends a look; after a start without one its end is not known", async () => {
    const rows = ["10:00:00 SCREEN_INTERACTIVE", "10:00:01 ACTIVITY_RESUMED", "10:00:30 DEVICE_SHUTDOWN"]
      .concat(["12:00:00 DEVICE_STARTUP", "12:01:00 SCREEN_INTERACTIVE", "12:01:01 ACTIVITY_RESUMED"])
      .concat(["14:00:00 DEVICE_STARTUP", "14:01:00 SCREEN_INTERACTIVE", "14:01:20 SCREEN_NON_INTERACTIVE"])
      .map((row) => row.split(" "))
      .map(([time = "", type = ""]) => `  time="2026-09-26 ${time}" type=${type} package=com.a flags=0x0\n`);
    expect(await readAll([written(`user=0\n${rows.join("")}`)], { zone: "UTC" })).toMatchObject({
      sessions: [
        ["2026-09-26T10:00:00.000Z", "2026-09-26T10:00:30.000Z", null, "com.a"],
        ["2026-09-26T12:01:00.000Z", null, null],
        ["2026-09-26T14:01:00.000Z", "2026-09-26T14:01:20.000Z", null],
      ],
      oddities: { offWithoutOn: 0 },
    });
  });

  test("ActivityWatch: an event that never ends is left out with its reason, and stretches nothing", async () => {
    const events = [
      { timestamp: "2026-11-20T10:00:00Z", duration: 1e9, data: { app: "A" } },
      { timestamp: "2026-11-20T10:10:00Z", duration: 20, data: { app: "B" } },
    ];
    const buckets = { "aw-watcher-android": { type: "currentwindow", hostname: "phone", events } };
    expect(await readAll([written(JSON.stringify({ buckets }))])).toMatchObject({
      sessions: [["2026-11-20T10:10:00.000Z", "2026-11-20T10:10:20.000Z", null, "B"]],
      observed: [{ until: Date.parse("2026-11-20T10:10:20Z") }],
      skipped: [{ reason: { type: "longer-than-a-day", text: "1000000000" } }],
    });
  });

  test("a screen that never went off for days was not watched for as long", async () => {
    const log = ["01T10:00:00Z,on", "01T10:00:09Z,off", "02T10:00:00Z,on", "12T10:00:00Z,off", "12T11:00:00Z,on"]
      .concat(["12T11:00:05Z,off", "13T10:00:00Z,on", "16T10:00:00Z,on", "16T10:00:07Z,off"])
      .map((row) => `2026-11-${row}\n`);
    const at = (text: string): number => Date.parse(`2026-11-${text}:00Z`);
    expect(await readAll([written(log.join(""))])).toMatchObject({
      sessions: [{ length: 3 }, { length: 3 }, ["2026-11-16T10:00:00.000Z", "2026-11-16T10:00:07.000Z", null]],
      oddities: { endLost: 2 },
      observed: [
        { from: at("01T10:00"), until: at("02T10:00") },
        { from: at("12T10:00"), until: at("13T10:00") },
        { from: at("16T10:00") },
      ],
    });
  });

  test("our own line log: an app that was closed days later has no known end", async () => {
    const log =
      "2026-11-20T10:00:00Z,open,A\n2026-11-23T10:00:00Z,close,A\n2026-11-23T11:00:00Z,on\n2026-11-23T11:00:09Z,off\n";
    expect(await readAll([written(log)])).toMatchObject({
      sessions: [["2026-11-23T11:00:00.000Z", "2026-11-23T11:00:09.000Z", null]],
    });
  });

  test("our own line log: names with commas, unlocking, an app that was never closed", async () => {
    expect(await readAll([fixture("made-formats/lines.txt")])).toMatchObject({
      sessions: [
        ["2026-11-20T18:00:02.000Z", "2026-11-20T18:00:32.000Z", null, "Mail"],
        ["2026-11-20T18:05:00.000Z", "2026-11-20T18:05:21.000Z", true, "Messages, work"],
        ["2026-11-20T18:30:00.000Z", null, true],
        ["2026-11-20T19:00:00.000Z", null, null, "Maps"],
      ],
      skipped: [{ line: 7, reason: { type: "unknown-state", text: "tapped" } }],
    });
  });

  test("our own line log: seconds and milliseconds since 1970, as Tasker and MacroDroid write them, beside ISO 8601", async () => {
    const text =
      "1795201202,on\n1795201209.5,unlock\n1795201232000,off\n2026-11-20T20:01:00+01:00,on\n1795201300,off\n9999999999,on\n";
    expect(await readAll([written(text)])).toMatchObject({
      sessions: [
        ["2026-11-20T19:00:02.000Z", "2026-11-20T19:00:32.000Z", true],
        ["2026-11-20T19:01:00.000Z", "2026-11-20T19:01:40.000Z", false],
      ],
      skipped: [{ line: 6, reason: { type: "time-out-of-range" } }],
    });
  });

  test("AWARE's apps name the sessions of the screen, and make none", async () => {
    const apps = fixture("made-formats/aware-apps.csv");
    expect(await readAll([apps])).toEqual({ error: { type: "app-starts-only" } });
    const read = await readAll([apps, fixture("aware-screen-users.csv")], { own: "jd9INuQ5BBlW" });
    if (read.error !== undefined) throw new Error(read.error.type);
    expect(read.sessions).toHaveLength(46);
    expect(read.sessions[0]?.slice(3)).toEqual(["Mail", "Maps"]);
    expect(read.sessions.slice(1).every((session) => session.length === 3)).toBe(true);
  });
});

describe("one's own phone only", () => {
  const users = fixture("aware-screen-users.csv");

  test("several people in a file: which one is yours?", async () => {
    expect(await readAll([users])).toEqual({
      error: {
        type: "which-device",
        devices: ["jd9INuQ5BBlW", "iGyXetHE3S8u", "dvWdLQesv21a"].map((id) => ({ type: "phone", id })),
      },
    });
  });

  test("several people in several files are several people", async () => {
    const [head = "", ...rows] = Buffer.from(users.bytes).toString().trim().split("\n");
    const of = (id: string) => written([head, ...rows.filter((row) => row.startsWith(id))].join("\n"));
    expect(await readAll([of("jd9INuQ5BBlW"), of("dvWdLQesv21a")])).toMatchObject({ error: { type: "which-device" } });
  });

  test.each([
    ["jd9INuQ5BBlW", "OWd1Uau8POix"],
    ["iGyXetHE3S8u", "Cq9vueHh3zVs"],
    ["dvWdLQesv21a", "i8jmoIuoe12Mo"],
  ])(
    "reading %s gives what a file of theirs alone gives: nothing of the others is read or counted",
    async (user, device) => {
      const text = Buffer.from(users.bytes).toString();
      const [head = "", ...rows] = text.trim().split("\n");
      const alone = await readAll([
        written([head, ...rows.filter((row) => row.startsWith(user))].join("\n"), users.name),
      ]);
      // Bad rows of the others, too.
      const spoilt = rows.map((row) => (row.startsWith(user) ? row : row.replace(/,[0-3]$/, ",9,9")));
      const among = await readAll([written([head, ...spoilt].join("\n"), users.name)], { own: user });
      expect(among).toEqual(alone);
      expect(await readAll([users], { own: device })).toEqual(alone);
      expect(JSON.stringify(among)).not.toContain(user === "jd9INuQ5BBlW" ? "iGyXetHE3S8u" : "jd9INuQ5BBlW");
    },
  );

  test("two phones of one person are asked for by phone", async () => {
    const file = written(
      "user,device,time,screen_status\nme,old,1600000000,1\nme,old,1600000009,0\nme,new,1600000100,1\nme,new,1600000109,0\n",
    );
    const question = {
      type: "which-device",
      devices: [
        { type: "phone", id: "old" },
        { type: "phone", id: "new" },
      ],
    };
    expect(await readAll([file])).toEqual({ error: question });
    expect(await readAll([file], { own: "me" })).toEqual({ error: question });
    expect(await readAll([file], { own: "new" })).toMatchObject({ sessions: [{ length: 3 }] });
  });

  test("a last row that is cut off names nobody new", async () => {
    const file = written("user,device,time,screen_status\nme,phone,1600000000,1\nme,phone,1600000009,0\nme,pho");
    expect(await readAll([file])).toMatchObject({
      sessions: [{ length: 3 }],
      skipped: [{ line: 4, reason: { type: "wrong-column-count", expected: 4, found: 2 } }],
    });
  });

  test("an id that nobody has is named with those that there are", async () => {
    expect(await readAll([users], { own: "nobody" })).toMatchObject({
      error: { type: "no-such-device", wanted: "nobody", devices: [{}, {}, {}] },
    });
  });

  test("two phones in Home Assistant, and a laptop alone", async () => {
    const rows = ["a", "b"].map((name) => `binary_sensor.${name}_interactive,on,2026-04-24T10:05:00Z`).join("\n");
    expect(await readAll([written(`entity_id,state,last_changed\n${rows}\n`)])).toMatchObject({
      error: { type: "which-device", devices: [{ id: "a" }, { id: "b" }] },
    });
    const laptop = {
      buckets: {
        w: {
          id: "w",
          type: "afkstatus",
          hostname: "desk",
          events: [{ timestamp: "2026-11-20T09:00:00Z", duration: 6, data: { status: "not-afk" } }],
        },
      },
    };
    expect(await readAll([written(JSON.stringify(laptop))])).toEqual({
      error: { type: "laptop-only", devices: [{ type: "laptop", id: "desk" }] },
    });
  });
});

describe("what cannot be used is refused with its reason", () => {
  test.each([
    ["", "empty-file"],
    [" \n\n", "empty-file"],
    ["a,b\n1,2\n", "unknown-format"],
    ["time,screen_status\n", "no-events"],
    ["time,screen_status\nx,1\n", "no-events"],
    ["date,app,minutes\n2026-11-20,Mail,34\n", "daily-totals-only"],
    ['user=0\n  package=com.a totalTimeUsed="00:37" lastTimeUsed="x"\n', "daily-totals-only"],
    [`{"buckets":${'{"a":'.repeat(5_000)}1${"}".repeat(5_000)}}`, "too-deep"],
  ])("%#: %j", async (text, type) => {
    expect(await readAll([written(text.slice(0, 60_000))])).toMatchObject({ error: { type } });
  });

  test("no file, and a source that fails", async () => {
    expect(await readAll([])).toEqual({ error: { type: "no-files" } });
  });

  test("an export that is cut off keeps what came before, and says so", async () => {
    const whole = fixture("made-formats/home-assistant.json");
    const cut = { name: "cut", bytes: whole.bytes.subarray(0, 560) };
    expect(await readAll([cut])).toMatchObject({
      sessions: [["2026-04-24T10:05:00.000Z", "2026-04-24T10:05:09.250Z", null]],
      skipped: [{ file: "cut", reason: { type: "cut-off" } }],
    });
  });
});
