/** What this version does with what a newer one wrote (docs/spec/envelope.md and snapshot.md, "Older meets newer"): keeps it, passes it on, loses nothing. */
import { describe, expect, test } from "vitest";
import { randomBytes, verifyingKeyOf, type Bytes } from "../crypto/door.ts";
import { encodeEntry } from "../envelope/entry.ts";
import { sealEntry, statementEntry } from "../envelope/make-entry.ts";
import type { EntryWithId } from "../envelope/verify-entry.ts";
import { learnEpochKeys } from "../space/epoch-keys.ts";
import { createMembership } from "../space/membership.ts";
import { openReplica } from "../space/replica.ts";
import { decodeSnapshot } from "../space/snapshot-envelope.ts";
import { snapshotName } from "../space/snapshot-keeper.ts";
import { textsOf, viewOf } from "../space/two-devices.contract.ts";
import { couple, createPhone, idsIn, must, settle, write, type Phone } from "./sync-world.contract.ts";

/** What a newer app of this device would write next. */
const placeAfter = ({ replica, keys }: Phone, last?: EntryWithId) => {
  const head = replica.summary().heads.find(({ device }) => device === keys.device);
  if (head === undefined) throw new Error("it has written");
  const { counter, id } = last === undefined ? head : { counter: last.entry.counter, id: last.id };
  return { space: replica.space, device: keys.device, counter: counter + 1, previous: id };
};
const UNKNOWN_KIND = 9;
const ofUnknownKind = async (phone: Phone, last?: EntryWithId) =>
  must(await statementEntry(placeAfter(phone, last), UNKNOWN_KIND, phone.keys.signing, randomBytes(40)));
const sealed = async (phone: Phone, content: Bytes, last?: EntryWithId) => {
  const snapshot = must(await decodeSnapshot(must(await phone.replica.snapshotFor())));
  const statements = createMembership(snapshot.space, snapshot.statements).statements();
  const key = (await learnEpochKeys(phone.keys, statements, new Map())).get(snapshot.epoch);
  if (key === undefined) throw new Error("it has the key");
  return must(await sealEntry(placeAfter(phone, last), { id: snapshot.epoch, key }, phone.keys.signing, content));
};
const bytesOf = ({ entry }: EntryWithId): Bytes => encodeEntry(entry);

describe("what a newer app wrote", () => {
  test("in an unknown kind of entry or an unknown form of record goes through every older device and relay, unread", async () => {
    const { network, ada, ben } = await couple();
    const kind = await ofUnknownKind(ada);
    // The first byte is the version of the content.
    const form = await sealed(ada, Uint8Array.of(2, 77, 1, 2, 3), kind);
    const operation = await sealed(ada, Uint8Array.of(1, 77, ...new Uint8Array(26)), form);
    const received = must(await ada.replica.receive([kind, form, operation].map(bytesOf)));
    expect(received).toMatchObject({ taken: 3, refused: [] });
    const before = textsOf(ben.replica);
    await settle(ada, ben);
    expect(textsOf(ben.replica)).toEqual(before);
    await write(ada, "written after it");
    await settle(ada, ben);
    expect(textsOf(ben.replica)).toEqual([...before, "written after it"].toSorted());
    // Also by a device that comes later, and over a start.
    const fresh = await createPhone(network, { by: ben, isOwn: true });
    await settle(ben, fresh, ada);
    const again = must(await openReplica(fresh, fresh.replica.space));
    expect(viewOf(again.state())).toEqual(viewOf(ada.replica.state()));
    for (const phone of [ada, ben, fresh]) {
      const ids = await idsIn(phone);
      for (const { id } of [kind, form, operation]) expect(ids).toContain(id);
    }
  });

  test("in a newer version of entries stops that one chain, and nothing is lost by it: after an update it goes on", async () => {
    const { ada, ben } = await couple();
    const first = await ofUnknownKind(ada);
    const second = await ofUnknownKind(ada, first);
    const newer = bytesOf(first).map((byte, at) => (at === 0 ? 2 : byte));
    const met = must(await ben.replica.receive([newer, bytesOf(second)]));
    expect(met.refused.map(({ type }) => type)).toEqual(["newer-version"]);
    expect(met.taken).toBe(0);
    // Everything else goes on, both ways.
    await write(ben, "his, meanwhile");
    await settle(ben, ada);
    expect(textsOf(ada.replica)).toContain("his, meanwhile");
    // What an updated app can check is asked for again and taken, with what waited behind it.
    must(await ada.replica.receive([first, second].map(bytesOf)));
    await settle(ada, ben);
    const ids = await idsIn(ben);
    expect([ids.includes(first.id), ids.includes(second.id)]).toEqual([true, true]);
  });

  test("in a newer version of a snapshot is named and done without; the entries say the same", async () => {
    const { ada, ben } = await couple();
    const newer = must(await ada.replica.snapshotFor()).map((byte, at) => (at === 0 ? 2 : byte));
    const adopted = await ben.replica.adoptSnapshot(newer, {
      device: ada.keys.device,
      verifyingKey: await verifyingKeyOf(ada.keys.signing),
    });
    expect(adopted).toMatchObject({ type: "error", error: { type: "newer-version" } });
    must(await ada.blobs.write(snapshotName(ada.replica.space), newer));
    const again = must(await openReplica(ada, ada.replica.space));
    expect(viewOf(again.state())).toEqual(viewOf(ada.replica.state()));
  });
});
