export { recordedBytes, type RecordedFile } from "./recorded-file.ts";
export type * from "./recording-error.ts";
export { recogniseFiles, type RecognisedFile } from "./recognise.ts";
export { readMotion, type Batches, type MotionFile, type MotionRecording } from "./motion/read-motion.ts";
export { MATCH_MS, type MotionCounts } from "./motion/merge-motion.ts";
export type { TableContent as MotionContent } from "./csv/table-plan.ts";
