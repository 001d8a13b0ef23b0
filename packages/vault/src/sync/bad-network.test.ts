/**
 * Model-based: devices that keep in step through a relay over a network that drops, doubles, alters, swaps and cuts, with a relay that
 * now and then begins anew or forgets. They write and delete; new own devices come in the middle of it and begin with snapshots.
 * Afterwards, over a good network, all agree with what was acknowledged.
 *
 * Each run has a seed, which stands in the title of its test; `UNDIVIDED_SEED` runs another one.
 */
import { millis, parseEpochMs, parseRecordId, type DeviceId, type RecordId } from "@undivided/domain";
import { describe, expect, test } from "vitest";
import { bytesToHex, randomBytes, verifyingKeyOf } from "../crypto/door.ts";
import { createMemoryBlobStore } from "../log/memory-blob-store.ts";
import { createMemoryLogStore } from "../log/memory-log-store.ts";
import { createCounters } from "../relay/counters.ts";
import type { MailboxStore } from "../relay/mailbox-store.ts";
import { createMemoryMailboxStore } from "../relay/memory-mailbox-store.ts";
import { createRelay } from "../relay/relay.ts";
import { createDeviceKeys, createMemberId, deviceCardOf, type DeviceKeys } from "../space/device-keys.ts";
import { foundSpace, openReplica, type Replica } from "../space/replica.ts";
import { createMemoryNetwork } from "../transport/memory-transport.ts";
import type { Timer } from "../transport/transport.ts";
import { createSync, type Sync } from "./sync.ts";

const must = <T>(result: { type: "ok"; value: T } | { type: "error"; error: { type: string } }): T => {
  if (result.type === "error") throw new Error(`unexpected ${JSON.stringify(result.error)}`);
  return result.value;
};
const CANARY = "kanarienvogel";

/** Mulberry32 (public domain): numbers in [0, 1) that a seed repeats. */
const createChance = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};
/** Seconds are milliseconds. */
const fast: Timer = (ms, run) => {
  const id = setTimeout(run, Math.max(1, ms / 200));
  return () => clearTimeout(id);
};
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const relayOver = (store: MailboxStore) =>
  createRelay({
    store,
    clock: () => millis(performance.now()),
    day: () => 1,
    counters: createCounters(),
  });

const given = process.env["UNDIVIDED_SEED"];

/** Clocks that are wrong by so many years; the first two found the space, the others are admitted by one of these. */
const YEARS = [0, 30, -30, 1, 0, 2];
const WRITES = 80;

interface Device {
  readonly keys: DeviceKeys;
  readonly replica: Replica;
  readonly sync: Sync;
  readonly awaited: DeviceId[];
}

