/**
 * Waiting for the other person without missing that this one leaves: another call may `leave` in the same folder meanwhile.
 *
 * It could gain nothing any more in either case (the vault sees to that, in the write that gains); looking is so that it ends
 * soon, with a word, instead of waiting for nobody.
 */
import type { OpenDevice } from "@undivided/vault";

const LOOK_EVERY_MS = 500;

export const heedLeaving = async <T>(device: OpenDevice, wait: () => Promise<T>): Promise<T> => {
  // What the storage has to say shows in what is waited for.
  const timer = setInterval(() => void device.refresh(), LOOK_EVERY_MS);
  try {
    return await wait();
  } finally {
    clearInterval(timer);
  }
};
