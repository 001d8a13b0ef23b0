/** What the specification calls by a standard's name, over `node:crypto` alone. */
import {
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
  sign as signWith,
  verify as verifyWith,
} from "node:crypto";
import { join, uint } from "./bytes.mjs";

export const sha256 = (...parts) =>
  createHash("sha256")
    .update(join(...parts))
    .digest();

/** RFC 5869 with SHA-256. */
export const hkdf = (secret, salt, info, length) => Buffer.from(hkdfSync("sha256", secret, salt, info, length));

/** AES-256-GCM of `nonce (12) ‖ ciphertext ‖ tag (16)`; undefined if it does not open. */
export const openSealed = (key, sealed, additional) => {
  if (sealed.length < 28) return undefined;
  const cipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, 12));
  cipher.setAAD(additional);
  cipher.setAuthTag(sealed.subarray(-16));
  try {
    return Buffer.concat([cipher.update(sealed.subarray(12, -16)), cipher.final()]);
  } catch {
    return undefined;
  }
};

// RFC 8410: the forms that hold a raw key of 32 bytes.
const privateFrom = (oid, raw) =>
  createPrivateKey({
    key: join(Buffer.from(`302e0201003005${oid}04220420`, "hex"), raw),
    format: "der",
    type: "pkcs8",
  });
const publicFrom = (oid, raw) =>
  createPublicKey({ key: join(Buffer.from(`302a3005${oid}032100`, "hex"), raw), format: "der", type: "spki" });
const ED25519 = "06032b6570";
const X25519 = "06032b656e";
export const rawPublic = (key) => createPublicKey(key).export({ format: "der", type: "spki" }).subarray(-32);

export const x25519PublicFrom = (raw) => publicFrom(X25519, raw);
export const verifyingKeyOf = (seed) => rawPublic(privateFrom(ED25519, seed));

export const sign = (seed, ...parts) => signWith(null, join(...parts), privateFrom(ED25519, seed));
export const verify = (key, signature, ...parts) => {
  try {
    return verifyWith(null, join(...parts), publicFrom(ED25519, key), signature);
  } catch {
    return false;
  }
};

// RFC 9180, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM.
const KEM = join("KEM", uint(2, 0x0020));
const HPKE = join("HPKE", uint(2, 0x0020), uint(2, 0x0001), uint(2, 0x0002));
const hmac = (key, data) => createHmac("sha256", key).update(data).digest();
const extract = (suite, salt, label, secret) => hmac(salt, join("HPKE-v1", suite, label, secret));
const expand = (suite, key, label, info, length) => {
  const labeled = join(uint(2, length), "HPKE-v1", suite, label, info);
  let [out, last] = [Buffer.alloc(0), Buffer.alloc(0)];
  for (let step = 1; out.length < length; step += 1) {
    last = hmac(key, join(last, labeled, uint(1, step)));
    out = join(out, last);
  }
  return out.subarray(0, length);
};
const NONE = Buffer.alloc(0);
const NO_SALT = Buffer.alloc(32);

/** Section 7.1.3, `DeriveKeyPair`. */
const derivePair = (secret) => {
  const key = privateFrom(X25519, expand(KEM, extract(KEM, NO_SALT, "dkp_prk", secret), "sk", NONE, 32));
  return { key, public: rawPublic(key) };
};

export const wrappingKeyOf = (secret) => derivePair(secret).public;

/** Base mode, one message: encapsulated key (32) ‖ ciphertext ‖ tag. Undefined if it does not open. */
export const openHpke = (secret, info, additional, wrapped) => {
  const own = derivePair(secret);
  const encapsulated = wrapped.subarray(0, 32);
  const shared = diffieHellman({ privateKey: own.key, publicKey: publicFrom(X25519, encapsulated) });
  const prk = extract(KEM, NO_SALT, "eae_prk", shared);
  const kem = expand(KEM, prk, "shared_secret", join(encapsulated, own.public), 32);
  const context = join(
    uint(1, 0),
    extract(HPKE, NO_SALT, "psk_id_hash", NONE),
    extract(HPKE, NO_SALT, "info_hash", info),
  );
  const keys = extract(HPKE, kem, "secret", NONE);
  const key = expand(HPKE, keys, "key", context, 32);
  const nonce = expand(HPKE, keys, "base_nonce", context, 12);
  return openSealed(key, join(nonce, wrapped.subarray(32)), additional);
};
