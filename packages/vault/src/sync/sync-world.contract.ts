/** Devices of one person or two, a relay in memory and a network between them, for the tests of this folder. */
import { millis, parseEpochMs, parseRecordId, type DeviceId, type RecordId } from "@undivided/domain";
import { bytesToHex, randomBytes, verifyingKeyOf } from "../crypto/door.ts";
import { decodeEntry } from "../envelope/entry.ts";
import { createMemoryBlobStore } from "../log/memory-blob-store.ts";
import { createMemoryLogStore } from "../log/memory-log-store.ts";
import { createCounters } from "../relay/counters.ts";
import type { MailboxStore } from "../relay/mailbox-store.ts";
import { createMemoryMailboxStore } from "../relay/memory-mailbox-store.ts";
import { createRelay } from "../relay/relay.ts";
import { createDeviceKeys, createMemberId, deviceCardOf } from "../space/device-keys.ts";
import { learnEpochKeys } from "../space/epoch-keys.ts";
import { createMembership } from "../space/membership.ts";
import { foundSpace, openReplica, type Replica } from "../space/replica.ts";
import { decodeSnapshot, openSnapshot } from "../space/snapshot-envelope.ts";
import { snapshotName } from "../space/snapshot-keeper.ts";
import { createMemoryNetwork, type MemoryNetwork } from "../transport/memory-transport.ts";
import type { Timer } from "../transport/transport.ts";
import type { SnapshotPolicy } from "./snapshot-exchange.ts";
import { ANSWER_MS, PING_MS } from "./relay-link.ts";
import { createSync, type Sync } from "./sync.ts";

export const must = <T>(result: { type: "ok"; value: T } | { type: "error"; error: { type: string } }): T => {
  if (result.type === "error") throw new Error(`unexpected ${JSON.stringify(result.error)}`);
  return result.value;
};
export const wall = () => must(parseEpochMs(Date.parse("2026-11-20T18:00:00Z")));
export const newId = (): RecordId => must(parseRecordId(bytesToHex(randomBytes(16))));
/** Waits between attempts are short; how long an answer may take is not: a slow machine must not cut a line. */
export const fastTimer: Timer = (ms, run) => {
  const id = setTimeout(run, ms === ANSWER_MS || ms === PING_MS ? ms : Math.max(1, ms / 200));
  return () => clearTimeout(id);
};
export const relayOver = (store: MailboxStore) =>
  createRelay({ store, clock: () => millis(performance.now()), day: () => 20_000, counters: createCounters() });

/** Small enough that a test has more. */
export const SMALL: SnapshotPolicy = { least: 10, renewAfter: () => 10, lookEvery: 1 };

export interface PhoneOptions {
  /** Who admits it; without one it founds the space. */
  readonly by?: Phone;
  /** The same person as `by`, who has paired it and waits for it. */
  readonly isOwn?: boolean;
  /** Without knowing by whom it was paired, as an older app. */
  readonly isUntold?: boolean;
  readonly policy?: SnapshotPolicy;
  /** What stands between the replica and the sync. */
  readonly wrap?: (replica: Replica) => Replica;
}

export interface Phone {
  readonly store: ReturnType<typeof createMemoryLogStore>;
  readonly blobs: ReturnType<typeof createMemoryBlobStore>;
  readonly keys: ReturnType<typeof createDeviceKeys>;
  readonly wall: typeof wall;
  readonly replica: Replica;
  readonly sync: Sync;
  /** How often it began with a snapshot, and what was said of those that it refused. */
  readonly adoptions: string[];
  /** Own devices that it waits for. */
  readonly awaited: DeviceId[];
}

