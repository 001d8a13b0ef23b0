/**
 * Proof that whoever holds the device has just opened its lock: what adding a device, showing a recovery code, exporting and
 * changing the lock ask for, so that an unlocked phone in another's hand is not enough.
 *
 * A proof cannot be made by hand, only by `OpenDevice.prove`, and is good for two minutes and one device object.
 */
import type { Instant, Millis } from "@undivided/domain";

declare const proofBrand: unique symbol;

export interface Proof {
  readonly [proofBrand]: true;
}

/** Time enough for the one thing it was asked for. */
export const PROOF_MS = 120_000;

export interface ProofNeeded {
  readonly type: "proof-needed";
}

/**
 * The lock is so new that it proves nothing: whoever held the open device may have set it. What would outlast their holding it has
 * to wait.
 */
export interface LockTooNew {
  readonly type: "lock-too-new";
  readonly until: Instant;
}

export type NotProven = ProofNeeded | LockTooNew;

export interface Proofs {
  readonly issue: () => Proof;
  readonly isGood: (proof: Proof) => boolean;
}

const newProof = (): Proof => Object.freeze({}) as Proof;

export const createProofs = (clock: () => Millis): Proofs => {
  const issued = new WeakMap<object, Millis>();
  return {
    issue: () => {
      const proof = newProof();
      issued.set(proof, clock());
      return proof;
    },
    isGood: (proof) => {
      const at = issued.get(proof);
      return at !== undefined && clock() >= at && clock() - at < PROOF_MS;
    },
  };
};
