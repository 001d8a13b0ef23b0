/**
 * The motion sensor of this device: `devicemotion` events as readings for `@undivided/sensing`.
 *
 * Browsers give it only on a safe address (https, or this device itself), and some only after a permission that must be asked
 * for from a tap. A device without the sensor is told from one with it by waiting: Chromium sends a single event without
 * values, others send none.
 * **Privacy:** nothing is read before `check` or `listen` is called, nor after the returned function was.
 */
import { millis, type Millis } from "@undivided/domain";
import type { MotionReading } from "@undivided/sensing";

export type MotionCheck =
  | "ready"
  | "refused"
  /** No values came: no sensor, or the browser's settings keep it shut. */
  | "no-sensor"
  /** The address is not safe, so browsers give no sensor. */
  | "unsafe-address";

export interface MotionSource {
  /** To be called from a tap. Asks where the browser wants to be asked, and waits for a first reading with values; stops then. */
  readonly check: () => Promise<MotionCheck>;
  /** Hands on every reading until the returned function is called. */
  readonly listen: (listener: (reading: MotionReading) => void) => () => void;
}

/** What is used of a `DeviceMotionEvent`. */
export interface MotionEventLike {
  readonly timeStamp: number;
  readonly accelerationIncludingGravity: Axes<"x" | "y" | "z"> | null;
  readonly rotationRate: Axes<"alpha" | "beta" | "gamma"> | null;
}

type Axes<K extends string> = { readonly [axis in K]: number | null };

/** A sensor that works sends its first values within about half a second; the rest is patience. */
const FIRST_READING_MS = 1500;

const RADIANS_PER_DEGREE = Math.PI / 180;

/**
 * Rotation comes in degrees per second and leaves in radians per second, in the browser's own order of axes: the documents
 * do not agree on it, and only the common size is relied on. Time is the event's own, monotonic since the page began.
 */
export const toMotionReading = (event: MotionEventLike): MotionReading => {
  const at: Millis = millis(event.timeStamp);
  const g = event.accelerationIncludingGravity;
  const acceleration = allOf(g?.x, g?.y, g?.z);
  if (acceleration === null) return { at, acceleration };
  const turn = event.rotationRate;
  const degrees = allOf(turn?.alpha, turn?.beta, turn?.gamma);
  const [alpha, beta, gamma] = degrees ?? [0, 0, 0];
  return {
    at,
    acceleration,
    rotationRate:
      degrees === null ? null : [alpha * RADIANS_PER_DEGREE, beta * RADIANS_PER_DEGREE, gamma * RADIANS_PER_DEGREE],
  };
};

type Three = readonly [number, number, number];

const isNumber = (value: number | null | undefined): value is number =>
  value !== null && value !== undefined && Number.isFinite(value);

const allOf = (a: number | null | undefined, b: typeof a, c: typeof a): Three | null =>
  isNumber(a) && isNumber(b) && isNumber(c) ? [a, b, c] : null;

/** Chromium and Safari have it, the standard's type does not know it yet. */
const askPermission = async (motionEvent: unknown): Promise<boolean> => {
  if (typeof motionEvent !== "function" || !("requestPermission" in motionEvent)) return true;
  const { requestPermission } = motionEvent;
  if (typeof requestPermission !== "function") return true;
  try {
    return (await Reflect.apply(requestPermission, motionEvent, [])) === "granted";
  } catch {
    return false;
  }
};

export const createMotionSource = (view: Window & typeof globalThis): MotionSource => {
  const listen: MotionSource["listen"] = (listener) => {
    const hear = (event: DeviceMotionEvent): void => listener(toMotionReading(event));
    view.addEventListener("devicemotion", hear);
    return () => view.removeEventListener("devicemotion", hear);
  };

  const hasReadings = (): Promise<boolean> =>
    new Promise((resolve) => {
      const finish = (found: boolean): void => {
        view.clearTimeout(patience);
        stop();
        resolve(found);
      };
      const patience = view.setTimeout(() => finish(false), FIRST_READING_MS);
      const stop = listen(({ acceleration }) => {
        if (acceleration !== null) finish(true);
      });
    });

  return {
    async check() {
      if (!view.isSecureContext) return "unsafe-address";
      if (!("DeviceMotionEvent" in view)) return "no-sensor";
      // No `await` before this: the permission belongs to the tap.
      if (!(await askPermission(view.DeviceMotionEvent))) return "refused";
      return (await hasReadings()) ? "ready" : "no-sensor";
    },
    listen,
  };
};
