/**
 * Tells what a recorded file is from its first lines, never from its extension or its MIME type.
 *
 * Sensor Logger's files alone also need their name: they share one header (see formats/sensor-logger.ts).
 */
import { err, ok, type Result } from "@undivided/domain";
import { decodeUtf8, linesOf } from "@undivided/lines";
import type { TablePlan } from "./csv/table-plan.ts";
import { planPhyphox } from "./formats/phyphox.ts";
import { planSensorLogger } from "./formats/sensor-logger.ts";
import { planSpSwHar } from "./formats/sp-sw-har.ts";
import { findColumn, toTableHead, type TableHead } from "./formats/table-head.ts";
import { planTrace } from "./formats/undivided-trace.ts";
import { parsePageLine } from "./page-line.ts";
import { openWithHead, type RecordedFile } from "./recorded-file.ts";
import type { MotionFormat, RecordingError, RecordingKind, SoundContainer } from "./recording-error.ts";

/** A file whose kind is known, with what its reader needs. */
export type RecognisedHead =
  | { readonly type: "motion"; readonly plan: TablePlan }
  | { readonly type: "sound" }
  | { readonly type: "page" }
  | { readonly type: "labels"; readonly table: TableHead };

/** What a file begins with → what it is. Total. */
export const recogniseHead = (file: string, head: Uint8Array): Result<RecognisedHead, RecordingError> => {
  if (isWav(head)) return ok({ type: "sound" });
  const container = findSoundContainer(head);
  if (container !== null) return err({ type: "unsupported-sound", file, container });

  const lines = linesOf(head, decodeUtf8).filter((line) => line.trim() !== "");
  const table = toTableHead(file, lines);
  if (table === null) return err({ type: "empty-file", file });
  const plan = planTrace(file, lines) ?? planPhyphox(table) ?? planSpSwHar(table) ?? planSensorLogger(table);
  if (plan !== null) return plan.type === "ok" ? ok({ type: "motion", plan: plan.value }) : plan;
  if (findColumn(table, "at") >= 0 && findColumn(table, "label") >= 0) return ok({ type: "labels", table });
  // The first lines may be bad ones: one good line is enough to tell.
  if (lines.some((line) => parsePageLine(line).type === "ok")) return ok({ type: "page" });
  return err({ type: "unknown-format", file });
};

const textAt = (bytes: Uint8Array, start: number, text: string): boolean => {
  for (let index = 0; index < text.length; index++) {
    if (bytes[start + index] !== text.charCodeAt(index)) return false;
  }
  return true;
};

/** A RIFF file of WAVE; also one that is cut before it says so, for the reader of WAV to say what is missing. */
const isWav = (head: Uint8Array): boolean =>
  ["RIFF", "RF64", "BW64", "RIFX"].some((mark) => textAt(head, 0, mark)) &&
  (head.length < 12 || textAt(head, 8, "WAVE"));

/** First bytes of the containers that phones and recorders write. */
const findSoundContainer = (head: Uint8Array): SoundContainer | null => {
  if (textAt(head, 0, "OggS")) return "ogg";
  if (textAt(head, 0, "fLaC")) return "flac";
  if (textAt(head, 0, "caff")) return "caf";
  if (textAt(head, 0, "#!AMR")) return "amr";
  if (textAt(head, 4, "ftyp")) return "mp4";
  if (textAt(head, 0, "FORM") && (textAt(head, 8, "AIFF") || textAt(head, 8, "AIFC"))) return "aiff";
  if (textAt(head, 0, "\x1a\x45\xdf\xa3")) return "webm";
  if (textAt(head, 0, "ID3")) return "mp3";
  // An MPEG audio frame begins with eleven set bits; 0xFFFE and 0xFEFF are marks of UTF-16 text.
  return head[0] === 0xff && [0xfb, 0xf3, 0xf2].includes(head[1] ?? 0) ? "mp3" : null;
};

/** What one of several files is. A trace of our own is motion and can serve as labels too. */
export type RecognisedFile =
  | {
      readonly type: "motion";
      readonly file: RecordedFile;
      readonly format: MotionFormat;
      /** `motion`: acceleration with gravity, with or without rotation. */
      readonly content: TablePlan["content"];
      readonly canBeLabels: boolean;
    }
  | { readonly type: Exclude<RecordingKind, "motion">; readonly file: RecordedFile }
  | { readonly type: "unknown"; readonly file: RecordedFile; readonly error: RecordingError };

/** Looks at the beginning of each file and closes it again; in the order given. Never rejects. */
export const recogniseFiles = async (files: readonly RecordedFile[]): Promise<readonly RecognisedFile[]> => {
  const recognised: RecognisedFile[] = [];
  for (const file of files) {
    const source = await openWithHead(file);
    if (source.type === "error") {
      recognised.push({ type: "unknown", file, error: source.error });
      continue;
    }
    const found = recogniseHead(file.name, source.value.head);
    await source.value.close();
    recognised.push(toRecognisedFile(file, found));
  }
  return recognised;
};

const toRecognisedFile = (file: RecordedFile, found: Result<RecognisedHead, RecordingError>): RecognisedFile => {
  if (found.type === "error") return { type: "unknown", file, error: found.error };
  if (found.value.type !== "motion") return { type: found.value.type, file };
  const { format, content } = found.value.plan;
  return { type: "motion", file, format, content, canBeLabels: format === "undivided-trace" };
};
