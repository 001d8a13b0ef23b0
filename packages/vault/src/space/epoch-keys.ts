/** Epoch keys: making a new one for the devices that stay, and learning those that others made. */
import {
  concatBytes,
  createEpochKey,
  epochKeyFrom,
  equalInConstantTime,
  open,
  revealSecret,
  seal,
  SECRET_BYTES,
  sha256,
  unwrapEpochKey,
  utf8ToBytes,
  wrapEpochKey,
  type Bytes,
  type EpochKey,
  type Hash,
} from "../crypto/door.ts";
import { createReader } from "../envelope/byte-reader.ts";
import { epochIdFrom, epochOfEntry, ID_BYTES, idToBytes, type EpochId } from "../envelope/ids.ts";
import type { DeviceKeys } from "./device-keys.ts";
import type { DeviceCard, MembersStatement, Removal, WrappedKey } from "./members-statement.ts";
import type { SignedStatement } from "./roster.ts";

/** Two keys a week for ten years would be more; of more than these the oldest stay behind. */
const MAX_HISTORY_KEYS = 600;

export type EpochKeys = ReadonlyMap<EpochId, EpochKey>;

export interface StatementPlan {
  readonly maxMembers: number;
  readonly generation: number;
  readonly admits: readonly DeviceCard[];
  readonly removes: readonly Removal[];
  /** Who gets the new key: all that belong to the space once this statement counts. */
  readonly recipients: readonly DeviceCard[];
}

/** A statement with a fresh key, and that key. @throws Error if a recipient's key cannot be wrapped to. */
export const makeMembersStatement = async (
  plan: StatementPlan,
  known: EpochKeys,
): Promise<{ readonly statement: MembersStatement; readonly key: EpochKey }> => {
  const { recipients, ...rest } = plan;
  const key = createEpochKey();
  const wraps: WrappedKey[] = [];
  for (const { device, wrappingKey } of recipients) {
    wraps.push({ device, wrapped: await wrapEpochKey(wrappingKey, idToBytes(device), key) });
  }
  const statement = { ...rest, wraps, commitment: await commitTo(key), history: await sealHistory(key, known) };
  return { statement, key };
};

const commitTo = (key: EpochKey): Promise<Hash> =>
  sha256(concatBytes(utf8ToBytes("undivided/1/epoch-key-commitment"), revealSecret(key)));

const HISTORY_HEADER = utf8ToBytes("undivided/1/epoch-key-history");

const sealHistory = async (key: EpochKey, known: EpochKeys): Promise<Bytes> => {
  if (known.size === 0) return new Uint8Array(0);
  const kept = [...known].slice(-MAX_HISTORY_KEYS);
  return seal(key, HISTORY_HEADER, concatBytes(...kept.flatMap(([id, old]) => [idToBytes(id), revealSecret(old)])));
};

/** All keys that this device can have, by what was wrapped to it and what those keys open. */
export const learnEpochKeys = async (
  keys: DeviceKeys,
  statements: readonly SignedStatement[],
  known: EpochKeys,
): Promise<EpochKeys> => {
  const learned = new Map(known);
  const commitmentById = new Map(statements.map(({ id, statement }) => [epochOfEntry(id), statement.commitment]));
  const learn = async (id: EpochId, key: EpochKey): Promise<void> => {
    const commitment = commitmentById.get(id);
    if (learned.has(id) || commitment === undefined) return;
    if (equalInConstantTime(await commitTo(key), commitment)) learned.set(id, key);
  };
  // The newest first: its history mostly holds all the others, and unwrapping is slow.
  const newestFirst = statements.toSorted((one, other) => other.statement.generation - one.statement.generation);
  const opened = new Set<EpochId>();
  /** A key from one history may open the next. */
  const openHistories = async (): Promise<void> => {
    for (let before = -1; before !== learned.size && learned.size < commitmentById.size;) {
      before = learned.size;
      for (const { id, statement } of newestFirst) {
        const key = learned.get(epochOfEntry(id));
        if (key === undefined || opened.has(epochOfEntry(id))) continue;
        opened.add(epochOfEntry(id));
        for (const [oldId, oldKey] of await openHistory(key, statement.history)) await learn(oldId, oldKey);
      }
    }
  };
  for (const { id, statement } of newestFirst) {
    const own = statement.wraps.find(({ device }) => device === keys.device);
    if (own === undefined || learned.has(epochOfEntry(id))) continue;
    const key = await unwrapEpochKey(keys.unwrapping, idToBytes(keys.device), own.wrapped);
    if (key.type === "error") continue;
    await learn(epochOfEntry(id), key.value);
    await openHistories();
  }
  await openHistories();
  return inOrderOf(statements, learned);
};

/** The oldest first, as far as anybody can tell: of too many keys for a history the first ones stay behind. */
const inOrderOf = (statements: readonly SignedStatement[], keys: EpochKeys): EpochKeys => {
  const ordered = new Map<EpochId, EpochKey>();
  for (const { id } of statements.toSorted((one, other) => one.statement.generation - other.statement.generation)) {
    const key = keys.get(epochOfEntry(id));
    if (key !== undefined) ordered.set(epochOfEntry(id), key);
  }
  return ordered;
};

const openHistory = async (key: EpochKey, history: Uint8Array): Promise<readonly (readonly [EpochId, EpochKey])[]> => {
  const plain = history.length === 0 ? undefined : await open(key, HISTORY_HEADER, history);
  if (plain?.type !== "ok") return [];
  const reader = createReader(plain.value);
  const found: (readonly [EpochId, EpochKey])[] = [];
  for (;;) {
    const id = reader.take(ID_BYTES);
    const bytes = reader.take(SECRET_BYTES);
    if (id === undefined || bytes === undefined) return found;
    const old = epochKeyFrom(bytes);
    bytes.fill(0);
    if (old.type === "ok") found.push([epochIdFrom(id), old.value]);
  }
};
