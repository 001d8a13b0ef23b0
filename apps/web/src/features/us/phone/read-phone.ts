/** Files of one's own phone → what was found, before anything is kept. Runs in a worker. */
import { APP_KINDS, err, ok, type AppKind, type Result } from "@undivided/domain";
import {
  kindsOfApps,
  parseZone,
  readHistory,
  summariseSessions,
  type Cancelled,
  type HistoryError,
  type HistoryFile,
  type HistorySource,
  type ScreenSession,
  type SkippedLine,
} from "@undivided/history";
import { toLooksWeeks } from "./looks-weeks.ts";
import type { KindCount, PhonePreview } from "./phone-messages.ts";

/** More would be no help on a screen. */
export const SHOWN_SKIPPED = 20;
/** What a record has room for. */
const MAX_SOURCE = 40;

export interface ReadPhoneOptions {
  readonly zone: string | null;
  readonly own: string | null;
  readonly onProgress: (share: number) => void;
}

export const readPhone = async (
  files: readonly HistoryFile[],
  { zone, own, onProgress }: ReadPhoneOptions,
): Promise<Result<PhonePreview, HistoryError | Cancelled>> => {
  const first: SkippedLine[] = [];
  let skipped = 0;
  const all = files.reduce((sum, { size }) => sum + (size ?? 0), 0);
  let before = 0;
  const parsedZone = zone === null ? null : parseZone(zone);
  const history = await readHistory(files, {
    zone: parsedZone?.type === "ok" ? parsedZone.value : null,
    own,
    onSkipped: (line) => {
      skipped += 1;
      if (first.length < SHOWN_SKIPPED) first.push(line);
    },
    onProgress: (_file, bytes, size) => {
      onProgress(all === 0 ? 0 : Math.min(1, (before + bytes) / all));
      if (bytes === size) before += bytes;
    },
  });
  if (history.type === "error") return err(history.error);
  const { sessions, observed, unseen, oddities, firstEvent, lastEvent, files: read } = history.value;
  const summary = summariseSessions(sessions);
  const sources = [...new Set(read.map(({ source }) => source))];
  return ok({
    weeks: toLooksWeeks(sessions(), observed, {
      source: nameOf(sources),
      seesLockScreen: !unseen.includes("lock-screen-looks"),
    }),
    sources,
    kinds: countKinds(sessions()),
    withoutEnd: summary.withoutEnd,
    looks: summary.sessions,
    from: firstEvent,
    until: lastEvent,
    medianSeconds: summary.medianSeconds,
    shareUnder30s: summary.shareUnder30s,
    unseen,
    oddities,
    skipped: { count: skipped, first },
  });
};

/** Joined by a plus, as many as there is room for. */
const nameOf = (sources: readonly HistorySource[]): string => {
  const names = [...sources];
  while (names.length > 1 && names.join("+").length > MAX_SOURCE) names.pop();
  return names.join("+");
};

const countKinds = (sessions: Iterable<ScreenSession>): readonly KindCount[] => {
  const looks = new Map<AppKind, number>();
  for (const { apps } of sessions) {
    for (const kind of kindsOfApps(apps)) looks.set(kind, (looks.get(kind) ?? 0) + 1);
  }
  return APP_KINDS.flatMap((kind) => {
    const count = looks.get(kind);
    return count === undefined ? [] : [{ kind, looks: count }];
  });
};
