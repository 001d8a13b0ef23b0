/**
 * Wrapping keys to a device: HPKE (RFC 9180), base mode, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM.
 *
 * Form: encapsulated key (32) ‖ ciphertext ‖ tag (16). A device keeps 32 random bytes; its key pair comes from them by
 * DeriveKeyPair (section 7.1.3). Base mode says nothing about the sender: the signed entry that carries the wrapped key does.
 */
import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256, type AeadInterface } from "@hpke/core";
import { err, ok, type Result } from "@undivided/domain";
import { concatBytes, utf8ToBytes, type Bytes } from "./bytes.ts";
import type { NotOpened } from "./sealing.ts";
import { epochKeyFrom, revealSecret, type EpochKey, type UnwrappingKey } from "./secrets.ts";
import { ENCAPSULATED_BYTES, wrappingKeyFrom, type WrappingKey } from "./wrapping-key.ts";

/** What both sides of one HPKE message must agree on. */
export interface HpkeContext {
  readonly info: Uint8Array;
  readonly aad: Uint8Array;
}

/** HPKE with one AEAD: ours is AES-256-GCM; the RFC's own vectors for X25519 use AES-128-GCM. */
export const createHpke = (aead: AeadInterface) => {
  const suite = new CipherSuite({ kem: new DhkemX25519HkdfSha256(), kdf: new HkdfSha256(), aead });
  /** `deriveKeyPair` may write into what it gets. */
  const pairOf = (key: UnwrappingKey) => suite.kem.deriveKeyPair(revealSecret(key).buffer);
  return {
    seal: async (to: WrappingKey, { info, aad }: HpkeContext, plain: Uint8Array): Promise<Bytes> => {
      const recipientPublicKey = await suite.kem.deserializePublicKey(toBuffer(to));
      const sealed = await suite.seal({ recipientPublicKey, info: toBuffer(info) }, toBuffer(plain), toBuffer(aad));
      return concatBytes(new Uint8Array(sealed.enc), new Uint8Array(sealed.ct));
    },
    open: async (
      key: UnwrappingKey,
      { info, aad }: HpkeContext,
      wrapped: Uint8Array,
    ): Promise<Result<Bytes, NotOpened>> => {
      const recipientKey = await pairOf(key);
      try {
        const enc = toBuffer(wrapped.subarray(0, ENCAPSULATED_BYTES));
        const sealed = toBuffer(wrapped.subarray(ENCAPSULATED_BYTES));
        return ok(new Uint8Array(await suite.open({ recipientKey, enc, info: toBuffer(info) }, sealed, toBuffer(aad))));
      } catch {
        return err({ type: "not-opened" });
      }
    },
    publicKeyOf: async (key: UnwrappingKey): Promise<WrappingKey> => {
      const { publicKey } = await pairOf(key);
      const found = wrappingKeyFrom(new Uint8Array(await suite.kem.serializePublicKey(publicKey)));
      if (found === undefined) throw new Error("HPKE gave a public key of another length");
      return found;
    },
  };
};

const toBuffer = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;

const hpke = createHpke(new Aes256Gcm());
const INFO = utf8ToBytes("undivided/1/epoch-key");

/** The public half of a device's unwrapping key. */
export const wrappingKeyOf = (key: UnwrappingKey): Promise<WrappingKey> => hpke.publicKeyOf(key);

/**
 * Wraps an epoch key to one device. `context` says where it belongs and must be the same when it is unwrapped.
 *
 * @throws Error if `to` is no point of the curve that can be used; whoever lets a device in checks that it can be wrapped to.
 */
export const wrapEpochKey = async (to: WrappingKey, context: Uint8Array, key: EpochKey): Promise<Bytes> => {
  const plain = revealSecret(key);
  try {
    return await hpke.seal(to, { info: INFO, aad: context }, plain);
  } finally {
    plain.fill(0);
  }
};

export const unwrapEpochKey = async (
  key: UnwrappingKey,
  context: Uint8Array,
  wrapped: Uint8Array,
): Promise<Result<EpochKey, NotOpened>> => {
  const plain = await hpke.open(key, { info: INFO, aad: context }, wrapped);
  if (plain.type === "error") return plain;
  const epochKey = epochKeyFrom(plain.value);
  plain.value.fill(0);
  return epochKey.type === "ok" ? epochKey : err({ type: "not-opened" });
};
