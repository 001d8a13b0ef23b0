/**
 * HPKE (RFC 9180) in base mode, one message a context: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256 and AES-GCM, all by WebCrypto.
 *
 * Form: encapsulated key (32) ‖ ciphertext ‖ tag (16). Held to the RFC's vectors, and to another implementation both ways.
 * Limits: no other mode, suite or sequence number than is used. Section numbers below are the RFC's.
 */
import { err, ok, type Result } from "@undivided/domain";
import { agree, agreementPublicKeyFrom, agreementPublicKeyOf, type AgreementPublicKey } from "./agreement.ts";
import { concatBytes, ownBytes, utf8ToBytes, type Bytes } from "./bytes.ts";
import type { NotOpened } from "./sealing.ts";
import { agreementKeyFrom, createAgreementKey, revealSecret, type AgreementKey } from "./secrets.ts";
import { subtle } from "./web-crypto.ts";

/** What both sides of one message must agree on. */
export interface HpkeContext {
  readonly info: Uint8Array;
  readonly aad: Uint8Array;
}

export interface HpkeSealFault {
  /** The recipient's key is no point of the curve that can be used. */
  readonly type: "unusable-key";
}

const HASH_BYTES = 32;
const ENCAPSULATED_BYTES = 32;
const NONCE_BYTES = 12;
const NONE = new Uint8Array(0);
const VERSION = utf8ToBytes("HPKE-v1");

/** Section 7.1: DHKEM(X25519, HKDF-SHA256); 7.2: HKDF-SHA256; 7.3: AES-128-GCM, AES-256-GCM. */
const KEM_ID = [0, 0x20];
const KDF_ID = [0, 1];
const AEAD_ID = { 16: [0, 1], 32: [0, 2] } as const;
const KEM_SUITE = concatBytes(utf8ToBytes("KEM"), Uint8Array.from(KEM_ID));

const hmac = async (key: Uint8Array, message: Uint8Array): Promise<Bytes> => {
  // HMAC fills a key up with zeros (RFC 2104), and WebCrypto takes no empty one.
  const filled = key.length === 0 ? new Uint8Array(HASH_BYTES) : ownBytes(key);
  const handle = await subtle.importKey("raw", filled, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  return new Uint8Array(await subtle.sign("HMAC", handle, ownBytes(message)));
};

/** Section 4, LabeledExtract. */
const extract = (suite: Bytes, salt: Uint8Array, label: string, input: Uint8Array): Promise<Bytes> =>
  hmac(salt, concatBytes(VERSION, suite, utf8ToBytes(label), input));

/** Section 4, LabeledExpand; for at most 32 bytes, which HKDF makes in one step. */
const expand = async (suite: Bytes, key: Bytes, label: string, info: Uint8Array, length: number): Promise<Bytes> => {
  const labeled = concatBytes(Uint8Array.of(0, length), VERSION, suite, utf8ToBytes(label), info);
  return (await hmac(key, concatBytes(labeled, Uint8Array.of(1)))).slice(0, length);
};

/** Section 7.1.3, DeriveKeyPair: a device keeps the bytes and not the pair. */
export const deriveAgreementKey = async (input: Uint8Array): Promise<AgreementKey> => {
  const pseudorandom = await extract(KEM_SUITE, NONE, "dkp_prk", input);
  const key = agreementKeyFrom(await expand(KEM_SUITE, pseudorandom, "sk", NONE, 32));
  if (key.type === "error") throw new Error("HKDF gave another length than was asked for");
  return key.value;
};

/** Section 4.1, ExtractAndExpand over what X25519 gave; `undefined` for a point that cannot be used. */
const sharedSecretOf = async (
  own: AgreementKey,
  other: AgreementPublicKey,
  encapsulated: Uint8Array,
  recipient: Uint8Array,
): Promise<Bytes | undefined> => {
  const secret = await agree(own, other);
  if (secret.type === "error") return undefined;
  const pseudorandom = await extract(KEM_SUITE, NONE, "eae_prk", revealSecret(secret.value));
  return expand(KEM_SUITE, pseudorandom, "shared_secret", concatBytes(encapsulated, recipient), HASH_BYTES);
};

/** Ours has keys of 32 bytes; the RFC's own vectors for X25519 have keys of 16. */
export const createHpke = (keyBytes: 16 | 32) => {
  const suite = concatBytes(utf8ToBytes("HPKE"), Uint8Array.from([...KEM_ID, ...KDF_ID, ...AEAD_ID[keyBytes]]));

  /** Section 5.1, KeySchedule without a pre-shared key; the nonce is that of the first message. */
  const schedule = async (shared: Bytes, info: Uint8Array) => {
    const pskIdHash = await extract(suite, NONE, "psk_id_hash", NONE);
    const infoHash = await extract(suite, NONE, "info_hash", info);
    const context = concatBytes(Uint8Array.of(0), pskIdHash, infoHash);
    const secret = await extract(suite, shared, "secret", NONE);
    const key = await expand(suite, secret, "key", context, keyBytes);
    const nonce = await expand(suite, secret, "base_nonce", context, NONCE_BYTES);
    return { key: await subtle.importKey("raw", key, "AES-GCM", false, ["encrypt", "decrypt"]), nonce };
  };
  const gcm = (nonce: Bytes, aad: Uint8Array) =>
    ({ name: "AES-GCM", iv: nonce, additionalData: ownBytes(aad), tagLength: 128 }) as const;

  return {
    seal: async (
      to: Uint8Array,
      { info, aad }: HpkeContext,
      plain: Uint8Array,
    ): Promise<Result<Bytes, HpkeSealFault>> => {
      const ephemeral = createAgreementKey();
      const encapsulated = await agreementPublicKeyOf(ephemeral);
      const recipient = agreementPublicKeyFrom(to);
      const shared =
        recipient === undefined ? undefined : await sharedSecretOf(ephemeral, recipient, encapsulated, recipient);
      if (shared === undefined) return err({ type: "unusable-key" });
      const { key, nonce } = await schedule(shared, info);
      const sealed = await subtle.encrypt(gcm(nonce, aad), key, ownBytes(plain));
      return ok(concatBytes(encapsulated, new Uint8Array(sealed)));
    },
    open: async (
      own: AgreementKey,
      { info, aad }: HpkeContext,
      wrapped: Uint8Array,
    ): Promise<Result<Bytes, NotOpened>> => {
      const encapsulated = agreementPublicKeyFrom(wrapped.subarray(0, ENCAPSULATED_BYTES));
      if (encapsulated === undefined) return err({ type: "not-opened" });
      const shared = await sharedSecretOf(own, encapsulated, encapsulated, await agreementPublicKeyOf(own));
      if (shared === undefined) return err({ type: "not-opened" });
      const { key, nonce } = await schedule(shared, info);
      try {
        const sealed = wrapped.slice(ENCAPSULATED_BYTES);
        return ok(new Uint8Array(await subtle.decrypt(gcm(nonce, aad), key, sealed)));
      } catch {
        return err({ type: "not-opened" });
      }
    },
  };
};
