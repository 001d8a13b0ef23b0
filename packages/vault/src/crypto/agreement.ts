/**
 * Agreement: two sides that know each other's public key get one secret that nobody else has. X25519 (RFC 7748) by WebCrypto.
 *
 * Limits: says nothing about whose public key it is; pairing proves that by words that two people compare.
 */
import { err, ok, type Result } from "@undivided/domain";
import { base64UrlToBytes, concatBytes, type Bytes } from "./bytes.ts";
import { importOnce, derivationKeyFrom, revealSecret, type AgreementKey, type DerivationKey } from "./secrets.ts";
import { subtle, type CryptoHandle } from "./web-crypto.ts";

declare const agreementPublicKeyBrand: unique symbol;

/** X25519 public key of one side, 32 bytes. */
export type AgreementPublicKey = Bytes & { readonly [agreementPublicKeyBrand]: true };

export const AGREEMENT_PUBLIC_KEY_BYTES = 32;

export const agreementPublicKeyFrom = (bytes: Uint8Array): AgreementPublicKey | undefined =>
  bytes.length === AGREEMENT_PUBLIC_KEY_BYTES ? (new Uint8Array(bytes) as AgreementPublicKey) : undefined;

/** What comes before a private key in PKCS #8 (RFC 8410, section 7). */
const PKCS8_HEAD = Uint8Array.of(0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x6e, 4, 0x22, 4, 0x20);

const importPrivate = (bytes: Uint8Array, extractable: boolean): Promise<CryptoHandle> =>
  subtle.importKey("pkcs8", concatBytes(PKCS8_HEAD, bytes), "X25519", extractable, ["deriveBits"]);

export const agreementPublicKeyOf = async (key: AgreementKey): Promise<AgreementPublicKey> => {
  const { x } = await subtle.exportKey("jwk", await importPrivate(revealSecret(key), true));
  const found = x === undefined ? undefined : agreementPublicKeyFrom(base64UrlToBytes(x));
  if (found === undefined) throw new Error("WebCrypto exported no X25519 public key");
  return found;
};

export interface UnusableKey {
  readonly type: "unusable-key";
}

/** Refuses public keys that lead to the same secret whatever the own key is (RFC 7748, section 6.1). */
export const agree = async (
  own: AgreementKey,
  other: AgreementPublicKey,
): Promise<Result<DerivationKey, UnusableKey>> => {
  try {
    const handle = await importOnce(own, (bytes) => importPrivate(bytes, false));
    const publicHandle = await subtle.importKey("raw", other, "X25519", false, []);
    const bits = new Uint8Array(await subtle.deriveBits({ name: "X25519", public: publicHandle }, handle, 256));
    // WebCrypto refuses it already; a secret of zeros must not depend on that.
    if (bits.every((byte) => byte === 0)) return err({ type: "unusable-key" });
    const secret = derivationKeyFrom(bits);
    bits.fill(0);
    return secret.type === "ok" ? ok(secret.value) : err({ type: "unusable-key" });
  } catch {
    return err({ type: "unusable-key" });
  }
};
