/** Devices, a relay in memory, and a good or bad network between them. */
import { millis, parseEpochMs, parseRecordId, type RecordId } from "@undivided/domain";
import { describe, expect, test } from "vitest";
import { bytesToHex, randomBytes } from "../crypto/door.ts";
import { createMemoryLogStore } from "../log/memory-log-store.ts";
import { createCounters } from "../relay/counters.ts";
import type { MailboxStore } from "../relay/mailbox-store.ts";
import { createMemoryMailboxStore } from "../relay/memory-mailbox-store.ts";
import { createRelay } from "../relay/relay.ts";
import { createDeviceKeys, createMemberId, deviceCardOf } from "../space/device-keys.ts";
import { foundSpace, openReplica, type Replica } from "../space/replica.ts";
import { createMemoryNetwork, type MemoryNetwork } from "../transport/memory-transport.ts";
import type { Timer } from "../transport/transport.ts";
import { createSync, type Sync } from "./sync.ts";

const must = <T>(result: { type: "ok"; value: T } | { type: "error"; error: { type: string } }): T => {
  if (result.type === "error") throw new Error(`unexpected ${JSON.stringify(result.error)}`);
  return result.value;
};
const wall = () => must(parseEpochMs(Date.parse("2026-11-20T18:00:00Z")));
const newId = (): RecordId => must(parseRecordId(bytesToHex(randomBytes(16))));
const timer: Timer = (ms, run) => {
  const id = setTimeout(run, ms);
  return () => clearTimeout(id);
};
const relayOver = (store: MailboxStore) =>
  createRelay({ store, clock: () => millis(performance.now()), day: () => 20_000, counters: createCounters() });

const createPhone = async (network: MemoryNetwork, by?: { replica: Replica }, member = createMemberId()) => {
  const deps = { store: createMemoryLogStore(), keys: createDeviceKeys(member), wall };
  if (by !== undefined) must(await by.replica.admit(await deviceCardOf(deps.keys)));
  const replica = must(by === undefined ? await foundSpace(deps, 2) : await openReplica(deps, by.replica.space));
  const spaces = [{ replica, keys: deps.keys }];
  return { ...deps, replica, sync: createSync({ spaces, transport: network.transport(), timer, random: Math.random }) };
};
const write = async (phone: { replica: Replica }, text = "x"): Promise<RecordId> => {
  const id = newId();
  must(await phone.replica.write({ type: "put", id, text }));
  return id;
};
const outcomes = async (sync: Sync) => must(await sync.syncOnce()).spaces.map(({ outcome }) => outcome.type);
const ownIds = ({ replica }: { replica: Replica }) => [...replica.state().own.values()].map(({ id }) => id).sort();

