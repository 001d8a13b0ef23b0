/**
 * Core: what the parts of the journal share: reading both spaces, writing to them, one command after the other.
 *
 * A command reads, decides and writes; two at once could decide on what the other is about to change, so they take turns.
 */
import {
  civilDateAt,
  decodeRecord,
  encodeRecord,
  err,
  ok,
  type CivilDate,
  type Instant,
  type KnownRecord,
  type RecordId,
  type Result,
} from "@undivided/domain";
import type { Draft } from "@undivided/vault";
import type { JournalFault } from "./faults.ts";
import type { Done, JournalDeps } from "./journal.ts";
import { oursDocument, type OursDocument } from "./ours/documents.ts";
import { createOursReader, type OursView } from "./ours/ours-view.ts";
import { stepFields } from "./own/correction-fields.ts";
import { ownDocument, type Heard, type Opening, type OwnDocument, type Share } from "./own/documents.ts";
import { createHearing } from "./together/hearing.ts";
import { createOwnReader, documentsOf, type OwnView, type WithId } from "./own/own-view.ts";

/** The most fields that one change of the vault may set. */
const FIELDS_AT_ONCE = 64;

export interface Core {
  readonly deps: JournalDeps;
  readonly own: () => OwnView;
  /** The openings and shares that are meant for the space of now. */
  readonly openings: () => readonly WithId<Opening>[];
  readonly shares: () => readonly WithId<Share>[];
  /** See `Hearing`: what was heard of the other phone since this was opened. */
  readonly heard: () => readonly Heard[];
  readonly heardAt: (signals: RecordId) => Instant | null;
  /** Null while there is no open space of both. */
  readonly ours: () => OursView | null;
  readonly now: () => Instant;
  readonly today: () => CivilDate;
  readonly inTurn: <T>(run: () => Done<T>) => Done<T>;
  /** Puts a record of one's own after reading back what would be written. */
  readonly putRecord: (record: KnownRecord) => Done;
  readonly putOwn: (id: RecordId, document: OwnDocument) => Done;
  readonly deleteOwn: (ids: readonly RecordId[]) => Done;
  readonly post: (id: RecordId, document: OursDocument) => Done;
  /** Own documents in `ours`; those that are not there are passed over. */
  readonly unpost: (ids: readonly RecordId[]) => Done;
}

export const createCore = (deps: JournalDeps): Core => {
  const own = createOwnReader(deps.mine);
  const ours = createOursReader(deps.ours);
  const hearing = createHearing();
  let turn: Promise<unknown> = Promise.resolve();

  const writeOurs = async (draft: Draft): Done => {
    const space = deps.ours();
    if (space === null || space.replica.isClosed()) return err({ type: "not-paired" });
    return space.replica.write(draft);
  };
  const isOfThisSpace = (one: { readonly space: string }): boolean => one.space === deps.ours()?.replica.space;
  const now = (): Instant => deps.wall();
  return {
    deps,
    own,
    openings: () => documentsOf(own(), "opening").filter(isOfThisSpace),
    shares: () => documentsOf(own(), "share").filter(isOfThisSpace),
    heard: hearing.heard,
    heardAt: hearing.heardAt,
    ours: () => {
      const view = ours();
      hearing.listen(view, deps.wall());
      return view;
    },
    now,
    today: () => civilDateAt(now(), deps.utcOffset(now())),
    inTurn: (run) => {
      const result = turn.then(run);
      turn = result.catch(() => undefined);
      return result;
    },
    putRecord: async (record) => {
      if (record.owner !== deps.person) return err({ type: "not-yours" });
      const json = encodeRecord(record.type === "moment" ? { ...record, corrections: [] } : record);
      const readBack = decodeRecord(json);
      if (readBack.type === "error") return err({ type: "invalid-record", error: readBack.error });
      const put = await deps.mine.write({ type: "put", id: record.id, text: JSON.stringify(json) });
      if (put.type === "error" || record.type !== "moment") return put;
      const known = new Set(fieldNamesOf(deps, record.id));
      const fields = stepFields(record.corrections).filter(({ name }) => !known.has(name));
      for (let at = 0; at < fields.length; at += FIELDS_AT_ONCE) {
        const some = fields.slice(at, at + FIELDS_AT_ONCE);
        const set = await deps.mine.write({ type: "set", id: record.id, fields: some });
        if (set.type === "error") return set;
      }
      return ok(null);
    },
    putOwn: (id, document) => deps.mine.write({ type: "put", id, text: JSON.stringify(ownDocument.encode(document)) }),
    deleteOwn: (ids) =>
      inOrder(ids, async (id) => {
        const { shared } = deps.mine.state();
        if (shared.get(id)?.type === "present") {
          const gone = await deps.mine.write({ type: "delete", scope: "shared", id });
          if (gone.type === "error") return gone;
        }
        return own().deleted.has(id) ? ok(null) : deps.mine.write({ type: "delete", scope: "own", id });
      }),
    post: (id, document) => writeOurs({ type: "put", id, text: JSON.stringify(oursDocument.encode(document)) }),
    unpost: (ids) => {
      const there = new Set(ours()?.mine.map((one) => one.id));
      return inOrder(
        ids.filter((id) => there.has(id)),
        (id) => writeOurs({ type: "delete", scope: "own", id }),
      );
    },
  };
};

const fieldNamesOf = ({ mine }: JournalDeps, id: RecordId): readonly string[] => {
  const shared = mine.state().shared.get(id);
  return shared?.type === "present" ? [...shared.fields.keys()] : [];
};

/** One after the other, up to the first that fails. */
export const inOrder = async <T>(list: readonly T[], run: (one: T) => Promise<Result<unknown, JournalFault>>): Done => {
  for (const one of list) {
    const result = await run(one);
    if (result.type === "error") return result;
  }
  return ok(null);
};
