import { ARGON2_COST, derivationKeyFrom, revealSecret, type Stretch } from "@undivided/vault";
import { describe, expect, it } from "vitest";
import type { StretchReply, StretchRequest } from "./stretch-messages.ts";
import { createStretch, type StretchWorker } from "./stretch.ts";

const salt = new Uint8Array(16);

const keyOf = (byte: number) => {
  const key = derivationKeyFrom(new Uint8Array(32).fill(byte));
  if (key.type === "error") throw new Error("no key");
  return key.value;
};
const onPage: Stretch = async () => keyOf(9);

/** A worker that answers as it is told to, and what it was asked and whether it was ended. */
const workerThat = (answer: (worker: StretchWorker) => void) => {
  const seen: { asked: StretchRequest[]; ended: number } = { asked: [], ended: 0 };
  const worker: StretchWorker = {
    onmessage: null,
    onerror: null,
    postMessage: (request) => {
      seen.asked.push(request);
      queueMicrotask(() => answer(worker));
    },
    terminate: () => void (seen.ended += 1),
  };
  return { worker, seen };
};
const say =
  (data: StretchReply) =>
  (worker: StretchWorker): void =>
    worker.onmessage?.(new MessageEvent("message", { data }));

describe("stretching off the page's thread", () => {
  it("takes the worker's bytes as the key, overwrites them and ends the worker", async () => {
    const bytes = new Uint8Array(32).fill(7);
    const { worker, seen } = workerThat(say({ type: "done", bytes }));
    const key = await createStretch(() => worker, onPage)("246813", salt, ARGON2_COST);
    expect(revealSecret(key)).toEqual(new Uint8Array(32).fill(7));
    expect(bytes).toEqual(new Uint8Array(32));
    expect(seen).toEqual({ asked: [{ passphrase: "246813", salt, cost: ARGON2_COST }], ended: 1 });
  });

  it("runs on the page where a worker cannot be started, and where its script does not come", async () => {
    const none = createStretch(() => {
      throw new DOMException("refused", "SecurityError");
    }, onPage);
    expect(revealSecret(await none("246813", salt, ARGON2_COST))).toEqual(new Uint8Array(32).fill(9));
    const { worker, seen } = workerThat(({ onerror }) => onerror?.(new ErrorEvent("error")));
    const broken = createStretch(() => worker, onPage);
    expect(revealSecret(await broken("246813", salt, ARGON2_COST))).toEqual(new Uint8Array(32).fill(9));
    expect(seen.ended).toBe(1);
  });

  it("fails where the worker had no memory for it: the page would not have it either", async () => {
    const { worker, seen } = workerThat(say({ type: "failed" }));
    await expect(createStretch(() => worker, onPage)("246813", salt, ARGON2_COST)).rejects.toThrow("failed");
    expect(seen.ended).toBe(1);
  });
});
