/**
 * Have the chains forgotten where they began, and how many independent draws are they worth?
 *
 * Split R-hat and effective sample size over several chains: Gelman et al., Bayesian Data Analysis, 3rd ed., 11.4-11.5, with
 * Geyer's initial monotone sequence (Statist. Sci. 7, 1992). Computed on the coordinates the chains move in.
 */

/** Split R-hat: 1 if the halves of all chains agree. Each chain holds one coordinate's draws, at least four, all alike in number. */
export const splitRHat = (chains: readonly Float64Array[]): number => {
  const { within, pooled } = varianceParts(halves(chains));
  return within > 0 ? Math.sqrt(pooled / within) : 1;
};

/** Effective number of independent draws for the mean, over all chains; at most the number of draws times log10 of it. */
export const effectiveSampleSize = (chains: readonly Float64Array[]): number => {
  const parts = halves(chains);
  const length = parts[0]?.length ?? 0;
  const total = length * parts.length;
  const { within, pooled, means } = varianceParts(parts);
  if (!(pooled > 0)) return total;
  const correlationAt = (lag: number): number => {
    let sum = 0;
    parts.forEach((part, index) => {
      const mean = means[index] ?? 0;
      for (let t = lag; t < length; t += 1) sum += ((part[t] ?? 0) - mean) * ((part[t - lag] ?? 0) - mean);
    });
    return 1 - (within - sum / total) / pooled;
  };
  let time = -1;
  let previous = Infinity;
  for (let lag = 0; lag + 1 < length; lag += 2) {
    const pair = Math.min(previous, correlationAt(lag) + correlationAt(lag + 1));
    if (pair < 0) break;
    time += 2 * pair;
    previous = pair;
  }
  return total / Math.max(time, 1 / Math.log10(total));
};

const halves = (chains: readonly Float64Array[]): readonly Float64Array[] =>
  chains.flatMap((chain) => {
    const half = Math.floor(chain.length / 2);
    return [chain.subarray(0, half), chain.subarray(chain.length - half)];
  });

const varianceParts = (parts: readonly Float64Array[]) => {
  const length = parts[0]?.length ?? 0;
  const means = parts.map((part) => part.reduce((sum, one) => sum + one, 0) / length);
  const grand = means.reduce((sum, one) => sum + one, 0) / means.length;
  const between = means.reduce((sum, one) => sum + (one - grand) ** 2, 0) / (means.length - 1);
  const within =
    parts.reduce(
      (sum, part, k) => sum + part.reduce((rest, one) => rest + (one - (means[k] ?? 0)) ** 2, 0) / (length - 1),
      0,
    ) / parts.length;
  return { within, pooled: ((length - 1) / length) * within + between, means };
};
