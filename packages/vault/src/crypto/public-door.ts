/**
 * The door for who holds no key: hashes, and signatures checked by public keys. Nothing behind it can seal, open, sign or unwrap,
 * which a test of its imports holds (`relay/imports.test.ts`).
 */
export * from "./bytes.ts";
export * from "./hashing.ts";
export { SEAL_OVERHEAD } from "./sealed-length.ts";
export * from "./verifying.ts";
export { randomBytes } from "./web-crypto.ts";
export { WRAPPED_KEY_BYTES, WRAPPING_KEY_BYTES, wrappingKeyFrom } from "./wrapping-key.ts";
export type { WrappingKey } from "./wrapping-key.ts";
