/**
 * Session: one time together while it runs on a phone: its record, what is beside it, and what of it is in `ours`.
 *
 * Each tap is three writes: the session beside the record, the record, and for two people the signals. The session is first,
 * so that being stopped in between leaves nothing running that nobody knows of.
 */
import { addToInstant, ok, type Instant, type RecordId, type TogetherRecord } from "@undivided/domain";
import type { OtherTaps, RunningTogether, SoundState } from "../commands/together.ts";
import type { Core } from "../core.ts";
import type { Done } from "../journal.ts";
import type { Signals } from "../ours/documents.ts";
import { postedOf, type Posted } from "../ours/ours-view.ts";
import type { Heard, SessionDocument } from "../own/documents.ts";
import { documentsOf, type WithId } from "../own/own-view.ts";
import { tightest } from "./tightest.ts";
import { soundState } from "./sound-state.ts";

/** Nobody sits together longer; what is older was forgotten. */
export const FORGOTTEN_MS = 12 * 3_600_000;

/** After a longer stop nobody knows whether they still sat together: it ended when it was last known to run. */
export const LONG_STOP_MS = 600_000;

/**
 * The two tap start within so long of each other, on clocks that agree as well. Phones that differ by more hear each other
 * only in the taps that follow, or are laid over each other afterwards. A rule of this product.
 */
const BEGIN_AHEAD_MS = 600_000;

export type Session = WithId<SessionDocument>;

export interface Running {
  readonly session: Session;
  readonly record: TogetherRecord;
}

/** Everything that is going on, of this phone first. */
export const runningSessions = (core: Core): readonly Running[] => {
  const view = core.own();
  const now = core.now();
  return documentsOf(view, "session")
    .flatMap((session): Running[] => {
      const record = view.records.get(session.together);
      return record?.type === "together" && record.end === null ? [{ session, record }] : [];
    })
    .filter(({ session, record }) => isHere(core, record) || isRecent(session.alive, now))
    .toSorted((one, other) => Number(isHere(core, other.record)) - Number(isHere(core, one.record)));
};

export const isHere = (core: Core, record: TogetherRecord): boolean => record.device === core.deps.device;

export const isRecent = (at: Instant, now: Instant): boolean => Math.abs(now - at) < FORGOTTEN_MS;

/** Of a time together of this phone that has ended, what is needed to go on with it; null where nothing is or may be. */
export const reopenable = (core: Core, together: RecordId): Running | null => {
  const view = core.own();
  const record = view.records.get(together);
  if (record?.type !== "together" || record.end === null || !isHere(core, record)) return null;
  if (record.participation.type === "both-phones" || !isRecent(record.end, core.now())) return null;
  if (runningSessions(core).some((one) => isHere(core, one.record))) return null;
  const session = documentsOf(view, "session").find((one) => one.together === together);
  return session === undefined ? null : { session, record };
};

/** Whether anything may be posted or shown: a time together of this person, on any of their phones, that was not forgotten. */
export const isInTogetherTime = (core: Core): boolean => {
  const now = core.now();
  return runningSessions(core).some(({ session }) => isRecent(session.alive, now));
};

/**
 * The other's signals of the same time together: written since shortly before this one began. What is older is of another
 * time, and a yes to sound in it was not a yes to this one.
 */
const counterpartOf = (core: Core, { session, record }: Running): Posted<Signals> | undefined => {
  if (session.with !== "partner") return undefined;
  const since = addToInstant(record.start, -BEGIN_AHEAD_MS);
  const latest = addToInstant(core.now(), BEGIN_AHEAD_MS);
  return postedOf(core.ours()?.theirs ?? [], "signals")
    .filter(({ document: { at, end } }) => at >= (end === null ? since : record.start) && at <= latest)
    .toSorted((one, other) => other.document.at - one.document.at)
    .at(0);
};

/** Whether the other tapped within the time in which two begin together. Only that: no answer about sound, no length. */
export const isPartnerReady = (core: Core): boolean => {
  const now = core.now();
  return postedOf(core.ours()?.theirs ?? [], "signals").some(
    ({ document: { at, end } }) => end === null && Math.abs(now - at) <= BEGIN_AHEAD_MS,
  );
};

export const otherTaps = (core: Core, running: Running): OtherTaps | null => {
  const counterpart = counterpartOf(core, running);
  if (counterpart === undefined) return null;
  const { sound, back, pauses, end } = counterpart.document;
  // Their clock may differ: the time runs from when it was heard.
  const since = core.heardAt(counterpart.id) ?? core.now();
  const backAt = back === null ? null : addToInstant(since, back.ms);
  return {
    sound,
    backAt: backAt !== null && core.now() < backAt ? backAt : null,
    isPaused: pauses.at(-1)?.until === null,
    hasEnded: end !== null,
  };
};

/** What both have said about sound, whether or not the other has ended since. */
export const saidOfSound = ({ session }: Running, other: OtherTaps | null): SoundState =>
  soundState({
    mine: session.soundMine,
    here: session.soundHere,
    theirs: other === null ? "unheard" : other.sound,
  });

export const describe = (core: Core, running: Running, wasStopped: boolean): RunningTogether => {
  const { session, record } = running;
  const other = otherTaps(core, running);
  const here = isHere(core, record);
  const sound = saidOfSound(running, other);
  return {
    record,
    with: session.with,
    isHere: here,
    isPaused: record.pauses.at(-1)?.until === null,
    aliveUntil: session.alive,
    wasStopped: here && wasStopped,
    draft: session.draft,
    // Their yes was to the time that they were in.
    sound: sound.type === "on" && other?.hasEnded === true ? { type: "off" } : sound,
    other,
  };
};

const signalsOf = ({ session, record }: Running, at: Instant): Signals => {
  const back = session.announced.at(-1);
  return {
    type: "signals",
    version: 1,
    at,
    taps: session.taps,
    start: record.start,
    pauses: record.pauses.map(({ from, until }) => ({ from, until })),
    end: record.end,
    sound: session.soundMine,
    back: back === undefined ? null : { at: back.at, ms: back.ms },
    heard: session.heard,
  };
};

/** What was heard so far, with what this phone has heard since it was opened. */
export const withHeard = (session: Session, heard: readonly Heard[]): Session => ({
  ...session,
  heard: tightest([...session.heard, ...heard]),
});

/** Keeps a tap. Without a space of both, or without a network, it is kept here all the same. */
export const keepTap = async (core: Core, running: Running): Done => {
  const { session, record } = running;
  const beside = await keepSession(core, session);
  if (beside.type === "error") return beside;
  const put = await core.putRecord(record);
  if (put.type === "error" || session.with !== "partner" || core.ours() === null) return put;
  return core.post(session.signals, signalsOf(running, core.now()));
};

export const keepSession = (core: Core, { id, ...session }: Session): Done => core.putOwn(id, session);

/** Nothing of it stays in `ours`: what may stay is deleted under other names. */
export const dropSignals = (core: Core, ids: readonly RecordId[]): Done =>
  core.ours() === null ? Promise.resolve(ok(null)) : core.unpost(ids);
