/**
 * What a relay holds in memory of a space that somebody has open: where chains end, who belongs to it, what was dropped, what it lacks.
 */
import type { DeviceId } from "@undivided/domain";
import { ENTRY_KINDS, type Entry } from "../envelope/entry.ts";
import { epochOfEntry, type EpochId, type SpaceId } from "../envelope/ids.ts";
import type { EntryWithId } from "../envelope/verify-entry.ts";
import type { EntryRef, Head } from "../log/log-store.ts";
import { decodeDropStatement } from "../space/drop-statement.ts";
import { decodeMembersStatement, spaceFoundedBy } from "../space/members-statement.ts";
import { foldRoster, type Roster, type SignedStatement } from "../space/roster.ts";
import type { Need, SnapshotName } from "./answers.ts";
import type { StoredMailbox } from "./mailbox-store.ts";

/** As the key of a map. */
export const placeKey = ({ device, counter }: EntryRef): string => `${device}/${counter}`;

export interface Known {
  last: number;
  bytes: number;
  snapshotBytes: number;
  /** Statements that were taken since it was loaded: each of them removes the snapshots. */
  statementsTaken: number;
  readonly headByDevice: Map<DeviceId, Head>;
  readonly statements: SignedStatement[];
  readonly recipientsByEpoch: Map<EpochId, ReadonlySet<DeviceId>>;
  readonly drops: { readonly by: EntryRef; readonly places: readonly EntryRef[] }[];
  readonly dropped: Set<string>;
  readonly wantedByPlace: Map<string, EntryRef>;
  readonly needByDevice: Map<DeviceId, Need>;
  readonly snapshotByDevice: Map<DeviceId, SnapshotName>;
  founding: SignedStatement | null;
  roster: Roster | null;
}

/** A space of which nothing is kept. */
export const EMPTY_MAILBOX: StoredMailbox = {
  ...{
    last: 0,
    bytes: 0,
    snapshotBytes: 0,
    heads: [],
    statements: [],
    wanted: [],
    dropped: [],
    needs: [],
    snapshots: [],
  },
};

export const knownOf = async (space: SpaceId, stored: StoredMailbox): Promise<Known> => {
  const known: Known = {
    last: stored.last,
    bytes: stored.bytes,
    snapshotBytes: stored.snapshotBytes,
    statementsTaken: 0,
    headByDevice: new Map(stored.heads.map((head) => [head.device, head])),
    statements: [],
    recipientsByEpoch: new Map(),
    drops: [],
    dropped: new Set(stored.dropped.map(placeKey)),
    wantedByPlace: new Map(stored.wanted.map((place) => [placeKey(place), place])),
    needByDevice: new Map(stored.needs.map((need) => [need.device, need])),
    snapshotByDevice: new Map(stored.snapshots.map((name) => [name.device, name])),
    founding: null,
    roster: null,
  };
  for (const { id, entry } of stored.statements) await noteStatement(known, space, { id, entry });
  foldAnew(known);
  return known;
};

/** Whether the space is named after this entry. */
export const isFounding = async (space: SpaceId, entry: Entry): Promise<boolean> =>
  entry.kind === ENTRY_KINDS.members &&
  entry.counter === 1 &&
  entry.body !== null &&
  (await spaceFoundedBy(entry.body)) === space;

/** Counts a statement in; the roster only after `foldAnew`. */
export const noteStatement = async (known: Known, space: SpaceId, { id, entry }: EntryWithId): Promise<void> => {
  if (entry.body === null) return;
  if (entry.kind === ENTRY_KINDS.drop) {
    const places = decodeDropStatement(entry.body);
    if (places !== undefined) known.drops.push({ by: { device: entry.device, counter: entry.counter }, places });
  }
  const statement = entry.kind === ENTRY_KINDS.members ? decodeMembersStatement(entry.body) : undefined;
  if (statement === undefined) return;
  const signed = { id, device: entry.device, counter: entry.counter, statement };
  if (known.founding === null && (await isFounding(space, entry))) known.founding = signed;
  known.statements.push(signed);
  known.recipientsByEpoch.set(epochOfEntry(id), new Set(statement.wraps.map(({ device }) => device)));
};

export const foldAnew = (known: Known): void => {
  known.roster = known.founding === null ? null : foldRoster(known.founding, known.statements);
};
