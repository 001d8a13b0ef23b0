/** Names that stand in entries: spaces, members and epochs are 16 bytes, entries 32; in memory as lower-case hexadecimal. */
import type { DeviceId } from "@undivided/domain";
import { bytesToHex, hexToBytes, type Bytes } from "../crypto/public-door.ts";

declare const spaceIdBrand: unique symbol;
declare const memberIdBrand: unique symbol;
declare const epochIdBrand: unique symbol;
declare const entryIdBrand: unique symbol;

/** Names a space for good: it is the hash of the statement that founded it, so nobody can found another under its name. */
export type SpaceId = string & { readonly [spaceIdBrand]: true };

/**
 * A person in one space. **Privacy:** drawn anew for each space, so that the relay cannot tell that two spaces belong to
 * the same person.
 */
export type MemberId = string & { readonly [memberIdBrand]: true };

/** One key of a space, named after the entry that brought it. */
export type EpochId = string & { readonly [epochIdBrand]: true };

/** SHA-256 of what an entry's author signed. */
export type EntryId = string & { readonly [entryIdBrand]: true };

export const ID_BYTES = 16;
export const ENTRY_ID_BYTES = 32;

const is16Bytes = (text: string): boolean => /^[0-9a-f]{32}$/.test(text);

export const parseSpaceId = (text: string): SpaceId | undefined => (is16Bytes(text) ? (text as SpaceId) : undefined);
export const parseMemberId = (text: string): MemberId | undefined => (is16Bytes(text) ? (text as MemberId) : undefined);
export const parseEpochId = (text: string): EpochId | undefined => (is16Bytes(text) ? (text as EpochId) : undefined);
export const parseEntryId = (text: string): EntryId | undefined =>
  /^[0-9a-f]{64}$/.test(text) ? (text as EntryId) : undefined;

const hexOf = (bytes: Uint8Array, length: number): string => {
  if (bytes.length !== length) throw new Error("an identifier of another length");
  return bytesToHex(bytes);
};

/** @throws Error if there are not 16 bytes: the caller has just cut or hashed them. */
export const spaceIdFrom = (bytes: Uint8Array): SpaceId => hexOf(bytes, ID_BYTES) as SpaceId;
export const memberIdFrom = (bytes: Uint8Array): MemberId => hexOf(bytes, ID_BYTES) as MemberId;
export const deviceIdFrom = (bytes: Uint8Array): DeviceId => hexOf(bytes, ID_BYTES) as DeviceId;
export const epochIdFrom = (bytes: Uint8Array): EpochId => hexOf(bytes, ID_BYTES) as EpochId;

/** @throws Error if there are not 32 bytes. */
export const entryIdFrom = (bytes: Uint8Array): EntryId => hexOf(bytes, ENTRY_ID_BYTES) as EntryId;

/** What an entry has as its epoch when it is not sealed, and as its predecessor when it is the first. */
export const NO_EPOCH: EpochId = epochIdFrom(new Uint8Array(ID_BYTES));
export const NO_ENTRY: EntryId = entryIdFrom(new Uint8Array(ENTRY_ID_BYTES));

/** The epoch that an entry brings. */
export const epochOfEntry = (entry: EntryId): EpochId => epochIdFrom(idToBytes(entry).subarray(0, ID_BYTES));

export const idToBytes = (id: SpaceId | MemberId | DeviceId | EpochId | EntryId): Bytes => {
  const bytes = hexToBytes(id);
  if (bytes === undefined) throw new Error("an identifier is hexadecimal");
  return bytes;
};
