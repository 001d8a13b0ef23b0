/**
 * Entries: what is stored, sent and received, byte by byte (docs/spec/envelope.md).
 *
 * Header (94) ‖ hash of the body (32) ‖ signature (64) ‖ presence (1) ‖ body. The signature covers header and hash, not the
 * body: without its body an entry still proves its place in the chain.
 */
import { err, ok, type DeviceId, type Result } from "@undivided/domain";
import {
  concatBytes,
  HASH_BYTES,
  hashFrom,
  SEAL_OVERHEAD,
  SIGNATURE_BYTES,
  signatureFrom,
  utf8ToBytes,
  type Bytes,
  type Hash,
  type Signature,
} from "../crypto/public-door.ts";
import { createReader, uint32, uint64, uint8, type ByteReader } from "./byte-reader.ts";
import {
  deviceIdFrom,
  ENTRY_ID_BYTES,
  entryIdFrom,
  epochIdFrom,
  ID_BYTES,
  idToBytes,
  spaceIdFrom,
  type EntryId,
  type EpochId,
  type SpaceId,
} from "./ids.ts";
import { SIZE_CLASSES } from "./padding.ts";

/** The only version there is. It stands first in every entry and in what is signed. */
export const ENTRY_VERSION = 1;

/** What an entry is for. A device keeps and passes on kinds that it does not know. */
export const ENTRY_KINDS = { record: 1, members: 2, drop: 3, leave: 4 } as const;

export interface EntryHeader {
  /** One of `ENTRY_KINDS`, or one that a newer app added. */
  readonly kind: number;
  readonly space: SpaceId;
  /** `NO_EPOCH` for entries that are not sealed. */
  readonly epoch: EpochId;
  readonly device: DeviceId;
  /** From 1 on, without gaps. */
  readonly counter: number;
  /** The device's entry before this one; `NO_ENTRY` for the first. */
  readonly previous: EntryId;
  readonly bodyBytes: number;
}

export interface Entry extends EntryHeader {
  readonly bodyHash: Hash;
  readonly signature: Signature;
  /** Null once it was dropped. */
  readonly body: Bytes | null;
}

export type EntryFault =
  | { readonly type: "malformed" }
  | { readonly type: "oversized" }
  /** Written by a newer app in a form that this one cannot check. */
  | { readonly type: "newer-version" };

export const HEADER_BYTES = 2 + 3 * ID_BYTES + 8 + ENTRY_ID_BYTES + 4;

/** The longest body, sealed or not. */
export const MAX_BODY_BYTES = Math.max(...SIZE_CLASSES) + SEAL_OVERHEAD;

/** The longest entry. */
export const MAX_ENTRY_BYTES = HEADER_BYTES + HASH_BYTES + SIGNATURE_BYTES + 1 + MAX_BODY_BYTES;

const SIGNED_CONTEXT = utf8ToBytes("undivided/1/entry");

export const encodeHeader = (header: EntryHeader): Bytes =>
  concatBytes(
    uint8(ENTRY_VERSION),
    uint8(header.kind),
    idToBytes(header.space),
    idToBytes(header.epoch),
    idToBytes(header.device),
    uint64(header.counter),
    idToBytes(header.previous),
    uint32(header.bodyBytes),
  );

/** What the author signs, and whose hash names the entry. */
export const signedPart = (header: EntryHeader, bodyHash: Hash): Bytes =>
  concatBytes(SIGNED_CONTEXT, encodeHeader(header), bodyHash);

/** The same, cut out of what `decodeEntry` has taken: one entry has one form. */
export const signedPartOf = (encoded: Uint8Array): Bytes =>
  concatBytes(SIGNED_CONTEXT, encoded.subarray(0, HEADER_BYTES + HASH_BYTES));

export const encodeEntry = (entry: Entry): Bytes =>
  concatBytes(
    encodeHeader(entry),
    entry.bodyHash,
    entry.signature,
    uint8(entry.body === null ? 0 : 1),
    entry.body ?? new Uint8Array(0),
  );

export const withoutBody = (entry: Entry): Entry => ({ ...entry, body: null });

/** Total: never throws. Checks the form alone; see `verifyEntry` for the rest. */
export const decodeEntry = (bytes: Uint8Array): Result<Entry, EntryFault> => {
  if (bytes.length > MAX_ENTRY_BYTES) return err({ type: "oversized" });
  const reader = createReader(bytes);
  const version = reader.uint8();
  if (version === undefined || version < ENTRY_VERSION) return err({ type: "malformed" });
  if (version > ENTRY_VERSION) return err({ type: "newer-version" });
  const header = readHeader(reader);
  if (header === undefined) return err({ type: "malformed" });
  if (header.bodyBytes > MAX_BODY_BYTES) return err({ type: "oversized" });
  const bodyHash = hashFrom(reader.view(HASH_BYTES) ?? new Uint8Array(0));
  const signature = signatureFrom(reader.view(SIGNATURE_BYTES) ?? new Uint8Array(0));
  const presence = reader.uint8();
  if (bodyHash === undefined || signature === undefined || presence === undefined || presence > 1) {
    return err({ type: "malformed" });
  }
  const body = presence === 1 ? reader.take(header.bodyBytes) : null;
  if (body === undefined || !reader.isAtEnd()) return err({ type: "malformed" });
  return ok({ ...header, bodyHash, signature, body });
};

/** What follows the version. */
const readHeader = (reader: ByteReader): EntryHeader | undefined => {
  const kind = reader.uint8();
  const space = reader.view(ID_BYTES);
  const epoch = reader.view(ID_BYTES);
  const device = reader.view(ID_BYTES);
  const counter = reader.uint64();
  const previous = reader.view(ENTRY_ID_BYTES);
  const bodyBytes = reader.uint32();
  if (kind === undefined || space === undefined || epoch === undefined || device === undefined) return undefined;
  if (counter === undefined || counter === 0 || previous === undefined || bodyBytes === undefined) return undefined;
  return {
    kind,
    space: spaceIdFrom(space),
    epoch: epochIdFrom(epoch),
    device: deviceIdFrom(device),
    counter,
    previous: entryIdFrom(previous),
    bodyBytes,
  };
};
