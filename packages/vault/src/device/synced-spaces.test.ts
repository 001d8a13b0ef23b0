/** Between which devices snapshots go, as pairing and the device notes say it. */
import { describe, expect, test } from "vitest";
import { verifyingKeyOf } from "../crypto/door.ts";
import type { SpaceId } from "../envelope/ids.ts";
import { createMemoryMailboxStore } from "../relay/memory-mailbox-store.ts";
import { createSync } from "../sync/sync.ts";
import { fastTimer, relayOver } from "../sync/sync-world.contract.ts";
import { createMemoryNetwork } from "../transport/memory-transport.ts";
import type { SharedRecord } from "../merge/merge.ts";
import type { OpenDevice } from "./open-device.ts";
import {
  addOwnDevice,
  createWorld,
  invitationOf,
  must,
  newPerson,
  openOf,
  pair,
  pairPartners,
  proofOf,
  put,
  textsIn,
  type Phone,
  type World,
} from "./device-world.contract.ts";

const trustedAs = async (device: OpenDevice, space: SpaceId) => {
  const keys = device.keysIn(space);
  if (keys === undefined) throw new Error("it belongs to the space");
  return { device: keys.device, verifyingKey: await verifyingKeyOf(keys.signing) };
};
const oursOf = (device: OpenDevice): SpaceId => {
  const ours = device.ours();
  if (ours === null) throw new Error("it is paired");
  return ours.space;
};

/** A second own device that has not been at the relay yet. */
const pairOwnDevice = async (world: World, host: Phone): Promise<Phone> => {
  const storage = world.newStorage();
  const device = await world.open(storage);
  await pair(await host.open.inviteOwnDevice(await proofOf(host)), async (text) =>
    device.acceptOwnDevice(await invitationOf(text)),
  );
  return { storage, device, open: openOf(device) };
};
const fieldNames = (record: SharedRecord): readonly string[] =>
  record.type === "present" ? [...record.fields.keys()] : [];

