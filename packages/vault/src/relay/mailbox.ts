/**
 * Mailbox: one space at the relay. Checks what is public (form, signature, chain, roster, epoch, drops, closedness) and keeps
 * ciphertext.
 *
 * Loaded when somebody opens the space. Entries are admitted one after the other and then committed; what is admitted counts for the
 * next before its commit, and if a commit fails all is loaded again, so the disk decides. Only the next link of a chain is taken, or
 * one that is missing below its head: after damage the devices bring that back.
 */
import { err, ok, type DeviceId, type Result } from "@undivided/domain";
import { HASH_BYTES, SIGNATURE_BYTES, type Bytes, type VerifyingKey } from "../crypto/public-door.ts";
import { decodeEntry, ENTRY_KINDS, HEADER_BYTES, type Entry } from "../envelope/entry.ts";
import { epochOfEntry, NO_ENTRY, type EpochId, type SpaceId } from "../envelope/ids.ts";
import { verifyEntry, type EntryWithId, type VerifyFault } from "../envelope/verify-entry.ts";
import type { EntryRef, Head, StoredEntry, StoreFault } from "../log/log-store.ts";
import { decodeDropStatement } from "../space/drop-statement.ts";
import { decodeMembersStatement, spaceFoundedBy } from "../space/members-statement.ts";
import { counts, foldRoster, type Roster, type SignedStatement } from "../space/roster.ts";
import type { MailboxState, Need, SnapshotName, Standing } from "./answers.ts";
import type { Appended, MailboxStore, StoredMailbox } from "./mailbox-store.ts";
import { MAX_HEADS, MAX_WANTED, type EntryRefusal } from "./protocol.ts";

export interface PushReport extends Appended {
  readonly refused: readonly { readonly index: number; readonly reason: EntryRefusal }[];
  /** What was taken, in the order of its sequence numbers. */
  readonly taken: readonly Bytes[];
  /** Who belongs to the space may have changed. */
  readonly hasNewRoster: boolean;
}

export interface Mailbox {
  readonly space: SpaceId;
  /** Nothing of it is kept: the first push must bring the founding entry. */
  readonly isNew: () => boolean;
  readonly bytes: () => number;
  readonly standingOf: (device: DeviceId) => Standing;
  readonly keyOf: (device: DeviceId) => VerifyingKey | undefined;
  readonly stateFor: (device: DeviceId) => MailboxState;
  readonly push: (entries: readonly Bytes[]) => Promise<Result<PushReport, StoreFault>>;
  readonly pull: (after: number, limit: number) => Promise<Result<readonly StoredEntry[], StoreFault>>;
  readonly pullChain: (
    device: DeviceId,
    after: number,
    limit: number,
  ) => Promise<Result<readonly StoredEntry[], StoreFault>>;
  /** The leave entry, if it is one of a device of the space, not beyond its end. */
  readonly verifyLeave: (bytes: Bytes) => Promise<EntryWithId | undefined>;
  readonly addNeed: (need: Need) => Promise<Result<null, StoreFault>>;
  readonly addSnapshot: (name: SnapshotName, bytes: number) => void;
}

const placeKey = ({ device, counter }: EntryRef): string => `${device}/${counter}`;

/** How many bytes an entry takes. */
const sizeOf = ({ entry }: EntryWithId): number =>
  HEADER_BYTES + HASH_BYTES + SIGNATURE_BYTES + 1 + (entry.body?.length ?? 0);

