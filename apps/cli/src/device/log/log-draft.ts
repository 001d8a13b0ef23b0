/**
 * What `undivided device log` was asked to log: from words and options, or from one JSON object.
 *
 * Every kind is about the caller; there is no word, option or field that names anybody else. Identifier and owner are the
 * journal's to give: a JSON object that brings its own is refused, so that nothing is logged in another's name.
 */
import {
  BID_OUTCOMES,
  decodeRecord,
  FEELINGS,
  GOOD_MOMENT_KINDS,
  isRecordType,
  LOGGED_MOMENT_KINDS,
  parseCivilDate,
  parseInstant,
  RECORD_KINDS,
  type BidOutcome,
  type CivilDate,
  type DecodeError,
  type Feeling,
  type GoodMomentKind,
  type Instant,
  type LoggedMomentKind,
} from "@undivided/domain";
import type { NewRecord } from "@undivided/journal";
import { type GivenOptions, type OptionTable, wrongCall, type WrongCall } from "../../read-options.ts";
import { readCheckIn, type CheckInDraft } from "./check-in-draft.ts";
import { readReflection, type ReflectionDraft } from "./reflection-draft.ts";

export type LogDraft =
  | { readonly type: "moment"; readonly kind: LoggedMomentKind; readonly at: Instant | undefined }
  | { readonly type: "felt-second"; readonly feeling: Feeling; readonly day: CivilDate | undefined }
  | { readonly type: "good-moment"; readonly kind: GoodMomentKind; readonly day: CivilDate | undefined }
  | { readonly type: "bid"; readonly outcome: BidOutcome; readonly day: CivilDate | undefined }
  | ReflectionDraft
  | CheckInDraft;

export const LOG_OPTIONS = {
  at: "text",
  day: "text",
  about: "text",
  doing: "text",
  before: "texts",
  after: "texts",
  "gave-me": "text",
  "else-could-give": "text",
  week: "text",
  "felt-important": "text",
  "felt-close": "text",
  "safe-to-be-vulnerable": "text",
  "felt-respected": "text",
  "had-fun-together": "text",
  "own-stress": "text",
} as const satisfies OptionTable;

/** Which options go with which kind; the others would be silently without effect. */
const optionsByKind: Readonly<Record<string, readonly string[]>> = {
  moment: ["at"],
  "felt-second": ["day"],
  "good-moment": ["day"],
  bid: ["day"],
  reflection: ["about", "doing", "before", "after", "gave-me", "else-could-give"],
  "check-in": [
    "week",
    "felt-important",
    "felt-close",
    "safe-to-be-vulnerable",
    "felt-respected",
    "had-fun-together",
    "own-stress",
  ],
};

/** `today` is asked for only where the kind needs it. */
export const readLogDraft = (given: GivenOptions, today: () => CivilDate): LogDraft | WrongCall => {
  const [kind = "", word, ...more] = given.words;
  const allowed = Object.hasOwn(optionsByKind, kind) ? optionsByKind[kind] : undefined;
  if (allowed === undefined) {
    return wrongCall(`"${kind}" is no kind to log; there is ${Object.keys(optionsByKind).join(", ")}, and - for JSON`);
  }
  const misplaced = Object.keys(LOG_OPTIONS).find(
    (name) => !allowed.includes(name) && (given.texts(name).length > 0 || given.flag(name)),
  );
  if (misplaced !== undefined) return wrongCall(`--${misplaced} does not go with ${kind}`);
  const takesWord = kind !== "reflection" && kind !== "check-in";
  const surplus = takesWord ? more[0] : word;
  if (surplus !== undefined) return wrongCall(`"${surplus}" is one word too many`);

  const day = readDay(given.text("day"));
  if (day?.type === "wrong") return day;
  switch (kind) {
    case "moment": {
      const chosen = oneOf(LOGGED_MOMENT_KINDS, word, "a moment is");
      if (chosen.type === "wrong") return chosen;
      const at = readInstant(given.text("at"));
      return at?.type === "wrong" ? at : { type: "moment", kind: chosen.value, at: at?.at };
    }
    case "felt-second": {
      const chosen = oneOf(FEELINGS, word, "a feeling is");
      return chosen.type === "wrong" ? chosen : { type: "felt-second", feeling: chosen.value, day: day?.day };
    }
    case "good-moment": {
      const chosen = oneOf(GOOD_MOMENT_KINDS, word, "a good moment is");
      return chosen.type === "wrong" ? chosen : { type: "good-moment", kind: chosen.value, day: day?.day };
    }
    case "bid": {
      const chosen = oneOf(BID_OUTCOMES, word, "a bid that I received was");
      return chosen.type === "wrong" ? chosen : { type: "bid", outcome: chosen.value, day: day?.day };
    }
    case "reflection":
      return readReflection(given);
    default:
      return readCheckIn(given, today);
  }
};

const oneOf = <const W extends string>(
  list: readonly W[],
  word: string | undefined,
  sentence: string,
): { readonly type: "one"; readonly value: W } | WrongCall => {
  const value = list.find((one) => one === word);
  return value === undefined
    ? wrongCall(
        `${word === undefined ? "a word is missing" : `"${word}" is not in the list`}: ${sentence} ${list.join(", ")}`,
      )
    : { type: "one", value };
};

const readDay = (
  text: string | undefined,
): { readonly type: "day"; readonly day: CivilDate } | WrongCall | undefined => {
  if (text === undefined) return undefined;
  const day = parseCivilDate(text);
  return day.type === "ok" ? { type: "day", day: day.value } : wrongCall(`--day is "${text}", and a day is YYYY-MM-DD`);
};

const readInstant = (
  text: string | undefined,
): { readonly type: "instant"; readonly at: Instant } | WrongCall | undefined => {
  if (text === undefined) return undefined;
  const at = parseInstant(text);
  return at.type === "ok"
    ? { type: "instant", at: at.value }
    : wrongCall(`--at is "${text}", and a time is written in UTC as 2026-11-20T18:00:00Z`);
};

export type JsonDraftOutcome =
  | { readonly type: "draft"; readonly record: NewRecord }
  | { readonly type: "unreadable"; readonly error: DecodeError }
  /** `id` or `owner`. */
  | { readonly type: "not-yours-to-give"; readonly field: string }
  /** A kind, or a version of it, that this program does not know. */
  | { readonly type: "unknown-kind" };

/** Whoever logs is the owner and the journal draws the identifier: these stand in for both while the rest is checked. */
const STAND_IN = "0".repeat(32);

/** One JSON object as docs/spec/records.md writes it, without `id` and `owner`; `version` may be left out. Total. */
export const readJsonDraft = (line: string): JsonDraftOutcome => {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { type: "unreadable", error: { type: "not-json", path: [] } };
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return { type: "unreadable", error: { type: "not-an-object", path: [] } };
  }
  const surplus = ["id", "owner"].find((field) => Object.hasOwn(value, field));
  if (surplus !== undefined) return { type: "not-yours-to-give", field: surplus };
  const type = "type" in value && typeof value.type === "string" ? value.type : "";
  const version = isRecordType(type) ? RECORD_KINDS[type].version : 1;
  const record = decodeRecord({ version, ...value, id: STAND_IN, owner: STAND_IN });
  if (record.type === "error") return { type: "unreadable", error: record.error };
  if (record.value.type === "unknown") return { type: "unknown-kind" };
  return { type: "draft", record: record.value };
};
