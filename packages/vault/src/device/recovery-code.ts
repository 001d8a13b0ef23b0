/**
 * The recovery code: what a person writes on paper, and the keys that come from it (docs/spec/recovery.md).
 *
 * 56 letters in 14 groups, in Crockford's base 32 (no I, L, O, U): 4 bits of version, 128 random bits, the 128 bits that name the
 * person's own space (so that no relay has to be asked where it is), 20 of check. The check is the remainder by a prime, which
 * finds every single wrong letter and every two of the first 52 that were swapped.
 * The code itself is kept nowhere: the device that makes it shows it once.
 */
import { err, ok, type Result } from "@undivided/domain";
import {
  bytesToHex,
  deriveBytes,
  derivationKeyFrom,
  hexToBytes,
  randomBytes,
  revealSecret,
  SECRET_BYTES,
  signingKeyFrom,
  unwrappingKeyFrom,
  utf8ToBytes,
  type Bytes,
  type DerivationKey,
} from "../crypto/door.ts";
import { deviceIdFrom, ID_BYTES, spaceIdFrom, type MemberId, type SpaceId } from "../envelope/ids.ts";
import type { DeviceKeys } from "../space/device-keys.ts";

declare const recoverySecretBrand: unique symbol;

/** What a recovery code says; as a key that derives keys for recovery alone. */
export type RecoverySecret = DerivationKey & { readonly [recoverySecretBrand]: true };

export type RecoveryCodeFault =
  /** Too few or too many letters, or one that no code has. */
  | { readonly type: "not-a-code" }
  /** A letter is wrong, or two are swapped. */
  | { readonly type: "mistyped" }
  | { readonly type: "newer-version" };

export interface RecoveryCode {
  readonly secret: RecoverySecret;
  /** The person's own space. */
  readonly space: SpaceId;
}

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LETTERS = 56;
const SECRET_BYTES_IN_CODE = 16;
const PAYLOAD_BITS = 256n;
const CHECK_BITS = 20n;
/** The largest prime that 20 bits hold; no power of 32 up to the 52nd is 1 in its field, so no two places weigh the same. */
const CHECK_PRIME = 1_048_573n;
const VERSION = 0n;

const asRecoverySecret = (key: DerivationKey): RecoverySecret => key as RecoverySecret;

export const createRecoverySecret = (): RecoverySecret => {
  const key = derivationKeyFrom(randomBytes(SECRET_BYTES_IN_CODE));
  if (key.type === "error") throw new Error("128 bits make a key");
  return asRecoverySecret(key.value);
};

/** To be written down: 14 groups of four letters. **Privacy:** whoever has it can open everything of this person's own. */
export const formatRecoveryCode = ({ secret, space }: RecoveryCode): string => {
  const payload = (VERSION << PAYLOAD_BITS) | BigInt(`0x${bytesToHex(revealSecret(secret))}${space}`);
  let rest = (payload << CHECK_BITS) | (payload % CHECK_PRIME);
  let letters = "";
  for (let at = 0; at < LETTERS; at += 1) {
    letters = (ALPHABET[Number(rest & 31n)] ?? "") + letters;
    rest >>= 5n;
  }
  return letters.replace(/.{4}(?=.)/g, "$&-");
};

/** However it is written: small or large letters, with or without gaps, I or L for 1, O for 0. Total: never throws. */
export const parseRecoveryCode = (typed: string): Result<RecoveryCode, RecoveryCodeFault> => {
  if (typed.length > 400) return err({ type: "not-a-code" });
  const letters = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\-\u2010-\u2015.]/gu, "")
    .replace(/[IL]/g, "1")
    .replace(/O/g, "0");
  if (letters.length !== LETTERS) return err({ type: "not-a-code" });
  let value = 0n;
  for (const letter of letters) {
    const bits = ALPHABET.indexOf(letter);
    if (bits < 0) return err({ type: "not-a-code" });
    value = (value << 5n) | BigInt(bits);
  }
  const payload = value >> CHECK_BITS;
  if ((value & ((1n << CHECK_BITS) - 1n)) !== payload % CHECK_PRIME) return err({ type: "mistyped" });
  if (payload >> PAYLOAD_BITS !== VERSION) return err({ type: "newer-version" });
  const bytes = hexToBytes(payload.toString(16).padStart(Number(PAYLOAD_BITS) / 4, "0")) ?? new Uint8Array(0);
  const key = derivationKeyFrom(bytes.subarray(0, SECRET_BYTES_IN_CODE));
  if (key.type === "error") return err({ type: "not-a-code" });
  return ok({ secret: asRecoverySecret(key.value), space: spaceIdFrom(bytes.subarray(SECRET_BYTES_IN_CODE)) });
};

const derive = (secret: RecoverySecret, use: string, length: number): Promise<Bytes> =>
  deriveBytes(secret, new Uint8Array(0), utf8ToBytes(`undivided/1/recovery-${use}`), length);

/** The recovery device: a member of the person's own space that exists on paper only. */
export const recoveryKeysOf = async (secret: RecoverySecret, member: MemberId): Promise<DeviceKeys> => {
  const signing = signingKeyFrom(await derive(secret, "signing", SECRET_BYTES));
  const unwrapping = unwrappingKeyFrom(await derive(secret, "unwrapping", SECRET_BYTES));
  if (signing.type === "error" || unwrapping.type === "error") throw new Error("HKDF gave another length");
  const device = deviceIdFrom(await derive(secret, "device", ID_BYTES));
  return { device, member, signing: signing.value, unwrapping: unwrapping.value };
};
