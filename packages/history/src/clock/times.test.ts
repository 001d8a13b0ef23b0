import fc from "fast-check";
import { expect, test } from "vitest";
import { parseIsoTime, parseUnixSeconds } from "./times.ts";

const read = (text: string): string => {
  const time = parseIsoTime(text);
  return time.type === "error" ? time.error.type : `${time.value.type} ${new Date(time.value.ms).toISOString()}`;
};

test("ISO 8601 as programs write it", () => {
  expect(read("2026-11-20T19:00:02+01:00")).toBe("instant 2026-11-20T18:00:02.000Z");
  expect(read("2026-11-20 19:00:02.1239-0530")).toBe("instant 2026-11-21T00:30:02.124Z");
  expect(read("2026-11-20T19:00Z")).toBe("instant 2026-11-20T19:00:00.000Z");
  expect(read("2026-11-20T19:00:59.999999+00")).toBe("instant 2026-11-20T19:01:00.000Z");
  expect(read("2026-11-20 19:00:02")).toBe("local 2026-11-20T19:00:02.000Z");
  expect(read("2026-11-20 19:00:02 +01:00")).toBe("instant 2026-11-20T18:00:02.000Z");
});

test.each([
  "",
  "2026-11-20",
  "2026-02-30T10:00:00Z",
  "2026-11-20T24:00:00Z",
  "2026-11-20T10:60:00Z",
  "2026-11-20T10:00:60Z",
  "2026-13-01T10:00:00Z",
  "2026-11-20T10:00:00.Z",
  "2026-11-20T10:00:00+19:00",
  "2026-11-20T10:00:00+01:60",
  "2026-11-20T10:00:00X",
  "2026-11-20X10:00:00Z",
  "2026-1-20T10:00:00Z",
  "2026-11-20T1a:00:00Z",
])("no time: %j", (text) => {
  expect(read(text)).toBe("not-a-time");
  // Whatever was read before.
  read("2026-11-20T10:00:00Z");
  expect(read(text)).toBe("not-a-time");
});

test("a time of another century is no time of a phone", () => {
  expect(read("1999-12-31T23:59:59Z")).toBe("time-out-of-range");
  expect(parseUnixSeconds("5")).toMatchObject({ error: { type: "time-out-of-range" } });
  expect(parseUnixSeconds("1e9")).toMatchObject({ error: { type: "not-a-time" } });
  expect(parseUnixSeconds("1488346471.1954")).toEqual({ type: "ok", value: 1_488_346_471_195 });
});

test("every instant comes back, and no text throws", () => {
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2099, 11, 31) }), (ms) => {
      expect(parseIsoTime(new Date(ms).toISOString())).toEqual({ type: "ok", value: { type: "instant", ms } });
    }),
  );
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), (text) => {
      expect(["ok", "error"]).toContain(parseIsoTime(text).type);
    }),
  );
});
