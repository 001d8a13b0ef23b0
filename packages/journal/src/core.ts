/**
 * Core: what the parts of the journal share: reading both spaces, writing to them, one command after the other.
 *
 * A command reads, decides and writes; two at once could decide on what the other is about to change, so they take turns.
 *
 * [Note: For two] What only two people need is fetched when there is a space of both, before any turn that follows. Where it cannot
 * be fetched, a command about one's own records is carried out all the same, as if the other could not be reached; one that needs it
 * is `unreachable`.
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
import type { ForTwo } from "./for-two.ts";
import type { Done, JournalDeps } from "./journal.ts";
import type { OursDocument } from "./ours/documents.ts";
import type { OursView } from "./ours/ours-view.ts";
import { stepFields } from "./own/correction-fields.ts";
import { ownDocument, type Heard, type Opening, type OwnDocument, type Share } from "./own/documents.ts";
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
  /** See [Note: For two]; null until it was fetched. */
  readonly forTwo: () => ForTwo | null;
  /** Fetches it, also without a space of both; null where it cannot be fetched. */
  readonly fetchForTwo: () => Promise<ForTwo | null>;
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

/** `fetched` is called once, when what two people need is here. */
export const createCore = (deps: JournalDeps, fetched: () => void): Core => {
  const own = createOwnReader(deps.mine);
  let two: ForTwo | null = null;
  let turn: Promise<unknown> = Promise.resolve();

  const writeOurs = async (draft: Draft): Done => {
    const space = deps.ours();
    if (space === null || space.replica.isClosed()) return err({ type: "not-paired" });
    return space.replica.write(draft);
  };
  const ours = (): OursView | null => two?.ours() ?? null;
  const fetchForTwo = async (): Promise<ForTwo | null> => {
    try {
      const { createForTwo } = await import("./for-two.ts");
      if (two === null) {
        two = createForTwo(core);
        fetched();
      }
      return two;
    } catch {
      return null;
    }
  };
  const isOfThisSpace = (one: { readonly space: string }): boolean => one.space === deps.ours()?.replica.space;
  const now = (): Instant => deps.wall();
  const core: Core = {
    deps,
    own,
    forTwo: () => two,
    fetchForTwo,
    openings: () => documentsOf(own(), "opening").filter(isOfThisSpace),
    shares: () => documentsOf(own(), "share").filter(isOfThisSpace),
    heard: () => two?.heard() ?? [],
    heardAt: (signals) => two?.heardAt(signals) ?? null,
    ours,
    now,
    today: () => civilDateAt(now(), deps.utcOffset(now())),
    inTurn: (run) => {
      const result = turn.then(async () => {
        if (two === null && isOpen(deps)) await fetchForTwo();
        return run();
      });
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
    post: async (id, document) =>
      two === null ? err({ type: "not-paired" }) : writeOurs({ type: "put", id, text: two.textOf(document) }),
    unpost: (ids) => {
      const there = new Set(ours()?.mine.map((one) => one.id));
      return inOrder(
        ids.filter((id) => there.has(id)),
        (id) => writeOurs({ type: "delete", scope: "own", id }),
      );
    },
  };
  return core;
};

/** There is a space of both, and nobody has left it. */
export const isOpen = ({ ours }: JournalDeps): boolean => ours()?.replica.isClosed() === false;

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
