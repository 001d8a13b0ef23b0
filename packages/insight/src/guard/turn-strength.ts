/**
 * How strongly slips take turns: delta, the followers that one slip brings of the other minus those it brings of the same
 * person; with own followers of at least 0 it is a cautious figure for the other's.
 *
 * delta = sum x y / sum x², with y the centred label and x = - sum w y over its earlier events; to first order the expected
 * label given the past is delta x. The interval is a percentile bootstrap over windows, which keeps what belongs to one evening
 * together; windows longer than four hours are cut, and with fewer than ten pieces single slips are drawn instead.
 */
import { drawBelow, type Random } from "../chance/random.ts";
import type { GuardWindow } from "./guard-windows.ts";
import type { LabelPairs } from "./label-pairs.ts";
import { computeTurnParts } from "./label-test.ts";

/** 90 %, equal-tailed. All null where no two slips stand in one window within an hour. */
export type TurnStrength =
  | { readonly value: number; readonly low: number; readonly high: number }
  | { readonly value: null; readonly low: null; readonly high: null };

const draws = 999;
const pieceHours = 4;
const fewestPieces = 10;

/** O(pairs + draws * windows). */
export const estimateTurnStrength = (
  windows: readonly GuardWindow[],
  pairs: LabelPairs,
  random: Random,
): TurnStrength => {
  const { products, squares } = computeTurnParts(pairs);
  const pieceOf = assignPieces(windows);
  const pieces = (pieceOf.at(-1) ?? 0) + 1;
  const isCutByEvent = pieces < fewestPieces;
  const size = isCutByEvent ? products.length : pieces;
  const above = new Float64Array(size);
  const below = new Float64Array(size);
  products.forEach((product, event) => {
    const piece = isCutByEvent ? event : (pieceOf[event] ?? 0);
    above[piece] = (above[piece] ?? 0) + product;
    below[piece] = (below[piece] ?? 0) + (squares[event] ?? 0);
  });
  const total = below.reduce((sum, one) => sum + one, 0);
  if (!(total > 0)) return { value: null, low: null, high: null };
  const value = above.reduce((sum, one) => sum + one, 0) / total;
  const drawn: number[] = [];
  for (let draw = 0; draw < draws; draw += 1) {
    let sumAbove = 0;
    let sumBelow = 0;
    for (let i = 0; i < size; i += 1) {
      const piece = drawBelow(random, size);
      sumAbove += above[piece] ?? 0;
      sumBelow += below[piece] ?? 0;
    }
    drawn.push(sumBelow > 0 ? sumAbove / sumBelow : value);
  }
  drawn.sort((a, b) => a - b);
  // Ranks 50 and 950 of 999 leave a twentieth on either side.
  return { value, low: drawn[49] ?? value, high: drawn[949] ?? value };
};

/** Number of the piece for each event; pieces without events are passed over. */
const assignPieces = (windows: readonly GuardWindow[]): readonly number[] => {
  const pieceOf: number[] = [];
  let piece = -1;
  for (const { length, times } of windows) {
    const parts = Math.max(1, Math.ceil(length / pieceHours));
    let previous = -1;
    for (const time of times) {
      const part = length > 0 ? Math.min(parts - 1, Math.floor((time / length) * parts)) : 0;
      if (part !== previous) piece += 1;
      previous = part;
      pieceOf.push(piece);
    }
  }
  return pieceOf;
};
