/**
 * Taking back a change of a record without touching what came after it.
 *
 * A record is written as a whole, so putting the old one back would also undo what was changed meanwhile, here or on another own
 * device. Only the fields that the change set are put back, and of these only those that still hold what it set.
 */
import type { KnownRecord } from "@undivided/domain";

/** Records are plain values: written alike means the same. */
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const fieldsOf = (record: KnownRecord): ReadonlyMap<string, unknown> => new Map(Object.entries(record));

/** What to write in the place of `now`. Null if the record is gone or nothing of the change is left. */
export const withoutChange = (before: KnownRecord, after: KnownRecord, now: KnownRecord | null): KnownRecord | null => {
  if (now === null || now.type !== before.type) return null;
  const [old, set, current] = [fieldsOf(before), fieldsOf(after), fieldsOf(now)];
  const back = [...old].filter(
    ([name, value]) => !isSame(value, set.get(name)) && isSame(set.get(name), current.get(name)),
  );
  return back.length === 0 ? null : { ...now, ...Object.fromEntries(back) };
};
