/**
 * Secret keys as opaque handles, one type for each use, so that a key used for the wrong thing does not compile.
 *
 * A handle is an empty frozen object; its bytes live in this module alone. **Privacy:** printing it, writing it as JSON or
 * putting it into an error shows nothing. `revealSecret` is the one way out, for wrapping and for backup.
 * Limits: JavaScript may have moved the memory before `destroySecret` overwrites it.
 */
import { err, ok, type Result } from "@undivided/domain";
import type { Bytes } from "./bytes.ts";
import { randomBytes, type CryptoHandle } from "./web-crypto.ts";

declare const epochKeyBrand: unique symbol;
declare const signingKeyBrand: unique symbol;
declare const unwrappingKeyBrand: unique symbol;
declare const derivationKeyBrand: unique symbol;
declare const agreementKeyBrand: unique symbol;

/** AES-256-GCM key of one epoch of a space: seals and opens entries. */
export interface EpochKey {
  readonly [epochKeyBrand]: true;
}

/** Ed25519 seed of one device in one space: signs entries. */
export interface SigningKey {
  readonly [signingKeyBrand]: true;
}

/** X25519 private key of one device in one space: opens what was wrapped to it. */
export interface UnwrappingKey {
  readonly [unwrappingKeyBrand]: true;
}

/** Input of HKDF: a recovery code, the output of Argon2id or of a passkey. Never seals anything itself. */
export interface DerivationKey {
  readonly [derivationKeyBrand]: true;
}

/** X25519 private key of one side of one meeting: agrees on a secret with the other side's public key. */
export interface AgreementKey {
  readonly [agreementKeyBrand]: true;
}

export type Secret = EpochKey | SigningKey | UnwrappingKey | DerivationKey | AgreementKey;

export const SECRET_BYTES = 32;

export interface NotAKey {
  readonly type: "not-a-key";
}

const bytesBySecret = new WeakMap<object, Bytes>();
const importedBySecret = new WeakMap<object, Promise<CryptoHandle>>();

const keep = (bytes: Uint8Array): object => {
  const handle = Object.freeze({});
  bytesBySecret.set(handle, new Uint8Array(bytes));
  return handle;
};

const checked = (bytes: Uint8Array): Result<Uint8Array, NotAKey> =>
  bytes.length === SECRET_BYTES ? ok(bytes) : err({ type: "not-a-key" });

const asEpochKey = (bytes: Uint8Array): EpochKey => keep(bytes) as EpochKey;
const asSigningKey = (bytes: Uint8Array): SigningKey => keep(bytes) as SigningKey;
const asUnwrappingKey = (bytes: Uint8Array): UnwrappingKey => keep(bytes) as UnwrappingKey;
const asDerivationKey = (bytes: Uint8Array): DerivationKey => keep(bytes) as DerivationKey;
const asAgreementKey = (bytes: Uint8Array): AgreementKey => keep(bytes) as AgreementKey;

/** Copies the bytes; the caller may overwrite its own. */
export const epochKeyFrom = (bytes: Uint8Array): Result<EpochKey, NotAKey> => {
  const key = checked(bytes);
  return key.type === "ok" ? ok(asEpochKey(key.value)) : key;
};

export const signingKeyFrom = (bytes: Uint8Array): Result<SigningKey, NotAKey> => {
  const key = checked(bytes);
  return key.type === "ok" ? ok(asSigningKey(key.value)) : key;
};

export const unwrappingKeyFrom = (bytes: Uint8Array): Result<UnwrappingKey, NotAKey> => {
  const key = checked(bytes);
  return key.type === "ok" ? ok(asUnwrappingKey(key.value)) : key;
};

export const agreementKeyFrom = (bytes: Uint8Array): Result<AgreementKey, NotAKey> => {
  const key = checked(bytes);
  return key.type === "ok" ? ok(asAgreementKey(key.value)) : key;
};

/** Takes at least 16 bytes (128 bits). */
export const derivationKeyFrom = (bytes: Uint8Array): Result<DerivationKey, NotAKey> =>
  bytes.length >= 16 ? ok(asDerivationKey(bytes)) : err({ type: "not-a-key" });

export const createEpochKey = (): EpochKey => asEpochKey(randomBytes(SECRET_BYTES));
export const createSigningKey = (): SigningKey => asSigningKey(randomBytes(SECRET_BYTES));
export const createAgreementKey = (): AgreementKey => asAgreementKey(randomBytes(SECRET_BYTES));
export const createUnwrappingKey = (): UnwrappingKey => asUnwrappingKey(randomBytes(SECRET_BYTES));

/**
 * A copy of the bytes. **Privacy:** whoever calls this answers for them.
 *
 * @throws Error if the secret was destroyed: a key used after leaving is a broken invariant.
 */
export const revealSecret = (secret: Secret): Bytes => {
  const bytes = bytesBySecret.get(secret);
  if (bytes === undefined) throw new Error("a destroyed key was used");
  return new Uint8Array(bytes);
};

/** Overwrites the bytes and forgets the key; every later use throws. */
export const destroySecret = (secret: Secret): void => {
  bytesBySecret.get(secret)?.fill(0);
  bytesBySecret.delete(secret);
  importedBySecret.delete(secret);
};

/** WebCrypto's form of the key, imported once. For this folder only. */
export const importOnce = (
  secret: Secret,
  importBytes: (bytes: Bytes) => Promise<CryptoHandle>,
): Promise<CryptoHandle> => {
  const known = importedBySecret.get(secret);
  if (known !== undefined) return known;
  const imported = importBytes(revealSecret(secret));
  importedBySecret.set(secret, imported);
  return imported;
};
