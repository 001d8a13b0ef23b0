/** Holds what was detected against labels set by hand: `undivided detect --labels`. */
import type { SensingEvent } from "@undivided/sensing";
import type { MotionLabel } from "@undivided/sensing/recording";

export interface LabelScore {
  readonly hits: number;
  /** Labels that nothing hit. */
  readonly misses: number;
  /** Detections that hit no label. */
  readonly falseAlarms: number;
  /** Detection minus label in seconds, in the order of the labels; null for a miss. */
  readonly delays: readonly (number | null)[];
}

export interface Score extends LabelScore {
  readonly type: "score";
  readonly lift: LabelScore;
  readonly "put-down": LabelScore;
}

const rules = {
  lift: { event: "picked-up", toleranceMs: 1500 },
  "put-down": { event: "put-back", toleranceMs: 1000 },
} as const;

type Rule = (typeof rules)[keyof typeof rules];

/** A label is hit by the first detection of its kind, not used yet, within the tolerance before or after it. */
export const scoreLabels = (labels: readonly MotionLabel[], events: readonly SensingEvent[]): Score => {
  const lift = matchKind(
    labels.filter(({ event }) => event === "lift"),
    events,
    rules.lift,
  );
  const putDown = matchKind(
    labels.filter(({ event }) => event === "put-down"),
    events,
    rules["put-down"],
  );
  const delayOf = { lift: lift.delays.values(), "put-down": putDown.delays.values() };
  return {
    type: "score",
    hits: lift.hits + putDown.hits,
    misses: lift.misses + putDown.misses,
    falseAlarms: lift.falseAlarms + putDown.falseAlarms,
    delays: labels.map(({ event }) => delayOf[event].next().value ?? null),
    lift,
    "put-down": putDown,
  };
};

const matchKind = (labels: readonly MotionLabel[], events: readonly SensingEvent[], rule: Rule): LabelScore => {
  const unused = events.filter((event) => event.type === rule.event).map((event) => event.at);
  const detected = unused.length;
  const delays = labels.map((label) => {
    const index = unused.findIndex((at) => Math.abs(at - label.at) <= rule.toleranceMs);
    if (index === -1) return null;
    const [at = label.at] = unused.splice(index, 1);
    return Math.round(at - label.at) / 1000;
  });
  const hits = delays.filter((delay) => delay !== null).length;
  return { hits, misses: labels.length - hits, falseAlarms: detected - hits, delays };
};
