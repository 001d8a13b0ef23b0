/**
 * The ring's file: the sealed key ring, and in front of it the ways to the key that opens it (docs/spec/key-ring.md).
 *
 * Form: version (1) ‖ ways (counted) ‖ sealed ring. The ring is sealed with a key of its own, drawn anew whenever the lock
 * changes, and the whole of what stands before it is authenticated with it: a way cannot be put in, taken out or weakened.
 * Without a lock the key lies in the file as it is: then the file protects nothing by itself.
 */
import { err, ok, type DeviceId, type Result } from "@undivided/domain";
import {
  concatBytes,
  epochKeyFrom,
  open,
  revealSecret,
  seal,
  SEAL_OVERHEAD,
  SECRET_BYTES,
  utf8ToBytes,
  WRAPPED_KEY_BYTES,
  wrapEpochKey,
  type Argon2Cost,
  type Bytes,
  type EpochKey,
  type WrappingKey,
} from "../crypto/door.ts";
import { counted, createReader, readCounted, uint16, uint32, uint8, type ByteReader } from "../envelope/byte-reader.ts";
import { deviceIdFrom, ID_BYTES, idToBytes } from "../envelope/ids.ts";
import { decodeKeyRing, encodeKeyRing, type KeyRing } from "./key-ring.ts";

export const FILE_VERSION = 1;
export const SALT_BYTES = 16;
/** What WebAuthn's PRF extension gets and gives. */
export const PRF_BYTES = 32;
const SEALED_KEY_BYTES = SECRET_BYTES + SEAL_OVERHEAD;
export const MAX_CREDENTIAL_BYTES = 1023;
const MAX_WAYS = 8;

/** A way to the ring's key. */
export type Way =
  | { readonly type: "bare"; readonly key: EpochKey }
  | { readonly type: "pin"; readonly salt: Bytes; readonly cost: Argon2Cost; readonly sealedKey: Bytes }
  /** `salt` is the PRF's input; `credential` names the passkey to ask. */
  | { readonly type: "passkey"; readonly credential: Bytes; readonly salt: Bytes; readonly sealedKey: Bytes }
  /** Wrapped to the public key of the recovery device of the person's own space. */
  | { readonly type: "recovery"; readonly device: DeviceId; readonly wrapped: Bytes };

export interface RingFile {
  readonly ways: readonly Way[];
  readonly sealed: Bytes;
}

export type RingFileFault = { readonly type: "damaged" } | { readonly type: "newer-version" };

const KIND = { bare: 1, pin: 2, passkey: 3, recovery: 4 } as const;

const encodeWay = (way: Way): Bytes => {
  const kind = uint8(KIND[way.type]);
  switch (way.type) {
    case "bare":
      return concatBytes(kind, revealSecret(way.key));
    case "pin": {
      const { passes, memoryKiB, lanes } = way.cost;
      return concatBytes(kind, way.salt, uint32(passes), uint32(memoryKiB), uint8(lanes), way.sealedKey);
    }
    case "passkey":
      return concatBytes(kind, uint16(way.credential.length), way.credential, way.salt, way.sealedKey);
    case "recovery":
      return concatBytes(kind, idToBytes(way.device), way.wrapped);
  }
};

const readWay = (reader: ByteReader): Way | undefined => {
  switch (reader.uint8()) {
    case KIND.bare: {
      const key = epochKeyFrom(reader.take(SECRET_BYTES) ?? new Uint8Array(0));
      return key.type === "ok" ? { type: "bare", key: key.value } : undefined;
    }
    case KIND.pin: {
      const salt = reader.take(SALT_BYTES);
      const cost = readCost(reader);
      const sealedKey = reader.take(SEALED_KEY_BYTES);
      if (salt === undefined || cost === undefined || sealedKey === undefined) return undefined;
      return { type: "pin", salt, cost, sealedKey };
    }
    case KIND.passkey: {
      const length = reader.uint16() ?? MAX_CREDENTIAL_BYTES + 1;
      const credential = length > MAX_CREDENTIAL_BYTES ? undefined : reader.take(length);
      const salt = reader.take(PRF_BYTES);
      const sealedKey = reader.take(SEALED_KEY_BYTES);
      if (credential === undefined || salt === undefined || sealedKey === undefined) return undefined;
      return { type: "passkey", credential, salt, sealedKey };
    }
    case KIND.recovery: {
      const device = reader.take(ID_BYTES);
      const wrapped = reader.take(WRAPPED_KEY_BYTES);
      if (device === undefined || wrapped === undefined) return undefined;
      return { type: "recovery", device: deviceIdFrom(device), wrapped };
    }
    default:
      return undefined;
  }
};

/** A cost that a phone can pay: a file from outside must not make one hang or run out of memory. */
export const readCost = (reader: ByteReader): Argon2Cost | undefined => {
  const passes = reader.uint32() ?? 0;
  const memoryKiB = reader.uint32() ?? 0;
  const lanes = reader.uint8() ?? 0;
  const isSane = passes >= 1 && passes <= 64 && lanes >= 1 && lanes <= 16 && memoryKiB >= 8 * lanes;
  return isSane && memoryKiB <= 1_048_576 ? { passes, memoryKiB, lanes } : undefined;
};

const encodeHead = (ways: readonly Way[]): Bytes => concatBytes(uint8(FILE_VERSION), counted(ways.map(encodeWay)));

const headerOf = (ways: readonly Way[]): Bytes => concatBytes(utf8ToBytes("undivided/1/key-ring"), encodeHead(ways));

/** Total: never throws. */
export const decodeRingFile = (bytes: Uint8Array): Result<RingFile, RingFileFault> => {
  const reader = createReader(bytes);
  const version = reader.uint8();
  if (version !== undefined && version > FILE_VERSION) return err({ type: "newer-version" });
  const ways = readCounted(reader, MAX_WAYS, readWay);
  if (version !== FILE_VERSION || ways === undefined) return err({ type: "damaged" });
  return ok({ ways, sealed: bytes.slice(encodeHead(ways).length) });
};

export const encodeRingFile = async (ring: KeyRing, key: EpochKey, ways: readonly Way[]): Promise<Bytes> => {
  const plain = encodeKeyRing(ring);
  try {
    return concatBytes(encodeHead(ways), await seal(key, headerOf(ways), plain));
  } finally {
    plain.fill(0);
  }
};

export const openRing = async (file: RingFile, key: EpochKey): Promise<Result<KeyRing, RingFileFault>> => {
  const plain = await open(key, headerOf(file.ways), file.sealed);
  if (plain.type === "error") return err({ type: "damaged" });
  const ring = decodeKeyRing(plain.value);
  plain.value.fill(0);
  if (ring === undefined) return err({ type: "damaged" });
  return ring === "newer-version" ? err({ type: "newer-version" }) : ok(ring);
};

export const RECOVERY_CONTEXT = utf8ToBytes("undivided/1/lock-recovery");

export const recoveryWay = async (device: DeviceId, to: WrappingKey, key: EpochKey): Promise<Way> => ({
  type: "recovery",
  device,
  wrapped: await wrapEpochKey(to, RECOVERY_CONTEXT, key),
});
