/**
 * Rendezvous: where two devices that pair meet for ten minutes. A port; every adapter runs `rendezvous.contract.ts`.
 *
 * A meeting has two sides. The host opens it, a guest finds only a meeting that is open, and each side belongs to the first
 * key that took it: whoever comes with another key is told that the meeting is used. Each side's messages are numbered from
 * 0, kept until the meeting ends, and handed to the other side in order; so the same key may come again after its connection
 * was lost, starts at 0 on both sides, and sends again what it sent.
 * The meeting place is not trusted: what it may read, change or hold back is the pairing protocol's concern.
 * **Privacy:** closing tells the other side nothing. Declined, forgotten and run out look the same there.
 */
import type { Result } from "@undivided/domain";
import type { SigningKey } from "../crypto/door.ts";
import { bytesToHex, randomBytes, type Bytes } from "../crypto/public-door.ts";

declare const meetingIdBrand: unique symbol;

/** 16 bytes as 32 lower-case hexadecimal digits; says nothing about who meets or why. */
export type MeetingId = string & { readonly [meetingIdBrand]: true };

export const parseMeetingId = (text: string): MeetingId | undefined =>
  /^[0-9a-f]{32}$/.test(text) ? (text as MeetingId) : undefined;

/** @throws Error unless there are 16 bytes: the caller has just cut or drawn them. */
export const meetingIdFrom = (bytes: Uint8Array): MeetingId => {
  const id = parseMeetingId(bytesToHex(bytes));
  if (id === undefined) throw new Error("a meeting is named by 16 bytes");
  return id;
};

export const createMeetingId = (): MeetingId => meetingIdFrom(randomBytes(16));

/** Ten minutes from when the host opened it. */
export const MEETING_MS = 600_000;

/** The most that one side may send in one meeting. */
export const MAX_MEETING_MESSAGES = 16;
export const MAX_MEETING_MESSAGE_BYTES = 8192;

export type MeetingSide = "host" | "guest";

export type RendezvousFault =
  /** No connection, or it was lost and did not come back. */
  | { readonly type: "unreachable" }
  /** Ten minutes are over, or no host has opened it (any more). */
  | { readonly type: "expired" }
  /** Another key has taken this side. */
  | { readonly type: "used" }
  /** Too long, too many, or another message than was sent before under the same number. */
  | { readonly type: "refused" }
  /** This side closed it. */
  | { readonly type: "closed" };

export interface Meeting {
  /** Resolves once the meeting place keeps the message. */
  readonly send: (message: Uint8Array) => Promise<Result<null, RendezvousFault>>;
  /** The other side's next message; waits for it. One call at a time. */
  readonly receive: () => Promise<Result<Bytes, RendezvousFault>>;
  /** Ends this side's connection and a `receive` that waits. Says nothing to the other side. */
  readonly close: () => void;
}

export interface Rendezvous {
  /** `key` proves that it is the same device that comes again. It is drawn for this meeting alone. */
  readonly meet: (meeting: MeetingId, side: MeetingSide, key: SigningKey) => Promise<Result<Meeting, RendezvousFault>>;
}
