/**
 * Argon2id as the vault wants it, off the page's thread: a PIN takes seconds on a phone, and the page goes on meanwhile.
 *
 * Where no worker can be had (a browser that refuses them, a script that does not come) it runs on the page: a lock that opens late
 * is better than one that does not open.
 * **Privacy:** what was typed goes to a worker of the app's own origin, which is ended with the answer.
 */
import { derivationKeyFrom, type DerivationKey, type Stretch } from "@undivided/vault";
import type { StretchReply, StretchRequest } from "./stretch-messages.ts";

/** What is used of a `Worker`. */
export interface StretchWorker {
  onmessage: ((event: MessageEvent<StretchReply>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  readonly postMessage: (request: StretchRequest) => void;
  readonly terminate: () => void;
}

/** `start` may throw; `onPage` is asked where there is no worker. */
export const createStretch =
  (start: () => StretchWorker, onPage: Stretch): Stretch =>
  async (passphrase, salt, cost) => {
    const reply = await askWorker(start, { passphrase, salt, cost });
    switch (reply.type) {
      case "done":
        return keyFrom(reply.bytes);
      case "failed":
        throw new Error("Argon2id failed in its worker");
      case "no-worker":
        return onPage(passphrase, salt, cost);
    }
  };

const askWorker = (
  start: () => StretchWorker,
  request: StretchRequest,
): Promise<StretchReply | { readonly type: "no-worker" }> =>
  new Promise((resolve) => {
    try {
      const worker = start();
      worker.onmessage = ({ data }) => {
        worker.terminate();
        resolve(data);
      };
      worker.onerror = () => {
        worker.terminate();
        resolve({ type: "no-worker" });
      };
      worker.postMessage(request);
    } catch {
      resolve({ type: "no-worker" });
    }
  });

const keyFrom = (bytes: Uint8Array): DerivationKey => {
  const key = derivationKeyFrom(bytes);
  bytes.fill(0);
  if (key.type === "error") throw new Error("Argon2id gave another length than was asked for");
  return key.value;
};

export const stretch: Stretch = createStretch(
  () => new Worker(new URL("./stretch.worker.ts", import.meta.url), { type: "module", name: "lock" }),
  async (...args) => (await import("@undivided/vault/argon2id")).stretchPassphrase(...args),
);
