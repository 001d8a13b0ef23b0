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
  /** There is no pairing, or it ended. */
  | { readonly type: "not-paired" }
  /** A time together is going on here already. */
  | { readonly type: "already-running" }
  | { readonly type: "not-running" }
  /** It ran out, or was taken back, or was never there: these cannot be told apart. */
  | { readonly type: "nothing-there" };
