/** Pick-up detector: readings a second on the real table trace, median of five. */
import { fileURLToPath } from "node:url";
import { detectPickups, readTablePickup } from "../tests/recorded/traces.ts";

const PASSES = 20;

export interface PickupFigure {
  readonly bench: "pickup";
  readonly readingsPerSecond: number;
  /** How many times faster than a phone that sends 100 readings a second. */
  readonly timesRealTime: number;
}

export const benchPickup = async (): Promise<readonly PickupFigure[]> => {
  const trace = await readTablePickup();
  detectPickups(trace);
  const rates = Array.from({ length: 5 }, () => {
    const startedAt = performance.now();
    for (let i = 0; i < PASSES; i += 1) detectPickups(trace);
    return (PASSES * trace.length * 1000) / (performance.now() - startedAt);
  }).sort((a, b) => a - b);
  const median = rates[2] ?? NaN;
  return [{ bench: "pickup", readingsPerSecond: Math.round(median), timesRealTime: Math.round(median / 100) }];
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const figure of await benchPickup()) console.log(JSON.stringify(figure));
}
