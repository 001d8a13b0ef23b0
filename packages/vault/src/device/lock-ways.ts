/** Which ways into a device there are. */
import type { Bytes } from "../crypto/door.ts";
import type { Way } from "./ring-file.ts";

/** Which ways a screen can offer. */
export interface LockWays {
  readonly pin: boolean;
  /** What to ask the passkey with. */
  readonly passkey: { readonly credential: Bytes; readonly salt: Bytes } | null;
  readonly recovery: boolean;
}

export const lockWaysOf = (ways: readonly Way[]): LockWays => {
  const passkey = ways.find((way) => way.type === "passkey");
  return {
    pin: ways.some(({ type }) => type === "pin"),
    passkey: passkey === undefined ? null : { credential: passkey.credential, salt: passkey.salt },
    recovery: ways.some(({ type }) => type === "recovery"),
  };
};
