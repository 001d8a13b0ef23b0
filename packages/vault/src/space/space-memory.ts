/**
 * What a device knows of a space while it is open: roster, keys, opened records, drops. Built from the log, entry by entry.
 *
 * The state is a fold over all changes that count and are not dropped, so it does not depend on the order of arrival; it is
 * folded anew only when something that had counted may not count any more.
 */
import type { DeviceId, RecordId } from "@undivided/domain";
import { ENTRY_KINDS, type Entry } from "../envelope/entry.ts";
import { epochOfEntry, type EpochId, type MemberId, type SpaceId } from "../envelope/ids.ts";
import { openEntry, type EntryWithId } from "../envelope/make-entry.ts";
import { createChainReceiver, type Admission, type ChainReceiver } from "../log/chain-receiver.ts";
import type { EntryRef } from "../log/log-store.ts";
import { decodeChange, type Change } from "../merge/change.ts";
import { compareStamps, FIRST_STAMP, type Stamp } from "../merge/hybrid-clock.ts";
import {
  applyChanges,
  EMPTY_STATE,
  growState,
  lastStampOf,
  type AuthoredChange,
  type GrowingState,
  type SpaceState,
} from "../merge/merge.ts";
import type { DeviceKeys } from "./device-keys.ts";
import { decodeDropStatement } from "./drop-statement.ts";
import { learnEpochKeys, type EpochKeys } from "./epoch-keys.ts";
import { decodeMembersStatement, spaceFoundedBy } from "./members-statement.ts";
import { counts, foldRoster, type Roster, type SignedStatement } from "./roster.ts";

/** How far beyond its end a removed device's entries are kept, without counting: its end may turn out to be void. */
export const MAX_BEYOND_END = 64;

/** A record entry that was taken. */
export interface RecordSlot extends EntryRef {
  readonly epoch: EpochId;
  /** Kept until its key is known. */
  sealed: Entry | null;
  hasBody: boolean;
  isDropped: boolean;
  /** Null while it cannot be opened, or is from a newer app. */
  change: Change | null;
}

export interface SpaceMemory {
  readonly receiver: ChainReceiver;
  /** Takes in an entry that the receiver took. */
  readonly take: (entry: EntryWithId) => Promise<void>;
  /** Takes in the body of a record that had none. */
  readonly fill: (entry: Entry) => Promise<void>;
  /** Learns keys, applies drops, folds the state. Gives the places whose bodies are to go from the storage. */
  readonly settle: () => Promise<readonly EntryRef[]>;
  readonly roster: () => Roster | null;
  readonly founding: () => SignedStatement | null;
  readonly generation: () => number;
  readonly keys: () => EpochKeys;
  /** Never changes once given; costs a copy after each change. */
  readonly state: () => SpaceState;
  /** As `lastStampOf` of the state, without the copy. */
  readonly lastStampOf: (member: MemberId, id: RecordId) => Stamp | undefined;
  readonly slots: () => readonly RecordSlot[];
  readonly slotAt: (place: EntryRef) => RecordSlot | undefined;
  /** The latest stamp of this device's own changes. */
  readonly ownStamp: () => Stamp;
}

const placeKey = ({ device, counter }: EntryRef): string => `${device}/${counter}`;

