export * from "./chance/random.ts";
export { createPointData, scaleTime, swapStreams, timesOfStream } from "./points/point-data.ts";
export type { PointData, PointError, TimeWindow } from "./points/point-data.ts";
export { logLikelihood } from "./points/log-likelihood.ts";
export type { ExcitationParams, LogLikelihood } from "./points/log-likelihood.ts";
export * from "./points/maximum-likelihood.ts";
export * from "./points/time-rescaling.ts";
export type { Mood } from "./simulation/mood.ts";
export * from "./simulation/simulate-points.ts";