describe("a second own device", () => {
  test("believes the snapshots of the one that paired it, in both spaces, also when it is opened again", async () => {
    const world = createWorld();
    const [ada, ben] = [await newPerson(world), await newPerson(world)];
    await pairPartners(world, ada, ben);
    const second = await addOwnDevice(world, ada);
    const spaces = [ada.open.mine.space, oursOf(ada.open)];
    for (const device of [second.open, openOf(await world.open(second.storage))]) {
      for (const space of spaces) {
        expect(device.syncedIn(space)?.pairedBy).toEqual(await trustedAs(ada.open, space));
      }
    }
    // Nobody else was told of any: not who paired it, nor a couple, who never opened a space of one's own for each other.
    for (const { open } of [ada, ben]) {
      for (const space of [open.mine.space, oursOf(open)]) expect(open.syncedIn(space)?.pairedBy).toBeUndefined();
    }
    expect(ben.open.syncedIn(ada.open.mine.space)).toBeUndefined();
    const third = await addOwnDevice(world, second);
    expect(third.open.syncedIn(ada.open.mine.space)?.pairedBy).toEqual(
      await trustedAs(second.open, ada.open.mine.space),
    );
  });

  test(
    "begins with the snapshot as soon as both have been at the relay, and its host then waits no longer",
    { timeout: 60_000 },
    async () => {
      const world = createWorld();
      const ada = await newPerson(world);
      await Promise.all(Array.from({ length: 520 }, (_, index) => put(ada.open.mine, `record ${index}`)));
      const mailboxes = createMemoryMailboxStore();
      const network = createMemoryNetwork(relayOver(mailboxes));
      const partsGiven: number[] = [];
      // The first byte of a message is its type: 134 is an answer with a part of a snapshot.
      network.watch((frame) => (frame[0] === 134 ? partsGiven.push(frame.length) : 0));
      const syncOnce = async ({ open }: Phone): Promise<void> => {
        const synced = open.syncedIn(open.mine.space);
        if (synced === undefined) throw new Error("its own space is open");
        const sync = createSync({
          ...{ spaces: [synced], transport: network.transport(), timer: fastTimer, random: Math.random },
        });
        must(await sync.syncOnce());
        sync.stop();
      };
      await syncOnce(ada);
      const second = await pairOwnDevice(world, ada);
      const snapshots = async () => must(await mailboxes.load(ada.open.mine.space))?.snapshots.length;
      await syncOnce(ada);
      expect(await snapshots()).toBe(1);
      await syncOnce(second);
      expect(partsGiven.length).toBeGreaterThan(0);
      expect(textsIn(second.open.mine)).toEqual(textsIn(ada.open.mine));
      expect(second.open.mine.health()).toEqual({ absent: 0, forkedAt: null });
      must(await second.open.tend());
      await put(second.open.mine, "from the second");
      for (const phone of [second, ada]) await syncOnce(phone);
      must(await ada.open.renewRecoveryCode(await proofOf(ada)));
      await syncOnce(ada);
      expect(await snapshots()).toBe(0);
      expect(textsIn(ada.open.mine)).toContain("from the second");
    },
  );

  test("is waited for during thirty days, a recovery code and a spare never", async () => {
    const world = createWorld();
    const [ada, ben] = [await newPerson(world), await newPerson(world)];
    await pairPartners(world, ada, ben);
    must(await ada.open.renewRecoveryCode(await proofOf(ada)));
    await world.sync(ada.open, ben.open);
    const spaces = [ada.open.mine.space, oursOf(ada.open)];
    const awaited = () => spaces.map((space) => ada.open.syncedIn(space)?.awaited?.());
    expect(awaited()).toEqual([[], []]);
    const second = await pairOwnDevice(world, ada);
    await world.sync(ada.open, ben.open);
    expect(awaited()).toEqual(spaces.map((space) => [second.open.keysIn(space)?.device]));
    expect(ben.open.syncedIn(oursOf(ben.open))?.awaited?.()).toEqual([]);
    world.pass(31 * 86_400_000);
    expect(awaited()).toEqual([[], []]);
  });

  test("is waited for no longer once it has come to both spaces, though it only reads, and says so once, to its own alone", async () => {
    const world = createWorld();
    const [ada, ben] = [await newPerson(world), await newPerson(world)];
    await pairPartners(world, ada, ben);
    const second = await pairOwnDevice(world, ada);
    const { mine } = second.open;
    const ours = oursOf(second.open);
    const writtenBy = ({ open }: Phone, space: SpaceId) => {
      const device = second.open.keysIn(space)?.device;
      const replica = space === mine.space ? open.mine : open.ours();
      return replica?.summary().heads.find((head) => head.device === device)?.counter ?? 0;
    };
    const awaited = () => [mine.space, ours].map((space) => ada.open.syncedIn(space)?.awaited?.().length);
    expect(awaited()).toEqual([1, 1]);
    await world.sync(ada.open, second.open, ben.open);
    expect(awaited()).toEqual([0, 0]);
    const counter = writtenBy(second, mine.space);
    expect(counter).toBeGreaterThan(0);
    // Nothing of it lies in the space of both, and nothing more comes with a second opening.
    expect([writtenBy(second, ours), writtenBy(ben, ours)]).toEqual([0, 0]);
    must(await openOf(await world.open(second.storage)).tend());
    expect(writtenBy(second, mine.space)).toBe(counter);
    // Nobody paired the first phone or waits for it.
    expect([...(ada.open.mine.state().shared.values() ?? [])].flatMap(fieldNames)).not.toContain(
      `came/${ada.open.keysIn(mine.space)?.device}`,
    );
  });

  test("does not say that it has come while the space of both is still missing", async () => {
    const world = createWorld();
    const [ada, ben] = [await newPerson(world), await newPerson(world)];
    await pairPartners(world, ada, ben);
    const second = (await pairOwnDevice(world, ada)).open;
    must(await second.tend());
    const own = must(await ada.storage.logs.read(ada.open.mine.space, 0, 9999));
    must(await second.mine.receive(own.map(({ bytes }) => bytes)));
    must(await second.tend());
    const cameNames = () =>
      [...second.mine.state().shared.values()].flatMap(fieldNames).filter((name) => name.startsWith("came/"));
    expect(cameNames()).toEqual([]);
    await world.sync(ada.open, second);
    must(await second.tend());
    expect(cameNames()).toEqual([`came/${second.keysIn(second.mine.space)?.device}`]);
  });
});
