/** What the page and the worker that stretches what a person remembers say to each other. */
import type { Argon2Cost } from "@undivided/vault";

export interface StretchRequest {
  readonly passphrase: string;
  readonly salt: Uint8Array;
  readonly cost: Argon2Cost;
}

/** `bytes`: handed over, not copied: the worker keeps none. */
export type StretchReply = { readonly type: "done"; readonly bytes: Uint8Array } | { readonly type: "failed" };
