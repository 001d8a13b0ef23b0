/** SHA-256. */
import { ownBytes, type Bytes } from "./bytes.ts";
import { subtle } from "./web-crypto.ts";

declare const hashBrand: unique symbol;

/** SHA-256 of something, 32 bytes. */
export type Hash = Bytes & { readonly [hashBrand]: true };

export const HASH_BYTES = 32;

export const sha256 = async (bytes: Uint8Array): Promise<Hash> =>
  asHash(await subtle.digest("SHA-256", ownBytes(bytes)));

/** Reads a hash that was written down; `undefined` unless it is 32 bytes. */
export const hashFrom = (bytes: Uint8Array): Hash | undefined =>
  bytes.length === HASH_BYTES ? (new Uint8Array(bytes) as Hash) : undefined;

const asHash = (buffer: ArrayBuffer): Hash => new Uint8Array(buffer) as Hash;
