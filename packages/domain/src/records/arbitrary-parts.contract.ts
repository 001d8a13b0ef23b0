/** What random records of every kind are made of, for tests only: ids, times, unknown fields of a newer app with awkward names. */
import fc from "fast-check";
import type { Json, JsonObject } from "../encoding/json.ts";
import { parseDeviceId, parsePersonId, parseRecordId, type PersonId, type RecordId } from "../people/ids.ts";
import { isOk, type Result } from "../result.ts";
import { addDays, parseCivilDate, parseUtcOffset } from "../time/civil-date.ts";
import { addToInstant, parseInstant, type Instant } from "../time/instant.ts";

const valueOf = <T, E>(result: Result<T, E>): T => {
  if (!isOk(result)) throw new Error(JSON.stringify(result.error));
  return result.value;
};

const hex = fc.string({
  unit: fc.constantFrom(...Array.from({ length: 16 }, (_, digit) => digit.toString(16))),
  minLength: 32,
  maxLength: 32,
});

/** Two people only: what is not one's own is the other's. */
export const PEOPLE: readonly [PersonId, PersonId] = [
  valueOf(parsePersonId("a".repeat(32))),
  valueOf(parsePersonId("b".repeat(32))),
];

const personIds = fc.constantFrom(...PEOPLE);
export const recordIds: fc.Arbitrary<RecordId> = hex.map((text) => valueOf(parseRecordId(text)));
export const deviceIds = hex.map((text) => valueOf(parseDeviceId(text)));

const START = valueOf(parseInstant("2026-11-01T00:00:00.000Z"));
export const DAY_MS = 86_400_000;

/** Within four weeks, so that weeks meet. */
export const instants: fc.Arbitrary<Instant> = fc
  .integer({ min: 0, max: 28 * DAY_MS - 1 })
  .map((ms) => addToInstant(START, ms));

export const offsets = fc.integer({ min: -18 * 60, max: 18 * 60 }).map((minutes) => valueOf(parseUtcOffset(minutes)));

export const days = fc
  .integer({ min: 0, max: 27 })
  .map((count) => addDays(valueOf(parseCivilDate("2026-11-01")), count));

/** None of our own field names, and some that are traps in JavaScript. */
const unknownNames = fc.oneof(
  fc.string().map((text) => `x-${text}`),
  fc.constantFrom("__proto__", "constructor", "unknownFields", "sharedWith", ""),
);

/** JSON as it is after one trip through text, so that comparing is exact. */
const jsonValues: fc.Arbitrary<Json> = fc.letrec<{ readonly leaf: Json; readonly tree: Json }>((tie) => ({
  leaf: fc.oneof(fc.constant(null), fc.boolean(), fc.string(), fc.integer()),
  tree: fc.oneof(
    { maxDepth: 2 },
    tie("leaf"),
    fc.array(tie("tree"), { maxLength: 3 }),
    fc
      .array(fc.tuple(unknownNames, tie("tree")), { maxLength: 3 })
      .map((entries): JsonObject => Object.fromEntries(entries)),
  ),
})).tree;

const unknownFields: fc.Arbitrary<{ readonly unknownFields?: JsonObject }> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.tuple(unknownNames, jsonValues), { minLength: 1, maxLength: 3 })
      .map((entries) => ({ unknownFields: Object.fromEntries(entries) })),
  },
);

export const withUnknownFields = <T extends object>(record: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.tuple(record, unknownFields).map(([known, extra]) => ({ ...known, ...extra }));

export const head = { id: recordIds, owner: personIds };
