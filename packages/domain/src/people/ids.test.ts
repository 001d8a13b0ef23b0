import { describe, expect, test } from "vitest";
import { parseDeviceId, parsePersonId, parseRecordId } from "./ids.ts";

describe.each([
  ["a person", parsePersonId],
  ["a device", parseDeviceId],
  ["a record", parseRecordId],
])("the identifier of %s", (_what, parse) => {
  test("is 32 lower-case hexadecimal digits", () => {
    expect(parse("0123456789abcdef0123456789abcdef")).toEqual({
      type: "ok",
      value: "0123456789abcdef0123456789abcdef",
    });
  });

  test.each([
    "",
    "0123456789ABCDEF0123456789ABCDEF",
    "0123456789abcdef0123456789abcde",
    "0123456789abcdef0123456789abcdef0",
    "0123456789abcdef0123456789abcdef\n",
    "01234567-89ab-7def-0123-456789abcdef",
  ])("is not %j", (text) => {
    expect(parse(text)).toEqual({ type: "error", error: { type: "not-an-id" } });
  });
});
