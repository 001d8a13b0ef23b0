/** What one connection asks about meetings; see `meetings.ts`. */
import { verify, type Bytes } from "../crypto/public-door.ts";
import type { MeetingId, MeetingSide } from "../pairing/rendezvous.ts";
import type { AnswerBody } from "./answers.ts";
import type { MeetingListener, Meetings } from "./meetings.ts";
import { meetingProof, type RequestRefusal } from "./protocol.ts";
import type { Request } from "./requests.ts";

type Of<T extends Request["type"]> = Extract<Request, { type: T }>;

export interface MeetingRequestDeps {
  readonly meetings: Meetings;
  readonly challenge: Bytes;
  readonly address: string;
  readonly answer: (request: number, body: AnswerBody) => void;
  readonly refuse: (request: number, reason: RequestRefusal) => void;
  readonly proven: () => void;
}

export interface MeetingRequests {
  readonly meet: (request: Of<"meet">) => Promise<void>;
  readonly say: (request: Of<"say">) => void;
  readonly part: (request: Of<"part">) => void;
  /** The connection is over: nothing is listened to any more. */
  readonly end: () => void;
}

export const createMeetingRequests = (deps: MeetingRequestDeps): MeetingRequests => {
  const { meetings, challenge, address, answer, refuse } = deps;
  const joined = new Map<MeetingId, { readonly side: MeetingSide; readonly listener: MeetingListener }>();
  let isOver = false;
  const leave = (meeting: MeetingId): void => {
    const own = joined.get(meeting);
    joined.delete(meeting);
    if (own !== undefined) meetings.part(meeting, own.side, own.listener);
  };

  return {
    meet: async ({ request, meeting, side, key, signature }) => {
      if (!(await verify(key, signature, meetingProof(challenge, meeting, side)))) {
        refuse(request, "not-proven");
        return;
      }
      if (isOver) return;
      deps.proven();
      leave(meeting);
      // The answer comes first, then what the other side has said already.
      let early: AnswerBody[] | null = [];
      const listener: MeetingListener = {
        said: (number, message) => {
          const body: AnswerBody = { type: "said", meeting, number, message };
          if (early === null) answer(0, body);
          else early.push(body);
        },
        over: () => {
          joined.delete(meeting);
          answer(0, { type: "over", meeting });
        },
      };
      const refusal = meetings.meet(meeting, side, key, address, listener);
      if (refusal !== null) {
        refuse(request, refusal);
        return;
      }
      joined.set(meeting, { side, listener });
      answer(request, { type: "done" });
      const heard = early;
      early = null;
      for (const body of heard) answer(0, body);
    },
    say: ({ request, meeting, number, message }) => {
      const own = joined.get(meeting);
      const refusal = own === undefined ? "meeting-expired" : meetings.say(meeting, own.side, number, message);
      if (refusal === null) answer(request, { type: "done" });
      else refuse(request, refusal);
    },
    part: ({ request, meeting }) => {
      leave(meeting);
      answer(request, { type: "done" });
    },
    end: () => {
      isOver = true;
      for (const meeting of [...joined.keys()]) leave(meeting);
    },
  };
};
