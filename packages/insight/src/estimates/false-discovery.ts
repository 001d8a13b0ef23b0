/**
 * Which of many comparisons may be pointed out, so that of those pointed out few are chance.
 *
 * Method: Benjamini & Hochberg (J. R. Statist. Soc. B 57, 1995). Comparisons of one person's slips share their evenings, so they are not
 * independent; the rule holds for positive dependence (Benjamini & Yekutieli, Ann. Statist. 29, 2001), and for the
 * negative dependence of shares of one whole its tests here measure it.
 */

/** Expected share of chance among what is pointed out. */
export const falseDiscoveryRate = 0.1;

/** For each p-value, whether it may be pointed out. O(n log n). */
export const findDiscoveries = (pValues: readonly number[], rate = falseDiscoveryRate): readonly boolean[] => {
  const sorted = [...pValues].sort((a, b) => a - b);
  const last = sorted.findLastIndex((p, index) => p <= (rate * (index + 1)) / sorted.length);
  const threshold = sorted[last] ?? -1;
  return pValues.map((p) => p <= threshold);
};
