/**
 * Reads the files of one recording and runs them through the session that also runs live: the work of the page's worker.
 *
 * The same readers and the same session as on the command line. What the page draws besides (the angle, the
 * likelihood of speech) is kept as an envelope of bounded size, so that three hours fit as well as three minutes.
 * **Privacy:** sound is read in pieces, each becomes one number for 32 ms, and is forgotten.
 */
import { err, ok, secondsToMillis, type Millis, type Result } from "@undivided/domain";
import { analyseRecording, type SenseStream, type SensingEvent, type SpeechFrame } from "@undivided/sensing";
import {
  readMotion,
  readPage,
  readWav,
  recogniseFiles,
  type RecognisedFile,
  type RecordedFile,
  type RecordingError,
  type RecordingKind,
  type SkippedLine,
  type WavRecording,
} from "@undivided/sensing/recording";
import { createEnvelope, type Envelope, type EnvelopeBuilder } from "../../ui/charts/min-max.ts";

/** What stops a recording from being shown. */
export type RecordingProblem =
  | { readonly type: "file"; readonly error: RecordingError }
  | { readonly type: "too-many"; readonly kind: "sound" | "page"; readonly files: readonly string[] }
  | { readonly type: "nothing-in-it" }
  /** The voice engine could not be loaded, so sound cannot be read. */
  | { readonly type: "no-voice-engine" }
  | { readonly type: "example-not-loaded" }
  /** The worker itself failed: a mistake of ours. */
  | { readonly type: "broken" };

export interface ReadFile {
  readonly name: string;
  readonly kind: RecordingKind;
}

export interface ShownRecording {
  readonly from: number;
  readonly until: number;
  readonly events: readonly SensingEvent[];
  /** Degrees from where the phone last rested; null without motion. */
  readonly angle: Envelope | null;
  /** Likelihood of speech, 0 to 1; null without sound. */
  readonly speech: Envelope | null;
  readonly files: readonly ReadFile[];
  /** Files that were not used, each with its reason. */
  readonly leftOut: readonly RecordingError[];
  readonly skipped: { readonly count: number; readonly first: readonly SkippedLine[] };
}

export interface AnalysisOptions {
  /** When the sound begins on the recording's clock. */
  readonly soundAtSeconds: number;
  /** Speech probabilities of a sound; asked only where there is one. `null`: the voice engine is not to be had. */
  readonly openSpeech: (
    sound: WavRecording,
    startAt: Millis,
  ) => Promise<SenseStream<SpeechFrame, RecordingError> | null>;
  /** Share of the bytes read, 0 to 1. */
  readonly onProgress: (share: number) => void;
}

/** How many of the skipped lines are named; all are counted. */
const namedSkips = 100;
/** The motion is drawn at twenty readings a second, speech at one in 32 ms; both widen for longer recordings. */
const envelopeCapacity = 32_768;
const angleBucketMs = 50;
const speechBucketMs = 32;

export const analyseFiles = async (
  files: readonly RecordedFile[],
  options: AnalysisOptions,
): Promise<Result<ShownRecording, RecordingProblem>> => {
  const counted = countBytes(files, options.onProgress);
  const recognised = await recogniseFiles(counted);
  const chosen = sortFiles(recognised);
  if (chosen.type === "error") return chosen;
  const { motion, sound, page, leftOut } = chosen.value;

  const first: SkippedLine[] = [];
  let count = 0;
  const onSkipped = (line: SkippedLine): void => {
    count += 1;
    if (first.length < namedSkips) first.push(line);
  };

  const opened = await openAll(motion, sound, page, options, onSkipped);
  if (opened.type === "error") return opened;

  const angle = createLateEnvelope(angleBucketMs);
  const speech = createLateEnvelope(speechBucketMs);
  const analysed = await analyseRecording(opened.value, {
    onMotion: ({ at, angleDeg }) => {
      if (angleDeg !== null) angle.add(at, angleDeg);
    },
    onFrame: ({ at, speech: likelihood }) => speech.add(at, likelihood),
  });
  if (analysed.type === "error") return err({ type: "file", error: analysed.error });
  if (analysed.value === null) return err({ type: "nothing-in-it" });
  const used = [...motion, ...sound, ...page];
  return ok({
    ...analysed.value,
    angle: angle.build(),
    speech: speech.build(),
    files: recognised.flatMap((one) =>
      one.type !== "unknown" && used.includes(one.file) ? [{ name: one.file.name, kind: one.type }] : [],
    ),
    leftOut,
    skipped: { count, first },
  });
};

