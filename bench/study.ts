/**
 * The simulation study behind docs/statistics.md: `npm run study -- [--sets N] [--seed N] [--part guard|marked|delta|distorted|looks|coverage] [--only WORD]`.
 *
 * One JSON line a truth. Data set k of every truth is drawn with seed + k; nothing is chosen after its result is seen. `se` is the
 * Monte-Carlo standard error of the share before it.
 */
import { parseArgs } from "node:util";
import {
  createPointData,
  createRandom,
  dailyWindows,
  drawExponential,
  drawNormal,
  expectRates,
  fitMaximumLikelihood,
  influenceTruths,
  type Interval90,
  lookHours,
  markedTruths,
  measureTurnStrength,
  nullTruths,
  type PointData,
  type Random,
  readGuard,
  samplePosterior,
  type SimulatedPoints,
  simulatePoints,
  type StudyTruth,
} from "@undivided/insight";

const { values } = parseArgs({
  options: { sets: { type: "string" }, seed: { type: "string" }, part: { type: "string" }, only: { type: "string" } },
});
const sets = Number(values.sets ?? "300");
const firstSeed = Number(values.seed ?? "100000");

/** What a phone may do to the points before they are read. */
const distortions: readonly {
  readonly name: string;
  readonly distort: (points: SimulatedPoints, random: Random) => SimulatedPoints;
}[] = [
  {
    name: "a fifth missed",
    distort: ({ windows, streams }, random) => ({
      windows,
      streams: streams.map((times) => times.filter(() => random() >= 0.2)),
    }),
  },
  {
    name: "one false in two hours",
    distort: ({ windows, streams }, random) => ({
      windows,
      streams: streams.map((times) => {
        const false_ = windows.flatMap(({ start, end }) => {
          const drawn: number[] = [];
          for (let time = start; (time += drawExponential(random) / 0.5) < end;) drawn.push(time);
          return drawn;
        });
        return [...times, ...false_].sort((a, b) => a - b);
      }),
    }),
  },
  {
    name: "20 minutes of each window unknown",
    distort: ({ windows, streams }) => {
      const cut = windows.flatMap(({ start, end }) => {
        const hole = start + (end - start) / 2;
        return [
          { start, end: Math.min(end, hole) },
          { start: Math.min(end, hole + 1 / 3), end },
        ];
      });
      const isKnown = (time: number): boolean => cut.some(({ start, end }) => time >= start && time <= end);
      return { windows: cut, streams: streams.map((times) => times.filter(isKnown)) };
    },
  },
  {
    // Marks given where they do not belong: to whatever comes right after the other's slip.
    name: "half of the slips within 2 minutes after the other's marked",
    distort: ({ windows, streams }, random) => ({
      windows,
      streams: streams.map((times, person) =>
        times.filter(
          (time) =>
            !(streams[1 - person] ?? []).some((other) => other < time && time < other + 2 / 60) || random() < 0.5,
        ),
      ),
    }),
  },
  {
    name: "own pause of 5 minutes",
    distort: ({ windows, streams }) => ({
      windows,
      streams: streams.map((times) => {
        let last = -Infinity;
        return times.filter((time) => {
          if (time - last < 5 / 60) return false;
          last = time;
          return true;
        });
      }),
    }),
  },
];

const dataOf = ({ windows, streams }: SimulatedPoints): PointData | undefined => {
  const made = createPointData(windows, streams);
  return made.type === "ok" ? made.value : undefined;
};

const share = (hits: number, of: number): { readonly share: number; readonly se: number } => {
  const one = hits / of;
  return { share: Number(one.toFixed(3)), se: Number(Math.sqrt((one * (1 - one)) / of).toFixed(3)) };
};

const write = (line: object): void => console.log(JSON.stringify(line));

