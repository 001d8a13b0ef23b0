/** The ring's key under a PIN, a passkey or a recovery code: see the ways of `ring-file.ts`. */
import {
  deriveEpochKey,
  derivationKeyFrom,
  epochKeyFrom,
  open,
  revealSecret,
  seal,
  unwrapEpochKey,
  utf8ToBytes,
  type Argon2Cost,
  type Bytes,
  type DerivationKey,
  type EpochKey,
  type UnwrappingKey,
} from "../crypto/door.ts";
import { MAX_CREDENTIAL_BYTES, PRF_BYTES, RECOVERY_CONTEXT, type Way } from "./ring-file.ts";

const sealKeyUnder = async (
  secret: DerivationKey,
  salt: Uint8Array,
  purpose: string,
  key: EpochKey,
): Promise<Bytes> => {
  const plain = revealSecret(key);
  const sealed = await seal(await deriveEpochKey(secret, salt, purpose), utf8ToBytes(`undivided/1/${purpose}`), plain);
  plain.fill(0);
  return sealed;
};

const openKeyUnder = async (
  secret: DerivationKey,
  salt: Uint8Array,
  purpose: string,
  sealedKey: Bytes,
): Promise<EpochKey | undefined> => {
  const under = await deriveEpochKey(secret, salt, purpose);
  const plain = await open(under, utf8ToBytes(`undivided/1/${purpose}`), sealedKey);
  const key = plain.type === "ok" ? epochKeyFrom(plain.value) : undefined;
  return key?.type === "ok" ? key.value : undefined;
};

export const pinWay = async (stretched: DerivationKey, salt: Bytes, cost: Argon2Cost, key: EpochKey): Promise<Way> => ({
  type: "pin",
  salt,
  cost,
  sealedKey: await sealKeyUnder(stretched, salt, "lock-pin", key),
});

export const openPinWay = (way: Way & { type: "pin" }, stretched: DerivationKey): Promise<EpochKey | undefined> =>
  openKeyUnder(stretched, way.salt, "lock-pin", way.sealedKey);

/** `undefined` unless the PRF's output is 32 bytes and the credential's name not too long. */
export const passkeyWay = async (
  output: Uint8Array,
  credential: Bytes,
  salt: Bytes,
  key: EpochKey,
): Promise<Way | undefined> => {
  const secret = prfSecretOf(output);
  if (secret === undefined || salt.length !== PRF_BYTES || credential.length > MAX_CREDENTIAL_BYTES) return undefined;
  return { type: "passkey", credential, salt, sealedKey: await sealKeyUnder(secret, salt, "lock-passkey", key) };
};

export const openPasskeyWay = async (
  way: Way & { type: "passkey" },
  output: Uint8Array,
): Promise<EpochKey | undefined> => {
  const secret = prfSecretOf(output);
  return secret === undefined ? undefined : openKeyUnder(secret, way.salt, "lock-passkey", way.sealedKey);
};

const prfSecretOf = (output: Uint8Array): DerivationKey | undefined => {
  const secret = derivationKeyFrom(output);
  return output.length === PRF_BYTES && secret.type === "ok" ? secret.value : undefined;
};

export const openRecoveryWay = async (
  way: Way & { type: "recovery" },
  own: UnwrappingKey,
): Promise<EpochKey | undefined> => {
  const key = await unwrapEpochKey(own, RECOVERY_CONTEXT, way.wrapped);
  return key.type === "ok" ? key.value : undefined;
};
