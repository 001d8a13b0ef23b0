/** Every sentence of this page that depends on what was read: exhaustive over the lists of sensing and of the readers. */
import type { RecordingError, RecordingKind, SkippedLine, SkipReason } from "@undivided/sensing/recording";
import { m } from "../../paraglide/messages.js";
import { getRegion } from "../../platform/region.ts";
import type { RecordingProblem } from "./analysis.ts";
import { countWord, numberWords, toneWords, unknownWords } from "../../sensed/sensed-words.ts";
import { decidingReason, type Counts, type MomentView } from "./moment-view.ts";
import type { SenseReading } from "./reading.ts";

const list = (names: readonly string[]): string =>
  new Intl.ListFormat(getRegion(), { type: "conjunction" }).format(names);

/** The finding, as the title of the picture. */
export const findingWords = (counts: Counts, hasMotion: boolean): string => {
  const { total, counted, notCounted, onlyPickups } = counts;
  if (total === 0) return hasMotion ? m.finding_none() : m.finding_sound_only();
  if (!onlyPickups)
    return m.finding_moments({ total: numberWords(total), counted: numberWords(counted), count: counted });
  if (total === 1) {
    return counted === 1 ? m.finding_one_counted() : notCounted === 1 ? m.finding_one_not() : m.finding_one_open();
  }
  return m.finding_pickups({ total: countWord(total), counted: countWord(counted), count: counted });
};

/** Said below the finding where some moments cannot be known. */
export const openWords = ({ open }: Counts): string | null => (open === 0 ? null : m.finding_open({ count: open }));

export const momentTitle = (moment: MomentView): string => {
  if (moment.kind === "left-app") return m.moment_left_app();
  if (moment.sign === "counted") return m.moment_in_talk();
  switch (decidingReason(moment)?.reason) {
    case "lull":
      return m.moment_after_lull();
    case "no-sound":
    case "sound-unknown":
      return m.moment_no_sound();
    default:
      return m.moment_open();
  }
};

/** A word or two, beside its sign on the timeline. */
export const momentLabel = (moment: MomentView): string => {
  if (moment.sign === "counted") return m.label_counted();
  switch (decidingReason(moment)?.reason) {
    case "lull":
      return m.label_lull();
    case "no-lift":
      return m.label_locked();
    case "same-pick-up":
      return m.label_same();
    default:
      return moment.sign === "open" ? m.label_open() : m.label_not_counted();
  }
};

export const signWords = (sign: MomentView["sign"]): string =>
  sign === "counted" ? m.label_counted() : sign === "open" ? m.label_open() : m.label_not_counted();

const senseWords = (reading: SenseReading, sense: "motion" | "sound", fine: boolean): string => {
  if (reading.tone === "unknown") {
    const why = reading.why === null ? toneWords("unknown") : unknownWords(reading.why);
    return sense === "motion" ? m.reading_motion_unknown({ why }) : m.reading_sound_unknown({ why });
  }
  const words = toneWords(reading.tone);
  if (!fine || reading.value === null) return words;
  return sense === "motion"
    ? m.reading_angle({ words, degrees: numberWords(Math.round(reading.value)) })
    : m.reading_speech({
        words,
        share: new Intl.NumberFormat(getRegion(), { style: "percent" }).format(reading.value),
      });
};

/**
 * What a time of the recording says: for the eye beside the clock, for a screen reader as the value of the slider. `fine` adds the
 * measured values; seen from afar the value of one instant would contradict the state it belongs to (a breath within a talk).
 */
export const readingWords = (
  phone: SenseReading | null,
  room: SenseReading | null,
  moment: MomentView | null,
  fine: boolean,
): string =>
  [
    phone === null ? null : senseWords(phone, "motion", fine),
    room === null ? null : senseWords(room, "sound", fine),
    moment === null ? null : m.reading_moment({ sign: signWords(moment.sign) }),
  ]
    .filter((words) => words !== null)
    .join(" · ");

