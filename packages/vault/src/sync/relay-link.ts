/** One connection to a relay as a device uses it: a request, its answer, and what comes unasked. */
import { err, ok, type Result } from "@undivided/domain";
import type { Bytes } from "../crypto/public-door.ts";
import { decodeAnswer, type Answer, type AnswerBody } from "../relay/answers.ts";
import { CLOSE_CODES, type CloseReason, type RequestRefusal } from "../relay/protocol.ts";
import { encodeRequest, type RequestBody } from "../relay/requests.ts";
import type { Link, Timer, Transport } from "../transport/transport.ts";

/** How long an answer may take before the connection counts as dead. */
export const ANSWER_MS = 30_000;
/** How often a device that has nothing to say shows that it is there. */
export const PING_MS = 45_000;

export type LinkFault =
  /** No connection, or it was lost. */
  | { readonly type: "unreachable" }
  /** The relay ended the connection and said why. */
  | { readonly type: "cut"; readonly reason: CloseReason }
  | { readonly type: "refused"; readonly reason: RequestRefusal; readonly retryAfterMs: number }
  /** It said something that is no answer of this protocol. */
  | { readonly type: "not-understood" };

export interface RelayLink {
  readonly challenge: Bytes;
  readonly incarnation: Bytes;
  readonly ask: (body: RequestBody) => Promise<Result<AnswerBody, LinkFault>>;
  readonly close: () => void;
}

export interface RelayLinkEvents {
  readonly unasked: (answer: AnswerBody) => void;
  readonly ended: (fault: LinkFault) => void;
}

const isCloseReason = (name: string): name is CloseReason => Object.hasOwn(CLOSE_CODES, name);

const faultOfCode = (code: number | null): LinkFault => {
  const reason = Object.keys(CLOSE_CODES)
    .filter(isCloseReason)
    .find((candidate) => CLOSE_CODES[candidate] === code);
  return reason === undefined ? { type: "unreachable" } : { type: "cut", reason };
};

/** Connects and waits for the greeting. */
export const openRelayLink = (
  transport: Transport,
  timer: Timer,
  events: RelayLinkEvents,
): Promise<Result<RelayLink, LinkFault>> =>
  new Promise((resolve) => {
    const waiting = new Map<number, (answer: Result<AnswerBody, LinkFault>) => void>();
    let lastRequest = 0;
    let isGreeted = false;
    let isOver = false;
    let cancelGreeting: () => void = () => undefined;
    let cancelPing: () => void = () => undefined;

    const end = (fault: LinkFault): void => {
      if (isOver) return;
      isOver = true;
      cancelGreeting();
      cancelPing();
      link.close();
      for (const answer of [...waiting.values()]) answer(err(fault));
      waiting.clear();
      if (isGreeted) events.ended(fault);
      else resolve(err(fault));
    };
    const ask = (body: RequestBody): Promise<Result<AnswerBody, LinkFault>> =>
      new Promise((answer) => {
        if (isOver) return answer(err({ type: "unreachable" }));
        lastRequest += 1;
        const request = lastRequest;
        const cancel = timer(ANSWER_MS, () => end({ type: "unreachable" }));
        waiting.set(request, (result) => {
          cancel();
          waiting.delete(request);
          answer(result);
        });
        link.send(encodeRequest({ ...body, request }));
      });
    const keepAlive = (): void => {
      cancelPing = timer(PING_MS, () => {
        void ask({ type: "ping" });
        keepAlive();
      });
    };
    const receive = (answer: Answer): void => {
      if (!isGreeted) {
        if (answer.type !== "hello") return end({ type: "not-understood" });
        isGreeted = true;
        cancelGreeting();
        keepAlive();
        const { challenge, incarnation } = answer;
        return resolve(ok({ challenge, incarnation, ask, close: () => end({ type: "unreachable" }) }));
      }
      if (answer.request === 0) return events.unasked(answer);
      const answered = waiting.get(answer.request);
      if (answer.type !== "refused") answered?.(ok(answer));
      else answered?.(err({ type: "refused", reason: answer.reason, retryAfterMs: answer.retryAfterMs }));
    };
    const link: Link = transport.connect({
      opened: () => undefined,
      received: (frame) => {
        const answer = decodeAnswer(frame);
        if (answer === undefined) end({ type: "not-understood" });
        else if (!isOver) receive(answer);
      },
      closed: (code) => end(faultOfCode(code)),
    });
    cancelGreeting = timer(ANSWER_MS, () => end({ type: "unreachable" }));
  });
