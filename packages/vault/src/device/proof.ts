/**
 * Proof that whoever holds the device has just opened its lock: what adding a device, showing a recovery code, exporting and
 * changing the lock ask for, so that an unlocked phone in another's hand is not enough.
 *
 * A proof cannot be made by hand, only by `OpenDevice.prove`, and is good for two minutes and one device object.
 */
import type { Millis } from "@undivided/domain";

declare const proofBrand: unique symbol;

export interface Proof {
  readonly [proofBrand]: true;
}

/** Time enough for the one thing it was asked for. */
export const PROOF_MS = 120_000;

export interface ProofNeeded {
  readonly type: "proof-needed";
}

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