/** Counts what is read, each file once however often it is opened. */
const countBytes = (files: readonly RecordedFile[], onProgress: (share: number) => void): readonly RecordedFile[] => {
  const total = files.reduce((sum, { size }) => sum + (size ?? 0), 0);
  const readByFile = files.map(() => 0);
  const tell = (index: number, bytes: number): void => {
    if (bytes <= (readByFile[index] ?? 0)) return;
    readByFile[index] = bytes;
    if (total > 0) onProgress(Math.min(1, readByFile.reduce((sum, read) => sum + read, 0) / total));
  };
  return files.map((file, index) => ({
    ...file,
    chunks: async function* () {
      let bytes = 0;
      for await (const chunk of file.chunks()) {
        bytes += chunk.length;
        tell(index, bytes);
        yield chunk;
      }
    },
  }));
};

interface Sorted {
  readonly motion: readonly RecordedFile[];
  readonly sound: readonly RecordedFile[];
  readonly page: readonly RecordedFile[];
  readonly leftOut: readonly RecordingError[];
}

/** A file of no known kind does not spoil the others: it is left out by name. Alone, it is the problem. */
const sortFiles = (recognised: readonly RecognisedFile[]): Result<Sorted, RecordingProblem> => {
  const filesOf = (kind: RecordingKind): readonly RecordedFile[] =>
    recognised.filter((one) => one.type === kind).map(({ file }) => file);
  const motion = filesOf("motion");
  const sound = filesOf("sound");
  const page = filesOf("page");
  for (const [kind, some] of [
    ["sound", sound],
    ["page", page],
  ] as const) {
    if (some.length > 1) return err({ type: "too-many", kind, files: some.map(({ name }) => name) });
  }
  const leftOut = recognised.flatMap((one): readonly RecordingError[] =>
    one.type === "unknown"
      ? [one.error]
      : one.type === "labels"
        ? [{ type: "wrong-kind", file: one.file.name, wanted: "motion", found: "labels" }]
        : [],
  );
  if (motion.length + sound.length + page.length > 0) return ok({ motion, sound, page, leftOut });
  return err({ type: "file", error: leftOut[0] ?? { type: "no-files" } });
};

type Streams = Parameters<typeof analyseRecording<RecordingError>>[0];

const openAll = async (
  motionFiles: readonly RecordedFile[],
  [soundFile]: readonly RecordedFile[],
  [pageFile]: readonly RecordedFile[],
  { soundAtSeconds, openSpeech }: AnalysisOptions,
  onSkipped: (line: SkippedLine) => void,
): Promise<Result<Streams, RecordingProblem>> => {
  const opened: { readonly close: () => Promise<void> }[] = [];
  const refuse = async (problem: RecordingProblem): Promise<Result<never, RecordingProblem>> => {
    for (const { close } of opened) await close();
    return err(problem);
  };
  const refuseFile = (error: RecordingError): Promise<Result<never, RecordingProblem>> =>
    refuse({ type: "file", error });

  const motion = motionFiles.length === 0 ? null : await readMotion(motionFiles, onSkipped);
  if (motion?.type === "error") return refuseFile(motion.error);
  if (motion !== null) opened.push(motion.value);

  const sound = soundFile === undefined ? null : await readWav(soundFile);
  if (sound?.type === "error") return refuseFile(sound.error);
  if (sound !== null) opened.push(sound.value);

  const page = pageFile === undefined ? null : await readPage(pageFile, onSkipped);
  if (page?.type === "error") return refuseFile(page.error);
  if (page !== null) opened.push(page.value);

  const speech = sound === null ? null : await openSpeech(sound.value, secondsToMillis(soundAtSeconds));
  if (sound !== null && speech === null) return refuse({ type: "no-voice-engine" });
  return ok({ motion: motion?.value.readings ?? null, speech, page: page?.value.changes ?? null });
};

/** An envelope that begins where the first value is. */
const createLateEnvelope = (
  bucketMs: number,
): Pick<EnvelopeBuilder, "add"> & { readonly build: () => Envelope | null } => {
  let envelope: EnvelopeBuilder | null = null;
  return {
    add: (at, value) => {
      envelope ??= createEnvelope(at, bucketMs, envelopeCapacity);
      envelope.add(at, value);
    },
    build: () => envelope?.build() ?? null,
  };
};
