/** Files of one's own phone → what was found, before anything is kept. Runs in a worker. */
import { err, ok, type Result } from "@undivided/domain";
import {
  parseZone,
  readHistory,
  summariseSessions,
  type Cancelled,
  type HistoryError,
  type HistoryFile,
  type SkippedLine,
} from "@undivided/history";
import { toLooksWeeks } from "./looks-weeks.ts";
import type { PhonePreview } from "./phone-messages.ts";

/** More would be no help on a screen. */
const SHOWN_SKIPPED = 20;

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
  const summary = summariseSessions(sessions());
  return ok({
    weeks: toLooksWeeks(sessions(), observed, {
      source: read[0]?.source ?? "",
      seesLockScreen: !unseen.includes("lock-screen-looks"),
    }),
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