describe("devices and a relay over a bad network", () => {
  test.each(given === undefined ? [1, 2, 3, 4] : [Number(given)])(
    "agree in the end, lose nothing, double nothing, revive nothing, show nothing (seed %i)",
    { timeout: 60_000 },
    async (seed) => {
      const chance = createChance(seed);
      let store = createMemoryMailboxStore();
      const network = createMemoryNetwork(relayOver(store));
      let hasShown = false;
      network.watch((frame) => (hasShown ||= Buffer.from(frame).includes(CANARY)));
      const members = [createMemberId(), createMemberId()] as const;
      const devices: Device[] = [];
      let adoptions = 0;
      const join = async (): Promise<Device> => {
        const index = devices.length;
        const years = YEARS[index] ?? 0;
        const wall = () => must(parseEpochMs(Date.parse("2026-11-20T18:00:00Z") + years * 365 * 86_400_000));
        const keys = createDeviceKeys(members[index % 2 === 0 ? 0 : 1]);
        const deps = { store: createMemoryLogStore(), blobs: createMemoryBlobStore(), keys, wall };
        const by = devices[index < 2 ? 0 : index % 2];
        if (by !== undefined) must(await by.replica.admit(await deviceCardOf(keys)));
        const opened = must(by === undefined ? await foundSpace(deps, 2) : await openReplica(deps, by.replica.space));
        const replica: Replica = {
          ...opened,
          adoptSnapshot: async (...snapshot) => {
            const adopted = await opened.adoptSnapshot(...snapshot);
            if (adopted.type === "ok") adoptions += 1;
            return adopted;
          },
        };
        const awaited: DeviceId[] = [];
        const isOwn = by !== undefined && index >= 2;
        if (isOwn) by.awaited.push(keys.device);
        const pairedBy = isOwn
          ? { pairedBy: { device: by.keys.device, verifyingKey: await verifyingKeyOf(by.keys.signing) } }
          : {};
        const sync = createSync({
          spaces: [{ replica, keys, awaited: () => awaited, ...pairedBy }],
          ...{ transport: network.transport(String(index)), timer: fast, random: chance },
          snapshots: { least: 8, renewAfter: () => 10, lookEvery: 1 },
        });
        const device = { keys, replica, sync, awaited };
        devices.push(device);
        return device;
      };
      for (let index = 0; index < 4; index += 1) {
        const { replica, keys, sync } = await join();
        sync.start();
        await expect.poll(() => replica.roster()?.devices.has(keys.device), { timeout: 10_000 }).toBe(true);
      }
      network.setFaults({ chance, drop: 0.03, duplicate: 0.1, alter: 0.02, swap: 0.05, cut: 0.02 });
      const texts = new Map<string, string>();
      const writtenBy = new Map<string, Device>();
      for (let step = 0; step < WRITES; step += 1) {
        // It is turned on a while after it was paired: often its host's snapshot is there by then.
        if (step === WRITES / 2) await join();
        if (step === WRITES / 2 + 10) devices.at(-1)?.sync.start();
        // A device that has just come waits until it has heard that it belongs to the space.
        const ready = devices.filter(({ replica, keys }) => replica.roster()?.devices.has(keys.device));
        const device = ready[Math.floor(chance() * ready.length)];
        if (device === undefined) throw new Error("nobody there");
        const id = must(parseRecordId(bytesToHex(randomBytes(16))));
        const text = `${CANARY} ${step}`;
        must(await device.replica.write({ type: "put", id, text }));
        texts.set(id, text);
        writtenBy.set(id, device);
        const dice = chance();
        const gone = [...texts.keys()][Math.floor(chance() * texts.size)];
        if (dice < 0.03) {
          store = createMemoryMailboxStore();
          network.setRelay(relayOver(store));
        }
        if (dice >= 0.03 && dice < 0.06) network.cutAll();
        if (dice >= 0.06 && dice < 0.12 && gone !== undefined) {
          must(
            (await writtenBy.get(gone)?.replica.write({ type: "delete", scope: "own", id: parsed(gone) })) ?? NOTHING,
          );
          texts.delete(gone);
        }
        await pause(chance() * 4);
      }
      network.setFaults(null);
      network.cutAll();
      const before = adoptions;
      const last = await join();
      const [, host] = devices;
      if (host === undefined) throw new Error("nobody paired it");
      const chainsOf = (heads: readonly { readonly device: DeviceId; readonly counter: number }[]): readonly string[] =>
        heads.map(({ device, counter }) => `${device} ${counter}`).sort();
      /** All have heard everything: no statement is to come that would end the snapshot. */
      const hostAtRelay = async () => {
        const mailbox = must(await store.load(host.replica.space));
        const there = chainsOf(mailbox?.heads ?? []).join();
        const isSettled = devices.every(
          ({ replica, sync }) => sync === last.sync || chainsOf(replica.summary().heads).join() === there,
        );
        return isSettled && mailbox?.snapshots.some(({ device }) => device === host.keys.device) === true;
      };
      await expect.poll(hostAtRelay, { timeout: 20_000 }).toBe(true);
      last.sync.start();
      const shownBy = ({ replica }: Device) =>
        [...replica.state().own.values()]
          .flatMap((record) => (record.type === "present" ? [[record.id, record.last.text]] : []))
          .sort();
      const wanted = [...texts].sort();
      await expect.poll(() => devices.map(shownBy), { timeout: 20_000 }).toEqual(devices.map(() => wanted));
      await expect
        .poll(() => devices.map(({ sync }) => sync.state().type), { timeout: 20_000 })
        .toEqual(devices.map(() => "in-step"));
      await expect
        .poll(() => devices.map(({ replica }) => replica.health()), { timeout: 20_000 })
        .toEqual(devices.map(() => ({ absent: 0, forkedAt: null })));
      expect(shownBy(last)).toEqual(wanted);
      expect(adoptions).toBeGreaterThan(before);
      for (const { sync } of devices) sync.stop();
      expect(hasShown).toBe(false);
    },
  );
});

const NOTHING = { type: "ok", value: null } as const;
const parsed = (id: string): RecordId => must(parseRecordId(id));
