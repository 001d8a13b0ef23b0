import { millis } from "@undivided/domain";
import { expect, it } from "vitest";
import { scoreLabels } from "./score.ts";

const event = (type: "picked-up" | "put-back", seconds: number) => ({ type, at: millis(seconds * 1000) });
const label = (name: "lift" | "put-down", seconds: number) => ({ event: name, at: millis(seconds * 1000) });

it("takes each event for one label only, the first within the tolerance", () => {
  const score = scoreLabels([label("lift", 10), label("lift", 11)], [event("picked-up", 10.5), event("picked-up", 30)]);
  expect(score.lift).toEqual({ hits: 1, misses: 1, falseAlarms: 1, delays: [0.5, null] });
});

it("allows 1.5 s for a lift and 1.0 s for a put-down, either way", () => {
  const at = (name: "lift" | "put-down", type: "picked-up" | "put-back", delay: number): number =>
    scoreLabels([label(name, 10)], [event(type, 10 + delay)]).hits;
  expect([at("lift", "picked-up", 1.5), at("lift", "picked-up", -1.5), at("lift", "picked-up", 1.501)]).toEqual([
    1, 1, 0,
  ]);
  expect([at("put-down", "put-back", 1), at("put-down", "put-back", -1), at("put-down", "put-back", 1.001)]).toEqual([
    1, 1, 0,
  ]);
});

it("never lets one kind of event hit the other kind of label", () => {
  expect(scoreLabels([label("lift", 10)], [event("put-back", 10)])).toMatchObject({
    hits: 0,
    misses: 1,
    falseAlarms: 1,
  });
});

it("lists the delays of both kinds in the order of the labels", () => {
  const labels = [label("put-down", 20), label("lift", 10), label("put-down", 40)];
  const events = [event("picked-up", 10.25), event("put-back", 19.5)];
  expect(scoreLabels(labels, events)).toEqual({
    type: "score",
    hits: 2,
    misses: 1,
    falseAlarms: 0,
    delays: [-0.5, 0.25, null],
    lift: { hits: 1, misses: 0, falseAlarms: 0, delays: [0.25] },
    "put-down": { hits: 1, misses: 1, falseAlarms: 0, delays: [-0.5, null] },
  });
});