export const kindWords = (kind: RecordingKind): string => {
  switch (kind) {
    case "motion":
      return m.kind_motion();
    case "sound":
      return m.kind_sound();
    case "page":
      return m.kind_page();
    case "labels":
      return m.kind_labels();
  }
};

export const problemWords = (problem: RecordingProblem): string => {
  switch (problem.type) {
    case "file":
      return problem.error.type === "unknown-format"
        ? `${errorWords(problem.error)} ${m.problem_see_formats()}`
        : errorWords(problem.error);
    case "too-many":
      return problem.kind === "sound"
        ? m.problem_two_sounds({ files: list(problem.files) })
        : m.problem_two_pages({ files: list(problem.files) });
    case "nothing-in-it":
      return m.problem_nothing();
    case "no-voice-engine":
      return m.problem_no_voice();
    case "example-not-loaded":
      return m.problem_example();
    case "broken":
      return m.problem_broken();
  }
};

export const errorWords = (error: RecordingError): string => {
  switch (error.type) {
    case "no-files":
      return m.error_no_files();
    case "unreadable":
      return m.error_unreadable({ file: error.file });
    case "empty-file":
      return m.error_empty({ file: error.file });
    case "unknown-format":
      return m.error_unknown_format({ file: error.file });
    case "wrong-kind":
      return error.found === "labels"
        ? m.error_labels({ file: error.file })
        : m.error_wrong_kind({ file: error.file, found: kindWords(error.found), wanted: kindWords(error.wanted) });
    case "no-samples":
      return error.skipped === 0
        ? m.error_no_lines({ file: error.file })
        : m.error_no_good_lines({ file: error.file, count: error.skipped, lines: numberWords(error.skipped) });
    case "newer-trace":
      return m.error_newer_trace({ file: error.file });
    case "damaged-trace":
      return m.error_damaged_trace({ file: error.file });
    case "unknown-sensor":
      return error.format === "sensor-logger"
        ? m.error_unknown_sensor_name({ file: error.file })
        : m.error_unknown_sensor({ file: error.file });
    case "uncalibrated-sensor":
      return m.error_uncalibrated({ file: error.file });
    case "gravity-missing":
      return m.error_gravity_missing({ file: error.file });
    case "acceleration-missing":
      return m.error_acceleration_missing({ files: list(error.files) });
    case "same-sensor-twice":
      return m.error_same_sensor({ files: list(error.files) });
    case "mixed-clocks":
      return m.error_mixed_clocks({ relative: list(error.relative), absolute: list(error.absolute) });
    case "unsupported-sound":
      return m.error_unsupported_sound({ file: error.file, container: error.container.toUpperCase() });
    case "truncated-wav":
      return m.error_truncated_wav({
        file: error.file,
        expected: numberWords(error.expectedBytes),
        found: numberWords(error.foundBytes),
      });
    case "unsupported-codec":
      return m.error_unsupported_codec({ file: error.file });
    case "unsupported-sample-rate":
      return m.error_sample_rate({ file: error.file, rate: numberWords(error.sampleRate) });
    case "damaged-wav":
      return m.error_damaged_wav({ file: error.file });
  }
};

export const skippedWords = ({ file, line, reason }: SkippedLine): string =>
  m.skipped_line({ file, line: numberWords(line), reason: skipReasonWords(reason) });

const skipReasonWords = (reason: SkipReason): string => {
  switch (reason.type) {
    case "not-a-number":
      return m.skip_not_a_number({ text: reason.text, column: reason.column });
    case "not-finite":
    case "out-of-range":
      return m.skip_out_of_range({ text: reason.text, column: reason.column });
    case "missing-value":
      return m.skip_missing({ column: reason.column });
    case "wrong-column-count":
      return m.skip_columns({ found: numberWords(reason.found), expected: numberWords(reason.expected) });
    case "time-runs-backwards":
      return m.skip_backwards();
    case "time-jumps-ahead":
      return m.skip_jump();
    case "line-too-long":
      return m.skip_too_long();
    case "unknown-label":
      return m.skip_label({ text: reason.text });
    case "not-json":
      return m.skip_not_json();
    case "wrong-field":
      return m.skip_field({ field: reason.field });
  }
};