const studyGuard = (study: StudyTruth, distortion?: (typeof distortions)[number]): void => {
  let shown = 0;
  let repeated = 0;
  let plain = 0;
  let events = 0;
  for (let k = 0; k < sets; k += 1) {
    const random = createRandom(firstSeed + k);
    const drawn = simulatePoints(study.truth, dailyWindows(study.hours, 3), random);
    const points = dataOf(distortion === undefined ? drawn : distortion.distort(drawn, random));
    if (points === undefined) continue;
    const options = { hoursPerUnit: 1, random: createRandom(firstSeed + k) };
    const { verdict } = readGuard(points, { ...options, look: "single" });
    const strict = readGuard(points, { ...options, look: "repeated", random: createRandom(firstSeed + k) });
    if (verdict === "follow-each-other") shown += 1;
    if (strict.verdict === "follow-each-other") repeated += 1;
    // A plain fit shows a spiral when the likelihood prefers cross-excitation by more than chance (2 degrees of freedom, 5 %).
    if (distortion === undefined && !study.hasInfluence) {
      const fit = fitMaximumLikelihood(points, 5 / 60);
      const alone = [0, 1].reduce((sum, stream) => {
        const one = createPointData(points.windows, [[...points.times].filter((_, i) => points.marks[i] === stream)]);
        return one.type === "ok" ? sum + fitMaximumLikelihood(one.value, 5 / 60).logLikelihood : sum;
      }, 0);
      if (2 * (fit.logLikelihood - alone) > 5.99) plain += 1;
    }
    events += points.times.length / sets;
  }
  write({
    part: "guard",
    truth: study.name + (distortion === undefined ? "" : `; ${distortion.name}`),
    influence: study.hasInfluence,
    sets,
    events: Math.round(events),
    shown: share(shown, sets),
    shownByRepeatedRule: share(repeated, sets),
    ...(distortion === undefined && !study.hasInfluence && { plainFit: share(plain, sets) }),
  });
};

/** Followers that a slip brings of the other minus of the same person, on average over the slips that a long run has. */
const trueDelta = ({ mu, n }: StudyTruth["truth"]): number => {
  const [rateA = NaN, rateB = NaN] = expectRates({ mu, n }) ?? [];
  const [[aa = 0, ab = 0] = [], [ba = 0, bb = 0] = []] = n;
  return (rateA * (ba - aa) + rateB * (ab - bb)) / (rateA + rateB);
};

/** How far the estimate of the strength is off, and how often its 90 % interval holds the truth. */
const studyDelta = (study: StudyTruth, distortion?: (typeof distortions)[number]): void => {
  const truth = trueDelta(study.truth);
  const values: number[] = [];
  let covered = 0;
  let width = 0;
  for (let k = 0; k < sets; k += 1) {
    const random = createRandom(firstSeed + k);
    const drawn = simulatePoints(study.truth, dailyWindows(study.hours, 3), random);
    const points = dataOf(distortion === undefined ? drawn : distortion.distort(drawn, random));
    if (points === undefined) continue;
    const { value, low, high } = measureTurnStrength(points, 1);
    if (value === null) continue;
    values.push(value);
    width += high - low;
    if (low <= truth && truth <= high) covered += 1;
  }
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
  const spread = Math.sqrt(values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (values.length - 1));
  write({
    part: "delta",
    truth: study.name + (distortion === undefined ? "" : `; ${distortion.name}`),
    sets,
    delta: Number(truth.toFixed(3)),
    mean: Number(mean.toFixed(3)),
    spread: Number(spread.toFixed(3)),
    width: Number((width / values.length).toFixed(3)),
    covers: share(covered, values.length),
  });
};

