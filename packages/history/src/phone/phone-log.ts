/**
 * Everything that was read of one phone: changes of its screen, uses of its apps.
 *
 * Eight bytes and one for a change of the screen, so that a history of years stays small. Order and repetition of what comes in do not matter:
 * `sortedChanges` gives each change once, in time order, so importing the same file twice, or exports that overlap,
 * doubles nothing. Of changes in the same millisecond the order of the file is kept.
 * Limits: a change that comes back within the same millisecond is taken for a repetition.
 */
import type { Instant, Interval } from "@undivided/domain";

export type ScreenChange = "off" | "on" | "locked" | "unlocked";

/** The numbers are AWARE's: 0 off, 1 on, 2 locked, 3 unlocked. */
export const SCREEN_CHANGES: readonly ScreenChange[] = ["off", "on", "locked", "unlocked"];

/** An app in the foreground. Milliseconds since 1970. */
export interface AppUse {
  readonly fromMs: number;
  /** Null where the source saw only the start. */
  readonly untilMs: number | null;
  /** Index into `apps`. */
  readonly app: number;
}

export interface SortedChanges {
  readonly count: number;
  readonly atMs: (index: number) => number;
  readonly change: (index: number) => ScreenChange;
  /** Rows that said again what was said already. */
  readonly repeated: number;
}

export interface PhoneLog {
  readonly addChange: (atMs: number, change: ScreenChange) => void;
  /** False where there are too many different apps. */
  readonly addUse: (fromMs: number, untilMs: number | null, app: string) => boolean;
  /** In use from…until by a source that sees neither screen nor apps, such as a laptop's idle watcher. */
  readonly addActive: (fromMs: number, untilMs: number) => void;
  readonly sortedChanges: () => SortedChanges;
  /** By start, each once: of uses of one app that begin together the longest. */
  readonly sortedUses: () => readonly AppUse[];
  readonly active: () => readonly Interval<Instant>[];
  readonly apps: () => readonly string[];
  /** Uses of which the end is known. */
  readonly endedUses: () => number;
  readonly countChanges: () => number;
  readonly countUses: () => number;
  readonly clear: () => void;
}

/** More than any phone has installed. */
export const MAX_APPS = 4_096;

export const createPhoneLog = (toInstant: (ms: number) => Instant): PhoneLog => {
  let times = new Float64Array(1024);
  let kinds = new Uint8Array(1024);
  let count = 0;
  let uses = new Float64Array(256 * 3);
  let useCount = 0;
  let ended = 0;
  let active: Interval<Instant>[] = [];
  const indexByApp = new Map<string, number>();

  const addChange = (atMs: number, change: ScreenChange): void => {
    if (count === times.length) {
      const moreTimes = new Float64Array(count * 2);
      moreTimes.set(times);
      times = moreTimes;
      const moreKinds = new Uint8Array(count * 2);
      moreKinds.set(kinds);
      kinds = moreKinds;
    }
    times[count] = atMs;
    kinds[count++] = SCREEN_CHANGES.indexOf(change);
  };

  const addUse = (fromMs: number, untilMs: number | null, app: string): boolean => {
    let index = indexByApp.get(app);
    if (index === undefined) {
      if (indexByApp.size >= MAX_APPS) return false;
      index = indexByApp.size;
      indexByApp.set(app, index);
    }
    if (useCount * 3 === uses.length) {
      const more = new Float64Array(uses.length * 2);
      more.set(uses);
      uses = more;
    }
    uses[useCount * 3] = fromMs;
    uses[useCount * 3 + 1] = untilMs ?? NaN;
    uses[useCount * 3 + 2] = index;
    useCount++;
    if (untilMs !== null) ended++;
    return true;
  };

  /** Null where the rows are in order already, which nearly every file's are. */
  const orderOfChanges = (): Uint32Array | null => {
    let isSorted = true;
    for (let index = 1; index < count && isSorted; index++) {
      isSorted = (times[index] ?? 0) >= (times[index - 1] ?? 0);
    }
    if (isSorted) return null;
    const order = new Uint32Array(count);
    for (let index = 0; index < count; index++) order[index] = index;
    return order.sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0) || a - b);
  };

  const sortedChanges = (): SortedChanges => {
    const order = orderOfChanges();
    const atMs = new Float64Array(count);
    const change = new Uint8Array(count);
    let kept = 0;
    let seen = 0;
    for (let index = 0; index < count; index++) {
      const source = order === null ? index : (order[index] ?? 0);
      const time = times[source] ?? 0;
      const kind = kinds[source] ?? 0;
      if (kept === 0 || atMs[kept - 1] !== time) seen = 0;
      if ((seen & (1 << kind)) !== 0) continue;
      seen |= 1 << kind;
      atMs[kept] = time;
      change[kept++] = kind;
    }
    return {
      count: kept,
      atMs: (index) => atMs[index] ?? NaN,
      change: (index) => SCREEN_CHANGES[change[index] ?? 0] ?? "off",
      repeated: count - kept,
    };
  };

  const sortedUses = (): readonly AppUse[] => {
    const all: AppUse[] = [];
    for (let index = 0; index < useCount; index++) {
      const at = index * 3;
      const until = uses[at + 1] ?? NaN;
      all.push({ fromMs: uses[at] ?? 0, untilMs: Number.isNaN(until) ? null : until, app: uses[at + 2] ?? 0 });
    }
    all.sort((a, b) => a.fromMs - b.fromMs || a.app - b.app || endOf(b) - endOf(a));
    return all.filter((use, index) => {
      const last = all[index - 1];
      return last === undefined || last.fromMs !== use.fromMs || last.app !== use.app;
    });
  };

  return {
    addChange,
    addUse,
    addActive: (fromMs, untilMs) => void active.push({ from: toInstant(fromMs), until: toInstant(untilMs) }),
    sortedChanges,
    sortedUses,
    active: () => active,
    apps: () => [...indexByApp.keys()],
    endedUses: () => ended,
    countChanges: () => count,
    countUses: () => useCount,
    clear() {
      times = new Float64Array(1024);
      kinds = new Uint8Array(1024);
      count = 0;
      uses = new Float64Array(256 * 3);
      useCount = 0;
      ended = 0;
      active = [];
      indexByApp.clear();
    },
  };
};

const endOf = (use: AppUse): number => use.untilMs ?? use.fromMs;
