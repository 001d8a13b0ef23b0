/**
 * Verifying signatures: Ed25519 (RFC 8032) by WebCrypto. Public keys only.
 *
 * Limits: implementations differ on signatures with points of small order; what a device signs is always checked against a
 * key that a signed device list names, and an entry is known by its hash, never by its signature.
 */
import { ownBytes, type Bytes } from "./bytes.ts";
import { subtle, type CryptoHandle } from "./web-crypto.ts";

declare const verifyingKeyBrand: unique symbol;
declare const signatureBrand: unique symbol;

/** Ed25519 public key, 32 bytes. */
export type VerifyingKey = Bytes & { readonly [verifyingKeyBrand]: true };

/** Ed25519 signature, 64 bytes. */
export type Signature = Bytes & { readonly [signatureBrand]: true };

export const VERIFYING_KEY_BYTES = 32;
export const SIGNATURE_BYTES = 64;

/** `undefined` unless it is 32 bytes. That it is a point of the curve shows when it verifies something. */
export const verifyingKeyFrom = (bytes: Uint8Array): VerifyingKey | undefined =>
  bytes.length === VERIFYING_KEY_BYTES ? (new Uint8Array(bytes) as VerifyingKey) : undefined;

export const signatureFrom = (bytes: Uint8Array): Signature | undefined =>
  bytes.length === SIGNATURE_BYTES ? (new Uint8Array(bytes) as Signature) : undefined;

/** False for anything that is not exactly this key's signature of exactly this message. Never throws. */
export const verify = async (key: VerifyingKey, signature: Signature, message: Uint8Array): Promise<boolean> => {
  try {
    return await subtle.verify("Ed25519", await importVerifying(key), signature, ownBytes(message));
  } catch {
    return false;
  }
};

/** A device's key is used for thousands of entries: imported once for as long as somebody holds it. */
const handleByKey = new WeakMap<VerifyingKey, Promise<CryptoHandle>>();

const importVerifying = (key: VerifyingKey): Promise<CryptoHandle> => {
  const known = handleByKey.get(key);
  if (known !== undefined) return known;
  const imported = subtle.importKey("raw", key, "Ed25519", false, ["verify"]);
  handleByKey.set(key, imported);
  return imported;
};
