/** The report about both, in English. */
import type { BothWords } from "./both-words.ts";

export const bothEn: BothWords = {
  title: "Our time together",
  subtitle: (period, weeks, hours) => `${period} · ${weeks} weeks · ${hours} hours together`,
  period: (from, to) => `${from} to ${to}`,
  preface:
    "This report cannot show who caused what, or why, and it is no evidence about either of us. It holds figures of the two of us together, " +
    "for whole weeks, and ranges instead of exact numbers. We both said yes to exactly this report, each on our own phone, knowing that " +
    "whoever knows their own figures can tell roughly what the other's are.",
  sections: {
    together: "Time together",
    moments: "Moments",
    towards: "Turning towards",
    felt: "How the weeks felt",
    missing: "Not enough yet",
    method: "How it was measured",
    limits: "What it cannot show",
  },
  hours: {
    title: (hours, weeks) => `${hours} hours together in ${weeks} weeks`,
    axis: "hours a week",
    description: (weeks, least, most) =>
      `Bar chart of ${weeks} weeks, one bar for the hours together of each: from ${least} to ${most}.`,
    head: ["week of", "hours together"],
  },
  rate: (low, high) =>
    `In an hour together a phone came first ${low} to ${high} times while we were talking, the two phones taken together.`,
  change: {
    less: (low, high) =>
      `In the second half of these weeks it was less often than in the first: ${low} to ${high} times as often.`,
    more: (low, high) =>
      `In the second half of these weeks it was more often than in the first: ${low} to ${high} times as often.`,
    unclear: (low, high) =>
      `Between the first and the second half of these weeks no change is clear: anything from ${low} to ${high} times as often fits.`,
  },
  towards: (low, high) => `Between us we kept ${low} to ${high} good moments and answered bids.`,
  answers: { close: "feeling close", fun: "having fun together" },
  felt: {
    rising: (answers) => `Rising over these weeks, on average of the two of us: ${answers}.`,
    falling: (answers) => `Falling over these weeks, on average of the two of us: ${answers}.`,
    unclear: (answers) => `Neither clearly rising nor falling, on average of the two of us: ${answers}.`,
  },
  missing: {
    rate: "Moments in an hour together",
    change: "The second half against the first",
    close: "Feeling close",
    fun: "Having fun together",
  },
  missingWhy: "There was too little for these. That is common and says nothing about anybody.",
  method: [
    "Only times that both joined are in it. Each phone worked out its own figures, rounded them outward to a coarse grid, and gave the other those ranges and nothing else. Ranges are 90% intervals, added as independent ones; the rounding makes them somewhat wider.",
    "A moment is a time when a phone lay still, was picked up and there was talk, unless its owner said otherwise; theirs is the last word. Moments come in clusters, so the intervals are widened by how much times together differ.",
  ],
  limits: [
    "It cannot show what anybody caused, or why, and not how much of a figure is whose. Numbers that move together need not have to do with each other.",
    "Moments that a phone missed, and times for which nobody tapped start, are in no figure. No figure here is a target: what research has found about groups is no measure for two people.",
  ],
  mark: (mark) => `Mark of this report, the same on both phones: ${mark}.`,
};
