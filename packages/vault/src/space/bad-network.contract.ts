/**
 * A model of devices over a bad network, for tests: it loses, doubles, reorders, delays, alters and cuts; clocks are wrong by
 * decades, storages fail before or after they did what was asked, and devices crash. All by one seed.
 */
import { err, parseEpochMs, parseRecordId, type Instant, type RecordId } from "@undivided/domain";
import { bytesToHex, verifyingKeyOf } from "../crypto/door.ts";
import type { BlobStore } from "../log/blob-store.ts";
import type { LogStore } from "../log/log-store.ts";
import { createMemoryBlobStore } from "../log/memory-blob-store.ts";
import { createMemoryLogStore } from "../log/memory-log-store.ts";
import { createDeviceKeys, createMemberId, deviceCardOf, type DeviceKeys } from "./device-keys.ts";
import { foundSpace, openReplica, type Replica, type Summary } from "./replica.ts";
import { must } from "./two-devices.contract.ts";

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

const YEAR_MS = 365 * 86_400_000;
const FAILED = err({ type: "storage-failed" } as const);

export interface NetPhone {
  readonly keys: DeviceKeys;
  readonly store: LogStore;
  readonly blobs: BlobStore;
  readonly wall: () => Instant;
  readonly snapshotAfter: () => number;
  readonly admittedBy: NetPhone | null;
  replica: Replica;
}

type Message =
  | { readonly to: NetPhone; readonly type: "summary"; readonly from: NetPhone; readonly summary: Summary }
  | { readonly to: NetPhone; readonly type: "entries"; readonly from: NetPhone; readonly batch: readonly Uint8Array[] };

export interface WorldOptions {
  /** How often a write to a storage fails. */
  readonly faults: number;
  /** After how many entries phones make snapshots. */
  readonly snapshotAfter: number;
}

export const createWorld = async (seed: number, { faults, snapshotAfter }: WorldOptions) => {
  const chance = createChance(seed);
  const pick = <T>(list: readonly T[]): T => {
    const found = list[Math.floor(chance() * list.length)];
    if (found === undefined) throw new Error("nothing to pick");
    return found;
  };
  const newId = (): RecordId =>
    must(parseRecordId(bytesToHex(Uint8Array.from({ length: 16 }, () => Math.floor(chance() * 256)))));

  let now = Date.parse("2026-11-20T18:00:00Z");
  let areStoragesGood = true;
  const wallOff = (years: number) => (): Instant => must(parseEpochMs(now + years * YEAR_MS));
  const members = [createMemberId(), createMemberId()] as const;
  const phones: NetPhone[] = [];
  const wire: Message[] = [];
  /** Everything that was ever sent, to look for plaintext in. */
  const sent: Uint8Array[] = [];
  let cut = new Set<NetPhone>();

  /** Fails now and then, before or after it did what was asked: who called cannot know which. */
  const unreliably = async <T>(run: () => Promise<T>): Promise<T | typeof FAILED> => {
    const dice = areStoragesGood ? 1 : chance();
    if (dice < faults / 2) return FAILED;
    const result = await run();
    return dice < faults ? FAILED : result;
  };
  const unreliableLog = (store: LogStore): LogStore => ({
    ...store,
    append: (space, entries) => unreliably(() => store.append(space, entries)),
    dropBodies: (space, places) => unreliably(() => store.dropBodies(space, places)),
  });
  const unreliableBlobs = (blobs: BlobStore): BlobStore => ({
    ...blobs,
    write: (name, bytes) => unreliably(() => blobs.write(name, bytes)),
    remove: (name) => unreliably(() => blobs.remove(name)),
  });

  const addPhone = async (member: (typeof members)[number], years: number, by?: NetPhone): Promise<NetPhone | null> => {
    const deps = {
      keys: createDeviceKeys(member),
      store: unreliableLog(createMemoryLogStore()),
      blobs: unreliableBlobs(createMemoryBlobStore()),
      wall: wallOff(years),
      snapshotAfter: () => snapshotAfter,
      admittedBy: by ?? null,
    };
    const replica = must(by === undefined ? await foundSpace(deps, 2) : await openReplica(deps, by.replica.space));
    if (by !== undefined && (await by.replica.admit(await deviceCardOf(deps.keys))).type === "error") return null;
    const phone = { ...deps, replica };
    phones.push(phone);
    return phone;
  };

  const send = (message: Message): void => {
    if (message.type === "entries") sent.push(...message.batch);
    wire.push(message);
    if (chance() < 0.2) wire.push(message);
  };
  const alter = (bytes: Uint8Array): Uint8Array => {
    const at = Math.floor(chance() * bytes.length);
    return bytes.map((byte, index) => (index === at ? byte ^ (1 + Math.floor(chance() * 255)) : byte));
  };
  const deliver = async (message: Message): Promise<void> => {
    if (message.type === "summary") {
      const batch = await message.to.replica.entriesFor(message.summary, 7);
      if (batch.type === "ok" && batch.value.length > 0) {
        send({ type: "entries", from: message.to, to: message.from, batch: batch.value });
      }
      return;
    }
    const batch = message.batch.map((bytes) => (chance() < 0.03 ? alter(bytes) : bytes));
    // What the storage refuses is as if it had never come.
    await message.to.replica.receive(chance() < 0.7 ? batch : batch.toReversed());
  };
  const stepNetwork = async (): Promise<void> => {
    if (wire.length === 0) return;
    const [message] = wire.splice(Math.floor(chance() * wire.length), 1);
    if (message === undefined || chance() < 0.25 || cut.has(message.to) || cut.has(message.from)) return;
    await deliver(message);
  };
  const askSomebody = (phone: NetPhone): void => {
    const to = pick(phones.filter((other) => other !== phone));
    const backfill = chance() < 0.5 ? phone.replica.backfill() : null;
    send({ type: "summary", from: phone, to, summary: backfill ?? phone.replica.summary() });
  };
  /** Over a good network and with good storages, until everybody has everything. */
  const settle = async (): Promise<void> => {
    wire.length = 0;
    areStoragesGood = true;
    for (let round = 0; round < 8; round += 1) {
      for (const to of phones) {
        for (const from of phones) {
          for (const summary of to === from ? [] : [to.replica.summary(), to.replica.backfill()]) {
            if (summary === null) continue;
            const batch = must(await from.replica.entriesFor(summary, 500));
            sent.push(...batch);
            must(await to.replica.receive(batch));
          }
        }
      }
    }
  };
  const crash = async (phone: NetPhone): Promise<void> => {
    for (;;) {
      const opened = await openReplica(phone, phone.replica.space);
      if (opened.type === "error") continue;
      phone.replica = opened.value;
      return;
    }
  };
  const adopt = async (phone: NetPhone, snapshot: Uint8Array): Promise<string> => {
    if (phone.admittedBy === null) return "nobody admitted it";
    const { device, signing } = phone.admittedBy.keys;
    const adopted = await phone.replica.adoptSnapshot(snapshot, {
      device,
      verifyingKey: await verifyingKeyOf(signing),
    });
    return adopted.type === "ok" ? "ok" : adopted.error.type;
  };
  return {
    ...{ chance, pick, newId, members, phones, sent, addPhone, stepNetwork, askSomebody, settle, crash, adopt },
    pass: (ms: number) => (now += ms),
    cutOff: (some: readonly NetPhone[]) => (cut = new Set(some)),
    spoilStorages: () => (areStoragesGood = false),
  };
};
