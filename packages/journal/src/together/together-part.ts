/** Time together: see `commands/together.ts`. */
import {
  addToInstant,
  err,
  mergeIntervals,
  ok,
  SENSES,
  type CorrectionStep,
  type Instant,
  type MomentRecord,
  type RecordId,
  type TogetherRecord,
  type UnknownSense,
} from "@undivided/domain";
import type { SensedMoment, TogetherTime } from "../commands/together.ts";
import { inOrder, type Core } from "../core.ts";
import { derivedId } from "../ids.ts";
import type { Done } from "../journal.ts";
import { MAX_DRAFT_LENGTH, type Announced } from "../own/documents.ts";
import { documentsOf } from "../own/own-view.ts";
import { createLookBack, guessOf } from "./look-back-part.ts";
import {
  describe,
  dropSignals,
  isHere,
  isPartnerReady,
  keepSession,
  keepTap,
  LONG_STOP_MS,
  otherTaps,
  reopenable,
  runningSessions,
  saidOfSound,
  withHeard,
} from "./session.ts";
import type { Running, Session } from "./session.ts";

/** Live saves are written at most so often: a phone that dies loses no more, and the log stays small. */
export const SAVE_MS = 120_000;

/** "Back in two minutes" is tapped just before picking up as well as just after. */
const ANNOUNCE_AHEAD_MS = 60_000;

export interface TogetherPart {
  readonly commands: TogetherTime;
  readonly isRunningHere: (session: Session) => boolean;
}

