/** Taking in what others send: checked all at once, taken one after the other, kept before it shows. */
import { ok, type Result } from "@undivided/domain";
import { ENTRY_KINDS, withoutBody, type Entry } from "../envelope/entry.ts";
import type { EntryWithId } from "../envelope/make-entry.ts";
import { verifyEntry } from "../envelope/verify-entry.ts";
import type { Checked, Refusal } from "../log/chain-receiver.ts";
import type { EntryRef, StoreFault } from "../log/log-store.ts";
import type { OpenSpace } from "./open-space.ts";
import { counts } from "./roster.ts";
import { SLOT } from "./slot-table.ts";

export interface ReceiveReport {
  readonly taken: number;
  readonly duplicates: number;
  readonly waiting: number;
  readonly refused: readonly (Refusal | { readonly type: "space-closed" })[];
}

export interface Received {
  readonly report: ReceiveReport;
  /** Places for which an entry came that its device signed, and that is another one than is known here. */
  readonly forks: readonly EntryRef[];
}

export const receiveBatch = async (
  opened: OpenSpace,
  batch: readonly Uint8Array[],
): Promise<Result<Received, StoreFault>> => {
  const { space, memory } = opened;
  const { store } = opened.deps;
  const refused: ReceiveReport["refused"][number][] = [];
  if (opened.leave() !== null) {
    refused.push(...batch.map(() => ({ type: "space-closed" }) as const));
    return ok({ report: { taken: 0, duplicates: 0, waiting: 0, refused }, forks: [] });
  }
  const taken: EntryWithId[] = [];
  const filled: EntryWithId[] = [];
  let duplicates = 0;
  let waiting = 0;
  const forks: EntryRef[] = [];
  let isSnapshotWrong = false;
  for (const checked of await Promise.all(batch.map((bytes) => memory().receiver.check(bytes)))) {
    const leave = await leaveIn(opened, checked);
    if (leave !== undefined) {
      const closed = await opened.close(leave);
      const report = { taken: 1, duplicates, waiting, refused };
      return closed.type === "error" ? closed : ok({ report, forks: [] });
    }
    const result = await memory().receiver.place(checked);
    if (result.type === "error") {
      refused.push(result.error);
      const entry = entryOf(checked);
      if (result.error.type !== "fork" || entry === null) continue;
      if (((memory().slots.bitsAt(entry) ?? 0) & SLOT.absent) !== 0) isSnapshotWrong = true;
      else forks.push({ device: entry.device, counter: entry.counter });
    } else if (result.value.type === "waiting") waiting += 1;
    else if (result.value.type === "duplicate") {
      duplicates += 1;
      if (memory().fill(result.value.entry.entry)) filled.push(result.value.entry);
    } else {
      for (let next: EntryWithId | undefined = result.value.entry; next; next = memory().receiver.nextWaiting()) {
        taken.push(next);
        memory().note(next);
      }
    }
  }
  const kept = [...taken, ...filled].map((one) =>
    ((memory().slots.bitsAt(one.entry) ?? 0) & SLOT.dropped) !== 0 ? { ...one, entry: withoutBody(one.entry) } : one,
  );
  const appended = kept.length === 0 ? ok(null) : await store.append(space, kept);
  const settled = appended.type === "ok" && kept.length > 0 ? await opened.settle() : appended;
  if (settled.type === "error") {
    // What was not kept is not shown; it will be sent again.
    const again = await opened.reopen();
    return again.type === "error" ? again : settled;
  }
  if (isSnapshotWrong) {
    const again = await opened.reopen(true);
    if (again.type === "error") return again;
  }
  const report = { taken: taken.length, duplicates, waiting, refused };
  return ok({ report, forks });
};

const entryOf = (checked: Checked): Entry | null => (checked.type === "verified" ? checked.entry.entry : checked.entry);

/** A leave entry counts wherever it stands in its chain: nothing else of the space matters after it. */
const leaveIn = async ({ space, memory }: OpenSpace, checked: Checked): Promise<EntryWithId | undefined> => {
  const entry = entryOf(checked);
  const roster = memory().membership.roster();
  if (entry?.kind !== ENTRY_KINDS.leave || entry.space !== space || roster === null) return undefined;
  const card = roster.devices.get(entry.device);
  if (card === undefined || !counts(roster, entry.device, entry.counter)) return undefined;
  const verified = await verifyEntry(entry, card.verifyingKey);
  return verified.type === "ok" ? verified.value : undefined;
};
