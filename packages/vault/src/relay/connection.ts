/**
 * One connection to a relay: greets with a challenge, checks who speaks for which space, and carries requests out.
 *
 * Requests of one connection may finish in another order than they came; each answer bears its request's number. While too many are
 * in work nothing more is read from the peer.
 */
import type { Millis } from "@undivided/domain";
import { verify, type Bytes } from "../crypto/public-door.ts";
import type { SpaceId } from "../envelope/ids.ts";
import { encodeAnswer, type AnswerBody, type Standing } from "./answers.ts";
import { createMeetingRequests, type MeetingRequests } from "./meeting-requests.ts";
import { MAX_FRAME_BYTES, openingProof, type CloseReason, type RequestRefusal } from "./protocol.ts";
import type { Hub, Member } from "./relay.ts";
import { refusalOf, type Caller, type Session, type SpaceRequests } from "./space-requests.ts";
import { decodeRequest, type Request, type RequestBody } from "./requests.ts";

/** The other end, as a socket offers it. */
export interface Peer {
  readonly send: (bytes: Bytes) => void;
  /** Bytes that were sent and not yet read. */
  readonly unread: () => number;
  readonly close: (reason: CloseReason) => void;
  /** Reads nothing more, and goes on reading. */
  readonly pause: () => void;
  readonly resume: () => void;
}

export interface Connection {
  readonly receive: (frame: Uint8Array) => void;
  /** The peer is gone. */
  readonly gone: () => void;
  readonly tick: () => void;
  readonly end: (reason: CloseReason) => void;
}

type Of<T extends RequestBody["type"]> = Extract<Request, { type: T }>;

const NOTHING = { last: 0, heads: [], wanted: [], needs: [], snapshots: [] } as const;

