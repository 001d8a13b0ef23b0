/**
 * Receiving entries: which are taken, which wait, which are refused, and why.
 *
 * One receiver for one space. Each device's entries form a chain; only its next link is taken. An entry that comes before its
 * predecessor waits, in a bounded room; it has been verified before, so that a stranger cannot fill that room. What is
 * refused or falls out of the room is not lost: whoever compares heads with a peer is sent it again.
 * Memory: 32 bytes for each entry taken.
 */
import { err, type DeviceId, type Result } from "@undivided/domain";
import { type Bytes, type VerifyingKey } from "../crypto/door.ts";
import { decodeEntry, type Entry, type EntryFault } from "../envelope/entry.ts";
import { ENTRY_ID_BYTES, entryIdFrom, idToBytes, NO_ENTRY, type EntryId, type SpaceId } from "../envelope/ids.ts";
import { verifyEntry, type EntryWithId, type VerifyFault } from "../envelope/make-entry.ts";
import { createByteList, type ByteList } from "./byte-list.ts";
import type { EntryRef, Head } from "./log-store.ts";

/** How many verified entries of one device may wait for their predecessor. */
export const MAX_WAITING = 256;

export type Refusal =
  | EntryFault
  | VerifyFault
  | { readonly type: "wrong-space" }
  | { readonly type: "unknown-device" }
  /** Its author had no part in the epoch that it names. */
  | { readonly type: "wrong-epoch" }
  /** Its author was removed, and it lies beyond what the remover had seen. */
  | { readonly type: "removed-device" }
  /** Another entry of the same device stands at its place, or its predecessor is another one than it says. */
  | { readonly type: "fork" }
  /** Too far ahead of what is known of its device. */
  | { readonly type: "too-early" }
  /** A statement without its body says nothing. */
  | { readonly type: "missing-body" };

/** What the members of the space decide about an entry whose signature is good. */
export type Admission = "take" | "wait" | Extract<Refusal, { type: "wrong-epoch" | "removed-device" | "missing-body" }>;

export interface Gate {
  /** The key of a device of the space, also of a removed one; for a founding entry the key that it brings itself. */
  readonly keyOf: (entry: Entry) => Promise<VerifyingKey | undefined>;
  readonly admit: (entry: Entry) => Admission;
}

export type Reception =
  /** The next link of its chain; whoever asked keeps it and then asks for `nextWaiting`. */
  | { readonly type: "taken"; readonly entry: EntryWithId }
  /** Known already; `entry` may bring a body that was missing. */
  | { readonly type: "duplicate"; readonly entry: EntryWithId }
  | { readonly type: "waiting" };

/** What was found out about bytes before their turn came. */
export type Checked =
  | { readonly type: "verified"; readonly entry: EntryWithId; readonly by: VerifyingKey }
  | { readonly type: "unknown-device"; readonly entry: Entry }
  | { readonly type: "refused"; readonly entry: Entry | null; readonly why: Refusal };

export interface ChainReceiver {
  /** Checks without changing anything; many at once. */
  readonly check: (bytes: Uint8Array) => Promise<Checked>;
  /** Takes in what was checked; checks again where who belongs to the space has changed since. */
  readonly place: (checked: Checked) => Promise<Result<Reception, Refusal>>;
  readonly receive: (bytes: Uint8Array) => Promise<Result<Reception, Refusal>>;
  /** Takes one that waited and may be taken now. */
  readonly nextWaiting: () => EntryWithId | undefined;
  /** Continues a chain by an entry that is kept already: when loading, and after writing. */
  readonly follow: (link: Head) => void;
  /** Begins with a whole chain that a snapshot names: its entries' names in a row. */
  readonly restore: (device: DeviceId, names: Uint8Array) => void;
  readonly nameAt: (place: EntryRef) => EntryId | undefined;
  /** A copy of the names of a device's entries, in a row. */
  readonly namesOf: (device: DeviceId) => Bytes;
  readonly headOf: (device: DeviceId) => Head | undefined;
  readonly heads: () => readonly Head[];
}

