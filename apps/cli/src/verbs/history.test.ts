import { createServer } from "node:http";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { createMemoryIo } from "../memory-io.ts";
import { historyVerb } from "./history.ts";

const usage = fileURLToPath(new URL("../../../../fixtures/usage/", import.meta.url));
const days = `${usage}aware-screen-15days.csv`;
const users = `${usage}aware-screen-users.csv`;
const usagestats = `${usage}made-formats/dumpsys-usagestats.txt`;

const folder = mkdtempSync(join(tmpdir(), "undivided history "));
afterAll(() => rmSync(folder, { recursive: true }));

const made = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return name;
};

type Line = Readonly<Record<string, unknown>>;

const run = async (...args: readonly string[]) => {
  const io = createMemoryIo(folder);
  const code = await historyVerb.run(args, io);
  const lines = io.stdout
    .text()
    .split("\n")
    .filter((line) => line !== "");
  return { code, lines: lines.map((line): Line => JSON.parse(line)), errors: io.stderr.text() };
};

const ratioOf = (line: Line | undefined) => {
  const ratio = line?.["ratio"];
  const isRatio = typeof ratio === "object" && ratio !== null && "value" in ratio && "low" in ratio && "high" in ratio;
  if (!isRatio) throw new Error("no ratio");
  return { value: Number(ratio.value), low: Number(ratio.low), high: Number(ratio.high) };
};

describe("sessions", () => {
  it("come one a line, in time order, with exactly the fields of the contract", async () => {
    const { code, lines } = await run(days);
    expect(code).toBe(0);
    expect(lines).toHaveLength(693);
    expect(lines[0]).toEqual({
      type: "screen-session",
      from: "2017-03-01T05:34:31.195Z",
      until: "2017-03-01T05:34:42.128Z",
      unlocked: false,
      class: "glance",
    });
    const froms = lines.map((line) => String(line["from"]));
    expect(froms).toEqual(froms.toSorted());
    expect(new Set(lines.map((line) => line["class"]))).toEqual(new Set(["glance", "check", "review", "use"]));
  });

  it("name apps where the source sees them, and say null where the end is not seen", async () => {
    const { lines } = await run(`${usage}made-formats/activitywatch-phone-and-laptop.json`);
    expect(lines).toEqual([
      {
        type: "screen-session",
        from: "2026-11-20T19:00:00.000Z",
        until: "2026-11-20T19:00:12.500Z",
        unlocked: null,
        class: "glance",
        apps: ["Chat"],
      },
      {
        type: "screen-session",
        from: "2026-11-20T20:00:01.000Z",
        until: "2026-11-20T20:00:40.750Z",
        unlocked: true,
        class: "review",
        apps: ["Launcher", "Mail"],
      },
      { type: "screen-session", from: "2026-11-20T21:00:00.000Z", until: null, unlocked: true, class: null },
    ]);
  });

  it("read the zoneless times of a phone in the zone that is given", async () => {
    const { code, lines } = await run(usagestats, "--zone", "America/New_York");
    expect(code).toBe(0);
    expect(lines[0]).toMatchObject({ from: "2026-09-27T03:10:00.000Z", unlocked: true, apps: ["com.whatsapp"] });
  });
});

it("says of starts of apps alone what must be added, and reads them beside the screen's file", async () => {
  const apps = `${usage}made-formats/aware-apps.csv`;
  const alone = await run(apps);
  expect(alone.code).toBe(1);
  expect(alone.errors).toContain("Add the screen's file (the table with screen_status) to the same call");
  const both = await run(apps, users, "--user", "jd9INuQ5BBlW");
  expect(both.code).toBe(0);
  expect(both.lines[0]).toMatchObject({ apps: ["Mail", "Maps"] });
});

it("ends in the middle of a long list when asked to, though its output takes every line at once", async () => {
  const rows = Array.from(
    { length: 4000 },
    (_, look) => `${1_795_200_000 + look * 60},on\n${1_795_200_009 + look * 60},off\n`,
  );
  const io = createMemoryIo(folder);
  const stdout = {
    ...io.stdout,
    write: (text: string) => {
      // As a signal does: it comes with the next turn of the loop.
      setImmediate(io.stop);
      return io.stdout.write(text);
    },
  };
  await historyVerb.run([made("long.txt", rows.join(""))], { ...io, stdout });
  const written = io.stdout.text().split("\n").length;
  expect(written).toBeGreaterThan(1);
  expect(written).toBeLessThan(4000);
});

