/** Making entries, checking them, and opening what is sealed in them. */
import { err, ok, type DeviceId, type Result } from "@undivided/domain";
import {
  equalInConstantTime,
  open,
  seal,
  SEAL_OVERHEAD,
  sha256,
  sign,
  verify,
  type Bytes,
  type EpochKey,
  type SigningKey,
  type VerifyingKey,
} from "../crypto/door.ts";
import { encodeHeader, ENTRY_KINDS, MAX_BODY_BYTES, signedPart, type Entry, type EntryHeader } from "./entry.ts";
import { entryIdFrom, NO_EPOCH, type EntryId, type EpochId, type SpaceId } from "./ids.ts";
import { pad, unpad } from "./padding.ts";

/** Where a new entry stands. */
export interface EntryPlace {
  readonly space: SpaceId;
  readonly device: DeviceId;
  readonly counter: number;
  readonly previous: EntryId;
}

export interface EntryWithId {
  readonly id: EntryId;
  readonly entry: Entry;
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

/** The entry's name. It does not depend on the signature's bytes, nor on whether the body is still there. */
export const entryIdOf = async (entry: Entry): Promise<EntryId> =>
  entryIdFrom(await sha256(signedPart(entry, entry.bodyHash)));

export type VerifyFault =
  | { readonly type: "forged" }
  /** The body is not the one that was signed. */
  | { readonly type: "altered" };

/** Whether this device signed this entry, and whether the body, if there is one, is the one that it signed. */
export const verifyEntry = async (entry: Entry, author: VerifyingKey): Promise<Result<EntryWithId, VerifyFault>> => {
  const signed = signedPart(entry, entry.bodyHash);
  if (!(await verify(author, entry.signature, signed))) return err({ type: "forged" });
  if (entry.body !== null) {
    const fits = entry.body.length === entry.bodyBytes;
    if (!fits || !equalInConstantTime(await sha256(entry.body), entry.bodyHash)) return err({ type: "altered" });
  }
  return ok({ id: entryIdFrom(await sha256(signed)), entry });
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
