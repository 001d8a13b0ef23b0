/** SHA-256, and HKDF-SHA-256 (RFC 5869) for keys out of other keys. */
import { ownBytes, utf8ToBytes, type Bytes } from "./bytes.ts";
import { epochKeyFrom, importOnce, SECRET_BYTES, type DerivationKey, type EpochKey } from "./secrets.ts";
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

/**
 * HKDF-SHA-256 as RFC 5869, extract and expand. The salt may be empty; `info` names the purpose, so that two uses of one
 * input never share a key.
 *
 * @throws Error if `length` is more than 8160 bytes, the most that the RFC allows.
 */
export const deriveBytes = async (
  secret: DerivationKey,
  salt: Uint8Array,
  info: Uint8Array,
  length: number,
): Promise<Bytes> => {
  const key = await importOnce(secret, (bytes) => subtle.importKey("raw", bytes, "HKDF", false, ["deriveBits"]));
  const params = { name: "HKDF", hash: "SHA-256", salt: ownBytes(salt), info: ownBytes(info) } as const;
  return new Uint8Array(await subtle.deriveBits(params, key, length * 8));
};

/** An AES-256-GCM key out of other key material, for one purpose. */
export const deriveEpochKey = async (secret: DerivationKey, salt: Uint8Array, purpose: string): Promise<EpochKey> => {
  const bytes = await deriveBytes(secret, salt, utf8ToBytes(`undivided/1/${purpose}`), SECRET_BYTES);
  const key = epochKeyFrom(bytes);
  bytes.fill(0);
  if (key.type === "error") throw new Error("HKDF gave another length than was asked for");
  return key.value;
};
