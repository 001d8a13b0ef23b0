/** A browser's worker: how many events in, how long the fit and the posterior took out. A fresh worker, so a cold compiler too. */
import {
  createPointData,
  createRandom,
  fitMaximumLikelihood,
  samplePosterior,
  simulatePoints,
} from "@undivided/insight";

const truth = {
  mu: [2, 2],
  n: [
    [0.1, 0.3],
    [0.3, 0.1],
  ],
  halfLife: 5 / 60,
  mood: { type: "none" },
  commonRate: 0,
  commonDelay: 1,
} as const;

/** 2 / (1 - 0.4) events an hour of each. */
const eventsAnHour = 20 / 3;

self.onmessage = ({ data }: MessageEvent<number>) => {
  const end = data / eventsAnHour;
  const { streams } = simulatePoints(truth, [{ start: 0, end }], createRandom(data));
  const points = createPointData([{ start: 0, end }], streams);
  if (points.type === "error") throw new Error(points.error.type);
  const startedAt = performance.now();
  const fit = fitMaximumLikelihood(points.value, truth.halfLife);
  samplePosterior(points.value, { hoursPerUnit: 1, fit, random: createRandom(1) });
  self.postMessage(performance.now() - startedAt);
};
