/**
 * Who belongs to a space, as far as this device has heard: the statements, the roster that follows from them, and the gate that
 * decides with it which entries are taken.
 */
import type { DeviceId } from "@undivided/domain";
import { ENTRY_KINDS } from "../envelope/entry.ts";
import { epochOfEntry, type EntryId, type EpochId, type MemberId, type SpaceId } from "../envelope/ids.ts";
import type { EntryWithId } from "../envelope/make-entry.ts";
import { createChainReceiver, type Admission, type ChainReceiver } from "../log/chain-receiver.ts";
import type { EntryRef } from "../log/log-store.ts";
import { decodeMembersStatement, spaceFoundedBy } from "./members-statement.ts";
import { counts, foldRoster, type Roster, type SignedStatement } from "./roster.ts";

/** How far beyond its end a removed device's entries are kept, without counting: its end may turn out to be void. */
export const MAX_BEYOND_END = 64;

/** Entries of a device with a counter above `after`, up to `until`. */
export interface CounterRange {
  readonly device: DeviceId;
  readonly after: number;
  readonly until: number;
}

export interface Membership {
  readonly receiver: ChainReceiver;
  /** Names the founding statement, before or after others have come: whoever calls has checked that the space is named after it. */
  readonly found: (entry: EntryWithId) => void;
  /** Takes a members entry in. False if it is none that can be read. */
  readonly take: (entry: EntryWithId) => boolean;
  /** Where entries began or ceased to count since this was asked last. */
  readonly takeAffected: () => readonly CounterRange[];
  readonly roster: () => Roster | null;
  readonly founding: () => SignedStatement | null;
  readonly statements: () => readonly SignedStatement[];
  /** As they came, to be passed on. */
  readonly statementEntries: () => readonly EntryWithId[];
  /** The highest that any statement names. */
  readonly generation: () => number;
  readonly memberOf: (device: DeviceId) => MemberId | undefined;
  /** Everybody who was ever thought to belong. */
  readonly members: () => readonly MemberId[];
  readonly counts: (place: EntryRef) => boolean;
  /** Whether a drop statement at `by` counts and is of the same person as the entry at `place`. */
  readonly mayDrop: (by: EntryRef, place: EntryRef) => boolean;
}

/** `start`: statements that were verified before, the founding one first. */
export const createMembership = (space: SpaceId, start: readonly EntryWithId[]): Membership => {
  const entries: EntryWithId[] = [];
  const statements: SignedStatement[] = [];
  const epochRecipients = new Map<EpochId, ReadonlySet<DeviceId>>();
  const members = new Set<MemberId>();
  let founding: SignedStatement | null = null;
  let foundingId: EntryId | null = start[0]?.id ?? null;
  let roster: Roster | null = null;
  let before: Roster | null = null;
  let generation = 0;

  const add = (taken: EntryWithId): boolean => {
    const { id, entry } = taken;
    const statement = entry.body === null ? undefined : decodeMembersStatement(entry.body);
    if (statement === undefined) return false;
    const signed = { id, device: entry.device, counter: entry.counter, statement };
    if (id === foundingId) founding = signed;
    entries.push(taken);
    statements.push(signed);
    generation = Math.max(generation, statement.generation);
    epochRecipients.set(epochOfEntry(id), new Set(statement.wraps.map(({ device }) => device)));
    return true;
  };
  const fold = (): void => {
    if (founding === null) {
      roster = null;
      return;
    }
    roster = foldRoster(founding, statements);
    for (const { member } of roster.devices.values()) members.add(member);
  };
  for (const taken of start) add(taken);
  fold();
  before = roster;

  const receiver = createChainReceiver(space, {
    keyOf: async (entry) => {
      if (roster !== null) return roster.devices.get(entry.device)?.verifyingKey;
      const isFirst = entry.kind === ENTRY_KINDS.members && entry.counter === 1 && entry.body !== null;
      if (!isFirst || (await spaceFoundedBy(entry.body)) !== space) return undefined;
      const card = decodeMembersStatement(entry.body)?.admits[0];
      return card?.device === entry.device ? card.verifyingKey : undefined;
    },
    admit: (entry): Admission => {
      const last = roster?.devices.get(entry.device)?.last ?? Infinity;
      if (entry.counter > last + MAX_BEYOND_END) return { type: "removed-device" };
      if (entry.kind !== ENTRY_KINDS.record) return entry.body === null ? { type: "missing-body" } : "take";
      const recipients = epochRecipients.get(entry.epoch);
      if (recipients === undefined) return "wait";
      return recipients.has(entry.device) ? "take" : { type: "wrong-epoch" };
    },
  });
  const isCounting = ({ device, counter }: EntryRef): boolean => roster !== null && counts(roster, device, counter);

  return {
    receiver,
    found: ({ id }) => {
      foundingId = id;
      founding = statements.find((statement) => statement.id === id) ?? null;
    },
    take: (taken) => {
      if (!add(taken)) return false;
      fold();
      return true;
    },
    takeAffected: () => {
      const ranges = changedRanges(before, roster);
      before = roster;
      return ranges;
    },
    roster: () => roster,
    founding: () => founding,
    statements: () => statements,
    statementEntries: () => entries,
    generation: () => generation,
    memberOf: (device) => roster?.devices.get(device)?.member,
    members: () => [...members],
    counts: isCounting,
    mayDrop: (by, place) =>
      isCounting(by) && roster?.devices.get(place.device)?.member === roster?.devices.get(by.device)?.member,
  };
};

const changedRanges = (before: Roster | null, now: Roster | null): readonly CounterRange[] => {
  const devices = new Set([...(before?.devices.keys() ?? []), ...(now?.devices.keys() ?? [])]);
  return [...devices].flatMap((device) => {
    const [old, fresh] = [before?.devices.get(device), now?.devices.get(device)];
    if (old?.member !== fresh?.member) return [{ device, after: 0, until: Infinity }];
    const [one, other] = [old?.last ?? Infinity, fresh?.last ?? Infinity];
    return one === other ? [] : [{ device, after: Math.min(one, other), until: Math.max(one, other) }];
  });
};
