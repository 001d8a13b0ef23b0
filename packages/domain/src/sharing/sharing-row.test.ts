import { expect, test } from "vitest";
import { offer } from "./sharing-row.ts";

test("what a row makes beyond the fields it names is dropped", () => {
  const careless = (record: { readonly day: string; readonly at: string }) => ({ ...record });
  expect(offer(["day"], careless).view({ day: "2026-11-20", at: "2026-11-20T18:00:02.000Z" })).toEqual({
    day: "2026-11-20",
  });
});

test("a row that makes less than the fields it names does not compile", () => {
  // @ts-expect-error The field "kind" is named and never made.
  const incomplete = offer(["day", "kind"], (record: { readonly day: string }) => ({ day: record.day }));
  expect(incomplete.fields).toEqual(["day", "kind"]);
});
