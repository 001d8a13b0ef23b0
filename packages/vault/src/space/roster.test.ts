import type { DeviceId } from "@undivided/domain";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hashFrom, randomBytes, verifyingKeyFrom, WRAPPED_KEY_BYTES, wrappingKeyFrom } from "../crypto/door.ts";
import { deviceIdFrom, entryIdFrom, epochOfEntry, memberIdFrom, type MemberId } from "../envelope/ids.ts";
import { decodeDropStatement, encodeDropStatement } from "./drop-statement.ts";
import {
  decodeMembersStatement,
  encodeMembersStatement,
  type DeviceCard,
  type MembersStatement,
  type Removal,
} from "./members-statement.ts";
import { activeDevices, counts, currentEpoch, foldRoster, type Roster, type SignedStatement } from "./roster.ts";

const defined = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error("expected a value");
  return value;
};

const device = (digit: number): DeviceId => deviceIdFrom(new Uint8Array(16).fill(digit));
const ada = memberIdFrom(new Uint8Array(16).fill(1));
const ben = memberIdFrom(new Uint8Array(16).fill(2));
const eve = memberIdFrom(new Uint8Array(16).fill(3));

const card = (digit: number, member: MemberId): DeviceCard => ({
  device: device(digit),
  member,
  verifyingKey: defined(verifyingKeyFrom(randomBytes(32))),
  wrappingKey: defined(wrappingKeyFrom(randomBytes(32))),
});

interface Plan {
  readonly admits?: readonly DeviceCard[];
  readonly removes?: readonly Removal[];
  readonly wraps?: readonly number[];
  readonly generation?: number;
}

const say = (by: number, counter: number, plan: Plan): SignedStatement => ({
  id: entryIdFrom(Uint8Array.from({ length: 32 }, (_, at) => (at === 0 ? by : counter))),
  device: device(by),
  counter,
  statement: {
    maxMembers: 2,
    generation: plan.generation ?? counter,
    admits: plan.admits ?? [],
    removes: plan.removes ?? [],
    wraps: (plan.wraps ?? []).map((digit) => ({ device: device(digit), wrapped: new Uint8Array(WRAPPED_KEY_BYTES) })),
    commitment: defined(hashFrom(new Uint8Array(32))),
    history: new Uint8Array(0),
  },
});

const founding = say(1, 1, { admits: [card(1, ada)], wraps: [1] });
const remove = (digit: number, last: number) => ({ removes: [{ device: device(digit), last }] });
const active = (roster: Roster): readonly string[] => activeDevices(roster).map(({ device: id }) => id.slice(0, 2));
const fold = (...statements: readonly SignedStatement[]): Roster => foldRoster(founding, [founding, ...statements]);

