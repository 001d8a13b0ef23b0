import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  coarsenFigures,
  figuresForBoth,
  joinFigures,
  readFigures,
  type ExactFigures,
  type FigureRange,
} from "./figures-for-both.ts";

const range = (min: number, max: number): fc.Arbitrary<FigureRange> =>
  fc
    .tuple(fc.double({ min, max, noNaN: true }), fc.double({ min, max, noNaN: true }))
    .map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }));
const exact: fc.Arbitrary<ExactFigures> = fc.record({
  hours: fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 8, maxLength: 8 }),
  rate: fc.option(range(0, 40)),
  change: fc.option(range(0.01, 100)),
  towards: fc.nat(5000),
  close: fc.option(range(-2, 2)),
  fun: fc.option(range(-2, 2)),
});
const holds = (outer: FigureRange | null, inner: FigureRange | null): boolean =>
  (outer === null && inner === null) ||
  (outer !== null && inner !== null && outer.low <= inner.low + 1e-9 && outer.high >= inner.high - 1e-9);

describe("the figures that may leave for a report about both", () => {
  test("hold each exact figure between their ends", () => {
    fc.assert(
      fc.property(exact, (figures) => {
        const read = readFigures(coarsenFigures(figures));
        const { towards } = figures;
        expect(holds(read.rate, figures.rate) && holds(read.change, figures.change)).toBe(true);
        expect(holds(read.close, figures.close) && holds(read.fun, figures.fun)).toBe(true);
        expect(holds(read.towards, { low: towards, high: towards })).toBe(true);
      }),
    );
  });

  test("are small whole numbers: what two people do a little more or less often is the same to the letter", () => {
    const written = (towards: number, low: number): string =>
      JSON.stringify(
        figuresForBoth.encode(
          coarsenFigures({
            ...{ hours: [3, 4, 5, 6], change: null, close: null, fun: null },
            ...{ rate: { low, high: 2 * low }, towards },
          }),
        ),
      );
    expect(written(33, 1.21)).toBe(written(60, 1.38));
    fc.assert(
      fc.property(exact, (figures) => {
        const coarse = coarsenFigures(figures);
        expect(JSON.stringify(coarse)).not.toMatch(/\.|\d{4}/);
        expect(figuresForBoth.decode(figuresForBoth.encode(coarse), [])).toEqual({ type: "ok", value: coarse });
      }),
    );
  });

  test("make the same together whoever of the two comes first", () => {
    fc.assert(
      fc.property(exact, exact, (one, other) => {
        const [a, b] = [coarsenFigures(one), coarsenFigures(other)];
        expect(joinFigures(a, b)).toEqual(joinFigures(b, a));
      }),
    );
  });

  test("say nothing of what one of the two has too little for", () => {
    const most: ExactFigures = {
      ...{ hours: [1, 1, 1, 1], rate: { low: 1, high: 2 }, change: { low: 1, high: 2 }, towards: 3 },
      ...{ close: { low: 0, high: 1 }, fun: { low: 0, high: 1 } },
    };
    const little = coarsenFigures({ ...most, rate: null, change: null, close: null });
    expect(joinFigures(coarsenFigures(most), little)).toMatchObject({ rate: null, change: null, close: null });
    expect(joinFigures(coarsenFigures({ ...most, hours: [1, 1, 1, 1, 1] }), little)).toBeNull();
  });

  test("of one person cannot be taken from the two together more finely than they left", () => {
    const [mine, theirs] = [
      { low: 1, high: 2 },
      { low: 1.1, high: 1.9 },
    ];
    const base = { hours: [1, 1, 1, 1], change: null, towards: 0, close: null, fun: null };
    const together = (rate: FigureRange) =>
      joinFigures(coarsenFigures({ ...base, rate: mine }), coarsenFigures({ ...base, rate }))?.rate;
    expect(together(theirs)).toEqual(together({ low: 1.18, high: 1.7 }));
  });
});
