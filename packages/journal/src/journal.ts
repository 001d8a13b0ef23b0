/**
 * Journal: what a person does. The one way to write to the vault.
 *
 * Commands give a `Result` when what they wrote is in the storage of this device; no network is needed for any of them, and
 * what they write merges later. Read models are plain values, worked out when they are asked for: `subscribe` tells when to ask
 * again. Whatever goes to the space of both goes through the sharing table first.
 *
 * [Note: Tending] Some things happen by themselves: an opening ends, a week is over and may be shown, the other phone's sign
 * comes, a deletion becomes final, two times together turn out to be one. `tend` does what is due and nothing else; it may be
 * called at any time and as often as one likes. Call it after opening, after `ours` changed, when the app is shown again,
 * and every few minutes while it is open.
 *
 * Limits: one person, one device. Two tabs or processes on one store: call `refresh` when told that another one wrote.
 */
import type { DeviceId, Instant, PersonId, RecordId, Result, UtcOffset } from "@undivided/domain";
import type { MemberId, Replica, WriteFault } from "@undivided/vault";
import type { Agreements } from "./commands/agreements.ts";
import type { Files } from "./commands/files.ts";
import type { Proposals } from "./commands/proposals.ts";
import type { Records } from "./commands/records.ts";
import type { ReportOfBoth } from "./commands/report-of-both.ts";
import type { Rest } from "./commands/rest.ts";
import type { Sharing } from "./commands/sharing.ts";
import type { Talk } from "./commands/talk.ts";
import type { TogetherTime } from "./commands/together.ts";
import type { JournalFault } from "./faults.ts";

/** What the journal needs of a replica. */
export type JournalSpace = Pick<Replica, "space" | "state" | "write" | "isClosed" | "subscribe" | "refresh">;

/** The space of both, and who this person is in it. */
export interface OursSpace {
  readonly replica: JournalSpace;
  readonly member: MemberId;
}

export interface JournalDeps {
  readonly mine: JournalSpace;
  /** Asked each time: null until paired, a closed one after the pairing ended. */
  readonly ours: () => OursSpace | null;
  /** The owner of every record that is written here. */
  readonly person: PersonId;
  /** This phone, in records of time together. Never leaves `mine`. */
  readonly device: DeviceId;
  readonly wall: () => Instant;
  /** What the owner's clock is ahead of UTC at that time. */
  readonly utcOffset: (at: Instant) => UtcOffset;
  /** 128 random bits. */
  readonly randomId: () => RecordId;
  /** The device's leaving of the space of both: keys gone at once, the relay later. */
  readonly leave: () => Promise<Result<null, WriteFault>>;
}

/** `ended` after either left: neutral, and does not say who. */
export type Pairing = "alone" | "paired" | "ended";

export interface Journal {
  readonly records: Records;
  readonly together: TogetherTime;
  readonly talk: Talk;
  readonly sharing: Sharing;
  readonly proposals: Proposals;
  readonly agreements: Agreements;
  readonly report: ReportOfBoth;
  readonly rest: Rest;
  readonly files: Files;
  readonly pairing: () => Pairing;
  /** See [Note: Tending]. Stops at the first fault of the storage; what is left is done next time. */
  readonly tend: () => Promise<Result<null, JournalFault>>;
  /** Reads again what another tab or process wrote. */
  readonly refresh: () => Promise<Result<null, JournalFault>>;
  /**
   * Ends the pairing, alone and at once: keys of `ours` are destroyed, what the other shared is gone from here, all own
   * sharing ends. Own records stay.
   */
  readonly leave: () => Promise<Result<null, JournalFault>>;
  /** Calls after any read model may have changed; gives what ends that. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Listens to the replicas no more: for a lock that throws them away. */
  readonly close: () => void;
}

/** What every command gives. */
export type Done<T = null> = Promise<Result<T, JournalFault>>;
