/**
 * Merge: from changes in any order, any number of times, to the same records on every device.
 *
 * Own records belong to (member, identifier): a change by another member reaches another record, never mine. Of one record
 * the last put wins; of a shared one the last set of each field; a deletion wins over everything, before and after it. "Last"
 * is by stamp, then by device, then by the text itself, so that even a device that uses a stamp twice cannot split the others.
 * That makes a state a join semilattice: merging is commutative, associative and idempotent.
 */
import type { DeviceId, RecordId } from "@undivided/domain";
import type { MemberId } from "../envelope/ids.ts";
import type { Change } from "./change.ts";
import { compareStamps, type Stamp } from "./hybrid-clock.ts";

/** A change and who made it, as its entry proves. */
export interface AuthoredChange {
  readonly change: Change;
  readonly device: DeviceId;
  readonly member: MemberId;
}

/** A text with what decides whether it is the last. */
export interface Register {
  readonly text: string;
  readonly stamp: Stamp;
  readonly device: DeviceId;
}

export type OwnRecord =
  | { readonly type: "present"; readonly member: MemberId; readonly id: RecordId; readonly last: Register }
  | { readonly type: "deleted"; readonly member: MemberId; readonly id: RecordId };

export type SharedRecord =
  | { readonly type: "present"; readonly id: RecordId; readonly fields: ReadonlyMap<string, Register> }
  | { readonly type: "deleted"; readonly id: RecordId };

/** All records of one space. */
export interface SpaceState {
  /** By `ownKey`. */
  readonly own: ReadonlyMap<string, OwnRecord>;
  readonly shared: ReadonlyMap<RecordId, SharedRecord>;
}

export const EMPTY_STATE: SpaceState = { own: new Map(), shared: new Map() };

export const ownKey = (member: MemberId, id: RecordId): string => `${member}/${id}`;

/** Takes time in the records that there are and the changes that come. */
export const applyChanges = (state: SpaceState, changes: Iterable<AuthoredChange>): SpaceState => {
  const [own, shared] = [new Map(state.own), new Map(state.shared)];
  for (const change of changes) growState({ own, shared }, change);
  return { own, shared };
};

interface Growing<K, V> {
  readonly get: (key: K) => V | undefined;
  readonly set: (key: K, value: V) => unknown;
}

/** A state that whoever keeps it changes in place. */
export interface GrowingState {
  readonly own: Growing<string, OwnRecord>;
  readonly shared: Growing<RecordId, SharedRecord>;
}

/** Applies one change in place; takes time in the fields of one record. */
export const growState = ({ own, shared }: GrowingState, authored: AuthoredChange): void => {
  const { change, member } = authored;
  if (change.type === "set" || (change.type === "delete" && change.scope === "shared")) {
    shared.set(change.id, joinShared(shared.get(change.id), sharedRecordOf(authored, change)));
  } else {
    const key = ownKey(member, change.id);
    own.set(key, joinOwn(own.get(key), ownRecordOf(authored, change)));
  }
};

type OwnChange = Extract<Change, { type: "put" | "delete" }>;
type SharedChange = Extract<Change, { type: "set" | "delete" }>;

const ownRecordOf = ({ device, member }: AuthoredChange, change: OwnChange): OwnRecord =>
  change.type === "delete"
    ? { type: "deleted", member, id: change.id }
    : { type: "present", member, id: change.id, last: { text: change.text, stamp: change.stamp, device } };

const sharedRecordOf = ({ device }: AuthoredChange, change: SharedChange): SharedRecord =>
  change.type === "delete"
    ? { type: "deleted", id: change.id }
    : {
        type: "present",
        id: change.id,
        fields: new Map(change.fields.map(({ name, value }) => [name, { text: value, stamp: change.stamp, device }])),
      };

export const mergeStates = (one: SpaceState, other: SpaceState): SpaceState => {
  const own = new Map(one.own);
  for (const [key, record] of other.own) own.set(key, joinOwn(own.get(key), record));
  const shared = new Map(one.shared);
  for (const [id, record] of other.shared) shared.set(id, joinShared(shared.get(id), record));
  return { own, shared };
};

const joinOwn = (one: OwnRecord | undefined, other: OwnRecord): OwnRecord => {
  if (one === undefined || one.type === "deleted") return one ?? other;
  return other.type === "deleted" ? other : { ...one, last: laterRegister(one.last, other.last) };
};

const joinShared = (one: SharedRecord | undefined, other: SharedRecord): SharedRecord => {
  if (one === undefined || one.type === "deleted") return one ?? other;
  if (other.type === "deleted") return other;
  const fields = new Map(one.fields);
  for (const [name, register] of other.fields) {
    const known = fields.get(name);
    fields.set(name, known === undefined ? register : laterRegister(known, register));
  }
  return { ...one, fields };
};

const laterRegister = (one: Register, other: Register): Register => (compareRegisters(one, other) >= 0 ? one : other);

const compareRegisters = (one: Register, other: Register): number =>
  compareStamps(one.stamp, other.stamp) || compareTexts(one.device, other.device) || compareTexts(one.text, other.text);

/** By code unit: the same in every language and on every system. */
const compareTexts = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1);

interface ReadableState {
  readonly own: { readonly get: (key: string) => OwnRecord | undefined };
  readonly shared: { readonly get: (id: RecordId) => SharedRecord | undefined };
}

/** The latest stamp of what is seen of a record, to be passed to `stampAfter` when it is changed. */
export const lastStampOf = (state: ReadableState, member: MemberId, id: RecordId): Stamp | undefined => {
  const own = state.own.get(ownKey(member, id));
  const shared = state.shared.get(id);
  const stamps = [
    ...(own?.type === "present" ? [own.last.stamp] : []),
    ...(shared?.type === "present" ? [...shared.fields.values()].map(({ stamp }) => stamp) : []),
  ];
  return stamps.toSorted(compareStamps).at(-1);
};
