/** The arguments of `undivided insight`. */
import { type CivilDate, parseCivilDate, parsePersonId, type PersonId } from "@undivided/domain";
import { type Language, LANGUAGES } from "@undivided/report";
import { type GivenOptions, type OptionTable, readOptions, type WrongCall, wrongCall } from "../read-options.ts";
import { readSeed } from "../spiral/spiral-call.ts";

export const FORMATS = ["json", "html", "pdf"] as const;
export type Format = (typeof FORMATS)[number];

export interface InsightCall {
  readonly type: "call";
  /** As the caller wrote it. */
  readonly source: string;
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
  readonly changeDay: CivilDate | null;
  readonly format: Format;
  readonly language: Language;
  readonly owner: PersonId | null;
  /** Null: standard output. */
  readonly out: string | null;
  readonly seed: number;
  /** Names a file with what opens a sealed backup. */
  readonly secretFile: string | undefined;
  readonly isStrict: boolean;
}

const table = {
  from: "text",
  to: "text",
  change: "text",
  format: "text",
  lang: "text",
  owner: "text",
  out: "text",
  seed: "text",
  "secret-file": "text",
  strict: "flag",
} as const satisfies OptionTable;

export const readInsightCall = (args: readonly string[]): InsightCall | WrongCall => {
  const read = readOptions(args, table);
  if (read.type === "wrong") return read;
  const { given } = read;
  const [source, ...more] = given.words;
  if (source === undefined || source === "") return wrongCall("no file of records is named");
  if (more.length > 0) return wrongCall("one file at a time");
  const days = readDays(given);
  if (days.type === "wrong") return days;
  const format = given.text("format") ?? "json";
  const knownFormat = FORMATS.find((one) => one === format);
  if (knownFormat === undefined) return wrongCall(`--format is "${format}", and there is ${FORMATS.join(", ")}`);
  const language = given.text("lang") ?? "en";
  const knownLanguage = LANGUAGES.find((one) => one === language);
  if (knownLanguage === undefined) return wrongCall(`--lang is "${language}", and there is ${LANGUAGES.join(", ")}`);
  const ownerText = given.text("owner");
  const owner = ownerText === undefined ? null : parsePersonId(ownerText);
  if (owner?.type === "error") return wrongCall("--owner must be 32 digits from 0 to 9 and a to f");
  const seedText = given.text("seed") ?? "1";
  const seed = readSeed(seedText);
  if (seed === undefined)
    return wrongCall(`--seed is "${seedText}", and must be a whole number from 0 to ${Number.MAX_SAFE_INTEGER}`);
  return {
    type: "call",
    source,
    from: days.from,
    to: days.to,
    changeDay: days.change,
    format: knownFormat,
    language: knownLanguage,
    owner: owner === null ? null : owner.value,
    out: given.text("out") ?? null,
    seed,
    secretFile: given.text("secret-file"),
    isStrict: given.flag("strict"),
  };
};

interface Days {
  readonly type: "days";
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
  readonly change: CivilDate | null;
}

const readDays = (given: GivenOptions): Days | WrongCall => {
  const read: Record<"from" | "to" | "change", CivilDate | null> = { from: null, to: null, change: null };
  for (const name of ["from", "to", "change"] as const) {
    const text = given.text(name);
    if (text === undefined) continue;
    const day = parseCivilDate(text);
    if (day.type === "error") return wrongCall(`--${name} is "${text}", and must be a day as YYYY-MM-DD`);
    read[name] = day.value;
  }
  if (read.from !== null && read.to !== null && read.to < read.from) return wrongCall("--to is before --from");
  return { type: "days", ...read };
};
