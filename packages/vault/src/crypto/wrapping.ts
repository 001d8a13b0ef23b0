/**
 * Wrapping keys to a device: HPKE (RFC 9180), base mode, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM.
 *
 * Form: encapsulated key (32) ‖ ciphertext ‖ tag (16). A device keeps 32 random bytes; its key pair comes from them by
 * DeriveKeyPair (section 7.1.3). Base mode says nothing about the sender: the signed entry that carries the wrapped key does.
 */
import { err, type Result } from "@undivided/domain";
import { agreementPublicKeyOf } from "./agreement.ts";
import { utf8ToBytes, type Bytes } from "./bytes.ts";
import { createHpke, deriveAgreementKey } from "./hpke.ts";
import type { NotOpened } from "./sealing.ts";
import {
  epochKeyFrom,
  revealSecret,
  SECRET_BYTES,
  type AgreementKey,
  type EpochKey,
  type UnwrappingKey,
} from "./secrets.ts";
import { wrappingKeyFrom, type WrappingKey } from "./wrapping-key.ts";

const hpke = createHpke(SECRET_BYTES);
const INFO = utf8ToBytes("undivided/1/epoch-key");

/** The public half of a device's unwrapping key. */
export const wrappingKeyOf = async (key: UnwrappingKey): Promise<WrappingKey> => {
  const found = wrappingKeyFrom(await agreementPublicKeyOf(await pairOf(key)));
  if (found === undefined) throw new Error("a public key of another length");
  return found;
};

/** Derived anew each time: nothing of a destroyed key stays behind. */
const pairOf = async (key: UnwrappingKey): Promise<AgreementKey> => {
  const bytes = revealSecret(key);
  try {
    return await deriveAgreementKey(bytes);
  } finally {
    bytes.fill(0);
  }
};

/**
 * Wraps an epoch key to one device. `context` says where it belongs and must be the same when it is unwrapped.
 *
 * @throws Error if `to` is no point of the curve that can be used; whoever lets a device in checks that it can be wrapped to.
 */
export const wrapEpochKey = async (to: WrappingKey, context: Uint8Array, key: EpochKey): Promise<Bytes> => {
  const plain = revealSecret(key);
  try {
    const sealed = await hpke.seal(to, { info: INFO, aad: context }, plain);
    if (sealed.type === "error") throw new Error("a key that cannot be wrapped to");
    return sealed.value;
  } finally {
    plain.fill(0);
  }
};

export const unwrapEpochKey = async (
  key: UnwrappingKey,
  context: Uint8Array,
  wrapped: Uint8Array,
): Promise<Result<EpochKey, NotOpened>> => {
  const plain = await hpke.open(await pairOf(key), { info: INFO, aad: context }, wrapped);
  if (plain.type === "error") return plain;
  const epochKey = epochKeyFrom(plain.value);
  plain.value.fill(0);
  return epochKey.type === "ok" ? epochKey : err({ type: "not-opened" });
};
