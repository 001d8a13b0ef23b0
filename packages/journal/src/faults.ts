/** Why a command was not carried out. The interface makes words from `type`; nothing here repeats what a record holds. */
import type { DecodeError } from "@undivided/domain";
import type { WriteFault } from "@undivided/vault";

export type JournalFault =
  /** The storage, or the space: see `WriteFault` of the vault. */
  | WriteFault
  /** No such record, or it is deleted. */
  | { readonly type: "not-found" }
  /** Only its owner writes a record, and its kind and identifier never change. */
  | { readonly type: "not-yours" }
  /** The record would not be readable again; says where and why. */
  | { readonly type: "invalid-record"; readonly error: DecodeError }
  /** The sharing table keeps this kind in this form with its owner. */
  | { readonly type: "never-shared" }
  /** Whole days, at least one. */
  | { readonly type: "not-a-length" }
  /** From a Monday to a Sunday that is over, not fewer and not more than a report holds. */
  | { readonly type: "not-whole-weeks" }
  /** Some of these weeks were in another report about both: the difference of the two would tell of single weeks. */
  | { readonly type: "overlaps-another" }
  /** There is no pairing, or it ended. */
  | { readonly type: "not-paired" }
  /** The words are not the ones that were read: nothing was signed. */
  | { readonly type: "words-changed" }
  /** As many of mine wait for the other's word as may at once. */
  | { readonly type: "enough-waiting" }
  /** The same was proposed already, or both have it. */
  | { readonly type: "already-there" }
  /** A time together is going on here already. */
  | { readonly type: "already-running" }
  | { readonly type: "not-running" }
  /** A part of the app that this needs could not be fetched: there is no network, or a newer app has taken its place. */
  | { readonly type: "unreachable" }
  /** It ran out, or was taken back, or was never there: these cannot be told apart. */
  | { readonly type: "nothing-there" };
