import { describe, expect, test } from "vitest";
import { createSigningKey, randomBytes, verifyingKeyOf } from "../crypto/door.ts";
import { decodeEntry, encodeEntry, withoutBody } from "../envelope/entry.ts";
import { createMemoryLogStore } from "../log/memory-log-store.ts";
import type { TrustedDevice } from "./replica.ts";
import { learnEpochKeys } from "./epoch-keys.ts";
import { createMembership } from "./membership.ts";
import { decodeSnapshot, openSnapshot } from "./snapshot-envelope.ts";
import { snapshotName } from "./snapshot-keeper.ts";
import { sealSnapshot } from "./snapshot-making.ts";
import {
  admitPhone,
  faultOf,
  foundPhone,
  must,
  newId,
  put,
  reopen,
  sync,
  textsOf,
  viewOf,
  type Phone,
} from "./two-devices.contract.ts";

const trustIn = async ({ keys }: Phone): Promise<TrustedDevice> => ({
  device: keys.device,
  verifyingKey: await verifyingKeyOf(keys.signing),
});

const adoptFrom = async (from: Phone, by: Phone) =>
  by.replica.adoptSnapshot(must(await from.replica.snapshotFor()), await trustIn(from));

const backfillFrom = async (from: Phone, to: Phone, limit = 3): Promise<void> => {
  for (let asked = to.replica.backfill(); asked !== null; asked = to.replica.backfill()) {
    must(await to.replica.receive(must(await from.replica.entriesFor(asked, limit)).toReversed()));
  }
};

const idsIn = async ({ store, replica }: Phone): Promise<readonly string[]> =>
  must(await store.read(replica.space, 0, 999))
    .map(({ id }) => id)
    .sort();

/** A couple with some records, and Ada's new phone, admitted and still empty. */
const couple = async () => {
  const ada = await foundPhone(2);
  const ben = await admitPhone(ada);
  await sync(ada, ben);
  const id = await put(ada, "hers");
  await put(ada, "hers, changed", id);
  await put(ben, "his");
  const gone = await put(ada, "deleted");
  must(await ada.replica.write({ type: "delete", scope: "own", id: gone }));
  must(await ben.replica.write({ type: "set", id: newId(), fields: [{ name: "day", value: "Friday" }] }));
  await sync(ada, ben);
  const fresh = await admitPhone(ada, ada.keys.member);
  return { ada, ben, fresh };
};

/** The snapshot with another content, signed by who made it: what only that device itself could do. */
const reseal = async (
  { keys }: Phone,
  bytes: Uint8Array,
  change: (content: NonNullable<Awaited<ReturnType<typeof openSnapshot>>>) => typeof content,
): Promise<Uint8Array> => {
  const snapshot = must(await decodeSnapshot(bytes));
  const statements = createMembership(snapshot.space, snapshot.statements).statements();
  const key = (await learnEpochKeys(keys, statements, new Map())).get(snapshot.epoch);
  const content = key === undefined ? undefined : await openSnapshot(snapshot, key);
  if (key === undefined || content === undefined) throw new Error("not opened");
  const sealed = await sealSnapshot(snapshot, key, keys.signing, snapshot.statements, change(content));
  return sealed ?? new Uint8Array(0);
};

