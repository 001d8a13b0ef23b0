declare const millisBrand: unique symbol;

/**
 * Monotonic milliseconds since an arbitrary origin (the start of a recording, a page's time origin); may be fractional.
 *
 * Never a wall-clock time: see `Instant`. Two values compare only if they come from the same clock.
 */
export type Millis = number & { readonly [millisBrand]: true };

/** @throws RangeError if `value` is not finite: a clock never reads NaN, so this is a broken invariant. */
export const millis = (value: number): Millis => {
  if (!Number.isFinite(value)) throw new RangeError(`not a time: ${String(value)}`);
  return value as Millis;
};

export const secondsToMillis = (seconds: number): Millis => millis(seconds * 1000);

export const millisToSeconds = (at: Millis): number => at / 1000;

/** `at` moved later by `ms` (earlier if negative). */
export const addMillis = (at: Millis, ms: number): Millis => millis(at + ms);
