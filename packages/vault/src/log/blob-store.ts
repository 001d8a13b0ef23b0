/**
 * BlobStore: a few named pieces of bytes beside the log, in the same database. A port; every adapter runs the suite of
 * `blob-store.contract.ts`.
 *
 * For what a device keeps for itself alone and replaces as a whole: its keyring, its cursors, its snapshots. What it keeps secret
 * it seals before: a store protects nothing but the bytes that are gone, which it overwrites where the platform can.
 * No method rejects; a fault of the storage is a result.
 */
import type { Result } from "@undivided/domain";
import type { Bytes } from "../crypto/door.ts";
import type { StoreFault } from "./log-store.ts";

declare const blobNameBrand: unique symbol;

/** 1 to 128 of a–z, 0–9, `-`, `.` and `/`, beginning with a letter or digit. */
export type BlobName = string & { readonly [blobNameBrand]: true };

export const parseBlobName = (text: string): BlobName | undefined =>
  /^[a-z0-9][a-z0-9./-]{0,127}$/.test(text) ? (text as BlobName) : undefined;

/** @throws Error if it is no name: for names that stand in the source, or are made of identifiers. */
export const blobName = (text: string): BlobName => {
  const name = parseBlobName(text);
  if (name === undefined) throw new Error("no name of a blob");
  return name;
};

/** One name of a `replaceIf`: what must be there now, and what is to be there then. Null: nothing. The same twice only asks. */
export interface BlobChange {
  readonly name: BlobName;
  readonly before: Uint8Array | null;
  readonly after: Uint8Array | null;
}

export interface BlobStore {
  /** Null if there is none of this name. */
  readonly read: (name: BlobName) => Promise<Result<Bytes | null, StoreFault>>;
  /** Replaces it whole or not at all; durable once it resolves. Two that write at once: one of them is the last. */
  readonly write: (name: BlobName, bytes: Uint8Array) => Promise<Result<null, StoreFault>>;
  /**
   * Makes all changes if each name still holds what it is said to hold, else none: then it gives false. Nobody else's write falls
   * in between, also with several processes or tabs on one store. Durable once it resolves.
   */
  readonly replaceIf: (changes: readonly BlobChange[]) => Promise<Result<boolean, StoreFault>>;
  /** Removing what is not there is no fault. */
  readonly remove: (name: BlobName) => Promise<Result<null, StoreFault>>;
}

/** Whether a store holds what `before` says, for adapters. */
export const isSameBlob = (held: Uint8Array | null, before: Uint8Array | null): boolean =>
  held === null || before === null
    ? held === before
    : held.length === before.length && held.every((byte, index) => byte === before[index]);
