/**
 * Entry verifier: checks signatures and bodies of many entries at once.
 *
 * A port, because a server checks every entry that anybody writes, and its platform has shorter ways to the same answer than
 * WebCrypto. Every adapter runs `entry-verifier.contract.ts`.
 */
import type { Result } from "@undivided/domain";
import type { Bytes, VerifyingKey } from "../crypto/public-door.ts";
import type { Entry } from "./entry.ts";
import { verifyEntry, type EntryWithId, type VerifyFault } from "./verify-entry.ts";

/** That this entry is by this author. */
export interface EntryClaim {
  readonly entry: Entry;
  /** What `entry` was decoded from. */
  readonly bytes: Bytes;
  readonly author: VerifyingKey;
}

export interface EntryVerifier {
  /** One verdict a claim, in their order, each as `verifyEntry` gives it. Never rejects. */
  readonly verify: (claims: readonly EntryClaim[]) => Promise<readonly Result<EntryWithId, VerifyFault>[]>;
}

/** The same everywhere: WebCrypto, one entry beside the other. */
export const createWebEntryVerifier = (): EntryVerifier => ({
  verify: (claims) => Promise.all(claims.map(({ entry, author }) => verifyEntry(entry, author))),
});