export const createSpaceMemory = (space: SpaceId, own: DeviceKeys): SpaceMemory => {
  const statements: SignedStatement[] = [];
  const epochRecipients = new Map<EpochId, ReadonlySet<DeviceId>>();
  const drops: { readonly by: EntryRef; readonly places: readonly EntryRef[] }[] = [];
  const slotByPlace = new Map<string, RecordSlot>();
  let founding: SignedStatement | null = null;
  let roster: Roster | null = null;
  let keys: EpochKeys = new Map();
  let live: GrowingState = { own: new Map(), shared: new Map() };
  /** A copy for readers, made when one asks. */
  let shown: SpaceState | null = EMPTY_STATE;
  let fresh: RecordSlot[] = [];
  let mustFoldAnew = false;
  let hasNewStatements = false;
  let ownStamp = FIRST_STAMP;

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

  const takeStatement = ({ id, entry }: EntryWithId): void => {
    const statement = entry.body === null ? undefined : decodeMembersStatement(entry.body);
    if (statement === undefined) return;
    const signed = { id, device: entry.device, counter: entry.counter, statement };
    founding ??= signed;
    statements.push(signed);
    epochRecipients.set(epochOfEntry(id), new Set(statement.wraps.map(({ device }) => device)));
    roster = foldRoster(founding, statements);
    hasNewStatements = true;
    mustFoldAnew = true;
  };
  const openSlot = async (slot: RecordSlot): Promise<void> => {
    const key = keys.get(slot.epoch);
    if (slot.sealed === null || key === undefined) return;
    const content = await openEntry(slot.sealed, key);
    slot.sealed = null;
    const change = content.type === "ok" ? decodeChange(content.value) : content;
    if (change.type === "error") return;
    slot.change = change.value;
    fresh.push(slot);
    if (slot.device === own.device && compareStamps(change.value.stamp, ownStamp) > 0) ownStamp = change.value.stamp;
  };
  const applyDrops = (): readonly EntryRef[] => {
    const gone: EntryRef[] = [];
    for (const { by, places } of drops) {
      if (roster === null || !counts(roster, by.device, by.counter)) continue;
      const member = roster.devices.get(by.device)?.member;
      for (const place of places) {
        const slot = slotByPlace.get(placeKey(place));
        if (slot === undefined || slot.isDropped || roster.devices.get(place.device)?.member !== member) continue;
        if (slot.change !== null) mustFoldAnew = true;
        if (slot.hasBody) gone.push({ device: slot.device, counter: slot.counter });
        Object.assign(slot, { isDropped: true, hasBody: false, sealed: null, change: null });
      }
    }
    return gone;
  };
  const authored = (slot: RecordSlot): readonly AuthoredChange[] => {
    const { change, device, counter } = slot;
    const member = roster?.devices.get(device)?.member;
    if (change === null || roster === null || member === undefined || !counts(roster, device, counter)) return [];
    return [{ change, device, member }];
  };

  return {
    receiver,
    take: async (taken) => {
      const { entry } = taken;
      const place = { device: entry.device, counter: entry.counter };
      if (entry.kind === ENTRY_KINDS.members) takeStatement(taken);
      if (entry.kind === ENTRY_KINDS.drop) {
        const places = entry.body === null ? undefined : decodeDropStatement(entry.body);
        if (places !== undefined) drops.push({ by: place, places });
      }
      if (entry.kind !== ENTRY_KINDS.record) return;
      const hasBody = entry.body !== null;
      const sealed = hasBody ? entry : null;
      const slot: RecordSlot = { ...place, epoch: entry.epoch, sealed, hasBody, isDropped: false, change: null };
      slotByPlace.set(placeKey(slot), slot);
      await openSlot(slot);
    },
    fill: async (entry) => {
      const slot = slotByPlace.get(placeKey(entry));
      if (slot === undefined || slot.hasBody || slot.isDropped || entry.body === null) return;
      slot.sealed = entry;
      slot.hasBody = true;
      await openSlot(slot);
    },
    settle: async () => {
      if (hasNewStatements) {
        hasNewStatements = false;
        keys = await learnEpochKeys(own, statements, keys);
        await Promise.all([...slotByPlace.values()].map(openSlot));
      }
      const gone = applyDrops();
      if (mustFoldAnew) live = { own: new Map(), shared: new Map() };
      const slots = mustFoldAnew ? [...slotByPlace.values()] : fresh;
      for (const change of slots.flatMap(authored)) growState(live, change);
      if (mustFoldAnew || slots.length > 0) shown = null;
      mustFoldAnew = false;
      fresh = [];
      return gone;
    },
    roster: () => roster,
    founding: () => founding,
    generation: () => statements.reduce((highest, { statement }) => Math.max(highest, statement.generation), 0),
    keys: () => keys,
    state: () => (shown ??= applyChanges(live, [])),
    lastStampOf: (member, id) => lastStampOf(live, member, id),
    slots: () => [...slotByPlace.values()],
    slotAt: (place) => slotByPlace.get(placeKey(place)),
    ownStamp: () => ownStamp,
  };
};
