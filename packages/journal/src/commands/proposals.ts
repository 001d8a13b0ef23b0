/** Proposals: what concerns both, accepted by each on their own phone. Ignoring one shows nothing to who made it. */
import type { CivilDate, Instant, RecordId, RitualPattern, RitualWhat } from "@undivided/domain";
import type { Done } from "../journal.ts";

export type Proposed =
  | { readonly type: "ritual"; readonly what: RitualWhat; readonly pattern: RitualPattern }
  /** A guided talk on some day. */
  | { readonly type: "conversation"; readonly day: CivilDate; readonly minute: number };

export interface Proposal {
  readonly id: RecordId;
  readonly proposed: Proposed;
  /** It ends by itself. */
  readonly until: Instant;
}

export interface ProposalLists {
  /** Mine that are open, a handful at most; nothing says whether they were seen. */
  readonly mine: readonly Proposal[];
  /** The other's, until accepted, put away here, or ended. */
  readonly theirs: readonly Proposal[];
  /** Accepted, by whichever side; until it ends or either takes it back. */
  readonly agreed: readonly Proposal[];
}

export interface Proposals {
  readonly lists: () => ProposalLists;
  /** Refused where the same is open already or both have it, and where a handful are open. */
  readonly propose: (proposed: Proposed, days?: number) => Done<RecordId>;
  readonly accept: (proposal: RecordId) => Done;
  /** On this person's devices only, for the same words sent anew too; the other learns nothing. */
  readonly putAway: (proposal: RecordId) => Done;
  /** One's own proposal, or one's acceptance of the other's, which is then not shown here again. */
  readonly takeBack: (proposal: RecordId) => Done;
}
