/**
 * Argon2id (RFC 9106): a key out of something short that a person remembers. An entry of its own, loaded only when asked for.
 *
 * Pure JavaScript by @noble/hashes, since WebCrypto has none: slower than native code, which helps an attacker more than us.
 * The cost chosen and what it is worth are in docs/adr/0007.
 */
import { argon2id, argon2idAsync } from "@noble/hashes/argon2.js";
import { ARGON2_COST, type Argon2Cost } from "./argon2-cost.ts";
import { utf8ToBytes } from "./bytes.ts";
import { derivationKeyFrom, SECRET_BYTES, type DerivationKey } from "./secrets.ts";

/** What the RFC's vector has and a lock does not. */
export interface Argon2Extras {
  readonly key?: Uint8Array;
  readonly personalization?: Uint8Array;
}

const readInput = (passphrase: string | Uint8Array): Uint8Array =>
  typeof passphrase === "string" ? utf8ToBytes(passphrase.normalize("NFKC")) : passphrase;

const optionsFor = ({ passes, memoryKiB, lanes }: Argon2Cost, extras: Argon2Extras) => ({
  ...{ t: passes, m: memoryKiB, p: lanes, dkLen: SECRET_BYTES },
  ...extras,
});

/**
 * Gives the thread back now and then, so that a screen does not freeze.
 *
 * @throws Error if the salt is shorter than 8 bytes or the cost is none that Argon2 knows.
 */
export const stretchPassphrase = async (
  passphrase: string | Uint8Array,
  salt: Uint8Array,
  cost: Argon2Cost = ARGON2_COST,
  extras: Argon2Extras = {},
): Promise<DerivationKey> => {
  const stretched = await argon2idAsync(readInput(passphrase), salt, optionsFor(cost, extras));
  const key = derivationKeyFrom(stretched);
  stretched.fill(0);
  if (key.type === "error") throw new Error("Argon2id gave another length than was asked for");
  return key.value;
};

/**
 * The same for a thread of its own, which it holds until it is done. The bytes are the key itself: whoever takes them makes a
 * `DerivationKey` of them at once and overwrites them.
 *
 * @throws Error as `stretchPassphrase`.
 */
export const stretchToBytes = (passphrase: string, salt: Uint8Array, cost: Argon2Cost): Uint8Array<ArrayBuffer> =>
  new Uint8Array(argon2id(readInput(passphrase), salt, optionsFor(cost, {})));
