/**
 * Two people with their phones, for tests only: real replicas over memory stores, a clock for each phone, and a network that
 * carries what it is told to.
 */
import {
  addToInstant,
  parseInstant,
  parsePersonId,
  parseRecordId,
  parseUtcOffset,
  type Instant,
  type PersonId,
  type RecordId,
  type Result,
} from "@undivided/domain";
import {
  bytesToHex,
  createDeviceKeys,
  createMemberId,
  createMemoryLogStore,
  deviceCardOf,
  foundSpace,
  openReplica,
  randomBytes,
  type DeviceKeys,
  type LogStore,
  type MemberId,
  type Replica,
} from "@undivided/vault";
import type { Journal } from "./journal.ts";
import { openJournal } from "./open-journal.ts";

export const must = <T, E>(result: Result<T, E> | undefined): T => {
  if (result === undefined) throw new Error("nothing was done");
  if (result.type === "error") throw new Error(JSON.stringify(result.error));
  return result.value;
};

export const at = (text: string): Instant => must(parseInstant(text));

export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

interface Side {
  readonly keys: DeviceKeys;
  readonly store: LogStore;
  replica: Replica;
}

export interface Phone {
  readonly name: string;
  readonly person: PersonId;
  readonly mine: Side;
  ours: Side | null;
  journal: Journal;
  /** Milliseconds that this phone's clock is ahead of the true time. */
  clockMs: number;
  offsetMinutes: number;
}

export interface World {
  readonly phones: readonly Phone[];
  readonly now: () => Instant;
  readonly pass: (ms: number) => void;
  /** The first phone of a person, or another own one. */
  readonly addPhone: (name: string, ownDevice?: Phone) => Promise<Phone>;
  readonly pair: (one: Phone, other: Phone) => Promise<void>;
  /** Another own phone comes into the space of both too. */
  readonly join: (phone: Phone, by: Phone) => Promise<void>;
  /** Everything that any of these lack, and tending, until nothing moves. */
  readonly sync: (...phones: readonly Phone[]) => Promise<void>;
  /** Entries only. */
  readonly carry: (from: Phone, to: Phone) => Promise<void>;
  /** The app is stopped and opened again, and before it has tended anything. */
  readonly reopen: (phone: Phone) => Promise<void>;
  /** The app is stopped and opened again. */
  readonly restart: (phone: Phone) => Promise<void>;
}

export const newId = (): RecordId => must(parseRecordId(bytesToHex(randomBytes(16))));

