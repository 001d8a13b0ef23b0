/**
 * The form in which a snapshot is kept and passed on: sealed with an epoch key, signed by the device that made it
 * (docs/spec/snapshot.md).
 *
 * Header (90) ‖ hash of the statements (32) ‖ hash of the sealed parts (32) ‖ signature (64) ‖ statements ‖ sealed parts. The
 * statements are in the clear, as they are in the log: who opens the snapshot finds its key by them.
 */
import { err, ok, type DeviceId, type Result } from "@undivided/domain";
import {
  concatBytes,
  equalInConstantTime,
  HASH_BYTES,
  hashFrom,
  open,
  sha256,
  SIGNATURE_BYTES,
  signatureFrom,
  utf8ToBytes,
  verify,
  type Bytes,
  type EpochKey,
  type Signature,
  type VerifyingKey,
} from "../crypto/door.ts";
import { createReader, uint32, uint8 } from "../envelope/byte-reader.ts";
import { decodeEntry, MAX_ENTRY_BYTES } from "../envelope/entry.ts";
import {
  deviceIdFrom,
  epochIdFrom,
  ID_BYTES,
  idToBytes,
  spaceIdFrom,
  type EpochId,
  type SpaceId,
} from "../envelope/ids.ts";
import { entryIdOf, type EntryWithId } from "../envelope/make-entry.ts";
import { createContentReader, type SnapshotContent } from "./snapshot-content.ts";

export const SNAPSHOT_VERSION = 1;

/** For whom a snapshot is: one's own next start, or another own device. */
export const PURPOSES = { local: 1, transfer: 2 } as const;

export interface SnapshotHeader {
  readonly purpose: number;
  readonly space: SpaceId;
  readonly epoch: EpochId;
  readonly device: DeviceId;
  /** Drawn for each snapshot, so that no part of one fits into another. */
  readonly salt: Bytes;
}

export type SnapshotFault =
  | { readonly type: "malformed" }
  /** From a newer app. */
  | { readonly type: "newer-version" }
  | { readonly type: "forged" };

/** A snapshot whose signature is still to be checked, and whose parts are still sealed. */
export interface SealedSnapshot extends SnapshotHeader {
  readonly statements: readonly EntryWithId[];
  readonly signed: Bytes;
  readonly signature: Signature;
  readonly parts: readonly Uint8Array[];
}

const SALT_BYTES = 32;
const HEADER_BYTES = 2 + 3 * ID_BYTES + SALT_BYTES + 8;
export const SIGNED_CONTEXT = utf8ToBytes("undivided/1/snapshot");

export const encodeHeader = ({ purpose, space, epoch, device, salt }: SnapshotHeader): Bytes =>
  concatBytes(uint8(SNAPSHOT_VERSION), uint8(purpose), idToBytes(space), idToBytes(epoch), idToBytes(device), salt);

/** What binds a sealed part to its snapshot, its place, and whether it is the last. */
export const partHeader = (header: Bytes, index: number, isLast: boolean): Bytes =>
  concatBytes(utf8ToBytes("undivided/1/snapshot-part"), header, uint32(index), uint8(isLast ? 1 : 0));

/** Total: never throws. Checks the form and the hashes; who signed it is for `isSignedBy`. */
export const decodeSnapshot = async (bytes: Uint8Array): Promise<Result<SealedSnapshot, SnapshotFault>> => {
  const reader = createReader(bytes);
  const version = reader.uint8();
  if (version === undefined || version < SNAPSHOT_VERSION) return err({ type: "malformed" });
  if (version > SNAPSHOT_VERSION) return err({ type: "newer-version" });
  const purpose = reader.uint8();
  const space = reader.take(ID_BYTES);
  const epoch = reader.take(ID_BYTES);
  const device = reader.take(ID_BYTES);
  const salt = reader.take(SALT_BYTES);
  const clearLength = reader.uint64();
  const clearHash = hashFrom(reader.take(HASH_BYTES) ?? new Uint8Array(0));
  const bodyHash = hashFrom(reader.take(HASH_BYTES) ?? new Uint8Array(0));
  const signature = signatureFrom(reader.take(SIGNATURE_BYTES) ?? new Uint8Array(0));
  const clear = clearLength === undefined ? undefined : reader.view(clearLength);
  if (purpose === undefined || space === undefined || epoch === undefined || device === undefined || salt === undefined)
    return err({ type: "malformed" });
  if (clearHash === undefined || bodyHash === undefined || signature === undefined || clear === undefined)
    return err({ type: "malformed" });
  const signed = new Uint8Array(bytes.subarray(0, HEADER_BYTES + 2 * HASH_BYTES));
  const body = bytes.subarray(signed.length + SIGNATURE_BYTES + clear.length);
  const [clearIs, bodyIs] = await Promise.all([sha256(clear), sha256(body)]);
  if (!equalInConstantTime(clearIs, clearHash) || !equalInConstantTime(bodyIs, bodyHash))
    return err({ type: "forged" });
  const statements = await readStatements(clear);
  const parts = readParts(body, Infinity);
  if (statements === undefined || parts === undefined || parts.length === 0) return err({ type: "malformed" });
  const header = { purpose, space: spaceIdFrom(space), epoch: epochIdFrom(epoch), device: deviceIdFrom(device), salt };
  return ok({ ...header, statements, signed, signature, parts });
};

const readParts = (bytes: Uint8Array, longest: number): readonly Uint8Array[] | undefined => {
  const reader = createReader(bytes);
  const parts: Uint8Array[] = [];
  while (!reader.isAtEnd()) {
    const length = reader.uint32();
    const part = length === undefined || length > longest ? undefined : reader.view(length);
    if (part === undefined) return undefined;
    parts.push(part);
  }
  return parts;
};

const readStatements = async (bytes: Uint8Array): Promise<readonly EntryWithId[] | undefined> => {
  const parts = readParts(bytes, MAX_ENTRY_BYTES);
  const entries = parts?.flatMap((part) => {
    const entry = decodeEntry(part);
    return entry.type === "ok" ? [entry.value] : [];
  });
  if (entries === undefined || entries.length !== parts?.length) return undefined;
  return Promise.all(entries.map(async (entry) => ({ id: await entryIdOf(entry), entry })));
};

export const isSignedBy = ({ signed, signature }: SealedSnapshot, key: VerifyingKey): Promise<boolean> =>
  verify(key, signature, concatBytes(SIGNED_CONTEXT, signed));

/** `undefined` for another key, a part that was altered, moved, lost or added, or a content that is none. */
export const openSnapshot = async (snapshot: SealedSnapshot, key: EpochKey): Promise<SnapshotContent | undefined> => {
  const head = encodeHeader(snapshot);
  const reader = createContentReader();
  // A few at a time: sealed and opened, the whole would be in memory twice.
  for (let from = 0; from < snapshot.parts.length; from += PARTS_AT_ONCE) {
    const some = snapshot.parts.slice(from, from + PARTS_AT_ONCE);
    const opened = await Promise.all(
      some.map(async (part, index) => {
        const at = from + index;
        return open(key, partHeader(head, at, at === snapshot.parts.length - 1), part);
      }),
    );
    for (const part of opened) if (part.type === "error" || !reader.add(part.value)) return undefined;
  }
  return reader.content();
};

const PARTS_AT_ONCE = 4;
