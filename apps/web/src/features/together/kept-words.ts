/** Days, times and lengths of a kept time together, as its owner's clock showed them. */
import type { CivilDate, Instant, TogetherRecord } from "@undivided/domain";
import { m } from "../../paraglide/messages.js";
import { getLocale } from "../../paraglide/runtime.js";
import { getRegion } from "../../platform/region.ts";
import type { UnknownPart } from "./kept-moments.ts";

/** The clock of the day, whatever zone this device is in now: shifted by the offset that was kept, and read as UTC. */
const shown = (at: Instant, { utcOffset }: Pick<TogetherRecord, "utcOffset">): Date =>
  new Date(at + utcOffset * 60_000);

type Dated = Pick<TogetherRecord, "utcOffset">;

const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(getRegion(), { timeZone: "UTC", ...options });

/** "19:41", or "7:41 p.m." where that is usual. */
export const timeWords = (at: Instant, record: Dated): string =>
  format({ timeStyle: "short" }).format(shown(at, record));

/** "19:41 to 19:52", or "At 19:41" where both fall into one minute. */
export const spanWords = (from: Instant, until: Instant, record: Dated): string => {
  const [first, last] = [timeWords(from, record), timeWords(until, record)];
  return first === last ? m.kept_at({ time: first }) : m.kept_span({ from: first, until: last });
};

/** What was not known, and when. */
export const unknownWords = ({ of, from, until }: UnknownPart, record: Dated & { readonly start: Instant }): string => {
  const when = spanWords(from, until, record);
  // From the own tap until it went dark: the other's tap or a word about sound was waited for.
  if (of === "all" && from === record.start) return m.kept_unknown_before({ when });
  if (of === "sound") return m.kept_unknown_sound({ when });
  return of === "motion" ? m.kept_unknown_motion({ when }) : m.kept_unknown_all({ when });
};

/** Names of days are small in some languages, but not where a line begins with one. */
const asBeginning = (words: string): string => words.charAt(0).toLocaleUpperCase(getLocale()) + words.slice(1);

/** "Thursday" within the last week, else "12 November". */
export const dayWords = (at: Instant, record: Dated, now: Instant): string => {
  const isRecent = now - at >= 0 && now - at < 6 * 86_400_000;
  const words = format(isRecent ? { weekday: "long" } : { day: "numeric", month: "long" }).format(shown(at, record));
  return asBeginning(words);
};

/** "Thursday 12 November, 19:32": tells one time from all others. */
export const whenWords = (record: Dated & { readonly start: Instant }): string =>
  asBeginning(
    format({ weekday: "long", day: "numeric", month: "long", hour: "numeric", minute: "2-digit" }).format(
      shown(record.start, record),
    ),
  );

/** "Thursday 12 November", for what is known to the day and no finer. */
export const civilDayWords = (day: CivilDate): string =>
  format({ weekday: "long", day: "numeric", month: "long" }).format(new Date(`${day}T00:00:00Z`));

/** "48 minutes"; never nought. */
export const minutesLong = (ms: number): string =>
  new Intl.NumberFormat(getRegion(), { style: "unit", unit: "minute", unitDisplay: "long" }).format(
    Math.max(1, Math.round(ms / 60_000)),
  );

export const percentWords = (share: number): string =>
  new Intl.NumberFormat(getRegion(), { style: "percent", maximumFractionDigits: 0 }).format(share);

/** "19:41", for a field of that type. */
export const clockField = (at: Instant, record: Dated): string => shown(at, record).toISOString().slice(11, 16);
