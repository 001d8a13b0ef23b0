/**
 * Receiving entries: which are taken, which wait, which are refused, and why.
 *
 * One receiver for one space. Each device's entries form a chain; only its next link is taken. An entry that comes before its
 * predecessor waits, in a bounded room; it has been verified before, so that a stranger cannot fill that room. What is
 * refused or falls out of the room is not lost: whoever compares heads with a peer is sent it again.
 * Memory: 64 characters for each entry taken.
 */
import { err, type DeviceId, type Result } from "@undivided/domain";
import type { VerifyingKey } from "../crypto/door.ts";
import { decodeEntry, type Entry, type EntryFault } from "../envelope/entry.ts";
import { NO_ENTRY, type EntryId, type SpaceId } from "../envelope/ids.ts";
import { verifyEntry, type EntryWithId, type VerifyFault } from "../envelope/make-entry.ts";
import type { Head } from "./log-store.ts";

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

export interface ChainReceiver {
  readonly receive: (bytes: Uint8Array) => Promise<Result<Reception, Refusal>>;
  /** Takes one that waited and may be taken now. */
  readonly nextWaiting: () => EntryWithId | undefined;
  /** Continues a chain by an entry that is kept already: when loading, and after writing. */
  readonly follow: (link: Head) => void;
  readonly headOf: (device: DeviceId) => Head | undefined;
  readonly heads: () => readonly Head[];
}

export const createChainReceiver = (space: SpaceId, gate: Gate): ChainReceiver => {
  const idsByDevice = new Map<DeviceId, EntryId[]>();
  const waitingByDevice = new Map<DeviceId, Map<number, EntryWithId>>();

  const headOf = (device: DeviceId): Head | undefined => {
    const ids = idsByDevice.get(device);
    const id = ids?.at(-1);
    return ids === undefined || id === undefined ? undefined : { device, counter: ids.length, id };
  };
  const follow = ({ device, counter, id }: Head): void => {
    const ids = idsByDevice.get(device) ?? [];
    if (counter !== ids.length + 1) throw new Error("a chain is followed link by link");
    ids.push(id);
    idsByDevice.set(device, ids);
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
  const place = (entry: EntryWithId): Result<Reception, Refusal> => {
    const { device, counter, previous } = entry.entry;
    const head = headOf(device);
    const next = (head?.counter ?? 0) + 1;
    if (counter < next) {
      const isSame = idsByDevice.get(device)?.[counter - 1] === entry.id;
      return isSame ? { type: "ok", value: { type: "duplicate", entry } } : err({ type: "fork" });
    }
    if (counter > next) return wait(entry);
    if (previous !== (head?.id ?? NO_ENTRY)) return err({ type: "fork" });
    const admission = gate.admit(entry.entry);
    if (admission === "wait") return wait(entry);
    return admission === "take" ? take(entry) : err(admission);
  };

  return {
    receive: async (bytes) => {
      const decoded = decodeEntry(bytes);
      if (decoded.type === "error") return decoded;
      if (decoded.value.space !== space) return err({ type: "wrong-space" });
      const key = await gate.keyOf(decoded.value);
      if (key === undefined) return err({ type: "unknown-device" });
      const verified = await verifyEntry(decoded.value, key);
      return verified.type === "error" ? verified : place(verified.value);
    },
    nextWaiting: () => {
      for (const [device, waiting] of waitingByDevice) {
        const counter = (headOf(device)?.counter ?? 0) + 1;
        const entry = waiting.get(counter);
        if (entry === undefined) continue;
        const placed = place(entry);
        if (placed.type === "ok" && placed.value.type === "taken") return entry;
        // What is refused now is refused for good; what still waits stays.
        if (placed.type === "error") waiting.delete(counter);
      }
      return undefined;
    },
    follow,
    headOf,
    heads: () => [...idsByDevice.keys()].flatMap((device) => headOf(device) ?? []),
  };
};