describe("a roster", () => {
  test("lets a person's devices admit that person's devices, and one second person", () => {
    const roster = fold(
      say(1, 2, { admits: [card(2, ada), card(5, ben)] }),
      say(2, 1, { admits: [card(6, ben), card(3, ada), card(7, eve)] }),
      say(5, 1, { admits: [card(8, ben), card(9, ada)] }),
    );
    expect(active(roster)).toEqual(["01", "02", "05", "03", "08"]);
  });

  test("never lets one person remove the other's device", () => {
    const roster = fold(say(1, 2, { admits: [card(5, ben)] }), say(5, 1, remove(1, 0)), say(1, 3, remove(5, 0)));
    expect(active(roster)).toEqual(["01", "05"]);
  });

  test("voids what a removed device says and writes beyond its end", () => {
    const roster = fold(
      say(1, 2, { admits: [card(2, ada)] }),
      say(2, 5, { admits: [card(3, ada)] }),
      say(2, 9, { ...remove(1, 0), admits: [card(4, ada)] }),
      say(1, 3, remove(2, 6)),
    );
    expect(active(roster)).toEqual(["01", "03"]);
    expect([6, 7].map((counter) => counts(roster, device(2), counter))).toEqual([true, false]);
  });

  test("lets a younger device remove the oldest, and forgets what followed from what that one said afterwards", () => {
    const roster = fold(
      say(1, 2, { admits: [card(2, ada), card(3, ada)] }),
      say(2, 7, remove(1, 0)),
      say(3, 1, remove(2, 6)),
    );
    // 3 was admitted last and removes 2 before 2 removed 1: so 1 stays.
    expect(active(roster)).toEqual(["01", "03"]);
    expect(active(fold(say(1, 2, { admits: [card(2, ada)] }), say(2, 7, remove(1, 0))))).toEqual(["02"]);
  });

  test("lets the older of two prevail that remove each other", () => {
    const roster = fold(say(1, 2, { admits: [card(2, ada)] }), say(1, 3, remove(2, 0)), say(2, 1, remove(1, 2)));
    expect(active(roster)).toEqual(["01"]);
  });

  test("is the same in whatever order the statements came", () => {
    const places = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 2, max: 6 })), {
      maxLength: 12,
      selector: ([by, counter]) => `${by}/${counter}`,
    });
    const cards = [2, 3, 4].map((digit) => card(digit, ada)).concat(card(5, ben));
    const plan = fc.record({
      admits: fc.subarray(cards),
      removes: fc.array(fc.record({ device: fc.integer({ min: 1, max: 5 }).map(device), last: fc.nat(6) }), {
        maxLength: 2,
      }),
      wraps: fc.subarray([1, 2, 3, 4, 5]),
    });
    const statements = places.chain((list) =>
      fc.tuple(...list.map(([by, counter]) => plan.map((made) => say(by, counter, made)))),
    );
    const shuffled = statements.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect([...fold(...other).devices]).toEqual([...fold(...list).devices]);
        expect(new Set(fold(...other).epochs.keys())).toEqual(new Set(fold(...list).epochs.keys()));
      }),
      { numRuns: 1000 },
    );
  });

  test("writes in the newest epoch that reaches all who belong to it and nobody else", () => {
    const admit = say(1, 2, { admits: [card(2, ada)], wraps: [1, 2] });
    expect(currentEpoch(fold(admit))?.id).toBe(epochOfEntry(admit.id));
    const renew = say(2, 1, { wraps: [2, 1], generation: 9 });
    expect(currentEpoch(fold(admit, renew))?.id).toBe(epochOfEntry(renew.id));
    expect(currentEpoch(fold(admit, renew, say(1, 3, { ...remove(2, 1), wraps: [] })))?.id).toBe(
      epochOfEntry(founding.id),
    );
    expect(currentEpoch(fold(say(1, 2, { admits: [card(2, ada)], wraps: [1] })))).toBeUndefined();
  });
});

describe("statements", () => {
  test("come back from their bytes", () => {
    const { statement } = say(1, 2, { admits: [card(2, ada)], ...remove(1, 3), wraps: [1, 2] });
    const full: MembersStatement = { ...statement, history: randomBytes(100) };
    expect(decodeMembersStatement(encodeMembersStatement(full))).toEqual(full);
    const places = [{ device: device(3), counter: 9 }];
    expect(decodeDropStatement(encodeDropStatement(places))).toEqual(places);
  });

  test("are read by total parsers that accept one form only", () => {
    const { statement } = say(1, 2, { admits: [card(2, ada)], ...remove(1, 3), wraps: [1] });
    const members = encodeMembersStatement(statement);
    const drop = encodeDropStatement([{ device: device(3), counter: 9 }]);
    const edited = (bytes: Uint8Array) =>
      fc
        .tuple(fc.nat(bytes.length - 1), fc.nat(255), fc.nat(bytes.length))
        .map(([at, byte, length]) =>
          bytes.map((old, index) => (index === at ? byte : old)).subarray(0, length + (length % 3) * 99),
        );
    const input = fc.oneof(fc.uint8Array({ maxLength: 200 }), edited(members), edited(drop));
    fc.assert(
      fc.property(input, (bytes) => {
        const one = decodeMembersStatement(bytes);
        if (one !== undefined) expect([...encodeMembersStatement(one)]).toEqual([...bytes]);
        const other = decodeDropStatement(bytes);
        if (other !== undefined) expect([...encodeDropStatement(other)]).toEqual([...bytes]);
      }),
      { numRuns: 2000 },
    );
  });
});