export const createConnection = (
  hub: Hub,
  requests: SpaceRequests,
  peer: Peer,
  address: string,
  onEnd: () => void,
): Connection => {
  const { limits, counters, clock } = hub;
  const challenge = hub.newChallenge();
  const sessions = new Map<SpaceId, Session>();
  const since = clock();
  let heardAt: Millis = since;
  /** Made when it is asked for: few connections ever meet. */
  let meetings: MeetingRequests | null = null;
  let hasProven = false;
  let inWork = 0;
  let isPaused = false;
  let isOver = false;

  const finish = (): void => {
    if (isOver) return;
    isOver = true;
    for (const [space, { member }] of sessions) hub.exit(space, member);
    sessions.clear();
    meetings?.end();
    onEnd();
  };
  const end = (reason: CloseReason): void => {
    if (isOver) return;
    finish();
    peer.close(reason);
  };
  const send = (frame: Bytes): void => {
    if (isOver) return;
    if (peer.unread() > limits.unreadBytes) {
      counters.slowClients += 1;
      return end("slow");
    }
    counters.bytesOut += frame.length;
    peer.send(frame);
  };
  const answer = (request: number, body: AnswerBody): void => {
    if (isOver) return;
    send(encodeAnswer({ ...body, request }));
  };
  const refuse = (request: number, reason: RequestRefusal, retryAfterMs = 0): void => {
    counters.refusedRequests += 1;
    answer(request, { type: "refused", reason, retryAfterMs: Math.min(retryAfterMs, 0xffff_ffff) });
  };

  const meetingRequests = (): MeetingRequests =>
    (meetings ??= createMeetingRequests({
      ...{ meetings: hub.meetings, challenge, address, answer, refuse },
      proven: () => (hasProven = true),
    }));

  /** Checks a claim once the roster knows the device; until then it waits. */
  const provenStanding = async (session: Omit<Session, "standing">): Promise<Standing | "not-proven"> => {
    const key = session.mailbox.keyOf(session.device);
    if (key === undefined) return "waiting";
    const proof = openingProof(challenge, session.mailbox.space, session.device);
    return (await verify(key, session.signature, proof)) ? session.mailbox.standingOf(session.device) : "not-proven";
  };
  const look = async (session: Session): Promise<void> => {
    const before = session.standing;
    const standing = await provenStanding(session);
    const { space } = session.mailbox;
    if (isOver || sessions.get(space) !== session || standing === before) return;
    if (standing === "not-proven") {
      sessions.delete(space);
      hub.exit(space, session.member);
      refuse(0, "not-proven");
      return;
    }
    session.standing = standing;
    answer(0, { type: "state", space, ...session.mailbox.stateFor(session.device) });
  };
  const open = async (request: Of<"open">): Promise<void> => {
    const { space, device, signature } = request;
    const before = sessions.get(space);
    if (before === undefined && sessions.size >= limits.spacesOfConnection) {
      refuse(request.request, "too-many-spaces");
      return;
    }
    let session: Session | null = null;
    const member: Member = {
      send: (body) => {
        if (session?.standing === "member" || body.type === "left") answer(0, body);
      },
      hand: (frame) => {
        if (session?.standing === "member") send(frame);
      },
      look: () => {
        if (session !== null) void look(session);
      },
    };
    const opened = await hub.enter(space, member);
    if (opened.type === "error") {
      refuse(request.request, refusalOf(opened.error));
      return;
    }
    if (opened.value.type === "closed") {
      hasProven = true;
      answer(request.request, { type: "left", space, entry: opened.value.leave });
      return;
    }
    const { mailbox, members, fanOut } = opened.value;
    const claim = { device, signature, mailbox, members, fanOut, member };
    const standing = await provenStanding(claim);
    if (standing === "not-proven" || isOver) {
      hub.exit(space, member);
      refuse(request.request, "not-proven");
      return;
    }
    const known = sessions.get(space);
    if (known !== undefined) hub.exit(space, known.member);
    session = { ...claim, standing };
    sessions.set(space, session);
    hasProven = true;
    if (standing === "member") hub.touch(space);
    answer(request.request, { type: "state", space, ...claim.mailbox.stateFor(device) });
  };

  /** The session of a space, if it may do what is asked; else the refusal was sent. */
  const sessionFor = async (
    request: number,
    space: SpaceId,
    may: readonly Standing[],
  ): Promise<Session | undefined> => {
    const session = sessions.get(space);
    if (session?.standing === "waiting") {
      // Who waits becomes a member only by its proof, which can be checked once the roster knows its key.
      const standing = await provenStanding(session);
      if (standing !== "not-proven") session.standing = standing;
    } else if (session !== undefined) session.standing = session.mailbox.standingOf(session.device);
    if (session !== undefined && may.includes(session.standing)) return session;
    const reason = session === undefined ? "not-opened" : session.standing === "removed" ? "removed" : "not-a-member";
    refuse(request, reason);
    return undefined;
  };

  const caller: Caller = { address, sessionFor, answer, refuse };

  const leave = async ({ request, space, entry }: Of<"leave">): Promise<void> => {
    const opened = await hub.enter(space, null);
    if (opened.type === "error") {
      refuse(request, refusalOf(opened.error));
      return;
    }
    if (opened.value.type === "closed") {
      answer(request, { type: "left", space, entry: opened.value.leave });
      return;
    }
    const { mailbox } = opened.value;
    const verified = await mailbox.verifyLeave(entry);
    if (verified === undefined) {
      const isUnknown = mailbox.isNew();
      hub.exit(space, null);
      refuse(request, isUnknown ? "unknown-space" : "not-proven");
      return;
    }
    const closed = await hub.store.close(space, verified);
    hub.exit(space, null);
    if (closed.type === "error") {
      refuse(request, refusalOf(closed.error));
      return;
    }
    counters.spacesClosed += 1;
    hasProven = true;
    hub.closed(space, entry);
    answer(request, { type: "left", space, entry });
  };

  const carryOut = async (request: Request): Promise<void> => {
    switch (request.type) {
      case "open":
        return open(request);
      case "state": {
        const session = await sessionFor(request.request, request.space, ["member", "waiting", "removed"]);
        if (session === undefined) return;
        const state = session.mailbox.stateFor(session.device);
        // Who has not proven itself yet learns nothing, also when the roster knows the device by now.
        const shown = session.standing === "member" ? state : { ...NOTHING, standing: session.standing };
        answer(request.request, { type: "state", space: request.space, ...shown });
        return;
      }
      case "close": {
        const session = sessions.get(request.space);
        sessions.delete(request.space);
        if (session !== undefined) hub.exit(request.space, session.member);
        answer(request.request, { type: "done" });
        return;
      }
      case "push":
        return requests.push(caller, request);
      case "pull":
      case "pull-chain":
        return requests.pull(caller, request);
      case "leave":
        return leave(request);
      case "need":
        return requests.need(caller, request);
      case "put-snapshot":
        return requests.putSnapshot(caller, request);
      case "get-snapshot":
        return requests.getSnapshot(caller, request);
      case "ping": {
        answer(request.request, { type: "done" });
        return;
      }
      case "meet":
        return meetingRequests().meet(request);
      case "say": {
        meetingRequests().say(request);
        return;
      }
      case "part": {
        meetingRequests().part(request);
        return;
      }
    }
  };

  counters.acceptedConnections += 1;
  answer(0, { type: "hello", challenge, incarnation: hub.store.incarnation() });
  return {
    receive: (frame) => {
      if (isOver) return;
      heardAt = clock();
      counters.bytesIn += frame.length;
      const request = frame.length > MAX_FRAME_BYTES ? undefined : decodeRequest(frame);
      if (request === undefined) {
        refuse(0, "malformed");
        return end("malformed");
      }
      counters.requests += 1;
      const wait = hub.takeBytes(address, frame.length);
      if (wait > 0) return refuse(request.request, "rate-of-address", wait);
      inWork += 1;
      if (inWork >= limits.requestsAtOnce && !isPaused) {
        isPaused = true;
        peer.pause();
      }
      void carryOut(request).finally(() => {
        inWork -= 1;
        if (!isPaused || inWork > limits.requestsAtOnce / 2 || isOver) return;
        isPaused = false;
        peer.resume();
      });
    },
    gone: finish,
    tick: () => {
      const now = clock();
      if (!hasProven && now - since > limits.challengeMs) end("challenge-timeout");
      else if (now - heardAt > limits.idleMs) end("idle");
    },
    end,
  };
};
