/**
 * The roster: from all members statements of a space, in whatever order they came, to who belongs to it and which epochs count.
 *
 * A pure function of the set of statements, so that all devices agree. A person's devices are admitted and removed by that
 * person's devices alone; the first device of a second person is admitted by whoever pairs with them, while there is room. A
 * removal names the last entry of the removed device that counts; what lies beyond is void, statements too.
 * When two devices of one person remove each other, the one that was admitted earlier prevails: statements are read in that
 * order, and a removal that lies beyond its author's own end is void.
 * Limits: whoever holds one's oldest device, unlocked, can remove the others.
 */
import type { DeviceId } from "@undivided/domain";
import { epochOfEntry, type EntryId, type EpochId, type MemberId } from "../envelope/ids.ts";
import type { DeviceCard, MembersStatement } from "./members-statement.ts";

/** A statement and the entry that carries it. */
export interface SignedStatement {
  readonly id: EntryId;
  readonly device: DeviceId;
  readonly counter: number;
  readonly statement: MembersStatement;
}

export interface RosterDevice extends DeviceCard {
  /** The last counter that counts; null while it belongs to the space. */
  readonly last: number | null;
  /** Who admitted it; null for the founder. */
  readonly by: DeviceId | null;
}

export interface Epoch {
  readonly id: EpochId;
  readonly generation: number;
  /** Devices to which its key was wrapped. */
  readonly recipients: ReadonlySet<DeviceId>;
  readonly by: SignedStatement;
}

export interface Roster {
  /** In the order of admission. */
  readonly devices: ReadonlyMap<DeviceId, RosterDevice>;
  readonly epochs: ReadonlyMap<EpochId, Epoch>;
}

interface Admitted {
  readonly card: DeviceCard;
  /** Who admitted it and in which entry; null for the founder. */
  readonly by: { readonly device: DeviceId; readonly counter: number } | null;
}

/** O(statements × devices) at worst. The founding statement is the first entry of the device that it admits first. */
export const foldRoster = (founding: SignedStatement, statements: readonly SignedStatement[]): Roster => {
  // A removal may reach a device whose statements were read already, some of them in vain: then all is read again, with that
  // end known from the start and nothing kept of what followed from the void ones. Each time an end comes nearer.
  const known = new Map<DeviceId, number>();
  for (;;) {
    const reading = readAll(founding, statements, known);
    if (reading.type === "read") return reading.roster;
    known.set(reading.device, reading.last);
  }
};

type Reading =
  | { readonly type: "read"; readonly roster: Roster }
  | { readonly type: "end-found-late"; readonly device: DeviceId; readonly last: number };

/** Reads the statements of each device in the order of admission, given where some of them end. */
const readAll = (
  founding: SignedStatement,
  statements: readonly SignedStatement[],
  known: ReadonlyMap<DeviceId, number>,
): Reading => {
  const [founder] = founding.statement.admits;
  const admitted = new Map<DeviceId, Admitted>();
  if (founder !== undefined) admitted.set(founder.device, { card: founder, by: null });
  const ends = new Map(known);
  const lastReadByDevice = new Map<DeviceId, number>();
  const epochs = new Map<EpochId, Epoch>();
  const ordered = statements.toSorted((one, other) => one.counter - other.counter);
  // A Map is walked in the order of insertion, also over what is inserted on the way.
  for (const [device, author] of admitted) {
    for (const signed of ordered.filter((candidate) => candidate.device === device)) {
      if (signed.counter > (ends.get(device) ?? Infinity)) break;
      lastReadByDevice.set(device, signed.counter);
      for (const card of signed.statement.admits) {
        if (!mayAdmit(admitted, founding.statement.maxMembers, author.card.member, card)) continue;
        admitted.set(card.device, { card, by: { device, counter: signed.counter } });
      }
      for (const { device: target, last } of signed.statement.removes) {
        if (admitted.get(target)?.card.member !== author.card.member) continue;
        const end = Math.min(Math.max(last, neededOf(admitted, device, target)), ends.get(target) ?? Infinity);
        if ((lastReadByDevice.get(target) ?? 0) > end) return { type: "end-found-late", device: target, last: end };
        ends.set(target, end);
      }
      if (signed.statement.wraps.length > 0) {
        const id = epochOfEntry(signed.id);
        const recipients = new Set(signed.statement.wraps.map((wrap) => wrap.device));
        epochs.set(id, { id, generation: signed.statement.generation, recipients, by: signed });
      }
    }
  }
  const devices = new Map<DeviceId, RosterDevice>(
    [...admitted].map(([device, { card, by }]) => [
      device,
      { ...card, last: ends.get(device) ?? null, by: by?.device ?? null },
    ]),
  );
  return { type: "read", roster: { devices, epochs } };
};

const mayAdmit = (
  admitted: ReadonlyMap<DeviceId, Admitted>,
  maxMembers: number,
  by: MemberId,
  { device, member }: DeviceCard,
): boolean => {
  if (admitted.has(device)) return false;
  const members = new Set([...admitted.values()].map(({ card }) => card.member));
  return member === by || (!members.has(member) && members.size < maxMembers);
};

/** The last entry of `target` without which `device` would not belong to the space: nobody can cut off their own admission. */
const neededOf = (admitted: ReadonlyMap<DeviceId, Admitted>, device: DeviceId, target: DeviceId): number => {
  let needed = 0;
  for (let by = admitted.get(device)?.by; by !== null && by !== undefined; by = admitted.get(by.device)?.by) {
    if (by.device === target) needed = Math.max(needed, by.counter);
  }
  return needed;
};

/** Devices that belong to the space now. */
export const activeDevices = (roster: Roster): readonly RosterDevice[] =>
  [...roster.devices.values()].filter(({ last }) => last === null);

/** Whether an entry at this place counts. */
export const counts = (roster: Roster, device: DeviceId, counter: number): boolean => {
  const known = roster.devices.get(device);
  return known !== undefined && (known.last === null || counter <= known.last);
};

/** Of the epochs whose key reaches all active devices and nobody else, the newest; `undefined` if there is none. */
export const currentEpoch = (roster: Roster): Epoch | undefined => {
  const active = new Set(activeDevices(roster).map(({ device }) => device));
  return [...roster.epochs.values()]
    .filter(({ recipients }) => recipients.size === active.size && recipients.isSubsetOf(active))
    .toSorted((one, other) => one.generation - other.generation || (one.id < other.id ? -1 : 1))
    .at(-1);
};
