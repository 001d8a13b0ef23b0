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
}

export interface Agreement {
  readonly id: RecordId;
  /** Oldest revision first; the last one is what is signed. Either may be empty: one promise is enough. */
  readonly mine: readonly Sentence[];
  readonly theirs: readonly Sentence[];
  /** Both signed this very wording and no sentence has ended. */
  readonly isInForce: boolean;
  /** Whether my signature is on the wording as it stands. Whether theirs is, shows only by being in force. */
  readonly isSignedByMe: boolean;
}

export interface Agreements {
  /** Those that hold or could be signed. What ended is not among them, whoever ended it. */
  readonly list: () => readonly Agreement[];
  /** A new agreement, or a new revision of my sentence in one; signs it too. */
  readonly write: (sentence: {
    readonly agreement: RecordId | null;
    readonly text: string;
    readonly until: CivilDate;
  }) => Done<RecordId>;
  /** My signature over both sentences as they stand now. */
  readonly sign: (agreement: RecordId) => Done;
  /** At any time, alone. My sentences stay among my own records. */
  readonly end: (agreement: RecordId) => Done;
}
