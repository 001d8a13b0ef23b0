/** The arguments of `undivided simulate`. */
import { parseArgs } from "node:util";
import { type CivilDate, isErr, mondayOf, parseCivilDate } from "@undivided/domain";
import type { Mood } from "@undivided/insight";
import { readSeed } from "../spiral/spiral-call.ts";

export type SimulateCall =
  | {
      readonly type: "points";
      readonly seed: number;
      readonly hours: number;
      readonly windowHours: number;
      readonly mu: number;
      readonly self: number;
      readonly cross: number;
      readonly halfLifeHours: number;
      readonly mood: Mood;
      readonly commonRate: number;
      readonly commonMarked: number;
    }
  | {
      readonly type: "couple";
      readonly seed: number;
      readonly weeks: number;
      readonly resetWorks: boolean;
      /** Whose records are written; null: the event times of both, as points. */
      readonly recordsOf: 0 | 1 | null;
      readonly firstDay: CivilDate;
    }
  | { readonly type: "wrong"; readonly words: string };

const options = {
  seed: { type: "string" },
  hours: { type: "string" },
  window: { type: "string" },
  mu: { type: "string" },
  self: { type: "string" },
  cross: { type: "string" },
  "half-life": { type: "string" },
  mood: { type: "string" },
  sd: { type: "string" },
  bout: { type: "string" },
  common: { type: "string" },
  marked: { type: "string" },
  couple: { type: "boolean" },
  weeks: { type: "string" },
  "no-reset": { type: "boolean" },
  records: { type: "string" },
  from: { type: "string" },
} as const;

const onlyForPoints = [
  ...(["hours", "window", "mu", "self", "cross", "half-life"] as const),
  ...(["mood", "sd", "bout", "common", "marked"] as const),
];
const onlyForCouple = ["weeks", "no-reset", "records", "from"] as const;
/** A Monday. Any would do; one that never changes gives the same records every time. */
const defaultFirstDay = "2026-01-05";

/** Range of each number, and what it is when not given. Over a million expected slips would be a slip of the hand. */
const numbers = {
  hours: { default: 100, least: 0.1, most: 100_000 },
  window: { default: 3, least: 0.1, most: 24 },
  mu: { default: 2, least: 0.001, most: 100 },
  self: { default: 0.1, least: 0, most: 0.95 },
  cross: { default: 0, least: 0, most: 0.95 },
  "half-life": { default: 5, least: 0.01, most: 1000 },
  sd: { default: 0.8, least: 0, most: 3 },
  bout: { default: 30, least: 1, most: 1000 },
  common: { default: 0.5, least: 0, most: 100 },
  marked: { default: 0, least: 0, most: 1 },
  weeks: { default: 12, least: 1, most: 1000 },
} as const;

/** Defaults are the guard's own: two slips an hour each, own 0.1, half-life five minutes, windows of three hours. */
export const readSimulateCall = (args: readonly string[]): SimulateCall => {
  const wrong = (words: string): SimulateCall => ({ type: "wrong", words });
  let values;
  try {
    ({ values } = parseArgs({ args: [...args], options, strict: true }));
  } catch (error) {
    // The rest of Node's sentence advises on calls that this verb does not have.
    return wrong((error instanceof Error ? error.message : String(error)).split(/\.\s/, 1).join(""));
  }
  const misplaced =
    values.couple === true
      ? onlyForPoints.find((name) => values[name] !== undefined)
      : onlyForCouple.find((name) => values[name] !== undefined);
  if (misplaced !== undefined) {
    return wrong(`--${misplaced} does not go ${values.couple === true ? "with" : "without"} --couple`);
  }
  const seedText = values.seed ?? "1";
  const seed = readSeed(seedText);
  if (seed === undefined)
    return wrong(`--seed is "${seedText}", and must be a whole number from 0 to ${Number.MAX_SAFE_INTEGER}`);

  const read: Partial<Record<keyof typeof numbers, number>> = {};
  for (const name of Object.keys(numbers)) {
    if (!isNumberName(name)) continue;
    const { least, most } = numbers[name];
    const text = values[name];
    const value = text === undefined ? numbers[name].default : text.trim() === "" ? NaN : Number(text);
    if (!(value >= least && value <= most))
      return wrong(`--${name} is "${text ?? ""}", and must be a number from ${least} to ${most}`);
    read[name] = value;
  }
  const number = (name: keyof typeof numbers): number => read[name] ?? numbers[name].default;

  if (values.couple === true) {
    if (!Number.isInteger(number("weeks")))
      return wrong(`--weeks is "${values.weeks ?? ""}", and must be a whole number`);
    const { records } = values;
    if (records !== undefined && records !== "1" && records !== "2")
      return wrong(`--records is "${records}", and must be 1 or 2: whose records to write`);
    if (records === undefined && values.from !== undefined) return wrong("--from goes with --records only");
    const firstDay = parseCivilDate(values.from ?? defaultFirstDay);
    if (isErr(firstDay) || mondayOf(firstDay.value) !== firstDay.value)
      return wrong(`--from is "${values.from ?? ""}", and must be a Monday as YYYY-MM-DD`);
    return {
      type: "couple",
      seed,
      weeks: number("weeks"),
      resetWorks: values["no-reset"] !== true,
      recordsOf: records === undefined ? null : records === "1" ? 0 : 1,
      firstDay: firstDay.value,
    };
  }
  if (number("self") + number("cross") > 0.95)
    return wrong("--self and --cross together must be at most 0.95, or slips would never end");
  const mood = readMood(values.mood ?? "none", number("sd"), number("bout") / 60);
  if (mood === undefined) return wrong(`--mood is "${values.mood ?? ""}", and there is ${moodNames.join(", ")}`);
  return {
    type: "points",
    seed,
    hours: number("hours"),
    windowHours: number("window"),
    mu: number("mu"),
    self: number("self"),
    cross: number("cross"),
    halfLifeHours: number("half-life") / 60,
    mood,
    commonRate: values.mood === "common" ? number("common") : 0,
    commonMarked: number("marked"),
  };
};

const isNumberName = (name: string): name is keyof typeof numbers => Object.hasOwn(numbers, name);

const moodNames = ["none", "evening", "bouts", "smooth", "trend", "common"];

const readMood = (name: string, sd: number, boutHours: number): Mood | undefined => {
  switch (name) {
    case "none":
    case "common":
      return { type: "none" };
    case "evening":
      return { type: "evening", sd };
    case "bouts":
      return { type: "bouts", length: boutHours };
    case "smooth":
      return { type: "smooth", length: boutHours, sd };
    case "trend":
      return { type: "trend", slope: 1.5 };
    default:
      return undefined;
  }
};
