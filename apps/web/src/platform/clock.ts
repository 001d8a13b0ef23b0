/** The two clocks of this device. They never mix: what is measured is `Millis`, what is dated is `Instant`. */
import { millis, parseEpochMs, type Instant, type Millis } from "@undivided/domain";

export interface Clock {
  /** Monotonic, on the same origin as every event's `timeStamp`. */
  readonly now: () => Millis;
  readonly instant: () => Instant;
}

export const createClock = (): Clock => ({
  now: () => millis(performance.now()),
  instant: () => {
    const read = parseEpochMs(Date.now());
    if (read.type === "error") throw new Error("the clock of this device stands outside the calendar");
    return read.value;
  },
});
