/**
 * Time zones: from what a clock on the wall showed to the instant it was.
 *
 * Method: the time zone database through Temporal. An hour that the clocks skipped is no time at all; an hour that they
 * showed twice is told apart by the order of the rows where there is one, else its first round is meant.
 */
import { err, ok, type Result } from "@undivided/domain";
import { Temporal } from "temporal-polyfill";

declare const zoneBrand: unique symbol;

/** The name of a zone that the time zone database knows, such as `Europe/Berlin`. */
export type Zone = string & { readonly [zoneBrand]: true };

export interface UnknownZone {
  readonly type: "unknown-zone";
  readonly text: string;
}

const PROBE = Temporal.Instant.fromEpochMilliseconds(0);

/** Names only: an offset such as `+01:00` says nothing of the other half of the year, so it is refused. */
export const parseZone = (text: string): Result<Zone, UnknownZone> => {
  if (!/^[A-Za-z]/.test(text)) return err({ type: "unknown-zone", text });
  try {
    return ok(PROBE.toZonedDateTimeISO(text).timeZoneId as Zone);
  } catch {
    return err({ type: "unknown-zone", text });
  }
};

const HOUR_MS = 3_600_000;

/** One reader of local times; it remembers the last hour, because Temporal is slow against a file of millions of rows. */
export interface LocalClock {
  /**
   * `localMs` is what the wall clock showed, counted as if it were UTC. Null for an hour that was skipped. In an hour shown
   * twice: the first round, unless that is before `notBeforeMs`.
   */
  readonly toInstantMs: (localMs: number, notBeforeMs: number) => number | null;
}

export const createLocalClock = (zone: Zone): LocalClock => {
  let hour = NaN;
  let offsetMs = 0;
  return {
    toInstantMs(localMs, notBeforeMs) {
      const startOfHour = Math.floor(localMs / HOUR_MS) * HOUR_MS;
      if (startOfHour === hour) return localMs - offsetMs;
      const start = bothRounds(zone, startOfHour);
      const end = bothRounds(zone, startOfHour + HOUR_MS - 1);
      if (
        start.length === 1 &&
        end.length === 1 &&
        startOfHour - (start[0] ?? 0) === startOfHour + HOUR_MS - 1 - (end[0] ?? 0)
      ) {
        hour = startOfHour;
        offsetMs = startOfHour - (start[0] ?? 0);
        return localMs - offsetMs;
      }
      const [first, second] = bothRounds(zone, localMs);
      if (first === undefined) return null;
      return second !== undefined && first < notBeforeMs ? second : first;
    },
  };
};

/** None in a skipped hour, two in one that was shown twice. */
const bothRounds = (zone: Zone, localMs: number): readonly number[] => {
  try {
    const local = Temporal.Instant.fromEpochMilliseconds(localMs).toZonedDateTimeISO("UTC").toPlainDateTime();
    const earlier = local.toZonedDateTime(zone, { disambiguation: "earlier" });
    const later = local.toZonedDateTime(zone, { disambiguation: "later" });
    if (earlier.epochMilliseconds === later.epochMilliseconds) return [earlier.epochMilliseconds];
    return earlier.toPlainDateTime().equals(local) ? [earlier.epochMilliseconds, later.epochMilliseconds] : [];
  } catch {
    return [];
  }
};
