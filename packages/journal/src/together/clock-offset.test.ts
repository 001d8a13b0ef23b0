import { addToInstant } from "@undivided/domain";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Heard } from "../own/documents.ts";
import { at, newId } from "../two-people.contract.ts";
import { estimateOffset, MAX_OFFSET_ERROR_MS } from "./clock-offset.ts";

const [ANN, BEN] = [newId(), newId()];
const START = at("2026-11-18T18:00:00.000Z");

/** What the two note of messages sent at some true time and so long on the way, when Ben's clock is ahead by `offsetMs`. */
const exchange = (
  offsetMs: number,
  toBen: readonly (readonly [number, number])[],
  toAnn: readonly (readonly [number, number])[],
) =>
  estimateOffset({
    mine: toAnn.map(([sent, delay]): Heard => {
      const sentAt = addToInstant(START, sent + offsetMs);
      return { of: BEN, sentAt, at: addToInstant(START, sent + delay) };
    }),
    theirSignals: BEN,
    theirs: toBen.map(([sent, delay]): Heard => {
      const sentAt = addToInstant(START, sent);
      return { of: ANN, sentAt, at: addToInstant(START, sent + delay + offsetMs) };
    }),
    mySignals: ANN,
  });

const messages = (maxDelay: number) =>
  fc.array(fc.tuple(fc.nat({ max: 3_600_000 }), fc.nat({ max: maxDelay })), { minLength: 1, maxLength: 6 });

test("the true offset is never farther off than the error that is said", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), messages(60_000), messages(60_000), (offsetMs, toBen, toAnn) => {
      const estimate = exchange(offsetMs, toBen, toAnn);
      if (estimate === null) throw new Error("messages within a minute always do");
      expect(Math.abs(estimate.offsetMs - offsetMs)).toBeLessThanOrEqual(estimate.errorMs + 1);
    }),
  );
});

test("a clock wrong by years is seen through as soon as messages went both ways", () => {
  const years = 31 * 365 * 86_400_000;
  const estimate = exchange(years, [[0, 300]], [[5000, 200]]);
  expect(estimate).toEqual({ offsetMs: years + 50, errorMs: 250 });
});

test("where nothing speaks against it the clocks are taken to agree, with the error that this may have", () => {
  expect(exchange(0, [[0, 7_200_000]], [[0, 3_600_000]])).toEqual({ offsetMs: 0, errorMs: 7_200_000 });
  expect(exchange(0, [], [])).toMatchObject({ offsetMs: 0, errorMs: 366 * 86_400_000 });
});

test("clocks that differ by an unknown amount are not laid over each other", () => {
  const year = 365 * 86_400_000;
  expect(exchange(year, [[0, 10 * MAX_OFFSET_ERROR_MS]], [[0, 10 * MAX_OFFSET_ERROR_MS]])).toBeNull();
  expect(exchange(year, [], [[0, 100]])).toBeNull();
});

test("a clock that was set in between gives no estimate", () => {
  const before = exchange(0, [[0, 100]], []);
  expect(before).not.toBeNull();
  const mine: readonly Heard[] = [{ of: BEN, sentAt: addToInstant(START, 900_000), at: START }];
  const theirs: readonly Heard[] = [{ of: ANN, sentAt: START, at: addToInstant(START, 100) }];
  expect(estimateOffset({ mine, theirs, theirSignals: BEN, mySignals: ANN })).toBeNull();
});
