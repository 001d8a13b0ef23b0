/**
 * What a phone says about its reminders, read from JSON, and the secret by which it is known again.
 *
 * **Privacy:** no name of a space, a person or a device is asked for, and no key with which anything could be written into a push.
 */
import { createHash } from "node:crypto";
import { err, ok, parseEpochMs, type Instant, type Result } from "@undivided/domain";

/** Four weeks of a reminder every day, and of another one every day of that. */
export const MAX_TIMES = 64;
/** A phone leaves four weeks; the rest is for clocks that differ and for who asks a little early. */
export const MAX_AHEAD_MS = 35 * 86_400_000;
/** More than the longest endpoint and `MAX_TIMES` times take. */
export const MAX_BODY_BYTES = 4096;

/** `times` is null where only the address of the pushes has changed. */
export interface ReminderRequest {
  readonly endpoint: string;
  readonly times: readonly Instant[] | null;
}

export type RequestFault =
  { readonly type: "malformed" } | { readonly type: "too-many" } | { readonly type: "too-far" };

export const readReminderRequest = (text: string, now: number): Result<ReminderRequest, RequestFault> => {
  const value = parseJson(text);
  if (typeof value !== "object" || value === null) return err({ type: "malformed" });
  if (!("endpoint" in value) || typeof value.endpoint !== "string") return err({ type: "malformed" });
  if (!("times" in value)) return ok({ endpoint: value.endpoint, times: null });
  if (!Array.isArray(value.times)) return err({ type: "malformed" });
  if (value.times.length > MAX_TIMES) return err({ type: "too-many" });
  const times: Instant[] = [];
  for (const one of value.times) {
    const time = typeof one === "number" ? parseEpochMs(one) : null;
    if (time === null || time.type === "error") return err({ type: "malformed" });
    if (time.value > now + MAX_AHEAD_MS) return err({ type: "too-far" });
    // What is over is not rung late.
    if (time.value > now) times.push(time.value);
  }
  return ok({ endpoint: value.endpoint, times: [...new Set(times)].toSorted((a, b) => a - b) });
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** By which a phone is found again: the hash of the 32 random bytes in its `Authorization`. Null for what is no such header. */
export const phoneNameOf = (authorization: string | undefined): Uint8Array<ArrayBuffer> | null => {
  const [, secret] = /^Bearer ([\w-]{43})$/.exec(authorization ?? "") ?? [];
  return secret === undefined ? null : new Uint8Array(createHash("sha256").update(secret).digest());
};
