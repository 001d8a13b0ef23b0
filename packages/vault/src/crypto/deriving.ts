/** HKDF-SHA-256 (RFC 5869): keys out of other keys. */
import { ownBytes, utf8ToBytes, type Bytes } from "./bytes.ts";
import { epochKeyFrom, importOnce, SECRET_BYTES, type DerivationKey, type EpochKey } from "./secrets.ts";
import { subtle } from "./web-crypto.ts";

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
