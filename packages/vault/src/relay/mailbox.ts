/**
 * Mailbox: one space at the relay. Checks what is public (form, signature, chain, roster, epoch, drops, closedness) and keeps
 * ciphertext.
 *
 * Loaded when somebody opens the space. Entries are admitted one after the other and then committed; what is admitted counts for the
 * next before its commit, and if a commit fails all is loaded again, so the disk decides. Only the next link of a chain is taken, or
 * one that is missing below its head: after damage the devices bring that back.
 */
import { err, ok, type DeviceId, type Result } from "@undivided/domain";
import type { Bytes, VerifyingKey } from "../crypto/public-door.ts";
import { decodeEntry, ENTRY_KINDS, type Entry } from "../envelope/entry.ts";
import { NO_ENTRY, type SpaceId } from "../envelope/ids.ts";
import type { EntryClaim, EntryVerifier } from "../envelope/entry-verifier.ts";
import type { EntryWithId } from "../envelope/verify-entry.ts";
import type { EntryRef, StoredEntry, StoreFault } from "../log/log-store.ts";
import { decodeMembersStatement } from "../space/members-statement.ts";
import { counts, type Roster } from "../space/roster.ts";
import type { MailboxState, Need, Standing } from "./answers.ts";
import type { Appended, MailboxStore, SnapshotPart, SnapshotWritten, WrittenEntry } from "./mailbox-store.ts";
import { EMPTY_MAILBOX, foldAnew, isFounding, knownOf, noteStatement, placeKey, type Known } from "./known-space.ts";
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
  /** Of entries and snapshots. */
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
  readonly putSnapshot: (
    device: DeviceId,
    part: SnapshotPart,
    sequence: number,
  ) => Promise<Result<SnapshotWritten["type"], StoreFault>>;
}

/** An entry and what it was decoded from, before its signature was checked. */
type Unsigned = Omit<EntryClaim, "author">;

/** Opens a space; also one of which nothing is kept yet. */
export const openMailbox = async (
  store: MailboxStore,
  verifier: EntryVerifier,
  space: SpaceId,
): Promise<Result<Mailbox, StoreFault>> => {
  const stored = await store.load(space);
  if (stored.type === "error") return stored;
  const mailbox = createMailbox(store, verifier, space, await knownOf(space, stored.value ?? EMPTY_MAILBOX));
  await mailbox.settle();
  return ok(mailbox);
};

