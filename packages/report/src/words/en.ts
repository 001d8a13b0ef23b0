/** The report in English. */
import type { ReportWords } from "./report-words.ts";

const times = (count: number): string => (count === 1 ? "1 time together" : `${count} times together`);
const moments = (count: number): string => (count === 1 ? "1 moment" : `${count} moments`);

export const en: ReportWords = {
  title: "My time together",
  subtitle: (period, count, hours) =>
    [period, times(count), `${hours} hours`].filter((part) => part !== null).join(" · "),
  period: (from, to) => `${from} to ${to}`,
  preface:
    "Made from my own records, on my own device. It is about me: it says nothing about anybody else, and it is no score. " +
    "A moment is a time when my phone came first while we were talking. Every range below is a 90% interval.",
  sections: {
    moments: "Moments",
    towards: "Turning towards",
    felt: "How the weeks felt",
    patterns: "What goes with my moments",
    missing: "Not enough yet",
    method: "How it was measured",
    limits: "What it cannot show",
  },
  range: (low, high) => `${low} to ${high}`,
  figure: ({ value, low, high }) => `${value} (${low} to ${high})`,

  rate: (count, hours, { value, low, high }) =>
    `I had ${moments(count)} in ${hours} hours together: ${value} an hour (${low} to ${high}).`,
  onlyCount: (count, hours) => `I had ${moments(count)} in ${hours} hours together.`,
  open: (count, rate) =>
    `${count} more ${count === 1 ? "is" : "are"} open: it is not known whether we were talking. ` +
    (rate === null
      ? "They are in no figure."
      : `If all of them counted, it would be ${rate.value} an hour (${rate.low} to ${rate.high}).`),
  leftOut: (count) =>
    `${moments(count)} ${count === 1 ? "was" : "were"} left out: a break, a shared screen, something needed, or a mistake of the phone.`,
  outside: (count) => `${moments(count)} outside any time together ${count === 1 ? "is" : "are"} in no rate.`,
  unseen: (hours) => `In ${hours} more hours together my phone knew nothing; they are in no figure.`,
  unfinished: (count) => `${times(count)} without a known end ${count === 1 ? "is" : "are"} in no figure.`,
  falseAlarms: ({ value, low, high }, isCarried) =>
    `Of what my phone took for a moment, ${value} were false alarms by what I said (${low} to ${high}).` +
    (isCarried ? " The lower end of the rate allows for it." : ""),
  trend: {
    less: ({ value, low, high }) => `It became less: from week to week it changed by ${value} (${low} to ${high}).`,
    more: ({ value, low, high }) => `It became more: from week to week it changed by ${value} (${low} to ${high}).`,
    unclear: ({ low, high }) => `No clear change from week to week: anything from ${low} to ${high} a week fits.`,
  },
  trendTitle: {
    less: "Fewer moments an hour from week to week",
    more: "More moments an hour from week to week",
    unclear: "No clear change in moments an hour",
  },
  noTrendTitle: "Moments an hour, week by week",
  changeTitle: {
    less: (day) => `Fewer moments an hour since ${day}`,
    more: (day) => `More moments an hour since ${day}`,
    unclear: (day) => `Before and after ${day}: too close to tell`,
  },
  change: {
    less: (day, { value, low, high }) =>
      `Since ${day} there are ${value} times as many as before (${low} to ${high}): fewer.`,
    more: (day, { value, low, high }) =>
      `Since ${day} there are ${value} times as many as before (${low} to ${high}): more.`,
    unclear: (day, { value, low, high }) =>
      `Since ${day} there are ${value} times as many as before (${low} to ${high}): it may be no change.`,
  },
  guess: {
    less: ({ value, low, high }, pairs) =>
      `Before I looked back I guessed fewer than I counted: ${value} a time together (${low} to ${high}; ${pairs} guesses).`,
    more: ({ value, low, high }, pairs) =>
      `Before I looked back I guessed more than I counted: ${value} a time together (${low} to ${high}; ${pairs} guesses).`,
    unclear: ({ low, high }, pairs) =>
      `My own guess before I looked back is about right: off by ${low} to ${high} a time together (${pairs} guesses).`,
  },
  weekly: {
    axis: "an hour",
    evenAxis: "each time together",
    change: (day) => `since ${day}`,
    description: (weeks) =>
      `Line chart over ${weeks} weeks: moments an hour of time together with a band for the interval; beneath it one column of dots for each time together.`,
    head: ["week of", "hours", "moments", "an hour"],
  },

  bids: (answered, received, { value, low, high }) =>
    `I answered ${answered} of the ${received} bids that I noticed: ${value} (${low} to ${high}).`,
  goodMoments: (count) => `I kept ${count === 1 ? "1 good moment" : `${count} good moments`}.`,

  questions: {
    feltImportant: "felt important",
    feltClose: "felt close",
    safeToBeVulnerable: "safe to be vulnerable",
    feltRespected: "felt respected",
    hadFunTogether: "had fun together",
    ownStress: "own stress",
  },
  felt: {
    rising: (questions) => `Rising over these weeks: ${questions}.`,
    falling: (questions) => `Falling over these weeks: ${questions}.`,
    unclear: "None of my answers clearly rose or fell.",
    title: "Change of my answers, in points a week",
    description: "Six rows, each a dot with its interval: how my weekly answers from 1 to 5 changed.",
    head: ["answer", "points a week"],
  },

  before: {
    overwhelmed: "overwhelmed",
    bored: "bored",
    "wanting-out-of-this-talk": "wanting out of the talk",
    triggered: "triggered",
    rejected: "rejected",
    habit: "habit",
    notification: "a notification",
    "worry-about-missing-out": "worry about missing out",
  },
  after: { relief: "relief", stress: "stress", comfort: "comfort", reward: "reward", nothing: "nothing" },
  causes: {
    title: (word, named, of) => `Just before, most often: ${word} (${named} of ${of} reflections)`,
    unranked: (words, of) => `Named so far as there just before: ${words} (${of} reflections)`,
    description: "Rows of what I named as there just before, each with its share of my reflections and an interval.",
    head: ["just before", "share of my reflections"],
    after: (word) => `Afterwards, most often: ${word}.`,
    afterUnranked: (words) => `Named so far for afterwards: ${words}.`,
  },
  levels: {
    morning: "morning",
    afternoon: "afternoon",
    evening: "evening",
    night: "night",
    monday: "Monday",
    tuesday: "Tuesday",
    wednesday: "Wednesday",
    thursday: "Thursday",
    friday: "Friday",
    saturday: "Saturday",
    sunday: "Sunday",
    "calmer-week": "calmer weeks",
    "stressed-week": "weeks of stress",
  },
  patterns: {
    none: "No part of the day, day of the week or kind of week stands out beyond chance.",
    some: (levels) =>
      `Beyond chance stand out: ${levels}. Of what is pointed out like this, about a tenth is chance all the same.`,
    title: "Moments an hour, as a multiple of my average",
    description: "Rows for days and kinds of week, each a dot with its interval around 1, which is my average.",
    head: ["when", "times my average"],
    more: (level, { value, low, high }) => `${level} (more: ${value} times my average, ${low} to ${high})`,
    fewer: (level, { value, low, high }) => `${level} (fewer: ${value} times my average, ${low} to ${high})`,
  },

  missing: {
    none: "There was enough for everything above.",
    what: {
      rate: "Moments an hour",
      trend: "The change from week to week",
      change: "Before and after",
      guess: "Guess and count",
      bids: "Bids that I answered",
      felt: "How the weeks felt",
      causes: "What was there before",
      patterns: "Days and kinds of week",
      falseAlarms: "My phone's false alarms",
    },
    line: (what, have, need, unit) => `${what}: ${have} of ${need} ${unit}.`,
    units: {
      hours: "hours together",
      stretches: "times together",
      events: "entries",
      weeks: "weeks",
      answers: "answers",
    },
    noChange: "Before and after: no day is marked on which I changed something.",
    nothingBefore: (day) => `Before and after: no time together lies before the marked day, ${day}.`,
  },
  method: [
    "Hours are those between my own taps, less pauses and less stretches in which motion or the page was not known. A moment counts if the phone lay still, was picked up and there was talk, unless I said otherwise; mine is the last word.",
    "Moments come in clusters, so intervals are widened by how much times together differ. Before and after are compared by exchanging whole times together. Days are pulled towards my average where they know little, and pointed out only by a rule that keeps false findings to a tenth.",
  ],
  limits: [
    "It cannot show what anybody caused, or why. Numbers that move together need not have to do with each other.",
    "Moments that the phone missed, and times for which nobody tapped start, are in no figure. Times together that hang together over weeks make the intervals too narrow.",
    "No share or rate here is a target: what research has found about groups is no measure for two people.",
  ],
  showTable: "As a table",
};
