/** How long sealed bytes are; see `sealing.ts`. */
export const NONCE_BYTES = 12;
export const TAG_BYTES = 16;

/** How much longer sealed bytes are. */
export const SEAL_OVERHEAD = NONCE_BYTES + TAG_BYTES;
