/** Opens the files of `undivided detect`. */
import { err, isErr, ok, secondsToMillis, type Result } from "@undivided/domain";
import type { RecordingStreams } from "@undivided/sensing";
import {
  readLabels,
  readMotion,
  readPage,
  readWav,
  type MotionLabel,
  type RecordingError,
} from "@undivided/sensing/recording";
import { type Io, writeLine } from "../verbs/verb.ts";
import type { DetectCall } from "./detect-call.ts";
import { openNodeFile } from "./node-file.ts";
import { describeRecordingError } from "./recording-words.ts";
import type { SkippedLines } from "./skipped-lines.ts";

export const STRICT_WORDS = "a bad line, and --strict: nothing more is read.";

/** Opens all that the call names and says on standard error what it is. The error is a sentence for a person. */
export const openStreams = async (
  call: DetectCall,
  io: Io,
  skipped: SkippedLines,
): Promise<Result<RecordingStreams<RecordingError>, string>> => {
  const closers: (() => Promise<void>)[] = [];
  const giveUp = async (words: string): Promise<Result<never, string>> => {
    for (const close of closers) await close();
    return err(words);
  };
  let streams: RecordingStreams<RecordingError> = { motion: null, speech: null, page: null };

  if (call.motion.length > 0) {
    const files = await Promise.all(call.motion.map((name) => openNodeFile(io.cwd, name)));
    const motion = await readMotion(files, skipped.add);
    if (isErr(motion)) return giveUp(describeRecordingError(motion.error));
    closers.push(motion.value.close);
    streams = { ...streams, motion: motion.value.readings };
    for (const { file, format, content, isUsed } of motion.value.files) {
      await writeLine(io.stderr, `${file}: ${format}, ${content}${isUsed ? "" : " (not needed)"}`);
    }
  }
  if (call.page !== null) {
    const page = await readPage(await openNodeFile(io.cwd, call.page), skipped.add);
    if (isErr(page)) return giveUp(describeRecordingError(page.error));
    closers.push(page.value.close);
    streams = { ...streams, page: page.value.changes };
  }
  if (call.sound !== null) {
    const sound = await readWav(await openNodeFile(io.cwd, call.sound));
    if (isErr(sound)) return giveUp(describeRecordingError(sound.error));
    closers.push(sound.value.close);
    // The voice engine is loaded only where there is sound.
    const [{ loadSileroWeights }, { streamSpeech }] = await Promise.all([
      import("./silero-file.ts"),
      import("./speech-stream.ts"),
    ]);
    const weights = await loadSileroWeights();
    if (isErr(weights)) return giveUp(weights.error);
    const { sampleRate, channels, encoding } = sound.value;
    await writeLine(io.stderr, `${call.sound}: WAV, ${encoding}, ${sampleRate} Hz, channels: ${channels}`);
    streams = { ...streams, speech: streamSpeech(sound.value, weights.value, secondsToMillis(call.soundAtSeconds)) };
  }
  return skipped.isFatal() ? giveUp(STRICT_WORDS) : ok(streams);
};

/** Null if none are asked for. */
export const openLabels = async (
  call: DetectCall,
  io: Io,
  skipped: SkippedLines,
): Promise<Result<readonly MotionLabel[] | null, string>> => {
  if (call.labels === null) return ok(null);
  // A trace that is motion and labels at once is read twice: its bad lines are named when it is read as motion.
  const isMotionToo = call.motion.includes(call.labels);
  const read = await readLabels(await openNodeFile(io.cwd, call.labels), isMotionToo ? () => undefined : skipped.add);
  if (isErr(read)) return err(describeRecordingError(read.error));
  if (read.value.unknownEvents > 0) {
    await writeLine(
      io.stderr,
      `${call.labels}: ${read.value.unknownEvents} events of a newer version were passed over`,
    );
  }
  return skipped.isFatal() ? err(STRICT_WORDS) : ok(read.value.labels);
};
