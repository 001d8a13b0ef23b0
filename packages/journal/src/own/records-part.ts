/** Records: see `commands/records.ts`. */
import {
  addToInstant,
  err,
  mondayOf,
  ok,
  type CorrectionStep,
  type KnownRecord,
  type RecordHead,
  type RecordId,
} from "@undivided/domain";
import type { NewRecord, RecordQuery, Records, Removal } from "../commands/records.ts";
import type { Core } from "../core.ts";
import { derivedId } from "../ids.ts";
import type { Done } from "../journal.ts";
import { documentsOf, type DatedRecord, type OwnView } from "./own-view.ts";

/** Long enough to notice a slip of the finger; a rule of this product. */
export const UNDO_MS = 60_000;

const DAY_MS = 86_400_000;

/** Newest first. */
const byDay = (one: DatedRecord, other: DatedRecord): number => {
  if (one.day !== other.day) return one.day < other.day ? 1 : -1;
  return timeOf(other.record) - timeOf(one.record);
};

const recordsByDay = (view: OwnView): readonly KnownRecord[] =>
  datedRecords(view)
    .toSorted(byDay)
    .map(({ record }) => record);

const datedRecords = ({ records, all }: OwnView): readonly DatedRecord[] =>
  [...all.values()].filter(({ record }) => records.has(record.id));

const timeOf = (record: KnownRecord): number =>
  record.type === "moment" ? record.at : record.type === "together" ? record.start : 0;

/**
 * `withdraw` ends the sharing of a record that is being removed, and of all that belongs to it, at once; `settle` makes what the other
 * phone is shown agree with the records.
 */
