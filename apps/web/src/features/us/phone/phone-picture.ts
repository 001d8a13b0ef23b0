/**
 * Kept looks × times together → looks and minutes an hour, together and apart, by hour, by day, by kind of app. Runs in a worker.
 *
 * An hour of the day, and a day of the week, has one stretch for each date; how much these differ widens its interval (docs/statistics.md). A
 * look is never a moment.
 */
import type { AppKind, Instant, Interval } from "@undivided/domain";
import {
  crossByDateHour,
  crossByKind,
  parseZone,
  sumSides,
  toLookStretches,
  type DateHourCell,
  type HourCell,
  type LookStretches,
  type Zone,
} from "@undivided/history";
import {
  createOrders,
  createRandom,
  estimateRate,
  estimateRateOfPart,
  estimateRateRatio,
  estimateUse,
  type UsedStretch,
} from "@undivided/insight";
import { mergeImports, type KeptLook } from "./kept-looks.ts";
import type { KindRates, LookOfDay, Measured, PhonePicture, PhoneRequest, Rate, SideRates } from "./phone-messages.ts";
import { findTimes } from "./times-together.ts";

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const SEED = 1;
/** What a rate asks for by itself, asked of one weekday too. */
const FEWEST_HOURS = 2;

/** @throws Error if the zone is none: the page takes it from the clock or from a list. */
const zoneOf = (name: string): Zone => {
  const zone = parseZone(name);
  if (zone.type === "error") throw new Error("not a zone");
  return zone.value;
};

export const toPhonePicture = (request: Extract<PhoneRequest, { readonly type: "cross" }>): PhonePicture => {
  const kept = mergeImports(request.records);
  const { together, yields } = findTimes(request, kept.observed);
  const sessions = ofKind(kept.sessions, request.kind);
  const stretches = toLookStretches(sessions, kept.observed, together);
  const cells = crossByDateHour(sessions, kept.observed, together, zoneOf(request.zone));
  const groups = {
    hours: Array.from({ length: 24 }, (_, hour) => cells.filter((cell) => cell.hour === hour)),
    days: groupByWeekday(cells),
  };
  return {
    looks: measureLooks(stretches, groups),
    minutes: measureMinutes(stretches, groups),
    withoutEnd: sessions.filter(({ until }) => until === null).length,
    kinds: crossByKind(kept.sessions, ({ kinds }) => kinds, kept.observed, together).map(ratesOfKind),
    yields,
  };
};

const ofKind = (sessions: readonly KeptLook[], kind: AppKind | null): readonly KeptLook[] =>
  kind === null ? sessions : sessions.filter(({ kinds }) => kinds.includes(kind));

type Cells = Pick<HourCell, "together" | "apart">;

interface Groups {
  readonly hours: readonly (readonly Cells[])[];
  readonly days: readonly (readonly Cells[])[];
}

/** Each date whole: what happens in one evening belongs together. */
const groupByWeekday = (cells: readonly DateHourCell[]): readonly (readonly Cells[])[] => {
  const dates = [...Map.groupBy(cells, ({ date }) => date).values()].map((hours) => ({
    weekday: hours[0]?.weekday,
    together: sumSides(hours.map(({ together }) => together)),
    apart: sumSides(hours.map(({ apart }) => apart)),
  }));
  return Array.from({ length: 7 }, (_, day) => dates.filter(({ weekday }) => weekday === day + 1));
};

