import { expect, test } from "vitest";
import { object, oneOf } from "../encoding/codec.ts";
import { civilDate } from "../encoding/value-codecs.ts";
import type { CivilDate } from "../time/civil-date.ts";
import { RECORD_TYPES } from "./kinds.ts";
import { defineRecord, headOf, type RecordHead } from "./record-kind.ts";

interface ExampleRecord extends RecordHead<"example"> {
  readonly day: CivilDate;
  readonly word: "a" | "b";
}

const fields = object({ ...headOf("example"), day: civilDate, word: oneOf(["a", "b"]) });
const dayOf = (record: ExampleRecord): CivilDate => record.day;

test("a kind without its row of the sharing table does not compile", () => {
  // @ts-expect-error Whether it may leave the phone has to be said.
  const withoutRow = defineRecord<ExampleRecord>({ version: 1, fields, dayOf });
  const withoutForm = defineRecord<ExampleRecord>({
    version: 1,
    fields,
    dayOf,
    // @ts-expect-error Each of the three forms has to be answered, if only by "never".
    sharing: { item: "never", weekly: "never" },
  });
  const complete = defineRecord<ExampleRecord>({
    version: 1,
    fields,
    dayOf,
    sharing: { item: "never", weekly: "never", joined: "never" },
  });
  expect([withoutRow, withoutForm, complete]).toHaveLength(3);
});

test("there are these kinds and no others", () => {
  expect(RECORD_TYPES).toEqual([
    "moment",
    "together",
    "felt-second",
    "good-moment",
    "bid",
    "reflection",
    "check-in",
    "look-back",
    "rest",
    "ritual",
    "plan",
    "conversation",
    "agreement",
    "four-weeks",
    "card",
    "marked-day",
    "phone-looks",
    "together-hours",
  ]);
});
