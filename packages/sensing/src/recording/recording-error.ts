/**
 * What can be wrong with a recording: the errors that end the reading, and the reasons why one line was left out.
 *
 * Both are closed unions of facts; the command line and the app make the sentences. Names of files are passed on as given.
 */

/** Kinds of recorded file that the readers tell apart from the content. */
export type RecordingKind = "motion" | "sound" | "page" | "labels";

export type MotionFormat = "phyphox" | "sensor-logger" | "sp-sw-har" | "undivided-trace";

/** `accelerometer` is Sensor Logger's acceleration *without* gravity; `total-acceleration` includes it. */
export type MotionSensor = "total-acceleration" | "accelerometer" | "gravity" | "gyroscope";

/** Sound containers that are recognised in order to say that only WAV is read. */
export type SoundContainer = "ogg" | "flac" | "mp3" | "mp4" | "webm" | "aiff" | "caf" | "amr";

export type RecordingError =
  | { readonly type: "no-files" }
  /** The source failed: gone, a directory, no permission. `code` is the system's, such as `EISDIR`, where it gives one. */
  | { readonly type: "unreadable"; readonly file: string; readonly code: string | null; readonly message: string }
  /** No bytes, or nothing but blanks. */
  | { readonly type: "empty-file"; readonly file: string }
  | { readonly type: "unknown-format"; readonly file: string }
  | {
      readonly type: "wrong-kind";
      readonly file: string;
      readonly wanted: RecordingKind;
      readonly found: RecordingKind;
    }
  /** A known header with no line that could be used. `skipped` counts the bad lines. */
  | { readonly type: "no-samples"; readonly file: string; readonly skipped: number }
  | { readonly type: "newer-trace"; readonly file: string; readonly version: number; readonly readable: number }
  /** Our own trace format, but its second line is not the header. */
  | { readonly type: "damaged-trace"; readonly file: string }
  /** Sensor Logger: the file's name names no sensor. phyphox: no column in m/s² or rad/s. */
  | { readonly type: "unknown-sensor"; readonly file: string; readonly format: MotionFormat }
  /** Sensor Logger's raw streams: their unit depends on the phone, and drift is not corrected. */
  | { readonly type: "uncalibrated-sensor"; readonly file: string }
  | { readonly type: "gravity-missing"; readonly file: string }
  | { readonly type: "acceleration-missing"; readonly files: readonly string[] }
  | { readonly type: "same-sensor-twice"; readonly sensor: MotionSensor; readonly files: readonly string[] }
  /** Some files count from their own start and some by the calendar: nothing says how the two fit together. */
  | { readonly type: "mixed-clocks"; readonly relative: readonly string[]; readonly absolute: readonly string[] }
  | { readonly type: "unsupported-sound"; readonly file: string; readonly container: SoundContainer }
  /** The file ends early. `part` says what was cut; the bytes are those of that part. */
  | {
      readonly type: "truncated-wav";
      readonly file: string;
      readonly part: "header" | "samples";
      readonly expectedBytes: number;
      readonly foundBytes: number;
    }
  /** `formatTag` is the WAVE format number (2: ADPCM, 85: MP3 …). */
  | { readonly type: "unsupported-codec"; readonly file: string; readonly formatTag: number; readonly bits: number }
  | { readonly type: "unsupported-sample-rate"; readonly file: string; readonly sampleRate: number }
  | { readonly type: "damaged-wav"; readonly file: string; readonly what: WavDamage };

export type WavDamage =
  "no-format" | "no-data-chunk" | "no-channels" | "too-many-channels" | "frame-size" | "big-endian";

/** Why a line was left out. `text` is the field as written, cut to 40 characters. */
export type SkipReason =
  | { readonly type: "not-a-number"; readonly column: string; readonly text: string }
  /** NaN, Infinity, or beyond what a number holds. */
  | { readonly type: "not-finite"; readonly column: string; readonly text: string }
  /** Beyond what any phone's sensor or clock says. */
  | { readonly type: "out-of-range"; readonly column: string; readonly text: string }
  | { readonly type: "missing-value"; readonly column: string }
  | { readonly type: "wrong-column-count"; readonly expected: number; readonly found: number }
  | { readonly type: "time-runs-backwards"; readonly byMs: number }
  /** One line alone lies far ahead of those after it. */
  | { readonly type: "time-jumps-ahead"; readonly byMs: number }
  | { readonly type: "line-too-long"; readonly limitBytes: number }
  | { readonly type: "unknown-label"; readonly text: string }
  | { readonly type: "not-json" }
  /** JSON, but not an object with this field of the right type. */
  | { readonly type: "wrong-field"; readonly field: "at" | "visible" };

/** A line that was read, named and left out. `line` counts from 1 and counts blank lines and headers too. */
export interface SkippedLine {
  readonly file: string;
  readonly line: number;
  readonly reason: SkipReason;
}

/**
 * Called for every bad line, file by file nearly in the order of lines: that a line lies far ahead of the others shows only at the next good one. When the files are refused as a whole, it has been called for what was read until then.
 */
export type OnSkipped = (skipped: SkippedLine) => void;
