/** Sentences for what the readers of recorded files report. Each says what happened and, where there is one, the way on. */
import type { RecordingError, SkippedLine, SkipReason } from "@undivided/sensing/recording";

export const describeRecordingError = (error: RecordingError): string => {
  switch (error.type) {
    case "no-files":
      return "no file was given.";
    case "unreadable":
      return `${error.file}: ${describeUnreadable(error.code, error.message)}.`;
    case "empty-file":
      return `${error.file}: the file is empty.`;
    case "unknown-format":
      return `${error.file}: not a kind of recording that is known here; docs/spec/detect.md lists them.`;
    case "wrong-kind":
      return `${error.file}: a ${error.found} file, where a ${error.wanted} file is wanted.`;
    case "no-samples":
      return error.skipped === 0
        ? `${error.file}: a header, but no line after it.`
        : `${error.file}: none of its ${error.skipped} lines could be used.`;
    case "newer-trace":
      return `${error.file}: trace format ${error.version}; this version reads up to ${error.readable}. Update Undivided.`;
    case "damaged-trace":
      return `${error.file}: says it is an Undivided trace, but its second line is not the header.`;
    case "unknown-sensor":
      return error.format === "sensor-logger"
        ? `${error.file}: Sensor Logger's files look alike; the name must say Accelerometer, Gravity, TotalAcceleration or Gyroscope.`
        : `${error.file}: no column in m/s^2 or rad/s.`;
    case "uncalibrated-sensor":
      return `${error.file}: an uncalibrated stream; record the calibrated sensor.`;
    case "gravity-missing":
      return `${error.file}: acceleration without gravity; give Gravity or TotalAcceleration with it.`;
    case "acceleration-missing":
      return `${error.files.join(", ")}: a gyroscope alone cannot tell a pick-up; give the accelerometer's file too.`;
    case "same-sensor-twice":
      return `${error.files.join(", ")}: the same sensor (${error.sensor}) twice; give one recording at a time.`;
    case "mixed-clocks":
      return `${error.relative.join(", ")} counts from its own start, ${error.absolute.join(", ")} by the calendar: nothing says how they fit together.`;
    case "unsupported-sound":
      return `${error.file}: ${error.container} sound; only WAV is read. Convert it first.`;
    case "truncated-wav":
      return `${error.file}: a truncated WAV: its ${error.part === "header" ? "header" : "sound"} should have ${error.expectedBytes} bytes and has ${error.foundBytes}.`;
    case "unsupported-codec":
      return `${error.file}: WAV format ${error.formatTag} with ${error.bits} bits is not read; PCM, float, A-law and mu-law are.`;
    case "unsupported-sample-rate":
      return `${error.file}: ${error.sampleRate} samples a second; 8000 to 192000 are read.`;
    case "damaged-wav":
      return `${error.file}: a damaged WAV (${error.what}).`;
  }
};

const describeUnreadable = (code: string | null, message: string): string => {
  switch (code) {
    case "ENOENT":
      return "there is no such file";
    case "EISDIR":
      return "a folder, where a file is wanted";
    case "EACCES":
    case "EPERM":
      return "no permission to read it";
    default:
      return `could not be read: ${message}`;
  }
};

export const describeSkippedLine = ({ file, line, reason }: SkippedLine): string =>
  `${file}:${line}: ${describeSkipReason(reason)}`;

const describeSkipReason = (reason: SkipReason): string => {
  switch (reason.type) {
    case "not-a-number":
      return `"${reason.text}" in column ${reason.column} is not a number`;
    case "not-finite":
      return `"${reason.text}" in column ${reason.column} is not a finite number`;
    case "out-of-range":
      return `"${reason.text}" in column ${reason.column} is beyond what a sensor or clock says`;
    case "missing-value":
      return `column ${reason.column} is empty`;
    case "wrong-column-count":
      return `${reason.found} columns, where ${reason.expected} are wanted`;
    case "time-runs-backwards":
      return `time runs backwards by ${reason.byMs} ms`;
    case "time-jumps-ahead":
      return `time jumps ahead by ${reason.byMs} ms, and back again`;
    case "line-too-long":
      return `longer than ${reason.limitBytes} bytes`;
    case "unknown-label":
      return `"${reason.text}" is no label; lift and put-down are`;
    case "not-json":
      return "not a line of JSON";
    case "wrong-field":
      return `needs "${reason.field}" as ${reason.field === "at" ? "a number of seconds" : "true or false"}`;
  }
};