describe("a new own device", () => {
  test("that adopts a snapshot shows the same, writes at once, and is a full copy when the entries have come", async () => {
    const { ada, ben, fresh } = await couple();
    must(await adoptFrom(ada, fresh));
    expect(viewOf(fresh.replica.state())).toEqual(viewOf(ada.replica.state()));
    expect(fresh.replica.summary()).toEqual(ada.replica.summary());
    expect(fresh.replica.health().absent).toBeGreaterThan(5);
    await put(fresh, "from the new phone");
    await put(ben, "meanwhile");
    await sync(fresh, ben);
    fresh.replica = await reopen(fresh);
    expect(textsOf(fresh.replica)).toEqual(["from the new phone", "hers, changed", "his", "meanwhile"]);
    await backfillFrom(ada, fresh);
    expect(fresh.replica.health()).toEqual({ absent: 0, forkedAt: null });
    await sync(ada, fresh);
    expect(await idsIn(fresh)).toEqual(await idsIn(ada));
    // Nothing but its own log is left to it, and nobody but it is left to others.
    must(await fresh.blobs.remove(snapshotName(fresh.replica.space)));
    fresh.replica = await reopen(fresh);
    const empty = { ...ben, store: createMemoryLogStore(), replica: ben.replica };
    empty.replica = await reopen(empty);
    await sync(fresh, empty);
    for (const phone of [fresh, empty]) expect(viewOf(phone.replica.state())).toEqual(viewOf(ada.replica.state()));
  });

  test("that loses its snapshot before the entries have come loses nothing of its own and gets the rest again", async () => {
    const { ada, fresh } = await couple();
    must(await adoptFrom(ada, fresh));
    await put(fresh, "from the new phone");
    must(await fresh.blobs.write(snapshotName(fresh.replica.space), randomBytes(999)));
    fresh.replica = await reopen(fresh);
    expect(textsOf(fresh.replica)).not.toContain("hers, changed");
    await sync(fresh, ada);
    expect(textsOf(fresh.replica)).toEqual(["from the new phone", "hers, changed", "his"]);
    expect(viewOf(ada.replica.state())).toEqual(viewOf(fresh.replica.state()));
  });

  test("takes no body again that the snapshot says was dropped, and asks for one that the relay cut off", async () => {
    const { ada, fresh } = await couple();
    const id = await put(ada, "canary");
    const old = must(await ada.replica.entriesFor({ heads: [], wanted: [], missing: [] }, 99));
    must(await ada.replica.write({ type: "delete", scope: "own", id }));
    must(await adoptFrom(ada, fresh));
    must(await fresh.replica.receive(old));
    await backfillFrom(ada, fresh);
    const bodies = async (phone: Phone) =>
      must(await phone.store.read(phone.replica.space, 0, 99)).filter(
        ({ bytes }) => must(decodeEntry(bytes)).body !== null,
      );
    expect((await bodies(fresh)).length).toBe((await bodies(ada)).length);

    const third = await admitPhone(ada, ada.keys.member);
    must(await adoptFrom(ada, third));
    const asked = third.replica.backfill();
    if (asked === null) throw new Error("nothing to ask for");
    const cut = must(await ada.replica.entriesFor(asked, 99)).map((bytes) =>
      encodeEntry(withoutBody(must(decodeEntry(bytes)))),
    );
    must(await third.replica.receive(cut));
    expect(third.replica.summary().wanted.length).toBeGreaterThan(2);
    // Statements without their bodies were not taken at all.
    await backfillFrom(ada, third);
    await sync(ada, third);
    expect(third.replica.summary().wanted).toEqual([]);
    await expect.poll(() => viewOf(third.replica.state())).toEqual(viewOf(ada.replica.state()));
  });

  test("believes its own other device until the entries have come, and then the entries", async () => {
    const { ada, fresh } = await couple();
    const lied = await reseal(ada, must(await ada.replica.snapshotFor()), (content) => ({
      ...content,
      own: new Map(
        [...content.own].map(([key, record]) => [
          key,
          record.type === "present" ? { ...record, last: { ...record.last, text: "a lie" } } : record,
        ]),
      ),
    }));
    must(await fresh.replica.adoptSnapshot(lied, await trustIn(ada)));
    expect(textsOf(fresh.replica)).toEqual(["a lie", "a lie"]);
    await backfillFrom(ada, fresh);
    await expect.poll(() => textsOf(fresh.replica)).toEqual(["hers, changed", "his"]);
    fresh.replica = await reopen(fresh);
    expect(textsOf(fresh.replica)).toEqual(["hers, changed", "his"]);
  });

  test("throws a snapshot away whose names turn out to be others than the entries'", async () => {
    const { ada, ben, fresh } = await couple();
    const lied = await reseal(ada, must(await ada.replica.snapshotFor()), (content) => ({
      ...content,
      chains: content.chains.map((chain) =>
        chain.device === ben.keys.device
          ? { ...chain, names: chain.names.map((byte, index) => (index < 32 ? byte ^ 1 : byte)) }
          : chain,
      ),
    }));
    must(await fresh.replica.adoptSnapshot(lied, await trustIn(ada)));
    for (let round = 0; round < 4; round += 1) {
      const asked = fresh.replica.backfill() ?? fresh.replica.summary();
      must(await fresh.replica.receive(must(await ben.replica.entriesFor(asked, 99))));
    }
    await sync(fresh, ada);
    expect(viewOf(fresh.replica.state())).toEqual(viewOf(ada.replica.state()));
    expect(fresh.replica.health()).toEqual({ absent: 0, forkedAt: null });
  });
});