const createMailbox = (
  store: MailboxStore,
  verifier: EntryVerifier,
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

  const keyOf = (device: DeviceId): VerifyingKey | undefined => known.roster?.devices.get(device)?.verifyingKey;
  /** A founding entry brings the key to check it by. */
  const foundingKey = async (entry: Entry): Promise<VerifyingKey | undefined> => {
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
    if (stored.type === "ok") known = await knownOf(space, stored.value ?? EMPTY_MAILBOX);
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
  const admit = ({ entry }: EntryWithId): EntryRefusal | "below" | "take" => {
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
    return counter === next ? "take" : "below";
  };
  const take = async ({ id, entry, bytes }: WrittenEntry): Promise<boolean> => {
    const key = placeKey(entry);
    if ((known.headByDevice.get(entry.device)?.counter ?? 0) < entry.counter) {
      known.headByDevice.set(entry.device, { device: entry.device, counter: entry.counter, id });
    }
    if (entry.body !== null || known.dropped.has(key)) known.wantedByPlace.delete(key);
    else known.wantedByPlace.set(key, { device: entry.device, counter: entry.counter });
    known.bytes += bytes.length;
    if (entry.kind === ENTRY_KINDS.record) return false;
    known.snapshotByDevice.clear();
    known.snapshotBytes = 0;
    known.statementsTaken += 1;
    if (entry.kind !== ENTRY_KINDS.members && entry.kind !== ENTRY_KINDS.drop) return false;
    await noteStatement(known, space, { id, entry });
    if (entry.kind === ENTRY_KINDS.members) foldAnew(known);
    return entry.kind === ENTRY_KINDS.members;
  };

  type Checked = Result<WrittenEntry, EntryRefusal> | { readonly type: "no-key-yet"; readonly claim: Unsigned };
  const decode = (bytes: Bytes): Checked => {
    const decoded = decodeEntry(bytes);
    if (decoded.type === "error") return err(decoded.error.type);
    const entry = decoded.value;
    return entry.space === space ? { type: "no-key-yet", claim: { entry, bytes } } : err("wrong-space");
  };
  /** Checks the signatures of those whose author is known by now. */
  const verifyKnown = async (checks: readonly Checked[]): Promise<readonly Checked[]> => {
    const checked = [...checks];
    const claims: (EntryClaim & { readonly index: number })[] = [];
    for (const [index, check] of checks.entries()) {
      if (check.type !== "no-key-yet") continue;
      const { entry, bytes } = check.claim;
      const author = known.roster === null ? await foundingKey(entry) : keyOf(entry.device);
      if (author !== undefined) claims.push({ index, entry, bytes, author });
    }
    if (claims.length === 0) return checks;
    const verdicts = await verifier.verify(claims);
    for (const [at, { index, bytes }] of claims.entries()) {
      const verdict = verdicts[at];
      if (verdict === undefined) continue;
      checked[index] = verdict.type === "ok" ? ok({ ...verdict.value, bytes }) : err(verdict.error.type);
    }
    return checked;
  };
  const admitAll = async (early: readonly Checked[], checkedWith: Roster | null) => {
    const taken: WrittenEntry[] = [];
    const refused: { index: number; reason: EntryRefusal }[] = [];
    let checks = early;
    let roster = checkedWith;
    let hasNewRoster = false;
    for (const index of early.keys()) {
      if (checks[index]?.type === "no-key-yet" && known.roster !== roster) {
        // What was admitted since may have brought the key, of this one and of some that follow.
        roster = known.roster;
        checks = await verifyKnown(checks);
      }
      const checked = checks[index];
      if (checked?.type !== "ok") {
        refused.push({ index, reason: checked?.type === "error" ? checked.error : "unknown-device" });
        continue;
      }
      const admitted = admit(checked.value);
      const verdict = admitted === "below" ? await checkBelow(checked.value) : admitted;
      if (verdict === "duplicate") continue;
      if (verdict !== "take" && verdict !== "fills") {
        refused.push({ index, reason: verdict });
        continue;
      }
      taken.push(checked.value);
      if (await take(checked.value)) hasNewRoster = true;
    }
    return { taken, refused, hasNewRoster };
  };

  return {
    space,
    isNew: () => known.headByDevice.size === 0,
    bytes: () => known.bytes + known.snapshotBytes,
    standingOf: (device) => {
      const found = known.roster?.devices.get(device);
      if (found === undefined) return "waiting";
      return found.last === null ? "member" : "removed";
    },
    keyOf,
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
      // Before it is this push's turn: signatures of many pushes are checked side by side.
      const { roster } = known;
      const checks = verifyKnown(entries.map(decode));
      const admitted = await inTurn(async () => {
        const report = await admitAll(await checks, roster);
        // Asked for in the same turn, so that both lie in one commit in the order of admission.
        const appended = report.taken.length === 0 ? undefined : store.appendAt(space, report.taken);
        const dropped = report.taken.length === 0 ? undefined : dropDue();
        return { ...report, appended, dropped };
      });
      const { taken, refused, hasNewRoster } = admitted;
      const appended = await admitted.appended;
      const dropped = await admitted.dropped;
      const failure = [appended, dropped].find((result) => result?.type === "error");
      if (failure?.type === "error") {
        await inTurn(reload);
        return failure;
      }
      const at = appended?.type === "ok" ? appended.value : { after: known.last, last: known.last };
      known.last = Math.max(known.last, at.last);
      return ok({ ...at, refused, hasNewRoster, taken: taken.map(({ bytes: written }) => written) });
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
      const [verified] = await verifier.verify([{ entry, bytes, author: card.verifyingKey }]);
      return verified?.type === "ok" && entry.body !== null ? verified.value : undefined;
    },
    addNeed: async (need) => {
      const kept = await store.writeNeed(space, need);
      if (kept.type === "error") return kept;
      if (need.epochs.length === 0) known.needByDevice.delete(need.device);
      else known.needByDevice.set(need.device, need);
      return kept;
    },
    putSnapshot: async (device, part, sequence) => {
      const { statementsTaken } = known;
      const written = await store.writeSnapshot(space, device, part, sequence);
      if (written.type === "error") return written;
      const { type, bytes } = written.value;
      // A statement that was taken meanwhile is committed after it, and takes it away again.
      if (statementsTaken !== known.statementsTaken) return ok(type === "whole" ? "stale" : type);
      known.snapshotBytes = bytes;
      if (type === "whole") {
        known.snapshotByDevice.set(device, { device, version: part.version, parts: part.parts });
      }
      return ok(type);
    },
    settle: async () => {
      await dropDue();
    },
  };
};
