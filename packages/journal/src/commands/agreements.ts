/** Agreements: each writes own sentences ("I will …"), both sign exactly the same wording. */
import type { CivilDate, RecordId } from "@undivided/domain";
import type { Done } from "../journal.ts";

export interface Sentence {
  /** From 1. */
  readonly revision: number;
  /** What follows "I will". */
  readonly text: string;
  /** The last day on which it holds. */
  readonly until: CivilDate;
  /** In which its author wrote it, a language tag; null where that is not known. */
  readonly language: string | null;
}

/** The hash of each sentence that holds today, ascending: what a signature is over. */
export type Wording = readonly string[];

export interface Agreement {
  readonly id: RecordId;
  /** Oldest revision first; the last one is what is signed. Either may be empty: one promise is enough, and what ended is gone. */
  readonly mine: readonly Sentence[];
  readonly theirs: readonly Sentence[];
  /** Nothing of mine in it was ever sent: it was written alone. */
  readonly isOnlyHere: boolean;
  /** Of just these sentences; null while there is nothing that could be signed. */
  readonly wording: Wording | null;
  /** Both signed this very wording, or one that said more and of which a part ended by itself. */
  readonly isInForce: boolean;
  /** Whether my signature is on the wording as it stands. Whether theirs is, shows only by being in force. */
  readonly isSignedByMe: boolean;
}

export interface Agreements {
  /** Those that hold or could be signed. What ended is not among them, whoever ended it. */
  readonly list: () => readonly Agreement[];
  /**
   * A new agreement, or a new revision of my sentence in one. It is signed too if the other's sentence is in `read`, which is the
   * wording that was on the screen. In one that was ended here it begins a new one.
   */
  readonly write: (sentence: {
    readonly agreement: RecordId | null;
    readonly text: string;
    readonly until: CivilDate;
    readonly language?: string;
    readonly read?: Wording | null;
  }) => Done<RecordId>;
  /** My signature over the wording that was on the screen; refused if it is another one by now. */
  readonly sign: (agreement: RecordId, wording: Wording) => Done;
  /** At any time, alone. My sentences stay among my own records. */
  readonly end: (agreement: RecordId) => Done;
}
