/** A pause, a holiday, an illness: one tap, no trace for the other. */
import type { CivilDate, RecordId, RestReason, RestRecord } from "@undivided/domain";
import type { Done } from "../journal.ts";

export interface Rest {
  readonly current: () => RestRecord | null;
  /** From today until that day included, or until it is ended. */
  readonly begin: (why: RestReason, until: CivilDate | null) => Done<RecordId>;
  readonly end: () => Done;
}
