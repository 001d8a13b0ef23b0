/** Look-back: own guess before the count, what counted and why, one question at most. */
import {
  civilDateAt,
  err,
  verdictOf,
  type LookBackRecord,
  type MomentRecord,
  type RecordId,
  type TogetherRecord,
} from "@undivided/domain";
import type { TogetherTime } from "../commands/together.ts";
import type { Core } from "../core.ts";
import { derivedId } from "../ids.ts";
import type { Done } from "../journal.ts";
import { exposureOf } from "./exposure.ts";
import { liesOutside } from "./outside.ts";
import { LONG_STOP_MS, reopenable } from "./session.ts";

const lookBackOf = (core: Core, together: RecordId): LookBackRecord | null => {
  for (const one of core.own().records.values()) if (one.type === "look-back" && one.together === together) return one;
  return null;
};

/** Null also where nothing was guessed. */
export const guessOf = (core: Core, together: RecordId): number | null => lookBackOf(core, together)?.guess ?? null;

export const createLookBack = (core: Core): Pick<TogetherTime, "lookBack" | "guess" | "markAsked"> => {
  const { deps, own } = core;

  const togetherOf = (id: RecordId): TogetherRecord | null => {
    const record = own().records.get(id);
    return record?.type === "together" ? record : null;
  };
  const momentsOf = (together: RecordId): readonly MomentRecord[] =>
    [...own().records.values()]
      .filter((one): one is MomentRecord => one.type === "moment" && one.source.type === "sensed")
      .filter(({ source }) => source.type === "sensed" && source.together === together)
      .toSorted((one, other) => one.at - other.at);
  const openOf = (together: RecordId): readonly MomentRecord[] =>
    momentsOf(together).filter((record) => !liesOutside(own(), record) && verdictOf(record).type === "open");

  const write = (together: RecordId, change: (known: LookBackRecord | null) => Partial<LookBackRecord>): Done =>
    core.inTurn(async () => {
      const record = togetherOf(together);
      if (record === null) return err({ type: "not-found" });
      const known = lookBackOf(core, together);
      const base: LookBackRecord = known ?? {
        ...{ type: "look-back", id: await freeId(together), owner: deps.person, together },
        ...{ day: civilDateAt(record.start, record.utcOffset), guess: null, asked: [] },
      };
      return core.putRecord({ ...base, ...change(known) });
    });
  /** Own devices that look back apart write the same record. */
  const freeId = async (together: RecordId): Promise<RecordId> => {
    for (let attempt = 0; ; attempt += 1) {
      const id = await derivedId(together, "look-back", attempt);
      if (!own().deleted.has(id)) return id;
    }
  };

  return {
    lookBack: (together) => {
      const record = togetherOf(together);
      if (record === null || record.end === null) return null;
      const exposure = exposureOf(record);
      const known = lookBackOf(core, together);
      const canGoOn =
        reopenable(core, together) !== null &&
        (known === null || known.guess === null) &&
        core.now() - record.end <= LONG_STOP_MS;
      if (known === null) return { record, stage: { type: "asks-guess" }, exposure, canGoOn };
      const all = momentsOf(together).map((one) => ({ record: one, verdict: verdictOf(one) }));
      const moments = all.filter((one) => !liesOutside(own(), one.record));
      const outside = all.filter((one) => liesOutside(own(), one.record));
      const countOf = (type: "counted" | "open"): number =>
        moments.filter(({ verdict }) => verdict.type === type).length;
      const toAsk = openOf(together).filter(({ id }) => !known.asked.includes(id));
      return {
        record,
        stage: {
          type: "shows",
          guess: known.guess,
          moments,
          outside,
          counted: countOf("counted"),
          open: countOf("open"),
          question: toAsk.length === 0 ? null : toAsk,
        },
        exposure,
        canGoOn,
      };
    },
    // A guess after the count was seen would be none.
    guess: (together, guess) => write(together, (known) => (known === null ? { guess } : {})),
    markAsked: (together) =>
      write(together, (known) => {
        const asked = new Set([...(known?.asked ?? []), ...openOf(together).map(({ id }) => id)]);
        return { asked: [...asked] };
      }),
  };
};
