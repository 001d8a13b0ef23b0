/**
 * Sealing: AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce in front of the ciphertext.
 *
 * Form: nonce (12) ‖ ciphertext (as long as the plaintext) ‖ tag (16).
 * Limits: with random nonces one key is good for 2^32 seals (SP 800-38D, 8.3), far beyond what an epoch of two people writes.
 */
import { err, ok, type Result } from "@undivided/domain";
import { concatBytes, ownBytes, type Bytes } from "./bytes.ts";
import { NONCE_BYTES, SEAL_OVERHEAD } from "./sealed-length.ts";
import { importOnce, type EpochKey } from "./secrets.ts";
import { randomBytes, subtle, type CryptoHandle } from "./web-crypto.ts";

/** Wrong key, altered bytes or altered header: which of them cannot be told, and must not be. */
export interface NotOpened {
  readonly type: "not-opened";
}

const importKey = (key: EpochKey): Promise<CryptoHandle> =>
  importOnce(key, (bytes) => subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]));

/** `header` is authenticated and stays readable. */
export const seal = async (key: EpochKey, header: Uint8Array, plain: Uint8Array): Promise<Bytes> => {
  const nonce = randomBytes(NONCE_BYTES);
  return concatBytes(
    nonce,
    new Uint8Array(await subtle.encrypt(gcm(nonce, header), await importKey(key), ownBytes(plain))),
  );
};

export const open = async (
  key: EpochKey,
  header: Uint8Array,
  sealed: Uint8Array,
): Promise<Result<Bytes, NotOpened>> => {
  if (sealed.length < SEAL_OVERHEAD) return err({ type: "not-opened" });
  const handle = await importKey(key);
  try {
    const nonce = sealed.slice(0, NONCE_BYTES);
    const plain = await subtle.decrypt(gcm(nonce, header), handle, ownBytes(sealed.subarray(NONCE_BYTES)));
    return ok(new Uint8Array(plain));
  } catch {
    return err({ type: "not-opened" });
  }
};

const gcm = (nonce: Uint8Array, header: Uint8Array) =>
  ({ name: "AES-GCM", iv: ownBytes(nonce), additionalData: ownBytes(header), tagLength: 128 }) as const;
