/**
 * The handshake of pairing: commit, then reveal, then words (docs/spec/pairing.md).
 *
 * The host's invitation commits to its key; the guest answers with its own; only then the host shows the key. Whoever stands
 * between must choose its keys before it can know the words, so it has one try in 2^32 for each meeting. No randomness and no
 * clock in here but in `createHostSecret`: a recorded exchange replays.
 * Limits: proves that both screens belong to the two ends of one channel, if two people compare the words. It proves nobody's name.
 */
import { err, ok, type Result } from "@undivided/domain";
import {
  agree,
  AGREEMENT_PUBLIC_KEY_BYTES,
  agreementPublicKeyFrom,
  agreementPublicKeyOf,
  concatBytes,
  createAgreementKey,
  deriveBytes,
  deriveEpochKey,
  equalInConstantTime,
  open,
  randomBytes,
  seal,
  sha256,
  utf8ToBytes,
  type AgreementKey,
  type AgreementPublicKey,
  type Bytes,
  type EpochKey,
  type Hash,
} from "../crypto/door.ts";
import { createReader, uint8 } from "../envelope/byte-reader.ts";
import { pad, unpad } from "../envelope/padding.ts";
import { encodeInvitation, type Invitation, type PairingPurpose } from "./invitation.ts";

const OPENING_BYTES = 32;

/** Four numbers from 0 to 255: places in a list of safety words. The same on both screens, or somebody stands between. */
export type SafetyNumbers = readonly [number, number, number, number];

/** What the host commits to and shows later. */
export interface HostSecret {
  readonly key: AgreementKey;
  /** Makes the commitment say nothing about the key. */
  readonly opening: Bytes;
}

export const createHostSecret = (): HostSecret => ({ key: createAgreementKey(), opening: randomBytes(OPENING_BYTES) });

export const commitTo = async (purpose: PairingPurpose, publicKey: AgreementPublicKey, opening: Bytes): Promise<Hash> =>
  sha256(concatBytes(utf8ToBytes(`undivided/1/pairing-commitment/${purpose}`), publicKey, opening));

export interface Tampered {
  readonly type: "tampered";
}

/** What both sides share once both keys are known. */
export interface Agreed {
  readonly numbers: SafetyNumbers;
  /** Seals what the host says from here on. */
  readonly hostKey: EpochKey;
  readonly guestKey: EpochKey;
}

const HELLO = utf8ToBytes("undivided/1/pairing-hello");
const REVEAL = utf8ToBytes("undivided/1/pairing-reveal");

/** The guest's first message: its public key. */
export const sealHello = (linkKey: EpochKey, guest: AgreementPublicKey): Promise<Bytes> => seal(linkKey, HELLO, guest);

export const openHello = async (
  linkKey: EpochKey,
  message: Uint8Array,
): Promise<Result<AgreementPublicKey, Tampered>> => {
  const plain = await open(linkKey, HELLO, message);
  const key = plain.type === "ok" ? agreementPublicKeyFrom(plain.value) : undefined;
  return key === undefined ? err({ type: "tampered" }) : ok(key);
};

/** The host's first message, once it has the guest's key: its own, and what opens the commitment. */
export const sealReveal = async (linkKey: EpochKey, { key, opening }: HostSecret): Promise<Bytes> =>
  seal(linkKey, REVEAL, concatBytes(await agreementPublicKeyOf(key), opening));

export interface Revealed {
  readonly publicKey: AgreementPublicKey;
  readonly opening: Bytes;
}

/** The host's key, if it is the one that the invitation committed to. */
export const openReveal = async (
  linkKey: EpochKey,
  invitation: Invitation,
  message: Uint8Array,
): Promise<Result<Revealed, Tampered>> => {
  const plain = await open(linkKey, REVEAL, message);
  const reader = createReader(plain.type === "ok" ? plain.value : new Uint8Array(0));
  const publicKey = agreementPublicKeyFrom(reader.take(AGREEMENT_PUBLIC_KEY_BYTES) ?? new Uint8Array(0));
  const opening = reader.take(OPENING_BYTES);
  if (publicKey === undefined || opening === undefined || !reader.isAtEnd()) return err({ type: "tampered" });
  const commitment = await commitTo(invitation.purpose, publicKey, opening);
  return equalInConstantTime(commitment, invitation.commitment)
    ? ok({ publicKey, opening })
    : err({ type: "tampered" });
};

/** Everything that was said so far, so that both sides' keys and words depend on all of it. */
const transcriptOf = (invitation: Invitation, guest: AgreementPublicKey, host: Revealed): Promise<Hash> =>
  sha256(
    concatBytes(utf8ToBytes("undivided/1/pairing"), guest, host.publicKey, host.opening, encodeInvitation(invitation)),
  );

const derive = async (
  own: AgreementKey,
  other: AgreementPublicKey,
  transcript: Hash,
): Promise<Result<Agreed, Tampered>> => {
  const secret = await agree(own, other);
  if (secret.type === "error") return err({ type: "tampered" });
  const numbers = await deriveBytes(secret.value, transcript, utf8ToBytes("undivided/1/pairing-words"), 4);
  const [one = 0, two = 0, three = 0, four = 0] = numbers;
  return ok({
    numbers: [one, two, three, four],
    hostKey: await deriveEpochKey(secret.value, transcript, "pairing-host"),
    guestKey: await deriveEpochKey(secret.value, transcript, "pairing-guest"),
  });
};

export const agreeAsHost = async (
  invitation: Invitation,
  own: HostSecret,
  guest: AgreementPublicKey,
): Promise<Result<Agreed, Tampered>> => {
  const revealed = { publicKey: await agreementPublicKeyOf(own.key), opening: own.opening };
  return derive(own.key, guest, await transcriptOf(invitation, guest, revealed));
};

export const agreeAsGuest = async (
  invitation: Invitation,
  own: AgreementKey,
  host: Revealed,
): Promise<Result<Agreed, Tampered>> =>
  derive(own, host.publicKey, await transcriptOf(invitation, await agreementPublicKeyOf(own), host));

const messageHeader = (number: number): Bytes => concatBytes(utf8ToBytes("undivided/1/pairing-message"), uint8(number));

/** A later message; `number` counts from 0 for each side, so that none can be left out, doubled or moved. */
export const sealMessage = async (key: EpochKey, number: number, content: Uint8Array): Promise<Bytes> => {
  const padded = pad(content);
  if (padded === undefined) throw new Error("a pairing message is short");
  return seal(key, messageHeader(number), padded);
};

export const openMessage = async (
  key: EpochKey,
  number: number,
  message: Uint8Array,
): Promise<Result<Bytes, Tampered>> => {
  const padded = await open(key, messageHeader(number), message);
  const content = padded.type === "ok" ? unpad(padded.value) : undefined;
  return content === undefined ? err({ type: "tampered" }) : ok(content);
};
