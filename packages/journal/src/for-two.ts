/**
 * What two people need and one alone does not: the space of both read and written, exchange, proposals, agreements, talk, the report
 * about both. Loaded once there is a space of both, so that a phone that keeps records for one downloads none of it.
 */
import type { Instant, KnownRecord, RecordId, TogetherRecord } from "@undivided/domain";
import { clearAgreements, createAgreements } from "./both/agreements-part.ts";
import { createDigests } from "./both/digests.ts";
import { clearProposals, createProposals, endRitual } from "./both/proposals-part.ts";
import { clearTalks, createTalk } from "./both/talk-part.ts";
import { inOrder, type Core } from "./core.ts";
import { createExchange } from "./exchange/exchange.ts";
import { createReportOfBoth } from "./exchange/report-of-both.ts";
import { createSharing } from "./exchange/sharing-part.ts";
import type { Done, Journal } from "./journal.ts";
import { oursDocument, type OursDocument } from "./ours/documents.ts";
import { createOursReader } from "./ours/ours-reader.ts";
import type { OursView } from "./ours/ours-view.ts";
import type { Heard } from "./own/documents.ts";
import { createHearing } from "./together/hearing.ts";
import { joinSession } from "./together/join-session.ts";
import { isInTogetherTime, type Session } from "./together/session.ts";

export interface ForTwo extends Pick<Journal, "talk" | "sharing" | "proposals" | "agreements" | "report"> {
  /** See `Core`. */
  readonly ours: () => OursView | null;
  readonly heard: () => readonly Heard[];
  readonly heardAt: (signals: RecordId) => Instant | null;
  readonly textOf: (document: OursDocument) => string;
  /** Learns the hashes that read models need; gives whether there was any to learn. */
  readonly learn: () => Promise<boolean>;
  /** Within a turn. Takes away what ended by itself. */
  readonly clear: () => Done;
  /** Within a turn. Makes what stands in `ours` equal to what is wanted there. */
  readonly settle: () => Done;
  /** Within a turn. Ends what both had by a record that is being removed. */
  readonly letGo: (record: KnownRecord) => Done;
  /** Within a turn. Finds out whether a time together that has ended was one of both. */
  readonly join: (session: Session, record: TogetherRecord) => Done;
}

export const createForTwo = (core: Core): ForTwo => {
  const digests = createDigests();
  const exchange = createExchange(core, () => isInTogetherTime(core));
  const read = createOursReader(core.deps.ours);
  const hearing = createHearing();
  return {
    ours: () => {
      const view = read();
      hearing.listen(view, core.now());
      return view;
    },
    heard: hearing.heard,
    heardAt: hearing.heardAt,
    textOf: (document) => JSON.stringify(oursDocument.encode(document)),
    learn: () => digests.learn(core.ours()),
    clear: () => inOrder([clearTalks, clearProposals, clearAgreements], (step) => step(core, digests)),
    settle: exchange.settle,
    letGo: (record) => endRitual(core, record),
    join: (session, record) => joinSession(core, session, record),
    talk: createTalk(core),
    sharing: createSharing(core, exchange),
    proposals: createProposals(core, digests),
    agreements: createAgreements(core, digests),
    report: createReportOfBoth(core, digests, exchange, () => isInTogetherTime(core)),
  };
};
