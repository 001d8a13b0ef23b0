/**
 * The statement in a members entry: which devices come, which go, and the key of the new epoch wrapped to each that stays.
 *
 * Readable by the relay, which must know whose requests to answer; the keys in it are not. The first statement of a space founds
 * it, and the space is named after its hash.
 */
import type { DeviceId } from "@undivided/domain";
import {
  concatBytes,
  HASH_BYTES,
  hashFrom,
  sha256,
  utf8ToBytes,
  VERIFYING_KEY_BYTES,
  verifyingKeyFrom,
  WRAPPED_KEY_BYTES,
  WRAPPING_KEY_BYTES,
  wrappingKeyFrom,
  type Bytes,
  type Hash,
  type VerifyingKey,
  type WrappingKey,
} from "../crypto/public-door.ts";
import { counted, createReader, readCounted, uint32, uint64, uint8, type ByteReader } from "../envelope/byte-reader.ts";
import {
  deviceIdFrom,
  ID_BYTES,
  idToBytes,
  memberIdFrom,
  spaceIdFrom,
  type MemberId,
  type SpaceId,
} from "../envelope/ids.ts";

/** What everybody in the space knows of a device. */
export interface DeviceCard {
  readonly device: DeviceId;
  readonly member: MemberId;
  readonly verifyingKey: VerifyingKey;
  readonly wrappingKey: WrappingKey;
}

export interface Removal {
  readonly device: DeviceId;
  /** The last counter of the removed device that still counts. */
  readonly last: number;
}

export interface WrappedKey {
  readonly device: DeviceId;
  readonly wrapped: Bytes;
}

export interface MembersStatement {
  /** How many people the space is for: 1 or 2. Counts in the founding statement only. */
  readonly maxMembers: number;
  /** One more than the highest that its author knew; of several epochs the higher is written in. */
  readonly generation: number;
  readonly admits: readonly DeviceCard[];
  readonly removes: readonly Removal[];
  readonly wraps: readonly WrappedKey[];
  /** Hash of the new epoch's key, so that everybody gets the same one. */
  readonly commitment: Hash;
  /** The keys of earlier epochs, sealed under the new one, so that a new device can read what was before it. */
  readonly history: Bytes;
}

export const STATEMENT_VERSION = 1;
export const MAX_DEVICES = 64;
export const MAX_HISTORY_BYTES = 32_768;

export const encodeMembersStatement = (statement: MembersStatement): Bytes =>
  concatBytes(
    uint8(STATEMENT_VERSION),
    uint8(statement.maxMembers),
    uint32(statement.generation),
    counted(
      statement.admits.map((card) =>
        concatBytes(idToBytes(card.device), idToBytes(card.member), card.verifyingKey, card.wrappingKey),
      ),
    ),
    counted(statement.removes.map(({ device, last }) => concatBytes(idToBytes(device), uint64(last)))),
    counted(statement.wraps.map(({ device, wrapped }) => concatBytes(idToBytes(device), wrapped))),
    statement.commitment,
    uint32(statement.history.length),
    statement.history,
  );

/** Total. `undefined` for anything that `encodeMembersStatement` would not have written. */
export const decodeMembersStatement = (bytes: Uint8Array): MembersStatement | undefined => {
  const reader = createReader(bytes);
  const version = reader.uint8();
  const maxMembers = reader.uint8();
  const generation = reader.uint32();
  const admits = readCounted(reader, MAX_DEVICES, readCard);
  const removes = readCounted(reader, MAX_DEVICES, readRemoval);
  const wraps = readCounted(reader, MAX_DEVICES, readWrap);
  const commitment = hashFrom(reader.take(HASH_BYTES) ?? new Uint8Array(0));
  const historyBytes = reader.uint32();
  if (version !== STATEMENT_VERSION || maxMembers === undefined || maxMembers < 1 || maxMembers > 2) return undefined;
  if (generation === undefined || admits === undefined || removes === undefined || wraps === undefined)
    return undefined;
  if (commitment === undefined || historyBytes === undefined || historyBytes > MAX_HISTORY_BYTES) return undefined;
  const history = reader.take(historyBytes);
  if (history === undefined || !reader.isAtEnd()) return undefined;
  return { maxMembers, generation, admits, removes, wraps, commitment, history };
};

const readCard = (reader: ByteReader): DeviceCard | undefined => {
  const device = reader.take(ID_BYTES);
  const member = reader.take(ID_BYTES);
  const verifyingKey = verifyingKeyFrom(reader.take(VERIFYING_KEY_BYTES) ?? new Uint8Array(0));
  const wrappingKey = wrappingKeyFrom(reader.take(WRAPPING_KEY_BYTES) ?? new Uint8Array(0));
  if (device === undefined || member === undefined || verifyingKey === undefined || wrappingKey === undefined) {
    return undefined;
  }
  return { device: deviceIdFrom(device), member: memberIdFrom(member), verifyingKey, wrappingKey };
};

const readRemoval = (reader: ByteReader): Removal | undefined => {
  const device = reader.take(ID_BYTES);
  const last = reader.uint64();
  return device === undefined || last === undefined ? undefined : { device: deviceIdFrom(device), last };
};

const readWrap = (reader: ByteReader): WrappedKey | undefined => {
  const device = reader.take(ID_BYTES);
  const wrapped = reader.take(WRAPPED_KEY_BYTES);
  return device === undefined || wrapped === undefined ? undefined : { device: deviceIdFrom(device), wrapped };
};

/** The name of the space that this statement founds. */
export const spaceFoundedBy = async (body: Uint8Array): Promise<SpaceId> =>
  spaceIdFrom((await sha256(concatBytes(utf8ToBytes("undivided/1/space"), body))).subarray(0, ID_BYTES));
