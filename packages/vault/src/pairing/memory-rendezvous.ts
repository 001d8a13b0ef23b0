/** A rendezvous in memory: for tests, and for what pairs within one process. */
import { err, ok, type Millis, type Result } from "@undivided/domain";
import { bytesToHex, verifyingKeyOf, type Bytes } from "../crypto/door.ts";
import {
  MAX_MEETING_MESSAGE_BYTES,
  MAX_MEETING_MESSAGES,
  MEETING_MS,
  type Meeting,
  type MeetingId,
  type MeetingSide,
  type Rendezvous,
  type RendezvousFault,
} from "./rendezvous.ts";

export interface MemoryRendezvous extends Rendezvous {
  /** Looks at the clock: who waits in a meeting whose time is over is told so. */
  readonly tick: () => void;
}

interface Side {
  readonly key: string;
  readonly sent: Bytes[];
}

interface Place {
  readonly since: Millis;
  readonly sides: Map<MeetingSide, Side>;
  readonly waiting: Set<() => void>;
}

export const createMemoryRendezvous = (clock: () => Millis): MemoryRendezvous => {
  const places = new Map<MeetingId, Place>();
  const isOver = ({ since }: Place): boolean => clock() - since >= MEETING_MS;
  const wake = ({ waiting }: Place): void => {
    for (const look of [...waiting]) look();
  };

  return {
    tick: () => {
      for (const [id, place] of places) {
        wake(place);
        if (isOver(place)) places.delete(id);
      }
    },
    meet: async (id, side, key) => {
      const name = bytesToHex(await verifyingKeyOf(key));
      const known = places.get(id);
      const open = known === undefined || isOver(known) ? undefined : known;
      if (open === undefined && side === "guest") return err({ type: "expired" });
      const place: Place = open ?? { since: clock(), sides: new Map(), waiting: new Set() };
      places.set(id, place);
      const taken = place.sides.get(side) ?? { key: name, sent: [] };
      if (taken.key !== name) return err({ type: "used" });
      place.sides.set(side, taken);
      return ok(createMeeting(place, side, taken, isOver, wake));
    },
  };
};

const createMeeting = (
  place: Place,
  side: MeetingSide,
  own: Side,
  isOver: (place: Place) => boolean,
  wake: (place: Place) => void,
): Meeting => {
  const other: MeetingSide = side === "host" ? "guest" : "host";
  let isClosed = false;
  let sent = 0;
  let received = 0;
  const ended = (): RendezvousFault | undefined => {
    if (isClosed) return { type: "closed" };
    return isOver(place) ? { type: "expired" } : undefined;
  };
  return {
    send: async (message) => {
      const fault = ended();
      if (fault !== undefined) return err(fault);
      if (message.length > MAX_MEETING_MESSAGE_BYTES || sent >= MAX_MEETING_MESSAGES) return err({ type: "refused" });
      const known = own.sent[sent];
      if (known !== undefined && bytesToHex(known) !== bytesToHex(message)) return err({ type: "refused" });
      if (known === undefined) own.sent.push(new Uint8Array(message));
      sent += 1;
      wake(place);
      return ok(null);
    },
    receive: () =>
      new Promise<Result<Bytes, RendezvousFault>>((resolve) => {
        const look = (): void => {
          const fault = ended();
          const next = place.sides.get(other)?.sent[received];
          if (fault === undefined && next === undefined) return;
          place.waiting.delete(look);
          if (fault !== undefined || next === undefined) return resolve(err(fault ?? { type: "expired" }));
          received += 1;
          resolve(ok(new Uint8Array(next)));
        };
        place.waiting.add(look);
        look();
      }),
    close: () => {
      isClosed = true;
      wake(place);
    },
  };
};
