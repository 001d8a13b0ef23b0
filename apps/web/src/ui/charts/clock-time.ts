/**
 * Times of a recording as a clock reads them: `1:06`, `1:02:30`; with tenths where a second is too coarse.
 * Digits are the same in every language of the app, so no locale is needed.
 */
export const clockTime = (atMs: number, tenths = false): string => {
  const sign = atMs < 0 ? "−" : "";
  const unit = tenths ? 100 : 1000;
  const rounded = Math.round(Math.abs(atMs) / unit) * unit;
  const seconds = Math.floor(rounded / 1000) % 60;
  const minutes = Math.floor(rounded / 60_000) % 60;
  const hours = Math.floor(rounded / 3_600_000);
  const two = (value: number): string => String(value).padStart(2, "0");
  const fraction = tenths ? `.${Math.floor((rounded % 1000) / 100)}` : "";
  return hours > 0
    ? `${sign}${hours}:${two(minutes)}:${two(seconds)}${fraction}`
    : `${sign}${minutes}:${two(seconds)}${fraction}`;
};

/** Steps that people read off without counting, milliseconds. */
const stepsMs = [
  100, 200, 500, 1000, 2000, 5000, 10_000, 15_000, 30_000, 60_000, 120_000, 300_000, 600_000, 900_000, 1_800_000,
  3_600_000, 7_200_000,
] as const;

/** A round time this little before the view is ticked at its edge: a recording seldom starts at nought exactly. */
const edgeShare = 0.004;

/** At most `count` round times in the view, ascending. */
export const clockTicks = (
  view: { readonly from: number; readonly until: number },
  count: number,
): readonly number[] => {
  const length = view.until - view.from;
  if (!(length > 0) || count < 1) return [];
  const step =
    stepsMs.find((candidate) => length / candidate <= count) ?? Math.ceil(length / count / 3_600_000) * 3_600_000;
  const ticks: number[] = [];
  const first = view.from - length * edgeShare;
  for (let tick = Math.ceil(first / step) * step + 0; tick <= view.until; tick += step) ticks.push(tick);
  return ticks;
};
