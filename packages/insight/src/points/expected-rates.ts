/**
 * What parameters mean in the long run: events of each stream per unit of time in windows without end. With changed parameters it answers
 * "what if": what if one slip brought half as many of the other's?
 *
 * Method: rate = μ + n · rate, solved (Hawkes, Biometrika 58, 1971). A mood of mean 1 changes nothing in it.
 * Limits: of a model; that a real couple would follow it after a change is not known. Short windows lose followers that would come later.
 */
import type { ExcitationParams } from "./log-likelihood.ts";

/** One rate a stream; null where events would bring more than one each, and never end. */
export const expectRates = ({ mu, n }: Pick<ExcitationParams, "mu" | "n">): readonly number[] | null => {
  const [muA = 0, muB] = mu;
  const [[aa = 0, ab = 0] = [], [ba = 0, bb = 0] = []] = n;
  if (muB === undefined) return aa < 1 ? [muA / (1 - aa)] : null;
  const determinant = (1 - aa) * (1 - bb) - ab * ba;
  if (!(aa < 1 && bb < 1 && determinant > 0)) return null;
  return [((1 - bb) * muA + ab * muB) / determinant, ((1 - aa) * muB + ba * muA) / determinant];
};
