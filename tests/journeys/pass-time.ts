/**
 * Time that goes by without being waited for: both phones' wall clocks are set forward together, as an evening would.
 *
 * Only `Date.now` is moved, the one way in which the app asks for the time of day (`platform/clock.ts`); timers, sockets and sensors
 * keep their own pace. A faked clock of the whole page would stand on each phone for itself, and what they hear of each other while
 * they are apart would rightly be taken for two clocks that differ.
 */
import type { BrowserContext } from "playwright-core";

/** Nothing must be on its way between the phones meanwhile. Holds for later pages of these phones too. */
export const passTime = async (phones: readonly { readonly context: BrowserContext }[], ms: number): Promise<void> => {
  await Promise.all(phones.map(({ context }) => context.addInitScript(setForward, ms)));
  await Promise.all(phones.flatMap(({ context }) => context.pages().map((page) => page.evaluate(setForward, ms))));
};

const setForward = (ms: number): void => {
  const before = Date.now.bind(Date);
  Date.now = () => before() + ms;
};
