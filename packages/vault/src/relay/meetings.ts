/**
 * Meetings at the relay: what two devices that pair say to each other, for ten minutes, in memory only.
 *
 * See `pairing/rendezvous.ts` for the rules. **Privacy:** nothing of a meeting is ever written down, and its name says nothing.
 */
import type { Millis } from "@undivided/domain";
import { bytesToHex, type Bytes } from "../crypto/public-door.ts";
import {
  MAX_MEETING_MESSAGE_BYTES,
  MAX_MEETING_MESSAGES,
  MEETING_MS,
  type MeetingId,
  type MeetingSide,
} from "../pairing/rendezvous.ts";
import type { RequestRefusal } from "./protocol.ts";

/** Whoever wants to hear the other side. */
export interface MeetingListener {
  readonly said: (number: number, message: Bytes) => void;
  readonly over: () => void;
}

interface Side {
  readonly key: string;
  readonly sent: Bytes[];
  listener: MeetingListener | null;
}

interface Place {
  readonly since: Millis;
  readonly address: string;
  readonly sides: Map<MeetingSide, Side>;
}

export interface Meetings {
  /** Null when it was joined: the listener then hears everything that the other side said, from the start. */
  readonly meet: (
    meeting: MeetingId,
    side: MeetingSide,
    key: Uint8Array,
    address: string,
    listener: MeetingListener,
  ) => RequestRefusal | null;
  readonly say: (meeting: MeetingId, side: MeetingSide, number: number, message: Bytes) => RequestRefusal | null;
  readonly part: (meeting: MeetingId, side: MeetingSide, listener: MeetingListener) => void;
  /** Ends those whose time is over. */
  readonly sweep: () => void;
  readonly count: () => number;
}

const otherSide = (side: MeetingSide): MeetingSide => (side === "host" ? "guest" : "host");

export const createMeetings = (
  clock: () => Millis,
  limits: { readonly meetings: number; readonly meetingsOfAddress: number },
): Meetings => {
  const places = new Map<MeetingId, Place>();
  const isOver = ({ since }: Place): boolean => clock() - since >= MEETING_MS;
  const end = (meeting: MeetingId, place: Place): void => {
    places.delete(meeting);
    for (const { listener } of place.sides.values()) listener?.over();
  };
  const sweep = (): void => {
    for (const [meeting, place] of places) if (isOver(place)) end(meeting, place);
  };
  const openPlace = (meeting: MeetingId): Place | undefined => {
    const place = places.get(meeting);
    if (place === undefined || !isOver(place)) return place;
    end(meeting, place);
    return undefined;
  };

  return {
    meet: (meeting, side, key, address, listener) => {
      const known = openPlace(meeting);
      if (known === undefined && side === "guest") return "meeting-expired";
      if (known === undefined) {
        if (places.size >= limits.meetings) sweep();
        const ofAddress = [...places.values()].filter((place) => place.address === address).length;
        if (places.size >= limits.meetings || ofAddress >= limits.meetingsOfAddress) return "too-many-meetings";
      }
      const place = known ?? { since: clock(), address, sides: new Map<MeetingSide, Side>() };
      const name = bytesToHex(key);
      const own = place.sides.get(side) ?? { key: name, sent: [], listener: null };
      if (own.key !== name) return "meeting-used";
      places.set(meeting, place);
      place.sides.set(side, own);
      own.listener = listener;
      for (const [number, message] of (place.sides.get(otherSide(side))?.sent ?? []).entries()) {
        listener.said(number, message);
      }
      return null;
    },
    say: (meeting, side, number, message) => {
      const place = openPlace(meeting);
      const own = place?.sides.get(side);
      if (place === undefined || own === undefined) return "meeting-expired";
      if (message.length > MAX_MEETING_MESSAGE_BYTES || number >= MAX_MEETING_MESSAGES) return "meeting-refused";
      const known = own.sent[number];
      if (known !== undefined) return bytesToHex(known) === bytesToHex(message) ? null : "meeting-refused";
      if (number !== own.sent.length) return "meeting-refused";
      own.sent.push(message);
      place.sides.get(otherSide(side))?.listener?.said(number, message);
      return null;
    },
    part: (meeting, side, listener) => {
      const own = places.get(meeting)?.sides.get(side);
      if (own?.listener === listener) own.listener = null;
    },
    sweep,
    count: () => places.size,
  };
};
