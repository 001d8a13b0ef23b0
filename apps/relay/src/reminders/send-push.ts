/**
 * Sends one empty push (RFC 8030): that it is time, and nothing else.
 *
 * **Privacy:** there is no body. The relay has no key of the phone, so it could not write one that the phone would read.
 */

export type PushOutcome =
  | { readonly type: "sent" }
  /** The phone has ended its subscription: it is never rung again. */
  | { readonly type: "gone" }
  /** The service cannot take it now. */
  | { readonly type: "later"; readonly afterMs: number }
  /** It will not take it: another key, another form. Asking again would not help. */
  | { readonly type: "refused" };

export interface Push {
  readonly endpoint: string;
  readonly authorization: string;
  /** How long the service may try to reach the phone; after that the push is dropped. */
  readonly ttlMs: number;
}

export type SendPush = (push: Push, signal: AbortSignal) => Promise<PushOutcome>;

/** A push service answers within a second. */
const ANSWER_MS = 10_000;

export const sendPush: SendPush = async ({ endpoint, authorization, ttlMs }, signal) => {
  try {
    const response = await fetch(endpoint, {
      method: "POST",
      headers: {
        authorization,
        ttl: String(Math.max(0, Math.floor(ttlMs / 1000))),
        // Time is all there is to it; without it a phone that sleeps is told when it wakes.
        urgency: "high",
        // One that waits is replaced by the next (RFC 8030, 5.4): a phone that was off is not rung five times.
        topic: "reminder",
      },
      // Where a redirect leads was not looked at.
      redirect: "manual",
      signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MS)]),
    });
    await response.body?.cancel();
    return outcomeOf(response);
  } catch {
    return { type: "later", afterMs: 0 };
  }
};

const outcomeOf = ({ status, headers }: Pick<Response, "status" | "headers">): PushOutcome => {
  if (status >= 200 && status < 300) return { type: "sent" };
  if (status === 404 || status === 410) return { type: "gone" };
  if (status === 429 || status >= 500) {
    const seconds = /^\d{1,6}$/.exec(headers.get("retry-after") ?? "")?.[0];
    return { type: "later", afterMs: seconds === undefined ? 0 : Number(seconds) * 1000 };
  }
  return { type: "refused" };
};
