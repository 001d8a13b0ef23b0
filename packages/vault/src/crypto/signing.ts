/** Signing: Ed25519 (RFC 8032) by WebCrypto. What it makes is checked by `verifying.ts`. */
import { base64UrlToBytes, concatBytes, ownBytes } from "./bytes.ts";
import { importOnce, revealSecret, type SigningKey } from "./secrets.ts";
import { verifyingKeyFrom, type Signature, type VerifyingKey } from "./verifying.ts";
import { subtle, type CryptoHandle } from "./web-crypto.ts";

/** What comes before a seed in PKCS #8, the only form in which WebCrypto takes one (RFC 8410, section 7). */
const PKCS8_HEAD = Uint8Array.of(0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20);

const importSigning = (bytes: Uint8Array, extractable: boolean): Promise<CryptoHandle> =>
  subtle.importKey("pkcs8", concatBytes(PKCS8_HEAD, bytes), "Ed25519", extractable, ["sign"]);

export const sign = async (key: SigningKey, message: Uint8Array): Promise<Signature> => {
  const handle = await importOnce(key, (bytes) => importSigning(bytes, false));
  return asSignature(await subtle.sign("Ed25519", handle, ownBytes(message)));
};

const asSignature = (buffer: ArrayBuffer): Signature => new Uint8Array(buffer) as Signature;

/** The public half of a signing key. */
export const verifyingKeyOf = async (key: SigningKey): Promise<VerifyingKey> => {
  const { x } = await subtle.exportKey("jwk", await importSigning(revealSecret(key), true));
  const found = x === undefined ? undefined : verifyingKeyFrom(base64UrlToBytes(x));
  if (found === undefined) throw new Error("WebCrypto exported no Ed25519 public key");
  return found;
};
