import { parseCivilDate } from "@undivided/domain";
import { expect, it } from "vitest";
import { makeExample } from "./example.ts";

const parsed = parseCivilDate("2026-11-25");
if (parsed.type === "error") throw new Error("a day");
const today = parsed.value;

it("is of one person only, ends before the week of today, and is the same each time", () => {
  const example = makeExample(today);
  expect(new Set(example.records.map(({ owner }) => owner)).size).toBe(1);
  expect(example.today).toBe("2026-11-22");
  expect(makeExample(today)).toEqual(example);
});

it("has enough together for a first picture, with its interval", () => {
  const { first, last, bids } = makeExample(today);
  expect(first.type).toBe("estimate");
  expect(last.type).toBe("estimate");
  if (first.type !== "estimate" || last.type !== "estimate") return;
  expect(last.value).toBeLessThan(first.value);
  expect(last.low).toBeLessThan(last.value);
  expect(bids.answered).toBeLessThan(bids.received);
});