describe("two phones and a relay", () => {
  test("come into step: what each wrote is on both", async () => {
    const network = createMemoryNetwork(relayOver(createMemoryMailboxStore()));
    const one = await createPhone(network);
    const ids = [await write(one), await write(one)];
    const other = await createPhone(network, one);
    expect(await outcomes(other.sync)).toEqual(["waiting"]);
    expect(await outcomes(one.sync)).toEqual(["in-step"]);
    expect(await outcomes(other.sync)).toEqual(["in-step"]);
    ids.push(await write(other));
    expect(await outcomes(other.sync)).toEqual(["in-step"]);
    expect(await outcomes(one.sync)).toEqual(["in-step"]);
    expect(ownIds(one)).toEqual(ids.toSorted());
    expect(ownIds(other)).toEqual(ids.toSorted());
  });

  test("hear of each other while both are connected", async () => {
    const network = createMemoryNetwork(relayOver(createMemoryMailboxStore()));
    const one = await createPhone(network);
    const other = await createPhone(network, one);
    for (const { sync } of [one, other]) sync.start();
    await expect.poll(() => other.replica.roster()?.devices.size).toBe(2);
    const ids = [await write(one), await write(other), await write(one)];
    await expect.poll(() => [ownIds(one), ownIds(other)]).toEqual([ids.toSorted(), ids.toSorted()]);
    await expect.poll(() => [one.sync.state().type, other.sync.state().type]).toEqual(["in-step", "in-step"]);
    for (const { sync } of [one, other]) sync.stop();
  });

  test("put a relay right that lost everything", async () => {
    const network = createMemoryNetwork(relayOver(createMemoryMailboxStore()));
    const one = await createPhone(network);
    const other = await createPhone(network, one);
    for (const { sync } of [one, other]) sync.start();
    await expect.poll(() => other.replica.roster()?.devices.size).toBe(2);
    const ids = [await write(one), await write(other)];
    await expect.poll(() => ownIds(one).length + ownIds(other).length).toBe(4);
    const empty = createMemoryMailboxStore();
    network.setRelay(relayOver(empty));
    ids.push(await write(one), await write(other));
    await expect
      .poll(() => [ownIds(one), ownIds(other)], { timeout: 10_000 })
      .toEqual([ids.toSorted(), ids.toSorted()]);
    for (const { sync } of [one, other]) sync.stop();
    expect(must(await empty.heads(one.replica.space))).toEqual(
      one.replica.summary().heads.toSorted((left, right) => (left.device < right.device ? -1 : 1)),
    );
  });

  test("go on over the new connection when the old one was lost in the middle of a slow step", async () => {
    const network = createMemoryNetwork(relayOver(createMemoryMailboxStore()));
    const one = await createPhone(network);
    const other = await createPhone(network, one);
    const reading = Promise.withResolvers<null>();
    const asked = Promise.withResolvers<null>();
    let isSlow = true;
    const slow: Replica = {
      ...one.replica,
      entriesFor: async (...request) => {
        if (isSlow) {
          asked.resolve(null);
          await reading.promise;
        }
        return one.replica.entriesFor(...request);
      },
    };
    const quick: Timer = (ms, run) => timer(ms / 200, run);
    const sync = createSync({
      spaces: [{ replica: slow, keys: one.keys }],
      ...{ transport: network.transport(), timer: quick, random: Math.random },
    });
    sync.start();
    await asked.promise;
    network.cutAll();
    await expect.poll(() => sync.state().type).toBe("offline");
    await expect.poll(() => sync.state().type).toBe("connecting");
    // Until the new connection has been greeted and has asked this space to go on.
    await new Promise((resolve) => setTimeout(resolve, 100));
    isSlow = false;
    reading.resolve(null);
    await expect.poll(() => sync.state().type).toBe("in-step");
    expect(await outcomes(other.sync)).toEqual(["in-step"]);
    sync.stop();
  });

  test("close a space at the relay and on the other phone, without the destroyed keys", async () => {
    const store = createMemoryMailboxStore();
    const network = createMemoryNetwork(relayOver(store));
    const one = await createPhone(network);
    const other = await createPhone(network, one);
    await write(one);
    for (const { sync } of [one, other, one, other]) await sync.syncOnce();
    must(await one.replica.leave());
    expect(await outcomes(one.sync)).toEqual(["left"]);
    expect(await outcomes(other.sync)).toEqual(["left"]);
    expect(other.replica.isClosed()).toBe(true);
    expect(must(await store.read(one.replica.space, 0, 10))).toEqual([]);
  });

  test("stop a removed device, which reads and writes nothing more", async () => {
    const network = createMemoryNetwork(relayOver(createMemoryMailboxStore()));
    const member = createMemberId();
    const one = await createPhone(network, undefined, member);
    const lost = await createPhone(network, one, member);
    for (const { sync } of [one, lost]) expect(await outcomes(sync)).toEqual(["in-step"]);
    must(await one.replica.remove(lost.keys.device));
    await outcomes(one.sync);
    await write(one);
    await outcomes(one.sync);
    await write(lost);
    expect(await outcomes(lost.sync)).toEqual(["removed"]);
    expect(ownIds(lost)).toHaveLength(1);
    await outcomes(one.sync);
    expect(ownIds(one)).toHaveLength(1);
  });
});
