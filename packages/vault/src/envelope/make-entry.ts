/** Making entries, and opening what is sealed in them. Checking them needs public keys only: `verify-entry.ts`. */
import { err, ok, type DeviceId, type Result } from "@undivided/domain";
import { open, seal, SEAL_OVERHEAD, sha256, sign, type Bytes, type EpochKey, type SigningKey } from "../crypto/door.ts";
import { encodeHeader, ENTRY_KINDS, MAX_BODY_BYTES, signedPart, type Entry, type EntryHeader } from "./entry.ts";
import { entryIdFrom, NO_EPOCH, type EntryId, type EpochId, type SpaceId } from "./ids.ts";
import { pad, unpad } from "./padding.ts";
import type { EntryWithId } from "./verify-entry.ts";

export { entryIdOf, isBodyWhole, verifyEntry } from "./verify-entry.ts";
export type { EntryWithId, VerifyFault } from "./verify-entry.ts";

/** Where a new entry stands. */
export interface EntryPlace {
  readonly space: SpaceId;
  readonly device: DeviceId;
  readonly counter: number;
  readonly previous: EntryId;
}

export interface TooLong {
  readonly type: "too-long";
}

/** An entry whose content only holders of the epoch key can read. */
export const sealEntry = async (
  place: EntryPlace,
  epoch: { readonly id: EpochId; readonly key: EpochKey },
  author: SigningKey,
  content: Uint8Array,
): Promise<Result<EntryWithId, TooLong>> => {
  const padded = pad(content);
  if (padded === undefined) return err({ type: "too-long" });
  const bodyBytes = padded.length + SEAL_OVERHEAD;
  const header: EntryHeader = { ...place, kind: ENTRY_KINDS.record, epoch: epoch.id, bodyBytes };
  return ok(await signEntry(header, author, await seal(epoch.key, encodeHeader(header), padded)));
};

/** An entry that the relay can read too: who belongs to the space, which bodies go, that somebody left. */
export const statementEntry = async (
  place: EntryPlace,
  kind: number,
  author: SigningKey,
  body: Bytes,
): Promise<Result<EntryWithId, TooLong>> => {
  if (body.length > MAX_BODY_BYTES) return err({ type: "too-long" });
  return ok(await signEntry({ ...place, kind, epoch: NO_EPOCH, bodyBytes: body.length }, author, body));
};

const signEntry = async (header: EntryHeader, author: SigningKey, body: Bytes): Promise<EntryWithId> => {
  const bodyHash = await sha256(body);
  const signed = signedPart(header, bodyHash);
  const signature = await sign(author, signed);
  return { id: entryIdFrom(await sha256(signed)), entry: { ...header, bodyHash, signature, body } };
};

export type OpenFault =
  | { readonly type: "no-body" }
  /** Another key or another header than it was sealed with, or padded in another way than ours. */
  | { readonly type: "not-opened" };

/** The content of a sealed entry. Check it with `verifyEntry` first. */
export const openEntry = async (entry: Entry, key: EpochKey): Promise<Result<Bytes, OpenFault>> => {
  if (entry.body === null) return err({ type: "no-body" });
  const padded = await open(key, encodeHeader(entry), entry.body);
  if (padded.type === "error") return padded;
  const content = unpad(padded.value);
  return content === undefined ? err({ type: "not-opened" }) : ok(content);
};
