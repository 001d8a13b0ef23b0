import {
  parseDeviceId,
  parseEpochMs,
  parseRecordId,
  type DeviceId,
  type Instant,
  type RecordId,
} from "@undivided/domain";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { memberIdFrom } from "../envelope/ids.ts";
import { decodeChange, encodeChange, type Change } from "./change.ts";
import {
  compareStamps,
  FIRST_STAMP,
  MAX_DRIFT_MS,
  MAX_STAMP_MS,
  MAX_TICK,
  nextStamp,
  observeStamp,
  stampAfter,
  type Stamp,
} from "./hybrid-clock.ts";
import {
  applyChanges,
  EMPTY_STATE,
  lastStampOf,
  mergeStates,
  ownKey,
  type AuthoredChange,
  type SpaceState,
} from "./merge.ts";

const must = <T>(result: { type: "ok"; value: T } | { type: "error" }): T => {
  if (result.type === "error") throw new Error("expected ok");
  return result.value;
};

const id = (digit: number): RecordId => must(parseRecordId(String(digit).repeat(32)));
const device = (digit: number): DeviceId => must(parseDeviceId(String(digit).repeat(32)));
const member = (digit: number) => memberIdFrom(new Uint8Array(16).fill(digit));
const at = (ms: number): Instant => must(parseEpochMs(ms));
const NOW = at(Date.parse("2026-11-20T18:00:00Z"));

/** Few values of each, so that they meet often. */
const stamp: fc.Arbitrary<Stamp> = fc.record({
  ms: fc.constantFrom(0, 5, MAX_STAMP_MS),
  tick: fc.constantFrom(0, 1, MAX_TICK),
});
const recordId = fc.constantFrom(id(1), id(2));
const fields = fc
  .uniqueArray(fc.constantFrom("a", "b", "c"), { minLength: 1 })
  .chain((names) =>
    fc.tuple(...names.toSorted().map((name) => fc.constantFrom("x", "y").map((value) => ({ name, value })))),
  );
const change: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ type: fc.constant("put"), id: recordId, stamp, text: fc.constantFrom("x", "y") }),
  },
  { weight: 4, arbitrary: fc.record({ type: fc.constant("set"), id: recordId, stamp, fields }) },
  fc.record({ type: fc.constant("delete"), scope: fc.constantFrom("own", "shared"), id: recordId, stamp }),
);
const authored: fc.Arbitrary<AuthoredChange> = fc
  .tuple(change, fc.integer({ min: 1, max: 3 }))
  .map(([made, digit]) => ({ change: made, device: device(digit), member: member(Math.min(2, digit)) }));
const changes = fc.array(authored, { maxLength: 12 });

const sorted = (state: SpaceState): unknown => [
  [...state.own].sort(),
  [...state.shared]
    .map(([key, record]) => [key, record.type, record.type === "present" ? [...record.fields].sort() : []])
    .sort(),
];
const stateOf = (list: readonly AuthoredChange[]): SpaceState => applyChanges(EMPTY_STATE, list);

describe("merging", () => {
  test("is commutative, associative and idempotent", () => {
    fc.assert(
      fc.property(changes, changes, changes, (a, b, c) => {
        const [one, two, three] = [stateOf(a), stateOf(b), stateOf(c)];
        expect(sorted(mergeStates(one, two))).toEqual(sorted(mergeStates(two, one)));
        expect(sorted(mergeStates(one, mergeStates(two, three)))).toEqual(
          sorted(mergeStates(mergeStates(one, two), three)),
        );
        expect(sorted(mergeStates(one, one))).toEqual(sorted(one));
        expect(sorted(mergeStates(one, two))).toEqual(sorted(stateOf([...a, ...b])));
      }),
      { numRuns: 500 },
    );
  });

  test("gives the same state whatever the order and however often a change comes", () => {
    const mixed = changes.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(mixed, ([list, some, shuffled]) => {
        expect(sorted(stateOf([...some, ...shuffled, ...some]))).toEqual(sorted(stateOf(list)));
      }),
      { numRuns: 500 },
    );
  });

  test("never lets a member reach another's own record, whatever the identifier and the stamp", () => {
    fc.assert(
      fc.property(changes, (list) => {
        const mine = list.filter(({ member: by }) => by === member(1));
        const records = (state: SpaceState) => [...state.own].filter(([key]) => key.startsWith(member(1))).sort();
        expect(records(stateOf(list))).toEqual(records(stateOf(mine)));
      }),
    );
  });

  test("never brings back what was deleted, not even by a later stamp", () => {
    const put = (ms: number): AuthoredChange => ({
      change: { type: "put", id: id(1), stamp: { ms, tick: 0 }, text: "x" },
      device: device(1),
      member: member(1),
    });
    const remove: AuthoredChange = {
      change: { type: "delete", scope: "own", id: id(1), stamp: { ms: 5, tick: 0 } },
      device: device(2),
      member: member(1),
    };
    for (const order of [
      [put(1), remove, put(9)],
      [put(9), put(1), remove],
      [remove, put(9)],
    ]) {
      expect(stateOf(order).own.get(ownKey(member(1), id(1)))?.type).toBe("deleted");
    }
  });

  test("keeps two people's edits of different fields of one shared record", () => {
    const set = (name: string, digit: number, ms: number): AuthoredChange => ({
      change: { type: "set", id: id(1), stamp: { ms, tick: 0 }, fields: [{ name, value: `by ${digit}` }] },
      device: device(digit),
      member: member(digit),
    });
    const record = stateOf([set("title", 1, 9), set("day", 2, 3), set("title", 2, 8)]).shared.get(id(1));
    const texts = record?.type === "present" ? [...record.fields].map(([name, { text }]) => [name, text]) : [];
    expect(texts).toEqual([
      ["title", "by 1"],
      ["day", "by 2"],
    ]);
  });
});

