/** `undivided detect`: recorded motion, sound and page visibility in, what sensing says of it out. docs/spec/detect.md is its contract. */
import { err, isErr, ok, type Result } from "@undivided/domain";
import { analyseRecording, type RecordingAnalysis, type SensingEvent } from "@undivided/sensing";
import { readDetectCall, type DetectCall } from "../detect/detect-call.ts";
import { toEventLine, toFrameLine } from "../detect/event-line.ts";
import { openLabels, openStreams, STRICT_WORDS } from "../detect/open-inputs.ts";
import { describeRecordingError, describeSkippedLine } from "../detect/recording-words.ts";
import { scoreLabels } from "../detect/score.ts";
import { createSkippedLines, type SkippedLines } from "../detect/skipped-lines.ts";
import { exitCodes, type ExitCode, type Io, type Verb, writeJson, writeLine } from "./verb.ts";

const usage = `undivided detect [--motion FILE…] [--sound FILE] [--sound-at SECONDS] [--page FILE.jsonl]
                 [--labels FILE.csv] [--frames] [--strict]

Says of a recording what the app would have said: when the phone rested, was picked up and put back, when there was
talk in the room, and which pick-ups count, with the reasons. Nothing leaves this machine.

  --motion FILE…     phyphox, Sensor Logger, sp-sw-har or our own trace; several files of one recording
  --sound FILE       WAV; only a speech probability every 32 ms is made of it
  --sound-at SECONDS when the sound begins on the recording's clock (default 0)
  --page FILE        JSON lines such as {"at":12.3,"visible":false}
  --labels FILE      CSV "at,label" with lift or put-down, or our own trace: adds a line that scores the pick-ups
  --frames           also writes the speech probability of every 32 ms
  --strict           a bad line in an input ends the call

One JSON object a line on standard output, sorted by "at" (seconds). docs/spec/detect.md explains each.
Exit codes: 0 done, 1 a file could not be read, 2 the call was wrong.`;

const run = async (args: readonly string[], io: Io): Promise<ExitCode> => {
  const call = readDetectCall(args);
  if (call.type === "wrong") {
    await writeLine(io.stderr, `undivided detect: ${call.words}. "undivided detect --help" explains the call.`);
    return exitCodes.wrongCall;
  }
  const skipped = createSkippedLines(call.strict);
  const outcome = await detect(call, io, skipped);
  for (const line of skipped.words(describeSkippedLine)) await writeLine(io.stderr, line);
  if (isErr(outcome)) {
    await writeLine(io.stderr, `undivided detect: ${outcome.error}`);
    return exitCodes.failed;
  }
  await writeLine(io.stderr, describeOutcome(outcome.value, skipped.count()));
  return exitCodes.done;
};

/** The error is a sentence for a person. */
const detect = async (call: DetectCall, io: Io, skipped: SkippedLines): Promise<Result<RecordingAnalysis, string>> => {
  const labels = await openLabels(call, io, skipped);
  if (isErr(labels)) return labels;
  const opened = await openStreams(call, io, skipped);
  if (isErr(opened)) return opened;

  let pending: Promise<void> = Promise.resolve();
  let frameLines = "";
  const writeFrames = (): void => {
    const text = frameLines;
    frameLines = "";
    if (text !== "") pending = pending.then(() => io.stdout.write(text));
  };
  const analysed = await analyseRecording(opened.value, {
    onFrame: (frame) => {
      if (!call.frames) return;
      frameLines += `${JSON.stringify(toFrameLine(frame))}\n`;
      if (frameLines.length > 65_536) writeFrames();
    },
    onProgress: () => pending,
    isCancelled: () => skipped.isFatal() || io.signal.aborted,
  });
  writeFrames();
  await pending;
  if (skipped.isFatal()) return err(STRICT_WORDS);
  if (isErr(analysed)) return err(describeRecordingError(analysed.error));
  if (io.signal.aborted) return err("stopped.");
  if (analysed.value === null) return err("there is nothing in these files.");
  for (const event of analysed.value.events) await writeJson(io.stdout, toEventLine(event));
  if (labels.value !== null) await writeJson(io.stdout, scoreLabels(labels.value, analysed.value.events));
  return ok(analysed.value);
};

const describeOutcome = ({ from, until, events }: RecordingAnalysis, skippedLines: number): string => {
  const count = (matches: (event: SensingEvent) => boolean): number => events.filter(matches).length;
  const minutes = ((until - from) / 60_000).toFixed(1);
  const pickups = count((event) => event.type === "picked-up");
  const counted = count((event) => event.type === "moment" && event.counted === true);
  const open = count((event) => event.type === "moment" && event.counted === null);
  return `${minutes} minutes; pick-ups: ${pickups}; moments counted: ${counted}, open: ${open}; lines left out: ${skippedLines}`;
};

export const detectVerb: Verb = {
  name: "detect",
  summary: "say what the app would have said of a recording",
  usage,
  run,
};