const measureLooks = (stretches: LookStretches, { hours, days }: Groups): Measured => {
  const ratesOf = (cells: readonly Cells[]): SideRates => ({
    together: estimateRate(stretchesOf(cells, "together")),
    apart: estimateRate(stretchesOf(cells, "apart")),
  });
  // A weekday comes round seldom: how much dates differ is taken from all of them.
  const all = { together: stretchesOf(days.flat(), "together"), apart: stretchesOf(days.flat(), "apart") };
  const ratesOfDay = (dates: readonly Cells[]): SideRates => ({
    together: ofEnoughHours(stretchesOf(dates, "together"), all.together),
    apart: ofEnoughHours(stretchesOf(dates, "apart"), all.apart),
  });
  return {
    all: { together: estimateRate(stretches.together), apart: estimateRate(stretches.apart) },
    ratio: estimateRateRatio(stretches.apart, stretches.together, createOrders(createRandom(SEED))),
    hours: hours.map(ratesOf),
    days: days.map(ratesOfDay),
  };
};

const ofEnoughHours = (part: readonly UsedStretch[], all: readonly UsedStretch[]): Rate => {
  const hours = part.reduce((sum, one) => sum + one.hours, 0);
  return hours < FEWEST_HOURS
    ? { type: "insufficient-data", lacks: "hours", have: hours, need: FEWEST_HOURS }
    : estimateRateOfPart(part, all);
};

const measureMinutes = (stretches: LookStretches, { hours, days }: Groups): Measured => {
  const minutesOf = (side: readonly UsedStretch[]) =>
    side.map(({ useMinutes, hours: length }) => ({ count: useMinutes, hours: length }));
  return {
    all: minutesOfSides(stretches),
    ratio: estimateRateRatio(
      minutesOf(stretches.apart),
      minutesOf(stretches.together),
      createOrders(createRandom(SEED)),
    ),
    hours: minutesOfGroups(hours),
    days: minutesOfGroups(days),
  };
};

const minutesOfSides = ({ together, apart }: LookStretches): SideRates =>
  pairsOf(estimateUse([together, apart]))[0] ?? none;

/** How much minutes spread is pooled over the whole chart: one day of the week has few stretches. */
const minutesOfGroups = (groups: readonly (readonly Cells[])[]): readonly SideRates[] =>
  pairsOf(estimateUse(groups.flatMap((cells) => [stretchesOf(cells, "together"), stretchesOf(cells, "apart")])));

const pairsOf = (estimates: ReturnType<typeof estimateUse>): readonly SideRates[] =>
  Array.from({ length: estimates.length / 2 }, (_, index) => ({
    together: estimates[index * 2] ?? none.together,
    apart: estimates[index * 2 + 1] ?? none.apart,
  }));

const lack = { type: "insufficient-data", lacks: "stretches", have: 0, need: 1 } as const;
const none: SideRates = { together: lack, apart: lack };

const stretchesOf = (cells: readonly Cells[], side: "together" | "apart"): readonly UsedStretch[] =>
  cells
    .map((cell) => ({
      count: cell[side].looks,
      useMinutes: cell[side].useMs / MINUTE_MS,
      hours: cell[side].exposureMs / HOUR_MS,
    }))
    .filter(({ hours }) => hours > 0);

const ratesOfKind = ({ kind, stretches }: ReturnType<typeof crossByKind>[number]): KindRates => ({
  kind,
  looks: { together: estimateRate(stretches.together), apart: estimateRate(stretches.apart) },
  minutes: minutesOfSides(stretches),
});

/** Every look of one day, in order, for its owner alone to say of one that it was a moment. */
export const looksOfDay = (request: Extract<PhoneRequest, { readonly type: "day" }>): readonly LookOfDay[] => {
  const { sessions, observed } = mergeImports(request.records);
  const { together } = findTimes(request, observed);
  const dayOf = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeZone: zoneOf(request.zone) });
  const near = Date.parse(`${request.day}T12:00:00Z`);
  return sessions
    .filter(({ from }) => Math.abs(from - near) < 2 * DAY_MS && dayOf.format(from) === request.day)
    .map(({ from, until, kinds }) => ({ from, until, kinds, isTogether: isWithin(together, from) }));
};

const isWithin = (times: readonly Interval<Instant>[], at: Instant): boolean =>
  times.some(({ from, until }) => from <= at && at < until);