describe("--summary", () => {
  it("is one object with exactly the fields of the contract", async () => {
    const { code, lines } = await run(days, "--summary");
    expect(code).toBe(0);
    expect(lines).toEqual([
      {
        sessions: 693,
        days: expect.closeTo(14.87354, 5),
        medianSeconds: 15.654,
        shareUnder15s: 339 / 693,
        shareUnder30s: 437 / 693,
        shareNeverUnlocked: 259 / 693,
        skippedCount: 0,
        skipped: [],
      },
    ]);
  });

  it("knows no share never unlocked where the source sees only unlocking", async () => {
    const { lines } = await run(`${usage}activitywatch-export.json`, "--summary");
    expect(lines).toMatchObject([{ sessions: 2, shareNeverUnlocked: null }]);
  });

  it("knows none either where every look that is seen began with an unlocking", async () => {
    const events = [{ timestamp: "2026-11-20T10:00:00Z" }, { timestamp: "2026-11-20T11:00:00Z" }];
    const buckets = { "aw-watcher-android-unlock": { type: "os.lockscreen.unlocks", hostname: "phone", events } };
    const { lines } = await run(made("unlocks.json", JSON.stringify({ buckets })), "--summary");
    expect(lines).toMatchObject([{ sessions: 2, shareNeverUnlocked: null }]);
  });

  it("names what was left out by file, line and reason: all counted, the first twenty listed", async () => {
    const rows = Array.from(
      { length: 30 },
      (_, index) => `${1_600_000_000 + index * 60},${index === 0 ? 1 : index === 29 ? 0 : 7}`,
    );
    const bad = made("bad.csv", `time,screen_status\n${rows.join("\n")}\n`);
    const { code, lines, errors } = await run(bad, "--summary");
    expect(code).toBe(0);
    expect(lines[0]).toMatchObject({ sessions: 1, skippedCount: 28 });
    expect(lines[0]?.["skipped"]).toHaveLength(20);
    expect(lines[0]).toMatchObject({
      skipped: [{ file: "bad.csv", line: 3, reason: "unknown-state" }].concat(
        Array.from({ length: 19 }, (_, index) => ({ file: "bad.csv", line: index + 4, reason: "unknown-state" })),
      ),
    });
    expect(errors).toContain('bad.csv:3: "7" is no state');
    const strict = await run(bad, "--summary", "--strict");
    expect(strict).toMatchObject({ code: 1, lines: [] });
  });

  it("crosses with rules and calendars together, over all files as one history", async () => {
    const calendar = made(
      "us.ics",
      "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20170305\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:2\r\nDTSTART;TZID=Europe/Berlin:20170301T190000\r\nDTEND;TZID=Europe/Berlin:20170301T220000\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    );
    const byCalendar = await run(days, "--together", calendar, "--summary");
    const byRule = await run(days, days, "--rule", "daily 19:00-22:00", "--zone", "Europe/Berlin", "--summary");
    const both = await run(
      days,
      "--rule",
      "daily 19:00-22:00",
      "--together",
      calendar,
      "--zone",
      "Europe/Berlin",
      "--summary",
    );
    expect(byCalendar.lines[0]).toMatchObject({
      skippedCount: 1,
      skipped: [{ file: "us.ics", line: 2, reason: "all-day" }],
    });
    const [summary] = byRule.lines;
    const perHour = { perHourTogether: summary?.["perHourTogether"], perHourApart: summary?.["perHourApart"] };
    expect(byCalendar.lines[0]).toMatchObject(perHour);
    expect(both.lines[0]).toMatchObject(perHour);
    const sessions = (await run(days)).lines;
    // Until the clocks change on 26 March, Berlin is an hour ahead: 18 to 21 UTC on each of fifteen whole evenings.
    const together = sessions.filter((line) => /T(18|19|20):/.test(String(line["from"]))).length;
    expect(summary?.["perHourTogether"]).toBeCloseTo(together / 45, 9);
    const hours = Number(summary?.["days"]) * 24 - 45;
    expect(summary?.["perHourApart"]).toBeCloseTo((693 - together) / hours, 9);
    const { value, low, high } = ratioOf(summary);
    expect(value).toBeCloseTo(Number(summary?.["perHourTogether"]) / Number(summary?.["perHourApart"]), 9);
    expect(low).toBeLessThan(value);
    expect(high).toBeGreaterThan(value);
    expect(Object.keys(summary ?? {})).toEqual([
      "sessions",
      "days",
      "medianSeconds",
      "shareUnder15s",
      "shareUnder30s",
      "shareNeverUnlocked",
      "skippedCount",
      "skipped",
      "perHourTogether",
      "perHourApart",
      "ratio",
    ]);
  });

  it("has no ratio, and the reason, where there is no time on one side", async () => {
    const never = made("never.ics", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n");
    expect((await run(days, "--together", never, "--summary")).lines[0]).toMatchObject({
      perHourTogether: null,
      perHourApart: expect.any(Number),
      ratio: null,
      ratioReason: "no-time-together",
    });
    const always = await run(days, "--rule", "daily 00:00-24:00", "--zone", "UTC", "--summary");
    expect(always.lines[0]).toMatchObject({ perHourApart: null, ratio: null, ratioReason: "no-time-apart" });
  });
});

describe("one's own phone only", () => {
  it("asks which one is yours, by id, and gives out nothing", async () => {
    const { code, lines, errors } = await run(users);
    expect({ code, lines }).toEqual({ code: 2, lines: [] });
    expect(errors).toBe(
      "undivided history: several phones or people in these files. Which one is yours? --user jd9INuQ5BBlW, --user iGyXetHE3S8u, --user dvWdLQesv21a\n",
    );
    expect(await run(users, "--user", "nobody")).toMatchObject({ code: 2, lines: [] });
  });

  it("reads only the one that was chosen, and says nothing of the others", async () => {
    const { code, lines, errors } = await run(users, "--user", "jd9INuQ5BBlW");
    expect(code).toBe(0);
    expect(lines).toHaveLength(46);
    expect(errors).not.toMatch(/iGyXetHE3S8u|dvWdLQesv21a/);
  });

  it("reads a server on this machine only", async () => {
    for (const address of [
      "http://192.168.1.7:5600",
      "http://localhost.example.org:5600",
      "http://127.0.0.1.example.org",
      "https://localhost:5600",
      "localhost:5600",
      "http://[::2]:5600",
    ]) {
      const { code, lines, errors } = await run("--activitywatch", address);
      expect({ address, code, lines }).toEqual({ address, code: 2, lines: [] });
      expect(errors.trim().split("\n")).toHaveLength(1);
    }
  });
});

describe("a running ActivityWatch server", () => {
  it("is read in pages, newest first, whatever it calls its answers; a failure is one line", async () => {
    const exported: {
      readonly buckets: Record<string, { readonly events: readonly { readonly timestamp: string }[] }>;
    } = JSON.parse(readFileSync(`${usage}made-formats/activitywatch-phone-and-laptop.json`, "utf8"));
    const asked: string[] = [];
    const server = createServer((request, response) => {
      const url = new URL(request.url ?? "", "http://x");
      asked.push(url.pathname);
      const [, id] = /^\/api\/0\/buckets\/([^/]+)\/events$/.exec(url.pathname) ?? [];
      response.setHeader("content-type", "text/html");
      if (url.pathname === "/api/0/buckets/") {
        const withoutEvents = Object.entries(exported.buckets).map(([name, bucket]) => [
          name,
          { ...bucket, events: undefined },
        ]);
        response.end(JSON.stringify(Object.fromEntries(withoutEvents)));
      } else if (id === undefined) response.writeHead(404).end();
      else {
        const end = Date.parse(url.searchParams.get("end") ?? "9999-01-01");
        const page = (exported.buckets[id]?.events ?? [])
          .filter((event) => Date.parse(event.timestamp) <= end)
          .toSorted((a, b) => Date.parse(b.timestamp) - Date.parse(a.timestamp))
          .slice(0, Math.min(2, Number(url.searchParams.get("limit"))));
        response.end(JSON.stringify(page));
      }
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    if (typeof address !== "object" || address === null) throw new Error("no address");
    const url = `http://127.0.0.1:${address.port}`;
    const fromFile = await run(`${usage}made-formats/activitywatch-phone-and-laptop.json`);
    const { openActivityWatch } = await import("../history/activitywatch-server.ts");
    let text = "";
    for await (const chunk of openActivityWatch(new URL(url), new AbortController().signal, 2).chunks()) {
      text += Buffer.from(chunk).toString();
    }
    const paged = made("paged", text);
    expect((await run(paged)).lines).toEqual(fromFile.lines);
    expect(asked.filter((path) => path.includes("android_pixel/")).length).toBeGreaterThan(2);
    const whole = await run("--activitywatch", url);
    expect(whole.code).toBe(0);
    expect(whole.lines).toEqual(fromFile.lines);
    await new Promise((resolve) => server.close(resolve));
    const gone = await run("--activitywatch", url);
    expect(gone).toMatchObject({ code: 1, lines: [] });
    expect(gone.errors).toContain("no answer");
  });
});

describe("what cannot be done ends in one clear line", () => {
  it.each<[string, readonly string[], number, string]>([
    ["nothing to read", [], 2, "nothing to read"],
    ["an unknown option", [days, "--loud"], 2, "--loud"],
    ["an unknown zone", [days, "--zone", "Mars/Olympus"], 2, "Europe/Berlin"],
    ["a rule without a zone", [days, "--rule", "mon 19:00-20:00"], 2, "--rule needs --zone"],
    ["a bad rule", [days, "--rule", "evenings", "--zone", "UTC"], 2, "mon-fri 19:00-22:00"],
    ["zoneless times without a zone", [usagestats], 2, "--zone"],
    ["no such file", ["nowhere.csv"], 1, "no such file"],
    ["a folder", ["."], 1, "a folder"],
    ["sums for a day", [`${usage}made-formats/daily-totals.csv`], 1, "sums do not say when"],
    ["a calendar that is none", [days, "--together", days], 1, "not a calendar"],
  ])("%s", async (_, args, expected, words) => {
    const { code, lines, errors } = await run(...args);
    expect({ code, lines }).toEqual({ code: expected, lines: [] });
    expect(errors).toContain(words);
    expect(errors.trim().split("\n")).toHaveLength(1);
  });
});
