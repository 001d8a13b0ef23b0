/** What Argon2id may cost (RFC 9106), apart from the code that spends it, which is loaded only when asked for. */
import type { DerivationKey } from "./secrets.ts";

export interface Argon2Cost {
  readonly passes: number;
  readonly memoryKiB: number;
  readonly lanes: number;
}

/** 64 MiB and three passes: RFC 9106, section 4, second recommended option, in one lane since JavaScript has one thread. */
export const ARGON2_COST: Argon2Cost = { passes: 3, memoryKiB: 65_536, lanes: 1 };

/** `stretchPassphrase` of `@undivided/vault/argon2id`, or a function that loads it when it is called. */
export type Stretch = (passphrase: string, salt: Uint8Array, cost: Argon2Cost) => Promise<DerivationKey>;