export const createPhone = async (network: MemoryNetwork, options: PhoneOptions = {}): Promise<Phone> => {
  const { by, isOwn = false, isUntold = false, policy = SMALL, wrap = (replica) => replica } = options;
  const keys = createDeviceKeys(isOwn && by !== undefined ? by.keys.member : createMemberId());
  const [store, blobs] = [createMemoryLogStore(), createMemoryBlobStore()];
  const deps = { store, blobs, keys, wall, snapshotAfter: () => Infinity };
  if (by !== undefined) must(await by.replica.admit(await deviceCardOf(keys)));
  if (by !== undefined && isOwn) by.awaited.push(keys.device);
  const replica = must(by === undefined ? await foundSpace(deps, 2) : await openReplica(deps, by.replica.space));
  const adoptions: string[] = [];
  const awaited: DeviceId[] = [];
  const watched: Replica = {
    ...replica,
    adoptSnapshot: async (...snapshot) => {
      const adopted = await replica.adoptSnapshot(...snapshot);
      adoptions.push(adopted.type === "ok" ? "adopted" : adopted.error.type);
      return adopted;
    },
  };
  const pairedBy =
    by === undefined || !isOwn || isUntold
      ? {}
      : { pairedBy: { device: by.keys.device, verifyingKey: await verifyingKeyOf(by.keys.signing) } };
  const sync = createSync({
    spaces: [{ replica: wrap(watched), keys, awaited: () => awaited, ...pairedBy }],
    ...{ transport: network.transport(), timer: fastTimer, random: Math.random, snapshots: policy },
  });
  return { store, blobs, keys, wall, replica, sync, adoptions, awaited };
};

export const write = async ({ replica }: Phone, text: string, id = newId()): Promise<RecordId> => {
  must(await replica.write({ type: "put", id, text }));
  return id;
};

export const writeMany = async (phone: Phone, count: number, text = "x"): Promise<void> => {
  await Promise.all(Array.from({ length: count }, (_, index) => write(phone, `${text} ${index}`)));
};

export const outcomeOf = async ({ sync }: Phone): Promise<string> => {
  const report = await sync.syncOnce();
  return report.type === "error" ? report.error.type : (report.value.spaces[0]?.outcome.type ?? "nothing");
};

/** Until all are in step and none lacks an entry. */
export const settle = async (...phones: readonly Phone[]): Promise<void> => {
  for (let round = 0; round < 3; round += 1) for (const phone of phones) await outcomeOf(phone);
};

/** Ada's phone with records of hers and Ben's, and Ben's phone, in step. */
export const couple = async (count = 20, store: MailboxStore = createMemoryMailboxStore()) => {
  const network = createMemoryNetwork(relayOver(store));
  const ada = await createPhone(network);
  const ben = await createPhone(network, { by: ada });
  await settle(ada, ben);
  await writeMany(ada, count, "hers");
  await write(ben, "his");
  await settle(ada, ben);
  return { network, store, ada, ben };
};

export const idsIn = async ({ store, replica }: Phone): Promise<readonly string[]> =>
  must(await store.read(replica.space, 0, 9999))
    .map(({ id }) => id)
    .sort();

/** Everything that is written in a sealed snapshot, for who has the keys. */
export const textIn = async (bytes: Uint8Array, { keys }: Phone): Promise<string> => {
  const snapshot = must(await decodeSnapshot(bytes));
  const statements = createMembership(snapshot.space, snapshot.statements).statements();
  const key = (await learnEpochKeys(keys, statements, new Map())).get(snapshot.epoch);
  const content = key === undefined ? undefined : await openSnapshot(snapshot, key);
  if (content === undefined) throw new Error("not opened");
  return JSON.stringify([[...content.own], [...content.shared].map(([id, record]) => [id, Object.entries(record)])]);
};
export const localText = async (phone: Phone): Promise<string> => {
  const bytes = must(await phone.blobs.read(snapshotName(phone.replica.space)));
  return bytes === null ? "" : textIn(bytes, phone);
};
export const textAtRelay = async (store: MailboxStore, phone: Phone): Promise<string> => {
  const part = must(await store.readSnapshot(phone.replica.space, phone.keys.device, 0));
  return part === null ? "" : textIn(part.bytes, phone);
};
/** How many entries still have the body under which the text lies, in a log. */
export const bodiesIn = async (store: Pick<MailboxStore, "read">, { replica }: Phone): Promise<number> =>
  must(await store.read(replica.space, 0, 9999)).filter(({ bytes }) => must(decodeEntry(bytes)).body !== null).length;