export const createRecords = (core: Core, withdraw: (record: KnownRecord) => Done, settle: () => Done): Records => {
  const { deps, own } = core;

  /** What its owner says of a record holds for what is shown of it, at once. */
  const putAndSettle = async (record: KnownRecord): Done => {
    const put = await core.putRecord(record);
    const isShared = core.shares().length + core.openings().length > 0;
    return put.type === "error" || !isShared ? put : settle();
  };

  /** The kinds differ in what is left out of them only by names that no kind has for itself. */
  const whole = (record: NewRecord, id: RecordId): KnownRecord => {
    const head: Omit<RecordHead<string>, "type"> = { id, owner: deps.person };
    return { ...record, ...head };
  };
  const addAs = async (record: NewRecord, id: RecordId): Done<RecordId> => {
    const put = await core.putRecord(whole(record, id));
    return put.type === "error" ? put : ok(id);
  };
  const add = (record: NewRecord): Done<RecordId> => core.inTurn(() => addAs(record, deps.randomId()));

  const addStep = (id: RecordId, makeStep: (at: CorrectionStep["at"]) => CorrectionStep): Done =>
    core.inTurn(async () => {
      const moment = own().records.get(id);
      if (moment?.type !== "moment") return err({ type: "not-found" });
      // After every step that is there, also if the clock went back.
      const last = moment.corrections.at(-1);
      const now = core.now();
      const at = last === undefined || last.at < now ? now : addToInstant(last.at, 1);
      return putAndSettle({ ...moment, corrections: [...moment.corrections, makeStep(at)] });
    });

  /** What goes with it: of a time together its sensed moments and its look-back. */
  const belongingTo = (record: KnownRecord): readonly RecordId[] =>
    record.type !== "together"
      ? [record.id]
      : [
          record.id,
          ...[...own().records.values()].flatMap((one) => {
            const isSensed = one.type === "moment" && one.source.type === "sensed" && one.source.together === record.id;
            return isSensed || (one.type === "look-back" && one.together === record.id) ? [one.id] : [];
          }),
        ];

  /** All of them, in the order that was asked for last: what changed since has another view. */
  let found: { readonly of: OwnView; readonly records: readonly KnownRecord[] } | null = null;
  const findAll = (): readonly KnownRecord[] => {
    const view = own();
    if (found?.of !== view) found = { of: view, records: recordsByDay(view) };
    return found.records;
  };

  return {
    find: (query) =>
      query === undefined
        ? findAll()
        : datedRecords(own())
            .filter((one) => fits(one, query))
            .toSorted(byDay)
            .map(({ record }) => record),
    get: (id) => own().records.get(id) ?? null,
    newerCount: () => own().newer.size,
    today: core.today,
    logMoment: (kind, at = core.now()) =>
      add({ type: "moment", at, utcOffset: deps.utcOffset(at), source: { type: "logged", kind }, corrections: [] }),
    logFeltSecond: (feeling, day = core.today()) => add({ type: "felt-second", day, feeling }),
    logGoodMoment: (kind, day = core.today()) => add({ type: "good-moment", day, kind }),
    logBid: (outcome, day = core.today()) => add({ type: "bid", day, outcome }),
    reflect: (answers) => add({ type: "reflection", day: core.today(), ...answers }),
    checkIn: (week, answers) =>
      core.inTurn(async () => {
        const view = own();
        const found = [...view.records.values()].find((one) => one.type === "check-in" && one.week === week);
        if (found !== undefined) return addAs({ type: "check-in", week, answers }, found.id);
        // Two own devices that answer apart answer the same record.
        for (let attempt = 0; ; attempt += 1) {
          const id = await derivedId(deps.person, "check-in", mondayOf(week), attempt);
          if (!view.deleted.has(id) && !view.all.has(id)) return addAs({ type: "check-in", week, answers }, id);
        }
      }),
    add,
    change: (record) =>
      core.inTurn(async () => {
        const before = own().records.get(record.id);
        if (before === undefined) return err({ type: "not-found" });
        if (before.type !== record.type) return err({ type: "not-yours" });
        const corrections = before.type === "moment" ? before.corrections : [];
        return putAndSettle(record.type === "moment" ? { ...record, corrections } : record);
      }),
    correct: (id, correction, announcedMs) =>
      addStep(id, (at) => ({ type: "said", at, correction, announcedMs: announcedMs ?? null })),
    takeBack: (id, correction) => addStep(id, (at) => ({ type: "taken-back", at, correction })),
    remove: (id) =>
      core.inTurn(async () => {
        const record = own().records.get(id);
        if (record === undefined) return err({ type: "not-found" });
        const at = core.now();
        const removal: Removal = {
          id: deps.randomId(),
          records: belongingTo(record),
          until: addToInstant(at, UNDO_MS),
        };
        const { records, until } = removal;
        const put = await core.putOwn(removal.id, {
          type: "removal",
          version: 1,
          device: deps.device,
          records,
          at,
          until,
        });
        if (put.type === "error") return put;
        const withdrawn = await withdraw(record);
        return withdrawn.type === "error" ? withdrawn : ok(removal);
      }),
    undo: (id) =>
      core.inTurn(async () =>
        documentsOf(own(), "removal").some((one) => one.id === id)
          ? core.deleteOwn([id])
          : err({ type: "nothing-there" }),
      ),
    removals: () =>
      documentsOf(own(), "removal")
        .toSorted((one, other) => other.at - one.at)
        .map(({ id, records, until }) => ({ id, records, until })),
  };
};

const fits = ({ record, day }: DatedRecord, { types, from, until }: RecordQuery): boolean =>
  (types === undefined || types.includes(record.type)) &&
  (from === undefined || from <= day) &&
  (until === undefined || day <= until);

/**
 * Makes removals final whose time is over. One from the future was made before the clock went back: its minute is over too.
 * Another own device waits a day longer: its clock may be wrong, and the phone in whose hand the undo is has it first.
 * The records go first, so that being stopped in between leaves the removal to be carried on.
 */
export const finishRemovals = async (core: Core): Done => {
  const now = core.now();
  for (const { id, device, records, at, until } of documentsOf(core.own(), "removal")) {
    const isOver = device === core.deps.device ? now < at || until <= now : addToInstant(until, DAY_MS) <= now;
    if (!isOver) continue;
    const gone = await core.deleteOwn([...records, id]);
    if (gone.type === "error") return gone;
  }
  return ok(null);
};
