/**
 * Screen sessions: from screen on to the next screen off.
 *
 * A second "on" closes nothing and is counted as an oddity; so is an "off" or an unlocking without an "on", and an "on" at the
 * end that no "off" follows, which is no session. Short gaps are not joined (van Berkel and others 2016).
 * Longer than `MAX_LOOK_MS` is no session either: its end was lost. Where the source stops watching, the session's end is not known.
 *
 * Where the source sees no screen, a session is a stretch of app use without a gap; an unlocking begins one, and belongs to the app that
 * follows within `UNLOCK_TO_APP_MS`. An unlocking that nothing follows is a session whose end is not known.
 * Limits: such a source misses every look at the lock screen.
 */
import type { Instant, Interval } from "@undivided/domain";
import type { AppUse, PhoneLog, SortedChanges } from "./phone-log.ts";

export interface ScreenSession {
  readonly from: Instant;
  /** Null where the source cannot see the end. */
  readonly until: Instant | null;
  /** Null where the source cannot know. */
  readonly unlocked: boolean | null;
  /** Names as the source has them, in the order of their first use; empty where it sees none. */
  readonly apps: readonly string[];
}

/** Rows that fit into no session, by kind. None of them is an error of the file. */
export interface Oddities {
  readonly secondOn: number;
  readonly offWithoutOn: number;
  readonly unlockWithoutOn: number;
  /** 1 if the screen was on when the history ended. */
  readonly onAtEnd: number;
  /** Longer than a day, so that its end must have been lost. */
  readonly endLost: number;
  /** Said again by another row: duplicates and exports that overlap. */
  readonly repeated: number;
}

/** What the source sees: the screen itself, or only unlocking and apps. */
export type SessionBasis = "screen" | "unlocks-and-apps" | "activity";

export interface SessionMaking {
  readonly basis: SessionBasis;
  readonly oddities: Oddities;
  /** Where an end was lost: from the beginning to the next that is known. Nobody watched. In time order. */
  readonly lost: readonly Interval<Instant>[];
  /** In time order, none overlapping. Made anew at each call, one at a time. */
  readonly sessions: () => Iterable<ScreenSession>;
}

/**
 * The longest time from unlocking to the first app that still makes them one look. A choice (docs/adr/0009): the launcher
 * itself reports as an app, so what follows later is another act.
 */
export const UNLOCK_TO_APP_MS = 10_000;

/** A day. A choice: a screen goes dark long before, and no log of a phone that was tried holds a look of half of it. */
export const MAX_LOOK_MS = 86_400_000;

interface Stretch {
  readonly fromMs: number;
  readonly untilMs: number | null;
  readonly unlocked: boolean | null;
}

/** `seesUnlocks`: when sources that tell of unlocking looked. */
export const makeSessions = (
  log: PhoneLog,
  seesUnlocks: readonly Interval<Instant>[],
  toInstant: (ms: number) => Instant,
): SessionMaking => {
  const changes = log.sortedChanges();
  const uses = log.sortedUses();
  const basis = chooseBasis(log, changes);
  const counts: Counts = { secondOn: 0, offWithoutOn: 0, unlockWithoutOn: 0, onAtEnd: 0, endLost: 0, lost: [] };
  const anyStretches = (): Iterable<Stretch> => {
    if (basis === "screen") return screenStretches(changes, seesUnlocks, counts);
    return basis === "activity" ? activeStretches(log) : unlockStretches(changes, uses);
  };
  const stretches = (): Iterable<Stretch> => withoutLostEnds(anyStretches(), counts);
  // One run for the counts alone; the sessions themselves may be too many to keep.
  const counting = stretches()[Symbol.iterator]();
  while (counting.next().done !== true);
  const { lost, ...odd } = counts;
  const oddities: Oddities = { ...odd, repeated: changes.repeated + log.countUses() - uses.length };
  const apps = log.apps();
  const lostTimes = lost.map(({ from, until }) => ({ from: toInstant(from), until: toInstant(until) }));
  return { basis, oddities, lost: lostTimes, sessions: () => withApps(stretches(), uses, apps, toInstant) };
};

const chooseBasis = (log: PhoneLog, changes: SortedChanges): SessionBasis => {
  for (let index = 0; index < changes.count; index++) if (changes.change(index) === "on") return "screen";
  return log.active().length > 0 ? "activity" : "unlocks-and-apps";
};

interface Counts {
  secondOn: number;
  offWithoutOn: number;
  unlockWithoutOn: number;
  onAtEnd: number;
  endLost: number;
  readonly lost: { readonly from: number; readonly until: number }[];
}

const addLost = (counts: Counts, from: number, until: number): void => {
  counts.endLost++;
  counts.lost.push({ from, until });
};

