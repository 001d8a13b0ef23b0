/**
 * The invitation: what the host shows as a QR code or sends as a link (docs/spec/pairing.md).
 *
 * Form: version (1) ‖ purpose (1) ‖ commitment (32) ‖ relay address (to the end) ‖ check (4), written as base64url. As a link it
 * stands behind `#`, which no browser sends to a server. Meeting and link key are derived from the whole of it, so an
 * invitation that was changed anywhere leads to another meeting, and who has not seen it cannot even read the first message.
 */
import { err, ok, type Result } from "@undivided/domain";
import {
  base64UrlToBytes,
  bytesToBase64Url,
  bytesToUtf8,
  concatBytes,
  deriveBytes,
  deriveEpochKey,
  derivationKeyFrom,
  equalInConstantTime,
  HASH_BYTES,
  hashFrom,
  sha256,
  utf8ToBytes,
  type Bytes,
  type EpochKey,
  type Hash,
} from "../crypto/door.ts";
import { createReader, uint8 } from "../envelope/byte-reader.ts";
import { isRelayAddress } from "./relay-address.ts";
import { meetingIdFrom, type MeetingId } from "./rendezvous.ts";

/** Two people, or a second device of the same person. One can never be used as the other. */
export type PairingPurpose = "partner" | "own-device";

/**
 * The version of the whole exchange. In the second, the host of an own device says by which keys its snapshots are known; an
 * invitation is made in the lowest version that does what it is for, so that older apps take as many as they can.
 */
export type InvitationVersion = 1 | 2;
export const versionFor = (purpose: PairingPurpose): InvitationVersion => (purpose === "partner" ? 1 : 2);
const NEWEST_VERSION = 2;

export interface Invitation {
  readonly version: InvitationVersion;
  readonly purpose: PairingPurpose;
  /** Where the two sides meet: `https://` or `http://`, at most 200 bytes. */
  readonly relay: string;
  /** Hash of the key that the host will show; see `commitTo`. */
  readonly commitment: Hash;
}

export type InvitationFault =
  /** Nothing of ours, or cut off, or mistyped. */
  { readonly type: "not-an-invitation" } | { readonly type: "newer-version" };

const PURPOSES: readonly PairingPurpose[] = ["partner", "own-device"];
const CHECK_BYTES = 4;
const HEAD_BYTES = 2 + HASH_BYTES;

/** @throws Error if the relay's address is none: whoever invites has checked it. */
export const encodeInvitation = ({ version, purpose, relay, commitment }: Invitation): Bytes => {
  if (!isRelayAddress(relay)) throw new Error("not a relay address");
  return concatBytes(uint8(version), uint8(PURPOSES.indexOf(purpose) + 1), commitment, utf8ToBytes(relay));
};

/** Bare, for the command line and inside `pairingLink`. */
export const invitationToText = async (invitation: Invitation): Promise<string> => {
  const payload = encodeInvitation(invitation);
  return bytesToBase64Url(concatBytes(payload, await checkOf(payload)));
};

/** As a link into the app that is served at `origin`. */
export const pairingLink = (origin: string, text: string): string => `${origin.replace(/\/+$/, "")}/pair#${text}`;

const checkOf = async (payload: Uint8Array): Promise<Bytes> =>
  (await sha256(concatBytes(utf8ToBytes("undivided/1/invitation"), payload))).slice(0, CHECK_BYTES);

/** A link or the bare text, with any white space in it. Total: never throws. */
export const parseInvitation = async (text: string): Promise<Result<Invitation, InvitationFault>> => {
  const bare = text.slice(text.lastIndexOf("#") + 1).replace(/\s/gu, "");
  if (bare.length > 400 || !/^[A-Za-z0-9_-]+$/.test(bare)) return err({ type: "not-an-invitation" });
  const bytes = base64UrlToBytes(bare);
  if (bytesToBase64Url(bytes) !== bare || bytes.length < CHECK_BYTES + 1) return err({ type: "not-an-invitation" });
  const payload = bytes.subarray(0, bytes.length - CHECK_BYTES);
  // The check is the one part that no version may move: what was mistyped must not look like a newer app's.
  if (!equalInConstantTime(await checkOf(payload), bytes.subarray(payload.length))) {
    return err({ type: "not-an-invitation" });
  }
  const reader = createReader(payload);
  const version = reader.uint8() ?? 0;
  if (version > NEWEST_VERSION) return err({ type: "newer-version" });
  const purpose = PURPOSES[(reader.uint8() ?? 0) - 1];
  const commitment = hashFrom(reader.take(HASH_BYTES) ?? new Uint8Array(0));
  const relay = bytesToUtf8(payload.subarray(HEAD_BYTES));
  if ((version !== 1 && version !== 2) || commitment === undefined || relay === undefined || !isRelayAddress(relay)) {
    return err({ type: "not-an-invitation" });
  }
  return purpose === undefined ? err({ type: "newer-version" }) : ok({ version, purpose, relay, commitment });
};

/** What both sides derive from the invitation alone. */
export interface MeetingSecrets {
  readonly meeting: MeetingId;
  /** Seals the first two messages, so that a relay that has not seen the invitation cannot change them unnoticed. */
  readonly linkKey: EpochKey;
}

export const meetingSecretsOf = async (invitation: Invitation): Promise<MeetingSecrets> => {
  const secret = derivationKeyFrom(encodeInvitation(invitation));
  if (secret.type === "error") throw new Error("an invitation is longer than a key");
  const none = new Uint8Array(0);
  return {
    meeting: meetingIdFrom(await deriveBytes(secret.value, none, utf8ToBytes("undivided/1/pairing-meeting"), 16)),
    linkKey: await deriveEpochKey(secret.value, none, "pairing-link"),
  };
};
