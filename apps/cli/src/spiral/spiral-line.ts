/** One file of points in, one line of `undivided spiral` out. Depends on the file's numbers and the seed alone. */
import { isErr, ok, type Result } from "@undivided/domain";
import {
  type ChainReport,
  checkRescaling,
  createRandom,
  fitMaximumLikelihood,
  type GuardReading,
  type Posterior,
  readGuard,
  type RescalingCheck,
  samplePosterior,
  type Verdict,
} from "@undivided/insight";
import { readPointsFile } from "./points-file.ts";

/** What half-life stands in the line when nothing follows anything: the middle of the posterior's prior. */
const standInHours = 5 / 60;

export interface SpiralLine {
  readonly file: string;
  readonly events: number;
  readonly exposure: number;
  readonly mle: {
    readonly mu: readonly number[];
    readonly n: readonly (readonly number[])[];
    readonly halfLife: number;
    readonly logLikelihood: number;
  };
  readonly posterior: Posterior | null;
  readonly guard: GuardReading | null;
  readonly verdict: Verdict | null;
  readonly diagnostics: {
    readonly halfLife: "found" | "at-edge" | "no-followers";
    readonly spectralRadius: number;
    readonly rescaling: readonly RescalingCheck[];
    readonly chains: ChainReport | null;
  };
}

export interface SpiralOptions {
  readonly seed: number;
  readonly mleOnly: boolean;
}

/** The error says what is wrong and where in the file. */
export const analyseSpiral = (
  file: string,
  text: string,
  { seed, mleOnly }: SpiralOptions,
): Result<SpiralLine, string> => {
  const read = readPointsFile(text);
  if (isErr(read)) return read;
  const { points, hoursPerUnit } = read.value;
  const fit = fitMaximumLikelihood(points, standInHours / hoursPerUnit);
  const random = createRandom(seed);
  const isCouple = points.counts.length === 2;
  const guarded = isCouple && !mleOnly ? readGuard(points, { hoursPerUnit, look: "single", random }) : null;
  const sampled = mleOnly ? null : samplePosterior(points, { hoursPerUnit, fit, random });
  return ok({
    file,
    events: points.times.length,
    exposure: points.exposure,
    mle: { ...fit.params, logLikelihood: fit.logLikelihood },
    posterior: sampled?.posterior ?? null,
    guard: guarded?.reading ?? null,
    verdict: guarded?.verdict ?? null,
    diagnostics: {
      halfLife: fit.search.type,
      spectralRadius: spectralRadius(fit.params.n),
      rescaling: checkRescaling(points, fit.params),
      chains: sampled?.chains ?? null,
    },
  });
};

/** Of a 1 by 1 or 2 by 2 matrix without negative entries: the largest eigenvalue, which is real. */
const spectralRadius = ([[aa = 0, ab = 0] = [], [ba = 0, bb = 0] = []]: readonly (readonly number[])[]): number =>
  (aa + bb + Math.hypot(aa - bb, 2 * Math.sqrt(ab * ba))) / 2;
