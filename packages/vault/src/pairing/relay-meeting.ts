/**
 * A meeting over a relay (docs/spec/relay-protocol.md, "Meetings"): one connection for each meeting, made again when it is lost.
 *
 * The relay keeps what was said for as long as the meeting lasts and says it again from the start to who comes back with the same
 * key; so nothing is lost with a connection, and what was heard already is passed over.
 */
import { err, ok, type Result } from "@undivided/domain";
import { sign, verifyingKeyOf, type Bytes, type SigningKey } from "../crypto/door.ts";
import type { AnswerBody } from "../relay/answers.ts";
import { meetingProof } from "../relay/protocol.ts";
import { waitAfter } from "../sync/backoff.ts";
import { openRelayLink, type LinkFault, type RelayLink } from "../sync/relay-link.ts";
import type { RelayRendezvousDeps } from "./relay-rendezvous.ts";
import { MEETING_MS, type Meeting, type MeetingId, type MeetingSide, type RendezvousFault } from "./rendezvous.ts";

/** How often a connection that was lost is tried again before the meeting counts as out of reach. */
const MAX_FAILURES = 6;

export const meetAtRelay = async (
  deps: RelayRendezvousDeps,
  id: MeetingId,
  side: MeetingSide,
  key: SigningKey,
): Promise<Result<Meeting, RendezvousFault>> => {
  const meeting = createMeeting(deps, id, side, key);
  const met = await meeting.connect();
  return met.type === "error" ? met : ok(meeting);
};

interface RelayMeeting extends Meeting {
  readonly connect: () => Promise<Result<null, RendezvousFault>>;
}

const createMeeting = (deps: RelayRendezvousDeps, id: MeetingId, side: MeetingSide, key: SigningKey): RelayMeeting => {
  const { transport, timer, clock, random } = deps;
  const heard: Bytes[] = [];
  let read = 0;
  let sent = 0;
  const since = clock();
  let link: RelayLink | null = null;
  /** The meeting itself is over, here or there. */
  let over: RendezvousFault | null = null;
  let wake: () => void = () => undefined;

  const end = (fault: RendezvousFault): void => {
    over ??= fault;
    link?.close();
    link = null;
    wake();
  };
  const hear = (answer: AnswerBody): void => {
    if (answer.type === "over" && answer.meeting === id) end({ type: "expired" });
    // From the start again after each connection; what is not the next one was heard already, or comes in its turn.
    if (answer.type !== "said" || answer.meeting !== id || answer.number !== heard.length) return;
    heard.push(answer.message);
    wake();
  };
  const refused = (fault: LinkFault): RendezvousFault => {
    if (fault.type !== "refused") return { type: "unreachable" };
    switch (fault.reason) {
      case "meeting-expired":
        return { type: "expired" };
      case "meeting-used":
        return { type: "used" };
      case "meeting-refused":
        return { type: "refused" };
      default:
        return { type: "unreachable" };
    }
  };
  const connect = async (): Promise<Result<null, RendezvousFault>> => {
    const opened = await openRelayLink(transport, timer, {
      unasked: hear,
      ended: () => {
        link = null;
        wake();
      },
    });
    if (opened.type === "error") return err(refused(opened.error));
    if (over !== null) {
      opened.value.close();
      return err(over);
    }
    link = opened.value;
    const signature = await sign(key, meetingProof(link.challenge, id, side));
    const met = await link.ask({ type: "meet", meeting: id, side, key: await verifyingKeyOf(key), signature });
    if (met.type === "ok") return ok(null);
    opened.value.close();
    link = null;
    const fault = refused(met.error);
    if (fault.type !== "unreachable") over = fault;
    return err(fault);
  };
  /** The connection that there is, or another one. */
  const reach = async (): Promise<Result<RelayLink, RendezvousFault>> => {
    for (let failures = 0; ; failures += 1) {
      if (over !== null) return err(over);
      if (link !== null) return ok(link);
      // A host that came back late would open the meeting anew, for whoever still has the invitation.
      if (clock() - since >= MEETING_MS) end({ type: "expired" });
      if (over !== null) return err(over);
      if (failures > 0) {
        await new Promise<void>((resolve) => {
          timer(waitAfter(failures, random()), resolve);
        });
      }
      const met = await connect();
      if (met.type === "error" && (met.error.type !== "unreachable" || failures === MAX_FAILURES)) return met;
    }
  };

  return {
    connect,
    send: async (message) => {
      for (;;) {
        const reached = await reach();
        if (reached.type === "error") return reached;
        const said = await reached.value.ask({
          type: "say",
          meeting: id,
          number: sent,
          message: new Uint8Array(message),
        });
        if (said.type === "ok") {
          sent += 1;
          return ok(null);
        }
        const fault = refused(said.error);
        if (over !== null || fault.type === "unreachable") continue;
        return err(fault);
      }
    },
    receive: async () => {
      for (;;) {
        const next = heard[read];
        if (next !== undefined && over?.type !== "closed") {
          read += 1;
          return ok(next);
        }
        const reached = await reach();
        if (reached.type === "error") return reached;
        // Any of these may have come while this waited for the connection.
        if (heard.length > read || over !== null || link === null) continue;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    close: () => end({ type: "closed" }),
  };
};