function* withoutLostEnds(stretches: Iterable<Stretch>, counts: Counts): Generator<Stretch> {
  counts.endLost = 0;
  counts.lost.length = 0;
  for (const stretch of stretches) {
    if (stretch.untilMs !== null && stretch.untilMs - stretch.fromMs > MAX_LOOK_MS) {
      addLost(counts, stretch.fromMs, stretch.untilMs);
    } else yield stretch;
  }
}

function* screenStretches(
  changes: SortedChanges,
  seesUnlocks: readonly Interval<Instant>[],
  counts: Counts,
): Generator<Stretch> {
  counts.secondOn = counts.offWithoutOn = counts.unlockWithoutOn = counts.onAtEnd = 0;
  let onSince: number | null = null;
  let unlocked = false;
  for (let index = 0; index < changes.count; index++) {
    const at = changes.atMs(index);
    switch (changes.change(index)) {
      case "on":
        if (onSince !== null && at - onSince > MAX_LOOK_MS) {
          addLost(counts, onSince, at);
          onSince = null;
        }
        if (onSince === null) {
          onSince = at;
          unlocked = false;
        } else counts.secondOn++;
        break;
      case "unlocked":
        if (onSince === null) counts.unlockWithoutOn++;
        else unlocked = true;
        break;
      case "off":
        if (onSince === null) counts.offWithoutOn++;
        else {
          const from = onSince;
          const canKnow = seesUnlocks.some((span) => span.from <= from && at <= span.until);
          yield { fromMs: from, untilMs: at, unlocked: unlocked ? true : canKnow ? false : null };
        }
        onSince = null;
        break;
      case "lost":
        if (onSince !== null) yield { fromMs: onSince, untilMs: null, unlocked: unlocked ? true : null };
        onSince = null;
        break;
      case "locked":
        break;
    }
  }
  if (onSince !== null) counts.onAtEnd = 1;
}

function* activeStretches(log: PhoneLog): Generator<Stretch> {
  const sorted = [...log.active()].sort((a, b) => a.from - b.from);
  let current: Stretch | null = null;
  for (const { from, until } of sorted) {
    if (current !== null && from <= (current.untilMs ?? 0)) {
      current = lengthen(current, until);
      continue;
    }
    if (current !== null) yield current;
    current = { fromMs: from, untilMs: until, unlocked: null };
  }
  if (current !== null) yield current;
}

function* unlockStretches(changes: SortedChanges, uses: readonly AppUse[]): Generator<Stretch> {
  let current: Stretch | null = null;
  let next = 0;
  let index = 0;
  while (index < changes.count || next < uses.length) {
    const use = uses[next];
    const at = index < changes.count ? changes.atMs(index) : Infinity;
    if (use !== undefined && use.fromMs < at) {
      next++;
      if (current !== null && belongsTo(current, use)) {
        current = lengthen(current, use.untilMs);
        continue;
      }
      if (current !== null) yield current;
      current = { fromMs: use.fromMs, untilMs: use.untilMs, unlocked: null };
      continue;
    }
    const change = changes.change(index++);
    if (change === "unlocked") {
      if (current !== null && current.untilMs !== null && at < current.untilMs) {
        current = { ...current, unlocked: true };
        continue;
      }
      if (current !== null) yield current;
      current = { fromMs: at, untilMs: null, unlocked: true };
    } else if (change === "off" && current !== null && current.untilMs === null) {
      yield { ...current, untilMs: at };
      current = null;
    }
  }
  if (current !== null) yield current;
}

/** An app whose end nobody saw adds no length. */
const lengthen = ({ fromMs, untilMs, unlocked }: Stretch, toMs: number | null): Stretch => ({
  fromMs,
  untilMs: toMs === null ? untilMs : Math.max(untilMs ?? toMs, toMs),
  unlocked,
});

const belongsTo = (stretch: Stretch, use: AppUse): boolean =>
  stretch.untilMs === null ? use.fromMs - stretch.fromMs <= UNLOCK_TO_APP_MS : use.fromMs <= stretch.untilMs;

function* withApps(
  stretches: Iterable<Stretch>,
  uses: readonly AppUse[],
  names: readonly string[],
  toInstant: (ms: number) => Instant,
): Generator<ScreenSession> {
  /** App → until when it was last known in use; an app that ended before a session begins is dropped. */
  const open = new Map<number, number>();
  let next = 0;
  for (const { fromMs, untilMs, unlocked } of stretches) {
    const end = untilMs ?? fromMs;
    for (const [app, until] of open) if (until < fromMs) open.delete(app);
    for (let use = uses[next]; use !== undefined && use.fromMs <= end; use = uses[++next]) {
      const until = use.untilMs ?? use.fromMs;
      if (until >= fromMs) open.set(use.app, Math.max(open.get(use.app) ?? 0, until));
    }
    yield {
      from: toInstant(fromMs),
      until: untilMs === null ? null : toInstant(untilMs),
      unlocked,
      apps: [...open.keys()].map((app) => names[app] ?? ""),
    };
  }
}
