/**
 * Median of the first `count` numbers of `values`, which it reorders; NaN for none. Mean of the two middle ones if even.
 *
 * Quickselect (Hoare 1961, "Algorithm 65: Find"), O(n) on average, so that a window costs no full sort twenty times a second.
 */
export const selectMedian = (values: Float64Array, count: number): number => {
  if (count === 0) return Number.NaN;
  const upperIndex = count >> 1;
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const pivot = values[(low + high) >> 1] ?? 0;
    let i = low;
    let j = high;
    while (i <= j) {
      while ((values[i] ?? 0) < pivot) i += 1;
      while ((values[j] ?? 0) > pivot) j -= 1;
      if (i <= j) {
        const held = values[i] ?? 0;
        values[i] = values[j] ?? 0;
        values[j] = held;
        i += 1;
        j -= 1;
      }
    }
    if (upperIndex <= j) high = j;
    else if (upperIndex >= i) low = i;
    else break;
  }
  const upper = values[upperIndex] ?? 0;
  if (count % 2 === 1) return upper;
  let lower = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < upperIndex; k += 1) lower = Math.max(lower, values[k] ?? lower);
  return (lower + upper) / 2;
};
