/**
 * EntryVerifier over `node:crypto`: the same OpenSSL as WebCrypto's, without a promise and a task for each hash.
 *
 * A lone entry is checked at once: a thread of the pool would only add its hop. Entries that came together are checked side by side
 * on the pool and handed back in groups, so that a group shares one commit (`store/commit-group.ts`).
 */
import { createPublicKey, hash, verify, type KeyObject } from "node:crypto";
import { err, ok, type Result } from "@undivided/domain";
import {
  entryIdFrom,
  signedPartOf,
  type EntryClaim,
  type EntryVerifier,
  type EntryWithId,
  type VerifyFault,
  type VerifyingKey,
} from "@undivided/vault/relay";

type Verdict = Result<EntryWithId, VerifyFault>;

/** As many as share a commit at least, while so many are there: an fsync costs about as much as one signature. */
const GROUP = 16;

/** What stands before the 32 bytes of an Ed25519 key in a SubjectPublicKeyInfo (RFC 8410, 4 and 10.1). */
const SPKI_HEAD = Buffer.from("302a300506032b6570032100", "hex");

interface Job {
  readonly claim: EntryClaim;
  readonly settle: (verdict: Verdict) => void;
}

export const createNodeEntryVerifier = (): EntryVerifier => {
  const keyByBytes = new WeakMap<VerifyingKey, KeyObject | null>();
  let arrived: Job[] = [];
  let inWork = 0;

  const keyOf = (bytes: VerifyingKey): KeyObject | null => {
    const known = keyByBytes.get(bytes);
    if (known !== undefined) return known;
    const key = importKey(bytes);
    keyByBytes.set(bytes, key);
    return key;
  };
  const checkAtOnce = ({ claim, settle }: Job): void => {
    const key = keyOf(claim.author);
    const signed = signedPartOf(claim.bytes);
    settle(verdictOf(claim, signed, key !== null && isSignature(signed, key, claim.entry.signature)));
  };
  const checkOnPool = (group: readonly Job[]): void => {
    inWork += group.length;
    let left = group.length;
    const verdicts: Verdict[] = [];
    const done = (index: number, verdict: Verdict): void => {
      verdicts[index] = verdict;
      left -= 1;
      if (left > 0) return;
      inWork -= group.length;
      for (const [at, { settle }] of group.entries()) settle(verdicts[at] ?? err({ type: "forged" }));
    };
    for (const [index, { claim }] of group.entries()) {
      const key = keyOf(claim.author);
      const signed = signedPartOf(claim.bytes);
      if (key === null) done(index, err({ type: "forged" }));
      else {
        verify(null, signed, key, claim.entry.signature, (error, isSigned) =>
          done(index, verdictOf(claim, signed, error === null && isSigned)),
        );
      }
    }
  };
  const check = (): void => {
    const jobs = arrived;
    arrived = [];
    if (jobs.length === 1 && inWork === 0) jobs.forEach(checkAtOnce);
    else for (let at = 0; at < jobs.length; at += GROUP) checkOnPool(jobs.slice(at, at + GROUP));
  };

  return {
    verify: (claims) =>
      new Promise((resolve) => {
        let left = claims.length;
        if (left === 0) return resolve([]);
        const verdicts: Verdict[] = [];
        // After what has already come from the sockets: who arrives together is checked together.
        if (arrived.length === 0) setImmediate(check);
        for (const [index, claim] of claims.entries()) {
          const settle = (verdict: Verdict): void => {
            verdicts[index] = verdict;
            left -= 1;
            if (left === 0) resolve(verdicts);
          };
          arrived.push({ claim, settle });
        }
      }),
  };
};

const importKey = (bytes: VerifyingKey): KeyObject | null => {
  try {
    return createPublicKey({ key: Buffer.concat([SPKI_HEAD, bytes]), format: "der", type: "spki" });
  } catch {
    return null;
  }
};

const isSignature = (signed: Uint8Array, key: KeyObject, signature: Uint8Array): boolean => {
  try {
    return verify(null, signed, key, signature);
  } catch {
    return false;
  }
};

const sha256 = (bytes: Uint8Array): Buffer => hash("sha256", bytes, "buffer");

const verdictOf = ({ entry }: EntryClaim, signed: Uint8Array, isSigned: boolean): Verdict => {
  if (!isSigned) return err({ type: "forged" });
  const { body, bodyBytes, bodyHash } = entry;
  if (body !== null && (body.length !== bodyBytes || !sha256(body).equals(bodyHash))) return err({ type: "altered" });
  return ok({ id: entryIdFrom(sha256(signed)), entry });
};
