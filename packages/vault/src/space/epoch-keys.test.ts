import { describe, expect, test } from "vitest";
import { createEpochKey, randomBytes, revealSecret, type EpochKey } from "../crypto/door.ts";
import { entryIdFrom, epochOfEntry } from "../envelope/ids.ts";
import { createDeviceKeys, createMemberId, deviceCardOf } from "./device-keys.ts";
import { learnEpochKeys, makeMembersStatement, type EpochKeys } from "./epoch-keys.ts";
import type { SignedStatement } from "./roster.ts";

const old = createDeviceKeys(createMemberId());
const fresh = createDeviceKeys(old.member);
const [oldCard, freshCard] = [await deviceCardOf(old), await deviceCardOf(fresh)];

const make = async (
  recipients: readonly (typeof oldCard)[],
  known: EpochKeys,
): Promise<{ readonly signed: SignedStatement; readonly key: EpochKey }> => {
  const plan = { maxMembers: 1, generation: 1, admits: [], removes: [], recipients };
  const { statement, key } = await makeMembersStatement(plan, known);
  return { signed: { id: entryIdFrom(randomBytes(32)), device: old.device, counter: 1, statement }, key };
};

describe("epoch keys", () => {
  test("of the past reach a new device through a chain of histories, in whatever order these come", async () => {
    const one = await make([oldCard], new Map());
    const first = epochOfEntry(one.signed.id);
    const two = await make([oldCard], new Map([[first, one.key]]));
    const three = await make([oldCard, freshCard], new Map([[epochOfEntry(two.signed.id), two.key]]));
    const statements = [one, two, three].map(({ signed }) => signed);
    for (const order of [statements, statements.toReversed()]) {
      const learned = await learnEpochKeys(fresh, order, new Map());
      expect(learned.size).toBe(3);
      const key = learned.get(first);
      expect(key && revealSecret(key)).toEqual(revealSecret(one.key));
    }
  });

  test("are not learned where they are not the ones that were committed to", async () => {
    const one = await make([oldCard], new Map());
    const two = await make([freshCard], new Map([[epochOfEntry(one.signed.id), createEpochKey()]]));
    const learned = await learnEpochKeys(fresh, [one.signed, two.signed], new Map());
    expect([...learned.keys()]).toEqual([epochOfEntry(two.signed.id)]);
  });

  test("wrapped to others are not learned", async () => {
    const one = await make([oldCard], new Map());
    expect((await learnEpochKeys(fresh, [one.signed], new Map())).size).toBe(0);
  });
});