export const createTogether = (core: Core, tend: () => Done): TogetherPart => {
  const { deps, own } = core;
  /** Begun or gone on with since this was opened: all others were stopped meanwhile. */
  const awake = new Set<RecordId>();
  const hereNow = (): Running | undefined => runningSessions(core).find(({ record }) => isHere(core, record));

  /** Never before the last tap, also if the clock went back. */
  const tapTime = ({ record }: Running, now: Instant): Instant => {
    const last = record.pauses.at(-1);
    const latest = last?.until ?? last?.from ?? record.start;
    return now > latest ? now : latest;
  };
  /** A tap is of the moment in which it was made, however long what was asked before it still takes. */
  const onRunning = (tap: (running: Running, now: Instant) => Running | null): Done => {
    const now = core.now();
    return core.inTurn(async () => {
      const running = hereNow();
      if (running === undefined) return err({ type: "not-running" });
      const changed = tap(refresh(running), now);
      return changed === null ? ok(null) : keepTap(core, changed);
    });
  };
  /** As known now: what was heard, that the app runs, whether there was a yes to sound from everybody. */
  const refresh = (running: Running): Running => {
    const sound = saidOfSound(running, otherTaps(core, running));
    const isAwake = awake.has(running.session.id);
    const session = withHeard(running.session, core.heard());
    const alive = isAwake && core.now() > session.alive ? core.now() : session.alive;
    return { ...running, session: { ...session, alive, soundWasOn: session.soundWasOn || sound.type === "on" } };
  };
  const beside = (change: Partial<Session>): Done =>
    onRunning(({ session, record }) => ({ session: { ...session, ...change }, record }));

  const commands: TogetherTime = {
    ...createLookBack(core),
    running: () => {
      const [first] = runningSessions(core);
      return first === undefined ? null : describe(core, first, !awake.has(first.session.id));
    },
    isPartnerReady: () => isPartnerReady(core),
    start: ({ with: whom }) =>
      core.inTurn(async () => {
        if (hereNow() !== undefined) return err({ type: "already-running" });
        const now = core.now();
        const record: TogetherRecord = {
          ...{ type: "together", id: deps.randomId(), owner: deps.person, device: deps.device },
          ...{ start: now, utcOffset: deps.utcOffset(now), pauses: [], end: null },
          ...{ participation: { type: "one-phone" }, sound: false, unknown: [] },
        };
        const session: Session = {
          ...{ type: "session", version: 1, id: deps.randomId(), together: record.id, with: whom },
          ...{ signals: deps.randomId(), taps: deps.randomId(), alive: now, draft: null, unknown: [], heard: [] },
          ...{ soundMine: null, soundHere: null, soundWasOn: false, announced: [] },
        };
        awake.add(session.id);
        const kept = await keepTap(core, { session: withHeard(session, core.heard()), record });
        return kept.type === "error" ? kept : ok(record.id);
      }),
    saySound: (soundMine) => beside({ soundMine }),
    saySoundHere: (soundHere) => beside({ soundHere }),
    sayBackIn: (ms) =>
      !Number.isSafeInteger(ms) || ms < 1 || ms > 86_400_000
        ? Promise.resolve(err({ type: "not-a-length" }))
        : onRunning(({ session, record }, now) => {
            const announced = [...session.announced, { at: now, ms }];
            return { session: { ...session, announced }, record };
          }),
    pause: () =>
      onRunning((running, now) => {
        const { session, record } = running;
        if (record.pauses.at(-1)?.until === null) return null;
        const pauses = [...record.pauses, { from: tapTime(running, now), until: null }];
        return { session, record: { ...record, pauses } };
      }),
    resume: () =>
      onRunning((running, now) => {
        const { session, record } = running;
        const open = record.pauses.at(-1);
        if (open === undefined || open.until !== null) return null;
        const pauses = [...record.pauses.slice(0, -1), { ...open, until: tapTime(running, now) }];
        return { session, record: { ...record, pauses } };
      }),
    save: ({ draft, unknown, urgent = false }) =>
      core.inTurn(async () => {
        const running = hereNow();
        if (running === undefined || !awake.has(running.session.id)) return err({ type: "not-running" });
        if (draft !== null && draft.length > MAX_DRAFT_LENGTH) return err({ type: "too-long" });
        const now = core.now();
        const isDue = urgent || now - running.session.alive >= SAVE_MS || now < running.session.alive;
        if (!isDue) return ok(null);
        // The app knows nothing of what was before an end that was taken back: that stands in the record.
        const all = uniteUnknown([...running.record.unknown, ...unknown]);
        return keepSession(core, { ...refresh(running).session, alive: now, draft, unknown: all });
      }),
    continueAfterStop: () =>
      core.inTurn(async () => {
        const running = hereNow();
        if (running === undefined) return err({ type: "not-running" });
        const { session } = running;
        if (awake.has(session.id)) return ok(null);
        const now = core.now();
        awake.add(session.id);
        return keepSession(core, { ...session, alive: now, unknown: withStop(session, now) });
      }),
    end: (how) => {
      const now = core.now();
      return core.inTurn(async () => {
        const found = hereNow();
        if (found === undefined) return err({ type: "not-running" });
        if (how?.left === true) awake.delete(found.session.id);
        const running = refresh(found);
        const { session } = running;
        const tapped = tapTime(running, now);
        const isStopped = !awake.has(session.id);
        const isLong = isStopped && tapped - session.alive > LONG_STOP_MS;
        const latest = lastTap(running.record);
        const end = isLong ? (session.alive > latest ? session.alive : latest) : tapped;
        const unknown = isStopped && !isLong ? withStop(session, end) : session.unknown;
        const record: TogetherRecord = { ...running.record, end, sound: session.soundWasOn, unknown };
        const kept = await keepTap(core, { session, record });
        if (kept.type === "error") return kept;
        const tended = await tend();
        return tended.type === "error" ? tended : ok(record);
      });
    },
    reopen: (together) =>
      core.inTurn(async () => {
        const found = reopenable(core, together);
        if (found === null || guessOf(core, together) !== null) return err({ type: "not-running" });
        const { session, record } = found;
        const now = core.now();
        const ended = record.end ?? now;
        awake.add(session.id);
        // What was noticed is kept already; the draft would bring back what was left out at the end. An empty one: it was begun.
        const gone = withStop({ ...session, alive: ended, unknown: record.unknown }, now);
        const goesOn: Session = { ...withHeard(session, core.heard()), alive: now, draft: "", unknown: gone };
        return keepTap(core, { session: goesOn, record: { ...record, end: null, unknown: gone } });
      }),
    addSensed: (together, sensed) =>
      core.inTurn(async () => {
        const record = own().records.get(together);
        if (record?.type !== "together") return err({ type: "not-found" });
        const announced = documentsOf(own(), "session").find((one) => one.together === together)?.announced ?? [];
        const unknown = uniteUnknown([...record.unknown, ...sensed.unknown]);
        if (JSON.stringify(unknown) !== JSON.stringify(record.unknown)) {
          const put = await core.putRecord({ ...record, unknown });
          if (put.type === "error") return put;
        }
        return inOrder(sensed.moments, async (moment) => {
          // The same moment has the same name, so that being stopped in between doubles nothing.
          const id = await derivedId(together, moment.kind, moment.at);
          if (own().all.has(id) || own().deleted.has(id)) return ok(null);
          return core.putRecord(momentFrom(moment, record, id, announced));
        });
      }),
    unjoin: (together) =>
      core.inTurn(async () => {
        const record = own().records.get(together);
        if (record?.type !== "together") return err({ type: "not-found" });
        const sessions = documentsOf(own(), "session").filter((one) => one.together === together);
        const names = sessions.flatMap(({ signals, taps }) => [signals, taps]);
        const { participation } = record;
        if (participation.type === "both-phones") names.push(participation.taps);
        const dropped = await dropSignals(core, names);
        if (dropped.type === "error") return dropped;
        const gone = await core.deleteOwn(sessions.map(({ id }) => id));
        return gone.type === "error" ? gone : core.putRecord({ ...record, participation: { type: "one-phone" } });
      }),
  };
  return { commands, isRunningHere: ({ id }) => awake.has(id) };
};

const lastTap = ({ start, pauses }: TogetherRecord): Instant => {
  const last = pauses.at(-1);
  return last?.until ?? last?.from ?? start;
};

/** No sense knew anything while the app was stopped. */
const withStop = ({ alive, unknown }: Session, until: Instant): readonly UnknownSense[] =>
  alive < until ? uniteUnknown([...unknown, ...SENSES.map((of) => ({ of, from: alive, until }))]) : unknown;

/** Of each sense the union. */
const uniteUnknown = (stretches: readonly UnknownSense[]): readonly UnknownSense[] =>
  SENSES.flatMap((of) => mergeIntervals(stretches.filter((one) => one.of === of)).map((one) => ({ of, ...one })));

const momentFrom = (
  { kind, at, until, reasons }: SensedMoment,
  record: TogetherRecord,
  id: RecordId,
  announced: readonly Announced[],
): MomentRecord => {
  const said = announced.find((one) => addToInstant(one.at, ANNOUNCE_AHEAD_MS) >= at && one.at <= until);
  const corrections: readonly CorrectionStep[] =
    said === undefined ? [] : [{ type: "said", at: said.at, correction: "said-why-first", announcedMs: said.ms }];
  return {
    ...{ type: "moment", id, owner: record.owner, at, utcOffset: record.utcOffset, corrections },
    source: { type: "sensed", kind, together: record.id, device: record.device, until, reasons },
  };
};