describe("the clock", () => {
  const wall = fc.integer({ min: -62_135_596_800_000, max: 253_402_300_799_999 }).map(at);
  const anyStamp = fc.record({
    ms: fc.integer({ min: 0, max: MAX_STAMP_MS }),
    tick: fc.integer({ min: 0, max: MAX_TICK }),
  });

  test("gives later and later stamps, wherever the wall clock jumps", () => {
    fc.assert(
      fc.property(fc.array(wall, { maxLength: 30 }), (walls) => {
        let last = FIRST_STAMP;
        for (const now of walls) {
          const next = nextStamp(last, now);
          expect(compareStamps(next, last)).toBeGreaterThan(0);
          expect(next.ms).toBeGreaterThanOrEqual(Math.min(now, MAX_STAMP_MS));
          last = next;
        }
      }),
    );
  });

  test("is never moved further ahead than a day by what others say", () => {
    fc.assert(
      fc.property(anyStamp, anyStamp, wall, (last, seen, now) => {
        const observed = observeStamp(last, seen, now);
        expect(compareStamps(observed, last)).toBeGreaterThanOrEqual(0);
        expect(observed.ms).toBeLessThanOrEqual(Math.max(last.ms, now + MAX_DRIFT_MS));
        if (Math.abs(seen.ms - now) <= MAX_DRIFT_MS) expect(compareStamps(observed, seen)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test.each([-30, 30])("of a phone wrong by %i years still lets a person change what they see", (years) => {
    const wrong = at(NOW + years * 365 * 86_400_000);
    const theirs = nextStamp(FIRST_STAMP, wrong);
    const mine = stampAfter(observeStamp(nextStamp(FIRST_STAMP, NOW), theirs, NOW), NOW, theirs);
    expect(compareStamps(mine, theirs)).toBeGreaterThan(0);
    expect(nextStamp(observeStamp(FIRST_STAMP, theirs, NOW), NOW).ms).toBe(NOW);
    const again = stampAfter(theirs, wrong, mine);
    expect(compareStamps(again, mine)).toBeGreaterThan(0);
  });

  test("stops at the end of time instead of leaving it", () => {
    const end = { ms: MAX_STAMP_MS, tick: MAX_TICK };
    expect(nextStamp(end, NOW)).toEqual(end);
    expect(nextStamp({ ms: 5, tick: MAX_TICK }, at(0))).toEqual({ ms: 6, tick: 0 });
  });

  test("says what was last seen of a record", () => {
    const put: Change = { type: "put", id: id(1), stamp: { ms: 3, tick: 2 }, text: "" };
    const set: Change = { type: "set", id: id(1), stamp: { ms: 4, tick: 0 }, fields: [{ name: "a", value: "" }] };
    const state = stateOf([put, set].map((made) => ({ change: made, device: device(1), member: member(1) })));
    expect(lastStampOf(state, member(1), id(1))).toEqual({ ms: 4, tick: 0 });
    expect(lastStampOf(state, member(1), id(2))).toBeUndefined();
  });
});

describe("a change", () => {
  test("comes back from its bytes", () => {
    const text = fc.string({ unit: "grapheme" });
    const put = fc.record({ type: fc.constant("put"), id: recordId, stamp, text });
    fc.assert(
      fc.property(fc.oneof(change, put), (made) => {
        expect(must(decodeChange(encodeChange(made) ?? new Uint8Array(0)))).toEqual(made);
      }),
    );
  });

  test("is read by a total parser that accepts one form only", () => {
    const head = fc
      .tuple(fc.constantFrom(1, 2), fc.constantFrom(1, 2, 3, 4, 9))
      .map(([version, code]) => [version, code, ...new Uint8Array(26)]);
    const tail = fc.uint8Array({ maxLength: 30 });
    fc.assert(
      fc.property(
        fc.oneof(
          tail,
          fc.tuple(head, tail).map(([start, end]) => Uint8Array.of(...start, ...end)),
        ),
        (bytes) => {
          const decoded = decodeChange(bytes);
          if (decoded.type === "ok") expect([...(encodeChange(decoded.value) ?? [])]).toEqual([...bytes]);
        },
      ),
      { numRuns: 3000 },
    );
  });

  test("from a newer app is told apart from a broken one", () => {
    const newer = [Uint8Array.of(2), Uint8Array.of(1, 9, ...new Uint8Array(26))];
    expect(newer.map((bytes) => decodeChange(bytes))).toEqual(
      newer.map(() => ({ type: "error", error: { type: "newer-change" } })),
    );
    expect(decodeChange(Uint8Array.of(0))).toEqual({ type: "error", error: { type: "malformed-change" } });
  });

  test("that could not be read back is not written", () => {
    const head = { id: id(1), stamp: FIRST_STAMP };
    expect(encodeChange({ type: "put", ...head, text: "\ud800" })).toBeUndefined();
    const faulty = [
      [],
      [
        { name: "b", value: "" },
        { name: "a", value: "" },
      ],
      [{ name: "n".repeat(65), value: "" }],
    ];
    for (const list of faulty) expect(encodeChange({ type: "set", ...head, fields: list })).toBeUndefined();
  });
});
