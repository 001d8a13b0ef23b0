/** Zoneless times over the weeks in which the clocks change, in three zones. */
import { expect, test } from "vitest";
import { readAll, written } from "../reading.contract.ts";

const read = async (zone: string, ...rows: readonly string[]) => {
  const text = rows.map((row) => {
    const [time = "", type = ""] = row.split(" = ");
    return `    time="${time}" type=SCREEN_${type === "on" ? "" : "NON_"}INTERACTIVE package=android flags=0x0`;
  });
  const found = await readAll([written(["user=0", ...text].join("\n"))], { zone });
  if (found.error !== undefined) throw new Error(found.error.type);
  return {
    sessions: found.sessions.map(([from, until]) => [from, until]),
    skipped: found.skipped.map(({ reason }) => reason),
  };
};

test("an hour shown twice is told apart by the order of the rows, wherever that can be told", async () => {
  expect(
    await read(
      "Europe/Berlin",
      "2026-10-25 02:10:00 = on",
      "2026-10-25 02:50:00 = off",
      "2026-10-25 02:20:00 = on",
      "2026-10-25 02:30:00 = off",
      "2026-10-25 03:00:00 = on",
      "2026-10-25 03:00:05 = off",
    ),
  ).toEqual({
    sessions: [
      ["2026-10-25T00:10:00.000Z", "2026-10-25T00:50:00.000Z"],
      ["2026-10-25T01:20:00.000Z", "2026-10-25T01:30:00.000Z"],
      ["2026-10-25T02:00:00.000Z", "2026-10-25T02:00:05.000Z"],
    ],
    skipped: [],
  });
  expect(
    await read(
      "America/New_York",
      "2026-11-01 01:50:00 = on",
      "2026-11-01 01:05:00 = off",
      "2026-11-01 02:00:00 = on",
      "2026-11-01 02:00:05 = off",
    ),
  ).toMatchObject({
    sessions: [
      ["2026-11-01T05:50:00.000Z", "2026-11-01T06:05:00.000Z"],
      ["2026-11-01T07:00:00.000Z", "2026-11-01T07:00:05.000Z"],
    ],
  });
  // Lord Howe Island changes by half an hour.
  expect(
    await read(
      "Australia/Lord_Howe",
      "2026-04-05 01:50:00 = on",
      "2026-04-05 01:35:00 = off",
      "2026-04-05 02:00:00 = on",
      "2026-04-05 02:00:05 = off",
    ),
  ).toMatchObject({
    sessions: [
      ["2026-04-04T14:50:00.000Z", "2026-04-04T15:05:00.000Z"],
      ["2026-04-04T15:30:00.000Z", "2026-04-04T15:30:05.000Z"],
    ],
  });
});

test("a time in an hour that was skipped never was, and is named", async () => {
  expect(
    await read("Europe/Berlin", "2026-03-29 01:59:00 = on", "2026-03-29 02:30:00 = off", "2026-03-29 03:01:00 = off"),
  ).toEqual({
    sessions: [["2026-03-29T00:59:00.000Z", "2026-03-29T01:01:00.000Z"]],
    skipped: [{ type: "no-such-local-time", text: "2026-03-29 02:30:00" }],
  });
  expect(
    await read(
      "Australia/Lord_Howe",
      "2026-10-04 01:59:00 = on",
      "2026-10-04 02:15:00 = on",
      "2026-10-04 02:30:00 = off",
    ),
  ).toEqual({
    sessions: [["2026-10-03T15:29:00.000Z", "2026-10-03T15:30:00.000Z"]],
    skipped: [{ type: "no-such-local-time", text: "2026-10-04 02:15:00" }],
  });
});

test("the same wall clock in three zones is three times", async () => {
  const rows = ["2026-07-01 20:00:00 = on", "2026-07-01 20:00:09 = off"];
  const froms = await Promise.all(
    ["Europe/Berlin", "America/New_York", "Asia/Kolkata"].map(
      async (zone) => (await read(zone, ...rows)).sessions[0]?.[0],
    ),
  );
  expect(froms).toEqual(["2026-07-01T18:00:00.000Z", "2026-07-02T00:00:00.000Z", "2026-07-01T14:30:00.000Z"]);
});
