/** The public half of what keys are wrapped to, and how long a wrapped key is; see `wrapping.ts`. */
import type { Bytes } from "./bytes.ts";

declare const wrappingKeyBrand: unique symbol;

/** X25519 public key of one device in one space, 32 bytes. */
export type WrappingKey = Bytes & { readonly [wrappingKeyBrand]: true };

export const WRAPPING_KEY_BYTES = 32;
export const ENCAPSULATED_BYTES = 32;

/** Length of an epoch key wrapped to a device: encapsulated key, key, tag. */
export const WRAPPED_KEY_BYTES = ENCAPSULATED_BYTES + 32 + 16;

export const wrappingKeyFrom = (bytes: Uint8Array): WrappingKey | undefined =>
  bytes.length === WRAPPING_KEY_BYTES ? (new Uint8Array(bytes) as WrappingKey) : undefined;
