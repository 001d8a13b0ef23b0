/**
 * Everything that was read of one phone: changes of its screen, uses of its apps.
 *
 * Eight bytes for a change of the screen, so that a history of years stays small. Order and repetition of what comes in do not
 * matter: `sortedChanges` gives each change once, in time order, so importing the same file twice, or exports that
 * overlap, doubles nothing. Of changes in the same millisecond the order of the file is kept.
 * Limits: a change that comes back within the same millisecond is taken for a repetition.
 */
import type { Instant, Interval } from "@undivided/domain";

/** `lost`: from here on nobody watches, until the next change. */
export type ScreenChange = "off" | "on" | "locked" | "unlocked" | "lost";

/** The first numbers are AWARE's: 0 off, 1 on, 2 locked, 3 unlocked. */
export const SCREEN_CHANGES: readonly ScreenChange[] = ["off", "on", "locked", "unlocked", "lost"];

/** A power of two, so that dividing by it is exact. */
const KINDS = 8;

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

const BLOCK = 65_536;

export const createPhoneLog = (toInstant: (ms: number) => Instant): PhoneLog => {
  /** Each change as `8 × milliseconds + kind`, far below 2^53; in blocks, so that growing copies nothing. */
  let blocks: Float64Array[] = [];
  let count = 0;
  let uses = new Float64Array(256 * 3);
  let useCount = 0;
  let ended = 0;
  let repeated = 0;
  let active: Interval<Instant>[] = [];
  const indexByApp = new Map<string, number>();

  const addChange = (atMs: number, change: ScreenChange): void => {
    if (count % BLOCK === 0) blocks.push(new Float64Array(BLOCK));
    write(count++, atMs * KINDS + SCREEN_CHANGES.indexOf(change));
  };

  const read = (index: number): number => blocks[Math.floor(index / BLOCK)]?.[index % BLOCK] ?? NaN;

  const write = (index: number, packed: number): void => {
    const block = blocks[Math.floor(index / BLOCK)];
    if (block !== undefined) block[index % BLOCK] = packed;
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

  /** Nearly every file is in order already. */
  const isSorted = (): boolean => {
    for (let index = 1; index < count; index++) if (timeOf(read(index)) < timeOf(read(index - 1))) return false;
    return true;
  };

  const sort = (): void => {
    const packed = new Float64Array(count);
    const order = new Uint32Array(count);
    for (let index = 0; index < count; index++) {
      packed[index] = read(index);
      order[index] = index;
    }
    order.sort((a, b) => timeOf(packed[a] ?? 0) - timeOf(packed[b] ?? 0) || a - b);
    for (let index = 0; index < count; index++) write(index, packed[order[index] ?? 0] ?? 0);
  };

  const sortedChanges = (): SortedChanges => {
    if (!isSorted()) sort();
    let kept = 0;
    let seen = 0;
    for (let index = 0; index < count; index++) {
      const packed = read(index);
      if (kept === 0 || timeOf(read(kept - 1)) !== timeOf(packed)) seen = 0;
      const kind = 1 << (packed % KINDS);
      if ((seen & kind) !== 0) continue;
      seen |= kind;
      write(kept++, packed);
    }
    repeated += count - kept;
    count = kept;
    blocks.length = Math.ceil(count / BLOCK);
    return {
      count,
      atMs: (index) => timeOf(read(index)),
      change: (index) => SCREEN_CHANGES[read(index) % KINDS] ?? "off",
      repeated,
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
      blocks = [];
      count = 0;
      repeated = 0;
      uses = new Float64Array(256 * 3);
      useCount = 0;
      ended = 0;
      active = [];
      indexByApp.clear();
    },
  };
};

const timeOf = (packed: number): number => Math.floor(packed / KINDS);

const endOf = (use: AppUse): number => use.untilMs ?? use.fromMs;
