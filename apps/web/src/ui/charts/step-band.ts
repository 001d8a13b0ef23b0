/** Geometry of a rate over weeks: what lies where, for a given width. Pure, so that a test can look at it. */
export interface BandWeek {
  /** Null where nothing is known. */
  readonly rate: { readonly value: number; readonly low: number; readonly high: number } | null;
}

export interface BandFrame {
  readonly width: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly height: number;
}

/** Ticks from 0 in steps of 1, 2 or 5 times a power of ten, at least up to `most`; about `count` of them. */
export const ticksFromZero = (most: number, count: number): readonly number[] => {
  const rough = Math.max(most, 1e-9) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((one) => one >= rough) ?? rough;
  const last = Math.max(1, Math.ceil(most / step - 1e-9));
  return Array.from({ length: last + 1 }, (_, index) => index * step);
};

export const bandScale = (weeks: readonly BandWeek[], frame: BandFrame) => {
  const ticks = ticksFromZero(Math.max(0, ...weeks.map(({ rate }) => rate?.high ?? 0)) || 1, 3);
  const top = ticks.at(-1) ?? 1;
  const room = frame.width - frame.left - frame.right;
  return {
    ticks,
    x: (week: number): number => frame.left + (room * week) / Math.max(1, weeks.length),
    y: (rate: number): number => frame.top + frame.height * (1 - Math.min(rate, top) / top),
  };
};

/** The band as a path of steps, one a week; a week of which nothing is known leaves a gap. */
export const bandPath = (weeks: readonly BandWeek[], { x, y }: Pick<ReturnType<typeof bandScale>, "x" | "y">): string =>
  runsOf(weeks)
    .map((run) => {
      const highs = run.flatMap(({ index, rate }) => [
        `${round(x(index))} ${round(y(rate.high))}`,
        `${round(x(index + 1))} ${round(y(rate.high))}`,
      ]);
      const lows = run
        .toReversed()
        .flatMap(({ index, rate }) => [
          `${round(x(index + 1))} ${round(y(rate.low))}`,
          `${round(x(index))} ${round(y(rate.low))}`,
        ]);
      return `M${[...highs, ...lows].join("L")}z`;
    })
    .join("");

export const valuePath = (
  weeks: readonly BandWeek[],
  { x, y }: Pick<ReturnType<typeof bandScale>, "x" | "y">,
): string =>
  weeks
    .map(({ rate }, index) =>
      rate === null ? "" : `M${round(x(index))} ${round(y(rate.value))}H${round(x(index + 1))}`,
    )
    .join("");

interface KnownWeek {
  readonly index: number;
  readonly rate: NonNullable<BandWeek["rate"]>;
}

const runsOf = (weeks: readonly BandWeek[]): readonly (readonly KnownWeek[])[] => {
  const runs: KnownWeek[][] = [];
  weeks.forEach(({ rate }, index) => {
    if (rate === null) return;
    const last = runs.at(-1);
    if (last?.at(-1)?.index === index - 1) last.push({ index, rate });
    else runs.push([{ index, rate }]);
  });
  return runs;
};

const round = (value: number): number => Math.round(value * 10) / 10;
