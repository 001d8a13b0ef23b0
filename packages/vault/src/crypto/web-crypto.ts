/**
 * What this room uses of WebCrypto, and the only place that reaches it (docs/adr/0007).
 *
 * The room compiles without DOM and Node types; these few lines are the types of what browsers and Node both have.
 * Only files of this folder import this one: everything else goes through `door.ts`.
 */
import type { Bytes } from "./bytes.ts";

/** A key inside WebCrypto; opaque. */
export interface CryptoHandle {
  readonly type: string;
}

interface GcmParams {
  readonly name: "AES-GCM";
  readonly iv: Bytes;
  readonly additionalData: Bytes;
  readonly tagLength: 128;
}

interface HkdfParams {
  readonly name: "HKDF";
  readonly hash: "SHA-256";
  readonly salt: Bytes;
  readonly info: Bytes;
}

interface HmacParams {
  readonly name: "HMAC";
  readonly hash: "SHA-256";
}

interface X25519Params {
  readonly name: "X25519";
  readonly public: CryptoHandle;
}

interface Subtle {
  readonly digest: (algorithm: "SHA-256", bytes: Bytes) => Promise<ArrayBuffer>;
  readonly importKey: (
    format: "raw" | "pkcs8",
    bytes: Bytes,
    algorithm: "AES-GCM" | "HKDF" | "Ed25519" | "X25519" | HmacParams,
    extractable: boolean,
    usages: ("encrypt" | "decrypt" | "deriveBits" | "sign" | "verify")[],
  ) => Promise<CryptoHandle>;
  readonly exportKey: (format: "jwk", key: CryptoHandle) => Promise<{ readonly x?: string }>;
  readonly encrypt: (params: GcmParams, key: CryptoHandle, bytes: Bytes) => Promise<ArrayBuffer>;
  readonly decrypt: (params: GcmParams, key: CryptoHandle, bytes: Bytes) => Promise<ArrayBuffer>;
  readonly sign: (algorithm: "Ed25519" | "HMAC", key: CryptoHandle, bytes: Bytes) => Promise<ArrayBuffer>;
  readonly verify: (algorithm: "Ed25519", key: CryptoHandle, signature: Bytes, bytes: Bytes) => Promise<boolean>;
  readonly deriveBits: (params: HkdfParams | X25519Params, key: CryptoHandle, bits: number) => Promise<ArrayBuffer>;
}

declare const crypto: {
  readonly subtle: Subtle;
  readonly getRandomValues: (bytes: Bytes) => Bytes;
};

export const subtle: Subtle = crypto.subtle;

/** From the system's cryptographic generator. At most 65 536 bytes. */
export const randomBytes = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length));
