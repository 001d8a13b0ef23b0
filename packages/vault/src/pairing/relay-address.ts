/** Where a relay can be. */
import { utf8ToBytes } from "../crypto/door.ts";

const MAX_RELAY_BYTES = 200;

/** A web address without anything that could end it early or hide a part of it. */
export const isRelayAddress = (text: string): boolean =>
  /^https?:\/\/[^\s#?@\\\p{C}]+$/u.test(text) && utf8ToBytes(text).length <= MAX_RELAY_BYTES;
