/** Lengths of time in words of the language: "27 seconds", "2 minutes, 5 seconds", "1 hour, 3 minutes". */
const part = (locale: string, unit: "hour" | "minute" | "second", value: number): string =>
  new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(value);

/** Never more than two units; under a second it says one second, since nothing shorter is meant. */
export const durationWords = (locale: string, ms: number): string => {
  const seconds = Math.max(1, Math.round(ms / 1000));
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = seconds % 60;
  const parts =
    hours > 0
      ? [part(locale, "hour", hours), ...(minutes > 0 ? [part(locale, "minute", minutes)] : [])]
      : minutes > 0
        ? // From ten minutes on a second more or less says nothing.
          [part(locale, "minute", minutes), ...(rest > 0 && minutes < 10 ? [part(locale, "second", rest)] : [])]
        : [part(locale, "second", rest)];
  return new Intl.ListFormat(locale, { type: "unit" }).format(parts);
};