interface Known {
  last: number;
  bytes: number;
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

const EMPTY: StoredMailbox = {
  ...{ last: 0, bytes: 0, heads: [], statements: [], wanted: [], dropped: [], needs: [], snapshots: [] },
};

/** Opens a space; also one of which nothing is kept yet. */
export const openMailbox = async (store: MailboxStore, space: SpaceId): Promise<Result<Mailbox, StoreFault>> => {
  const stored = await store.load(space);
  if (stored.type === "error") return stored;
  const mailbox = createMailbox(store, space, await knownOf(space, stored.value ?? EMPTY));
  await mailbox.settle();
  return ok(mailbox);
};

const knownOf = async (space: SpaceId, stored: StoredMailbox): Promise<Known> => {
  const known: Known = {
    last: stored.last,
    bytes: stored.bytes,
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

const isFounding = async (space: SpaceId, entry: Entry): Promise<boolean> =>
  entry.kind === ENTRY_KINDS.members &&
  entry.counter === 1 &&
  entry.body !== null &&
  (await spaceFoundedBy(entry.body)) === space;

const noteStatement = async (known: Known, space: SpaceId, { id, entry }: EntryWithId): Promise<void> => {
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

const foldAnew = (known: Known): void => {
  known.roster = known.founding === null ? null : foldRoster(known.founding, known.statements);
};

const createMailbox = (
  store: MailboxStore,
  space: SpaceId,
  loaded: Known,
): Mailbox & { readonly settle: () => Promise<void> } => {
  let known = loaded;
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(run: () => Promise<T>): Promise<T> => {
    const result = turn.then(run);
    turn = result.catch(() => undefined);
    return result;
  };

  /** The key to check an entry by; for a founding entry the one that it brings itself. */
  const keyFor = async (entry: Entry): Promise<VerifyingKey | undefined> => {
    if (known.roster !== null) return known.roster.devices.get(entry.device)?.verifyingKey;
    if (entry.body === null || !(await isFounding(space, entry))) return undefined;
    const card = decodeMembersStatement(entry.body)?.admits[0];
    return card?.device === entry.device ? card.verifyingKey : undefined;
  };
  /** Places that somebody's drop statement names now and that are not marked yet. */
  const dropsDue = (): readonly EntryRef[] => {
    const { roster } = known;
    if (roster === null || known.drops.length === 0) return [];
    return known.drops.flatMap(({ by, places }) => {
      const member = counts(roster, by.device, by.counter) ? roster.devices.get(by.device)?.member : undefined;
      return places.filter(
        (place) =>
          member !== undefined &&
          roster.devices.get(place.device)?.member === member &&
          !known.dropped.has(placeKey(place)),
      );
    });
  };
  const dropDue = async (): Promise<Result<null, StoreFault>> => {
    const due = dropsDue();
    if (due.length === 0) return ok(null);
    for (const place of due) {
      known.dropped.add(placeKey(place));
      if (!known.wantedByPlace.has(placeKey(place))) continue;
      // An entry that is missing as a whole stays wanted, for its place in the chain.
      const there = await store.readChain(space, place.device, place.counter - 1, 1);
      if (there.type === "ok" && there.value[0]?.counter === place.counter) known.wantedByPlace.delete(placeKey(place));
    }
    return store.dropBodies(space, due);
  };
  const reload = async (): Promise<void> => {
    const stored = await store.load(space);
    if (stored.type === "ok") known = await knownOf(space, stored.value ?? EMPTY);
  };

  /** Whether an entry below its head fills what is missing there. */
  const checkBelow = async ({ id, entry }: EntryWithId): Promise<"duplicate" | "fills" | "fork"> => {
    const around = await store.readChain(space, entry.device, Math.max(0, entry.counter - 2), 3);
    if (around.type === "error") return "duplicate";
    const at = (counter: number) => around.value.find((row) => row.counter === counter);
    const there = at(entry.counter);
    if (there !== undefined && there.id !== id) return "fork";
    const isWanted = known.wantedByPlace.has(placeKey(entry));
    if (there !== undefined) return isWanted && entry.body !== null ? "fills" : "duplicate";
    const before = entry.counter === 1 ? NO_ENTRY : at(entry.counter - 1)?.id;
    if (before !== undefined && before !== entry.previous) return "fork";
    const next = at(entry.counter + 1);
    const nextEntry = next === undefined ? undefined : decodeEntry(next.bytes);
    return nextEntry?.type === "ok" && nextEntry.value.previous !== id ? "fork" : "fills";
  };
  const admit = async ({ id, entry }: EntryWithId): Promise<EntryRefusal | "duplicate" | "take"> => {
    const { device, counter, previous } = entry;
    if (entry.kind === ENTRY_KINDS.leave) return "leave";
    const last = known.roster?.devices.get(device)?.last ?? null;
    if (last !== null && counter > last) return "removed-device";
    const head = known.headByDevice.get(device);
    const next = (head?.counter ?? 0) + 1;
    if (counter > next) return "gap";
    if (counter === next && previous !== (head?.id ?? NO_ENTRY)) return "fork";
    if (head === undefined && known.headByDevice.size >= MAX_HEADS) return "unknown-device";
    if (entry.kind !== ENTRY_KINDS.record && entry.body === null) return "missing-body";
    if (entry.kind === ENTRY_KINDS.record) {
      const recipients = known.recipientsByEpoch.get(entry.epoch);
      if (recipients === undefined) return "unknown-epoch";
      if (!recipients.has(device)) return "wrong-epoch";
    }
    if (counter === next) return "take";
    const below = await checkBelow({ id, entry });
    return below === "fills" ? "take" : below;
  };
  const take = async (taken: EntryWithId): Promise<boolean> => {
    const { id, entry } = taken;
    const key = placeKey(entry);
    if ((known.headByDevice.get(entry.device)?.counter ?? 0) < entry.counter) {
      known.headByDevice.set(entry.device, { device: entry.device, counter: entry.counter, id });
    }
    if (entry.body !== null || known.dropped.has(key)) known.wantedByPlace.delete(key);
    else known.wantedByPlace.set(key, { device: entry.device, counter: entry.counter });
    known.bytes += sizeOf(taken);
    if (entry.kind !== ENTRY_KINDS.members && entry.kind !== ENTRY_KINDS.drop) return false;
    known.snapshotByDevice.clear();
    await noteStatement(known, space, taken);
    if (entry.kind === ENTRY_KINDS.members) foldAnew(known);
    return entry.kind === ENTRY_KINDS.members;
  };

  type Checked = Result<EntryWithId, EntryRefusal> | { readonly type: "no-key-yet"; readonly entry: Entry };
  const verify = async (entry: Entry, key: VerifyingKey): Promise<Result<EntryWithId, EntryRefusal>> => {
    const verified: Result<EntryWithId, VerifyFault> = await verifyEntry(entry, key);
    return verified.type === "ok" ? verified : err(verified.error.type);
  };
  /** Form and signature, before it is this entry's turn: signatures of many are checked side by side. */
  const check = async (bytes: Bytes): Promise<Checked> => {
    const decoded = decodeEntry(bytes);
    if (decoded.type === "error") return err(decoded.error.type);
    const entry = decoded.value;
    if (entry.space !== space) return err("wrong-space");
    const key = await keyFor(entry);
    return key === undefined ? { type: "no-key-yet", entry } : verify(entry, key);
  };
  const checkAgain = async (entry: Entry): Promise<Result<EntryWithId, EntryRefusal>> => {
    const key = await keyFor(entry);
    return key === undefined ? err("unknown-device") : verify(entry, key);
  };
  const admitAll = async (entries: readonly Bytes[], checks: readonly Promise<Checked>[]) => {
    const taken: EntryWithId[] = [];
    const takenBytes: Bytes[] = [];
    const refused: { index: number; reason: EntryRefusal }[] = [];
    let hasNewRoster = false;
    for (const [index, pending] of checks.entries()) {
      const early = await pending;
      const checked = early.type === "no-key-yet" ? await checkAgain(early.entry) : early;
      const verdict = checked.type === "ok" ? await admit(checked.value) : checked.error;
      if (verdict === "duplicate") continue;
      if (verdict !== "take" || checked.type === "error") {
        refused.push({ index, reason: verdict === "take" ? "malformed" : verdict });
        continue;
      }
      taken.push(checked.value);
      takenBytes.push(entries[index] ?? new Uint8Array(0));
      if (await take(checked.value)) hasNewRoster = true;
    }
    return { taken, takenBytes, refused, hasNewRoster };
  };

  return {
    space,
    isNew: () => known.headByDevice.size === 0,
    bytes: () => known.bytes,
    standingOf: (device) => {
      const found = known.roster?.devices.get(device);
      if (found === undefined) return "waiting";
      return found.last === null ? "member" : "removed";
    },
    keyOf: (device) => known.roster?.devices.get(device)?.verifyingKey,
    stateFor: (device) => {
      const found = known.roster?.devices.get(device);
      const standing = found === undefined ? "waiting" : found.last === null ? "member" : "removed";
      if (standing !== "member") return { standing, last: 0, heads: [], wanted: [], needs: [], snapshots: [] };
      return {
        standing,
        last: known.last,
        heads: [...known.headByDevice.values()],
        wanted: [...known.wantedByPlace.values()].slice(0, MAX_WANTED),
        needs: [...known.needByDevice.values()].filter((need) => need.device !== device),
        snapshots: [...known.snapshotByDevice.values()],
      };
    },
    push: async (entries) => {
      const checks = entries.map(check);
      const admitted = await inTurn(async () => {
        const report = await admitAll(entries, checks);
        // Asked for in the same turn, so that both lie in one commit in the order of admission.
        const appended = report.taken.length === 0 ? undefined : store.appendAt(space, report.taken);
        const dropped = report.taken.length === 0 ? undefined : dropDue();
        return { ...report, appended, dropped };
      });
      const { takenBytes, refused, hasNewRoster } = admitted;
      const appended = await admitted.appended;
      const dropped = await admitted.dropped;
      const failure = [appended, dropped].find((result) => result?.type === "error");
      if (failure?.type === "error") {
        await inTurn(reload);
        return failure;
      }
      const at = appended?.type === "ok" ? appended.value : { after: known.last, last: known.last };
      known.last = Math.max(known.last, at.last);
      return ok({ ...at, refused, hasNewRoster, taken: takenBytes });
    },
    pull: (after, limit) => store.read(space, after, limit),
    pullChain: (device, after, limit) => store.readChain(space, device, after, limit),
    verifyLeave: async (bytes) => {
      const decoded = decodeEntry(bytes);
      if (decoded.type === "error" || decoded.value.kind !== ENTRY_KINDS.leave || decoded.value.space !== space) {
        return undefined;
      }
      const entry = decoded.value;
      const card = known.roster?.devices.get(entry.device);
      if (known.roster === null || card === undefined || !counts(known.roster, entry.device, entry.counter)) {
        return undefined;
      }
      const verified = await verifyEntry(entry, card.verifyingKey);
      return verified.type === "ok" && entry.body !== null ? verified.value : undefined;
    },
    addNeed: async (need) => {
      const kept = await store.writeNeed(space, need);
      if (kept.type === "error") return kept;
      if (need.epochs.length === 0) known.needByDevice.delete(need.device);
      else known.needByDevice.set(need.device, need);
      return kept;
    },
    addSnapshot: (name, bytes) => {
      known.snapshotByDevice.set(name.device, name);
      known.bytes += bytes;
    },
    settle: async () => {
      await dropDue();
    },
  };
};