export const createChainReceiver = (space: SpaceId, gate: Gate): ChainReceiver => {
  const chains = new Map<DeviceId, { readonly names: ByteList; last: EntryId }>();
  const waitingByDevice = new Map<DeviceId, Map<number, EntryWithId>>();

  const headOf = (device: DeviceId): Head | undefined => {
    const chain = chains.get(device);
    return chain === undefined ? undefined : { device, counter: chain.names.length(), id: chain.last };
  };
  const follow = ({ device, counter, id }: Head): void => {
    const chain = chains.get(device) ?? { names: createByteList(ENTRY_ID_BYTES), last: id };
    if (counter !== chain.names.length() + 1) throw new Error("a chain is followed link by link");
    chain.names.push(idToBytes(id));
    chain.last = id;
    chains.set(device, chain);
  };
  const nameAt = ({ device, counter }: EntryRef): EntryId | undefined => {
    const name = chains.get(device)?.names.at(counter - 1);
    return name === undefined || name.length === 0 ? undefined : entryIdFrom(name);
  };
  const wait = (entry: EntryWithId): Result<Reception, Refusal> => {
    const { device, counter } = entry.entry;
    const waiting = waitingByDevice.get(device) ?? new Map<number, EntryWithId>();
    const known = waiting.get(counter);
    if (known !== undefined && known.id !== entry.id) return err({ type: "fork" });
    if (known === undefined && counter > (headOf(device)?.counter ?? 0) + MAX_WAITING)
      return err({ type: "too-early" });
    waiting.set(counter, entry);
    waitingByDevice.set(device, waiting);
    return { type: "ok", value: { type: "waiting" } };
  };
  const take = (entry: EntryWithId): Result<Reception, Refusal> => {
    const { device, counter } = entry.entry;
    follow({ device, counter, id: entry.id });
    waitingByDevice.get(device)?.delete(counter);
    return { type: "ok", value: { type: "taken", entry } };
  };
  const link = (entry: EntryWithId): Result<Reception, Refusal> => {
    const { device, counter, previous } = entry.entry;
    const head = headOf(device);
    const next = (head?.counter ?? 0) + 1;
    if (counter < next) {
      return nameAt({ device, counter }) === entry.id
        ? { type: "ok", value: { type: "duplicate", entry } }
        : err({ type: "fork" });
    }
    if (counter > next) return wait(entry);
    if (previous !== (head?.id ?? NO_ENTRY)) return err({ type: "fork" });
    const admission = gate.admit(entry.entry);
    if (admission === "wait") return wait(entry);
    return admission === "take" ? take(entry) : err(admission);
  };

  const check = async (bytes: Uint8Array): Promise<Checked> => {
    const decoded = decodeEntry(bytes);
    if (decoded.type === "error") return { type: "refused", entry: null, why: decoded.error };
    const entry = decoded.value;
    if (entry.space !== space) return { type: "refused", entry, why: { type: "wrong-space" } };
    const by = await gate.keyOf(entry);
    return by === undefined ? { type: "unknown-device", entry } : verifiedBy(entry, by);
  };
  const verifiedBy = async (entry: Entry, by: VerifyingKey): Promise<Checked> => {
    const verified = await verifyEntry(entry, by);
    return verified.type === "ok"
      ? { type: "verified", entry: verified.value, by }
      : { type: "refused", entry, why: verified.error };
  };
  const placeChecked = async (checked: Checked): Promise<Result<Reception, Refusal>> => {
    const entry = checked.type === "verified" ? checked.entry.entry : checked.entry;
    if (entry === null) return err(checked.type === "refused" ? checked.why : { type: "malformed" });
    if (entry.space !== space) return err({ type: "wrong-space" });
    const by = await gate.keyOf(entry);
    if (by === undefined) return err({ type: "unknown-device" });
    const isChecked = checked.type === "verified" && checked.by === by;
    const now = isChecked ? checked : await verifiedBy(entry, by);
    if (now.type === "verified") return link(now.entry);
    return err(now.type === "refused" ? now.why : { type: "unknown-device" });
  };

  return {
    check,
    place: placeChecked,
    receive: async (bytes) => placeChecked(await check(bytes)),
    nextWaiting: () => {
      for (const [device, waiting] of waitingByDevice) {
        const counter = (headOf(device)?.counter ?? 0) + 1;
        const entry = waiting.get(counter);
        if (entry === undefined) continue;
        const placed = link(entry);
        if (placed.type === "ok" && placed.value.type === "taken") return entry;
        // What is refused now is refused for good; what still waits stays.
        if (placed.type === "error") waiting.delete(counter);
      }
      return undefined;
    },
    follow,
    restore: (device, names) => {
      const list = createByteList(ENTRY_ID_BYTES, names);
      if (list.length() > 0) chains.set(device, { names: list, last: entryIdFrom(list.at(list.length() - 1)) });
    },
    nameAt,
    namesOf: (device) => chains.get(device)?.names.copy() ?? new Uint8Array(0),
    headOf,
    heads: () => [...chains.keys()].flatMap((device) => headOf(device) ?? []),
  };
};
