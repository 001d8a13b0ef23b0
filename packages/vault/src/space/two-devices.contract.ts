/** What the tests of this folder share: phones with stores, and a network that works. */
import { parseEpochMs, parseRecordId, type Instant, type RecordId } from "@undivided/domain";
import { bytesToHex, randomBytes } from "../crypto/door.ts";
import type { BlobStore } from "../log/blob-store.ts";
import type { LogStore } from "../log/log-store.ts";
import { createMemoryBlobStore } from "../log/memory-blob-store.ts";
import { createMemoryLogStore } from "../log/memory-log-store.ts";
import type { SpaceState } from "../merge/merge.ts";
import { createDeviceKeys, createMemberId, deviceCardOf, type DeviceKeys } from "./device-keys.ts";
import { foundSpace, openReplica, type Replica, type ReplicaDeps } from "./replica.ts";

export const must = <T>(result: { type: "ok"; value: T } | { type: "error"; error: { type: string } }): T => {
  if (result.type === "error") throw new Error(`unexpected ${result.error.type}`);
  return result.value;
};

export const faultOf = (result: { type: "ok" } | { type: "error"; error: { type: string } }): string =>
  result.type === "error" ? result.error.type : "no fault";

export const wall = (): Instant => must(parseEpochMs(Date.parse("2026-11-20T18:00:00Z")));
export const newId = (): RecordId => must(parseRecordId(bytesToHex(randomBytes(16))));

export interface Phone extends ReplicaDeps {
  readonly keys: DeviceKeys;
  readonly store: LogStore;
  readonly blobs: BlobStore;
  replica: Replica;
}

const newDeps = (member: DeviceKeys["member"]) => ({
  keys: createDeviceKeys(member),
  store: createMemoryLogStore(),
  blobs: createMemoryBlobStore(),
  wall,
  // Snapshots are made when a test asks for one.
  snapshotAfter: () => Infinity,
});

export const foundPhone = async (maxMembers: 1 | 2): Promise<Phone> => {
  const deps = newDeps(createMemberId());
  return { ...deps, replica: must(await foundSpace(deps, maxMembers)) };
};

/** A phone that is admitted and has received nothing yet. */
export const admitPhone = async (by: Phone, member = createMemberId()): Promise<Phone> => {
  const deps = newDeps(member);
  const replica = must(await openReplica(deps, by.replica.space));
  must(await by.replica.admit(await deviceCardOf(deps.keys)));
  return { ...deps, replica };
};

export const reopen = async (phone: Phone, change: Partial<ReplicaDeps> = {}): Promise<Replica> =>
  must(await openReplica({ ...phone, ...change }, phone.replica.space));

export const pull = async (from: Phone, to: Phone): Promise<readonly string[]> => {
  const batch = must(await from.replica.entriesFor(to.replica.summary(), 500));
  return must(await to.replica.receive(batch)).refused.map(({ type }) => type);
};

export const sync = async (one: Phone, other: Phone): Promise<void> => {
  for (let round = 0; round < 3; round += 1) {
    await pull(one, other);
    await pull(other, one);
  }
};

export const put = async ({ replica }: Phone, text: string, id = newId()): Promise<RecordId> => {
  must(await replica.write({ type: "put", id, text }));
  return id;
};

export const textsOf = (replica: Replica): readonly string[] =>
  [...replica.state().own.values()].flatMap((record) => (record.type === "present" ? [record.last.text] : [])).sort();

/** A state without the order of its maps. */
export const viewOf = ({ own, shared }: SpaceState): unknown => ({
  own: [...own].sort(([one], [other]) => (one < other ? -1 : 1)),
  shared: [...shared]
    .map(([id, record]) => [id, record.type === "present" ? [...record.fields].sort() : record.type])
    .sort(),
});