describe("a snapshot for another device", () => {
  test("is believed of the trusted own device alone, with the key that pairing showed", async () => {
    const { ada, ben, fresh } = await couple();
    await sync(ada, ben);
    const good = must(await ada.replica.snapshotFor());
    const outcome = async (bytes: Uint8Array, trusted: TrustedDevice) =>
      faultOf(await fresh.replica.adoptSnapshot(bytes, trusted));
    expect(await outcome(must(await ben.replica.snapshotFor()), await trustIn(ada))).toBe("not-trusted");
    expect(await outcome(must(await ben.replica.snapshotFor()), await trustIn(ben))).toBe("not-trusted");
    const otherKey = await verifyingKeyOf(createSigningKey());
    expect(await outcome(good, { device: ada.keys.device, verifyingKey: otherKey })).toBe("forged");
    const elsewhere = await couple();
    expect(await outcome(must(await elsewhere.ada.replica.snapshotFor()), await trustIn(elsewhere.ada))).toBe(
      "wrong-space",
    );
    must(await ada.replica.keepSnapshot());
    const local = must(await ada.blobs.read(snapshotName(ada.replica.space)));
    expect(await outcome(local ?? good, await trustIn(ada))).toBe("not-trusted");
    expect(textsOf(fresh.replica)).toEqual([]);
    expect(await outcome(good, await trustIn(ada))).toBe("no fault");
  });

  test("is not opened by who was not admitted, nor by who was removed", async () => {
    const { ada, fresh } = await couple();
    const stranger = await foundPhone(2);
    stranger.replica = await reopen({ ...stranger, replica: ada.replica });
    expect(faultOf(await adoptFrom(ada, stranger))).toBe("not-trusted");
    await sync(ada, fresh);
    must(await ada.replica.remove(fresh.keys.device));
    await put(ada, "not for the thief");
    expect(faultOf(await adoptFrom(ada, fresh))).toBe("not-trusted");
    expect(textsOf(fresh.replica)).not.toContain("not for the thief");
  });

  test("of a removed device is not believed by who has heard of the removal, silent about it as it may be", async () => {
    const { ada, ben, fresh } = await couple();
    const thief = fresh;
    await sync(ada, thief);
    const third = await admitPhone(ada, ada.keys.member);
    await sync(ada, thief);
    const silent = must(await thief.replica.snapshotFor());
    must(await ada.replica.remove(thief.keys.device));
    await sync(ada, ben);
    const statements = must(await ada.replica.entriesFor({ heads: [], wanted: [], missing: [] }, 99));
    must(await third.replica.receive(statements));
    expect(faultOf(await third.replica.adoptSnapshot(silent, await trustIn(thief)))).toBe("not-trusted");
  });

  test("takes nothing away that the device has itself, and an older one is caught up with", async () => {
    const { ada, fresh } = await couple();
    const old = must(await ada.replica.snapshotFor());
    await put(ada, "later");
    await sync(ada, fresh);
    await put(fresh, "own");
    must(await fresh.replica.adoptSnapshot(old, await trustIn(ada)));
    expect(textsOf(fresh.replica)).toEqual(["hers, changed", "his", "later", "own"]);
    expect(fresh.replica.health().absent).toBe(0);
    // One that names another entry where this device has its own.
    const lied = await reseal(ada, old, (content) => ({
      ...content,
      chains: content.chains.map((chain) => ({
        ...chain,
        names: chain.names.map((byte, index) => (index > chain.names.length - 32 ? byte ^ 1 : byte)),
      })),
    }));
    expect(["malformed", "contradiction"]).toContain(
      faultOf(await fresh.replica.adoptSnapshot(lied, await trustIn(ada))),
    );
    expect(textsOf(fresh.replica)).toEqual(["hers, changed", "his", "later", "own"]);
  });

  test("with any byte changed is refused by name and changes nothing", async () => {
    const { ada, fresh } = await couple();
    const good = must(await ada.replica.snapshotFor());
    const trusted = await trustIn(ada);
    const { length } = good;
    const changed = Array.from({ length: 120 }, (_, index) => Math.floor((index * (length - 1)) / 119)).map((at) =>
      good.map((byte, index) => (index === at ? byte ^ 0x10 : byte)),
    );
    for (const bytes of [
      ...changed,
      good.slice(0, 200),
      good.slice(0, -1),
      new Uint8Array([...good, 0]),
      new Uint8Array(0),
    ]) {
      const fault = faultOf(await fresh.replica.adoptSnapshot(bytes, trusted));
      expect(["malformed", "newer-version", "forged", "wrong-space", "not-trusted"]).toContain(fault);
    }
    expect(fresh.replica.summary().heads).toEqual([]);
  });

  test("is made under a new epoch where no epoch reaches exactly those who belong", async () => {
    const { ada, ben } = await couple();
    await sync(ada, ben);
    const one = await admitPhone(ada, ada.keys.member);
    const two = await admitPhone(ben, ben.keys.member);
    await sync(ada, ben);
    const snapshot = must(await decodeSnapshot(must(await ada.replica.snapshotFor())));
    const recipients = ada.replica.roster()?.epochs.get(snapshot.epoch)?.recipients;
    expect([one, two].map(({ keys }) => recipients?.has(keys.device))).toEqual([true, true]);
  });

  test("that is being made while its owner leaves comes to nothing, quietly", async () => {
    const { ada } = await couple();
    await Promise.all(Array.from({ length: 200 }, () => put(ada, "x".repeat(900))));
    const making = ada.replica.snapshotFor();
    // What makes it is fetched first.
    await import("./snapshot-making.ts");
    const [made, left] = await Promise.all([making, ada.replica.leave()]);
    expect([faultOf(made), faultOf(left)]).toEqual(["not-a-member", "no fault"]);
  });

  test("shows nothing to the relay beyond what the log shows", async () => {
    const { ada } = await couple();
    await put(ada, "kanarienvogel");
    const bytes = must(await ada.replica.snapshotFor());
    expect(Buffer.from(bytes).includes("kanarienvogel")).toBe(false);
    expect(Buffer.from(bytes).includes("hers, changed")).toBe(false);
  });
});