/** One couple watched for 400 hours: does any of the looks show it? */
const studyLooks = (study: StudyTruth): void => {
  let any = 0;
  let anyWithoutCare = 0;
  for (let k = 0; k < sets; k += 1) {
    const { windows, streams } = simulatePoints(study.truth, dailyWindows(402, 3), createRandom(firstSeed + k));
    const seenBy = { single: false, repeated: false };
    for (const hours of lookHours) {
      const seen = windows.slice(0, Math.ceil(hours / 3));
      const until = seen.at(-1)?.end ?? 0;
      const points = dataOf({ windows: seen, streams: streams.map((times) => times.filter((time) => time <= until)) });
      if (points === undefined) continue;
      for (const look of ["single", "repeated"] as const) {
        const { verdict } = readGuard(points, { hoursPerUnit: 1, look, random: createRandom(firstSeed + k) });
        if (verdict === "follow-each-other") seenBy[look] = true;
      }
    }
    if (seenBy.repeated) any += 1;
    if (seenBy.single) anyWithoutCare += 1;
  }
  write({
    part: "looks",
    truth: study.name,
    influence: study.hasInfluence,
    sets,
    looks: lookHours,
    shown: share(any, sets),
    shownWithSingleThresholds: share(anyWithoutCare, sets),
  });
};

/** Truths from the posterior's own priors: its 90 % intervals must cover 90 %. */
const studyCoverage = (): void => {
  const random = createRandom(firstSeed);
  const hits = { mu: 0, n: 0, halfLife: 0 };
  let unconverged = 0;
  for (let k = 0; k < sets;) {
    const n = [0, 1].map(() => [0, 1].map(() => drawExponential(random) / 3));
    if (n.some((row) => row.reduce((sum, one) => sum + one, 0) > 0.9)) continue;
    const mu = [1 + 3 * random(), 1 + 3 * random()];
    const halfLife = (5 / 60) * Math.exp(0.7 * drawNormal(random));
    const truth = { mu, n, halfLife, mood: { type: "none" }, commonRate: 0, commonDelay: 1 } as const;
    k += 1;
    const points = dataOf(simulatePoints(truth, dailyWindows(60, 3), createRandom(firstSeed + k)));
    if (points === undefined) continue;
    const fit = fitMaximumLikelihood(points, 5 / 60);
    const { posterior, chains } = samplePosterior(points, { hoursPerUnit: 1, fit, random: createRandom(k) });
    if (!chains.hasConverged) unconverged += 1;
    const covers = ({ low, high }: Interval90, one = NaN): number => (low <= one && one <= high ? 1 : 0);
    posterior.mu.forEach((interval, i) => (hits.mu += covers(interval, mu[i])));
    posterior.n.forEach((row, i) => row.forEach((interval, j) => (hits.n += covers(interval, n[i]?.[j]))));
    hits.halfLife += covers(posterior.halfLife, halfLife);
  }
  write({
    part: "coverage",
    sets,
    mu: share(hits.mu, 2 * sets),
    n: share(hits.n, 4 * sets),
    halfLife: share(hits.halfLife, sets),
    unconverged,
  });
};

const isAsked = (part: string): boolean => values.part === undefined || values.part === part;
const isNamed = ({ name }: StudyTruth): boolean => values.only === undefined || name.includes(values.only);
const allTruths = [...nullTruths, ...influenceTruths].filter(isNamed);
if (isAsked("guard")) {
  for (const study of allTruths) studyGuard(study);
}
if (isAsked("marked")) {
  for (const study of markedTruths.filter(isNamed)) studyGuard(study);
}
if (isAsked("delta")) {
  for (const study of allTruths) studyDelta(study);
}
const isDistorted = ({ name }: StudyTruth): boolean => name === "bouts of 30 min" || name === "0.3 both ways";
for (const study of allTruths.filter(isDistorted)) {
  for (const distortion of distortions) {
    if (isAsked("distorted")) studyGuard(study, distortion);
    if (isAsked("delta")) studyDelta(study, distortion);
  }
}
if (isAsked("looks")) {
  for (const study of allTruths.filter(({ name }) => name === "bouts of 30 min" || name === "constant rate"))
    studyLooks(study);
}
if (isAsked("coverage")) studyCoverage();
