/**
 * Model-based, as `replication.test.ts`, with everything at once: storages that fail before or after the fact, crashes, removed
 * devices that go on, new devices that begin with a snapshot of any age, snapshots that come and go. Afterwards, over a good
 * network, all who belong agree, nothing acknowledged is lost, nothing deleted comes back, and a leave ends it for all.
 *
 * Each run has a seed, which stands in the title of its test; `UNDIVIDED_SEED` runs another one.
 */
import { describe, expect, test } from "vitest";
import { decodeEntry } from "../envelope/entry.ts";
import { ownKey } from "../merge/merge.ts";
import { createWorld, type NetPhone } from "./bad-network.contract.ts";
import { activeDevices } from "./roster.ts";
import { openReplica } from "./replica.ts";
import { snapshotName } from "./snapshot-keeper.ts";
import { must, viewOf } from "./two-devices.contract.ts";

const CANARY = "kanarienvogel";

const given = process.env["UNDIVIDED_SEED"];
const seeds = given === undefined ? [1, 2, 3, 4, 5, 6, 7, 8] : [Number(given)];

describe("devices that fail, come and go", () => {
  test.each(seeds)("agree in the end and lose nothing that counted (seed %i)", async (seed) => {
    const world = await createWorld(seed, { faults: 0.06, snapshotAfter: 15 });
    const { chance, pick, members, phones } = world;
    const first = await world.addPhone(members[0], 0);
    if (first === null) throw new Error("no phone");
    await world.addPhone(members[1], 31, first);
    await world.addPhone(members[0], -31, first);
    await world.settle();
    world.spoilStorages();

    /** What was acknowledged, by whom; of a removed device's it is not known what counts. */
    const textByKey = new Map<string, { readonly text: string; readonly by: NetPhone }>();
    const perhaps = new Set<string>();
    const deleted = new Map<string, NetPhone>();
    const perhapsDeleted = new Set<string>();
    const removed = new Set<NetPhone>();
    const snapshots: Uint8Array[] = [];
    /**
     * Only these are removed. They delete nothing: what a device deletes that is removed before all have heard of it stays deleted
     * where it was heard, and elsewhere does not (docs/spec/envelope.md). And they admit nobody: who was admitted by an entry that
     * the remover had not received does not belong.
     */
    const mayBeRemoved = (phone: NetPhone): boolean => phones.indexOf(phone) % 3 === 2;
    for (let step = 0; step < 260; step += 1) {
      const phone = pick(phones);
      const { device, member } = phone.keys;
      const isIn = phone.replica.roster()?.devices.get(device)?.last === null;
      const dice = isIn ? chance() : 0.5 + chance() * 0.5;
      if (dice < 0.22) {
        const id = world.newId();
        const key = ownKey(member, id);
        const written = await phone.replica.write({ type: "put", id, text: `${CANARY} ${step}` });
        if (written.type === "ok") textByKey.set(key, { text: `${CANARY} ${step}`, by: phone });
        else perhaps.add(key);
      } else if (dice < 0.28) {
        const mine = [...phone.replica.state().own.values()].filter(
          (record) => record.type === "present" && record.member === member,
        );
        if (mine.length === 0 || mayBeRemoved(phone)) continue;
        const { id } = pick(mine);
        const done = await phone.replica.write({ type: "delete", scope: "own", id });
        if (done.type === "ok") deleted.set(ownKey(member, id), phone);
        else perhapsDeleted.add(ownKey(member, id));
      } else if (dice < 0.31) await world.crash(phone);
      else if (dice < 0.34) world.cutOff(phones.filter(() => chance() < 0.4));
      else if (dice < 0.37 && phones.length < 6) {
        if (!mayBeRemoved(phone)) await world.addPhone(member, pick([0, 2, -2]), phone);
      } else if (dice < 0.39) {
        const snapshot = await phone.replica.snapshotFor();
        if (snapshot.type === "ok") snapshots.push(snapshot.value);
      } else if (dice < 0.41) {
        await phone.replica.keepSnapshot();
      } else if (dice < 0.42) {
        const own = [...(phone.replica.roster()?.devices.values() ?? [])].filter(
          (other) => other.member === member && other.device !== device && other.last === null,
        );
        const target = own
          .map((other) => other.device)
          .find((other) => phones.some((one) => one.keys.device === other && mayBeRemoved(one)));
        if (target === undefined) continue;
        // Even if the storage says no, it may be done.
        await phone.replica.remove(target);
        for (const one of phones) if (one.keys.device === target) removed.add(one);
      } else if (dice < 0.55 && snapshots.length > 0 && chance() < 0.3) {
        await world.adopt(phone, pick(snapshots));
      } else if (dice < 0.7) world.askSomebody(phone);
      else await world.stepNetwork();
      world.pass(1 + Math.floor(chance() * 1000));
    }
    await world.settle();

    const belonging = phones.filter(({ replica, keys }) => {
      const roster = first.replica.roster();
      return (
        roster !== null && activeDevices(roster).some(({ device }) => device === keys.device) && !replica.isClosed()
      );
    });
    const [reference] = belonging;
    if (reference === undefined) throw new Error("nobody is left");
    for (const { replica } of belonging) {
      expect(viewOf(replica.state())).toEqual(viewOf(reference.replica.state()));
      expect(replica.summary().wanted).toEqual([]);
      // A key that only removed devices ever had is gone with them.
      const gone = replica.summary().missing.filter((id) => {
        const recipients = replica.roster()?.epochs.get(id)?.recipients ?? new Set();
        return belonging.every(({ keys }) => !recipients.has(keys.device));
      });
      expect(replica.summary().missing).toEqual(gone);
      expect(replica.health()).toEqual({ absent: 0, forkedAt: null });
    }
    const state = reference.replica.state().own;
    for (const [key, { text, by }] of textByKey) {
      if (removed.has(by)) continue;
      const record = state.get(key);
      const isPerhapsDeleted = perhapsDeleted.has(key) || (deleted.has(key) && removed.has(deleted.get(key) ?? by));
      if (record === undefined) throw new Error(`lost: ${text}`);
      if (deleted.has(key) && !isPerhapsDeleted) expect(record.type).toBe("deleted");
      else if (!isPerhapsDeleted) expect(record).toMatchObject({ type: "present", last: { text } });
    }
    for (const key of state.keys()) expect(textByKey.has(key) || perhaps.has(key)).toBe(true);

    // What the log says and what the snapshot says are one; no deleted text is in any log.
    for (const phone of belonging) {
      const { space } = phone.replica;
      const fromLog = must(
        await openReplica(
          { ...phone, blobs: { ...phone.blobs, read: async () => ({ type: "ok", value: null }) } },
          space,
        ),
      );
      await phone.replica.keepSnapshot();
      const fromSnapshot = must(await openReplica(phone, space));
      for (const replica of [fromLog, fromSnapshot]) {
        expect(viewOf(replica.state())).toEqual(viewOf(reference.replica.state()));
        expect(replica.summary().heads.toSorted((one, other) => (one.device < other.device ? -1 : 1))).toEqual(
          phone.replica.summary().heads.toSorted((one, other) => (one.device < other.device ? -1 : 1)),
        );
      }
      for (const { bytes } of must(await phone.store.read(space, 0, 10_000))) {
        expect(Buffer.from(bytes).includes(CANARY)).toBe(false);
        expect(decodeEntry(bytes).type).toBe("ok");
      }
    }
    for (const bytes of [...world.sent, ...snapshots]) expect(Buffer.from(bytes).includes(CANARY)).toBe(false);

    // A new device that begins with a snapshot shows the same at once, and when it has the entries.
    const late = await world.addPhone(first.keys.member, 0, first);
    if (late === null) throw new Error("not admitted");
    expect(await world.adopt(late, must(await first.replica.snapshotFor()))).toBe("ok");
    expect(viewOf(late.replica.state())).toEqual(viewOf(reference.replica.state()));
    await world.settle();
    await expect.poll(() => late.replica.health().absent).toBe(0);
    expect(viewOf(late.replica.state())).toEqual(viewOf(reference.replica.state()));

    // Somebody leaves: whoever hears of it holds nothing any more, whatever snapshot lies there.
    must(await pick(belonging).replica.leave());
    await world.settle();
    for (const phone of belonging) {
      expect(phone.replica.isClosed()).toBe(true);
      expect(phone.replica.state().own.size).toBe(0);
      expect(must(await phone.store.read(phone.replica.space, 0, 9))).toEqual([]);
      expect(must(await phone.blobs.read(snapshotName(phone.replica.space)))).toBeNull();
    }
  });
});