/** `wrap` may make a store that fails. */
export const createWorld = (
  start = "2026-11-18T18:00:00.000Z",
  wrap: (store: LogStore) => LogStore = (store) => store,
): World => {
  let now = at(start);
  const phones: Phone[] = [];
  const deps = (phone: Phone, keys: DeviceKeys, store: LogStore) => ({
    ...{ keys, store },
    wall: () => addToInstant(now, phone.clockMs),
  });
  const journalOf = (phone: Phone): Promise<Journal> =>
    openJournal({
      mine: phone.mine.replica,
      ours: () => (phone.ours === null ? null : { replica: phone.ours.replica, member: phone.ours.keys.member }),
      person: phone.person,
      device: phone.mine.keys.device,
      wall: () => addToInstant(now, phone.clockMs),
      utcOffset: () => must(parseUtcOffset(phone.offsetMinutes)),
      randomId: newId,
      leave: async () => (phone.ours === null ? { type: "ok", value: null } : phone.ours.replica.leave()),
    });
  const carrySpace = async (from: Side | null, to: Side | null): Promise<void> => {
    if (from === null || to === null || from.replica.space !== to.replica.space) return;
    const batch = must(await from.replica.entriesFor(to.replica.summary(), 500));
    if (batch.length > 0) must(await to.replica.receive(batch));
  };
  const carry = async (from: Phone, to: Phone): Promise<void> => {
    await carrySpace(from.mine, to.mine);
    await carrySpace(from.ours, to.ours);
  };
  const join = async (phone: Phone, by: Phone, member: MemberId): Promise<void> => {
    if (by.ours === null) throw new Error("not paired");
    const keys = createDeviceKeys(member);
    const store = wrap(createMemoryLogStore());
    must(await by.ours.replica.admit(await deviceCardOf(keys)));
    const replica = must(await openReplica(deps(phone, keys, store), by.ours.replica.space));
    phone.ours = { keys, store, replica };
    for (let round = 0; round < 3; round += 1) {
      for (const other of phones) await carry(other, phone);
      for (const other of phones) await carry(phone, other);
    }
  };

  const reopen = async (phone: Phone): Promise<void> => {
    const { mine, ours } = phone;
    mine.replica = must(await openReplica(deps(phone, mine.keys, mine.store), mine.replica.space));
    if (ours !== null) ours.replica = must(await openReplica(deps(phone, ours.keys, ours.store), ours.replica.space));
    phone.journal = await journalOf(phone);
  };

  return {
    phones,
    now: () => now,
    pass: (ms) => {
      now = addToInstant(now, ms);
    },
    addPhone: async (name, ownDevice) => {
      const member = ownDevice?.mine.keys.member ?? createMemberId();
      const keys = createDeviceKeys(member);
      const store = wrap(createMemoryLogStore());
      const phone = { name, clockMs: 0, offsetMinutes: 60 };
      const wall = (): Instant => addToInstant(now, phone.clockMs);
      if (ownDevice !== undefined) must(await ownDevice.mine.replica.admit(await deviceCardOf(keys)));
      const replica = must(
        ownDevice === undefined
          ? await foundSpace({ keys, store, wall }, 1)
          : await openReplica({ keys, store, wall }, ownDevice.mine.replica.space),
      );
      const mine: Side = { keys, store, replica };
      const half = Object.assign(phone, { person: must(parsePersonId(member)), mine, ours: null });
      if (ownDevice !== undefined) await carrySpace(ownDevice.mine, mine);
      const whole: Phone = Object.assign(half, {
        journal: await openJournal(placeholder(half.mine.replica, half.person)),
      });
      whole.journal = await journalOf(whole);
      phones.push(whole);
      return whole;
    },
    pair: async (one, other) => {
      const keys = createDeviceKeys(createMemberId());
      const store = wrap(createMemoryLogStore());
      const replica = must(await foundSpace(deps(one, keys, store), 2));
      one.ours = { keys, store, replica };
      await join(other, one, createMemberId());
      must(await one.journal.tend());
      must(await other.journal.tend());
    },
    join: async (phone, by) => {
      if (by.ours === null) throw new Error("not paired");
      await join(phone, by, by.ours.keys.member);
    },
    carry,
    sync: async (...some) => {
      const all = some.length === 0 ? phones : some;
      for (let round = 0; round < 4; round += 1) {
        for (const phone of all) {
          if (!phone.mine.replica.isClosed()) must(await phone.journal.tend());
        }
        for (const from of all) for (const to of all) if (from !== to) await carry(from, to);
      }
    },
    reopen,
    restart: async (phone) => {
      await reopen(phone);
      must(await phone.journal.tend());
    },
  };
};

/** Never used: a phone without a journal would need another type for the length of two lines. */
const placeholder = (mine: Replica, person: PersonId) => ({
  ...{ mine, person, ours: () => null, device: createDeviceKeys(createMemberId()).device },
  ...{ wall: () => at("2026-01-01T00:00:00.000Z"), utcOffset: () => must(parseUtcOffset(0)), randomId: newId },
  leave: async () => ({ type: "ok", value: null }) as const,
});

/** All that the two have in the space of both, opened: type and text of each. */
export const postedIn = (
  phone: Phone,
): readonly { readonly id: RecordId; readonly type: string; readonly text: string }[] =>
  [...(phone.ours?.replica.state().own.values() ?? [])].flatMap((entry) => {
    if (entry.type === "deleted") return [];
    const parsed: unknown = JSON.parse(entry.last.text);
    const type = typeof parsed === "object" && parsed !== null && "type" in parsed ? String(parsed.type) : "";
    return [{ id: entry.id, type, text: entry.last.text }];
  });

/** What this phone's owner can see that comes from the other, in every screen. */
export const seenFromOther = ({ journal }: Phone): unknown => ({
  shared: journal.sharing.fromPartner(),
  spiral: journal.sharing.spiral(),
  report: journal.report.shown(),
  proposals: journal.proposals.lists(),
  agreements: journal.agreements.list().filter(({ theirs, isInForce }) => theirs.length > 0 || isInForce),
  talk: journal.talk.state()?.other ?? null,
  together: journal.together.running()?.other ?? null,
});

/** Two people, one phone each, paired. */
export const createCouple = async (start?: string): Promise<{ world: World; ann: Phone; ben: Phone }> => {
  const world = createWorld(start);
  const ann = await world.addPhone("ann");
  const ben = await world.addPhone("ben");
  await world.pair(ann, ben);
  return { world, ann, ben };
};
