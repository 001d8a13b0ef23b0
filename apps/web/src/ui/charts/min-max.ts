/**
 * Long recordings as what a screen can show: the lowest and the highest value of equal buckets of time.
 *
 * Method: min/max decimation. A mean would hide the short peak that matters (a lift, a word); the envelope cannot.
 * Three hours of motion are a million samples, a chart is a thousand columns: memory is bounded by the buckets, not by
 * the recording.
 */
export interface Envelope {
  /** Start of the first bucket, milliseconds. */
  readonly from: number;
  readonly bucketMs: number;
  /** Lowest and highest value of each bucket; NaN in both where nothing was measured. */
  readonly low: Float32Array;
  readonly high: Float32Array;
}

export interface EnvelopeBuilder {
  /** Total: ignores values that are not finite. Times may come in any order. O(1) amortised. */
  readonly add: (at: number, value: number) => void;
  /** What was added so far. The arrays are the caller's. */
  readonly build: () => Envelope;
}

/** Buckets start at `bucketMs` and double, halving their count, whenever more than `capacity` would be needed. */
export const createEnvelope = (from: number, bucketMs: number, capacity: number): EnvelopeBuilder => {
  let width = bucketMs;
  let used = 0;
  const low = new Float32Array(capacity).fill(Number.NaN);
  const high = new Float32Array(capacity).fill(Number.NaN);

  const put = (index: number, lowest: number, highest: number): void => {
    // Written so that a NaN bucket takes the first value.
    if (!((low[index] ?? Number.NaN) <= lowest)) low[index] = lowest;
    if (!((high[index] ?? Number.NaN) >= highest)) high[index] = highest;
  };

  const halve = (): void => {
    for (let index = 0; index < used; index += 1) {
      const lowest = low[index] ?? Number.NaN;
      const highest = high[index] ?? Number.NaN;
      low[index] = Number.NaN;
      high[index] = Number.NaN;
      if (!Number.isNaN(lowest)) put(index >> 1, lowest, highest);
    }
    used = (used + 1) >> 1;
    width *= 2;
  };

  return {
    add: (at, value) => {
      if (!Number.isFinite(value) || !(at >= from)) return;
      while (Math.floor((at - from) / width) >= capacity) halve();
      const index = Math.floor((at - from) / width);
      used = Math.max(used, index + 1);
      put(index, value, value);
    },
    build: () => ({ from, bucketMs: width, low: low.slice(0, used), high: high.slice(0, used) }),
  };
};

export interface Column {
  readonly low: number;
  readonly high: number;
}

/**
 * The envelope of `view` in `count` columns; `null` where nothing was measured. A bucket wider than a column fills every
 * column it reaches into, so that coming closer never tears holes.
 */
export const toColumns = (
  { from, bucketMs, low, high }: Envelope,
  view: { readonly from: number; readonly until: number },
  count: number,
): readonly (Column | null)[] => {
  const columns: (Column | null)[] = [];
  const columnMs = (view.until - view.from) / count;
  for (let column = 0; column < count; column += 1) {
    const start = view.from + column * columnMs;
    const first = Math.max(0, Math.floor((start - from) / bucketMs));
    const last = Math.min(low.length - 1, Math.max(first, Math.ceil((start + columnMs - from) / bucketMs) - 1));
    let lowest = Number.NaN;
    let highest = Number.NaN;
    for (let index = first; index <= last; index += 1) {
      const l = low[index] ?? Number.NaN;
      const h = high[index] ?? Number.NaN;
      if (!Number.isNaN(l) && !(lowest <= l)) lowest = l;
      if (!Number.isNaN(h) && !(highest >= h)) highest = h;
    }
    const before = start + columnMs <= from;
    columns.push(before || Number.isNaN(lowest) ? null : { low: lowest, high: highest });
  }
  return columns;
};
