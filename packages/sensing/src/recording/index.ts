/** Readers of recorded files: motion, sound, page, labels, and our own trace. The same in Node and in a browser. */
export { recordedBytes, type RecordedFile } from "./recorded-file.ts";
export type {
  MotionFormat,
  MotionSensor,
  OnSkipped,
  RecordingError,
  RecordingKind,
  SkippedLine,
  SkipReason,
  SoundContainer,
  WavDamage,
} from "./recording-error.ts";
export { recogniseFiles, type RecognisedFile } from "./recognise.ts";
export { collectBatches, type Batches } from "./batches.ts";
export { readMotion, type MotionFile, type MotionRecording } from "./motion/read-motion.ts";
export { MATCH_MS, type MotionCounts } from "./motion/merge-motion.ts";
export type { TableContent as MotionContent } from "./csv/table-plan.ts";
export { readLabels, type MotionLabel, type RecordedLabels } from "./labels.ts";
export { readPage, type PageRecording } from "./page.ts";
export { readWav, type WavRecording } from "./wav/read-wav.ts";
export type { WavEncoding } from "./wav/wav-format.ts";
export { formatTrace, formatTraceRow, traceHeader, type TraceRow } from "./trace-writer.ts";
export { TRACE_VERSION, type TraceEvent } from "./formats/undivided-trace.ts";
