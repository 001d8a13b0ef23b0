/**
 * Own view: what `mine` holds, read. Records with their corrections, the journal's own documents, and what a newer app wrote.
 *
 * Texts are parsed once and remembered by what the vault gave for them, so that reading again after one change costs little
 * more than walking the map. O(n) after a change, O(1) without one.
 */
import {
  dayOfRecord,
  decodeRecord,
  type CivilDate,
  type JsonObject,
  type KnownRecord,
  type RecordId,
} from "@undivided/domain";
import { ownValue } from "@undivided/domain/codecs";
import type { Register, SharedRecord, SpaceState, Stamp } from "@undivided/vault";
import type { JournalSpace } from "../journal.ts";
import { withSteps } from "./correction-fields.ts";
import { OWN_DOCUMENT_TYPES, ownDocument, type OwnDocument } from "./documents.ts";
import { parseUnknown } from "./parse-text.ts";

export type WithId<T> = T & { readonly id: RecordId };

export interface DatedRecord {
  readonly record: KnownRecord;
  readonly day: CivilDate;
  /** Of its last writing; corrections come on top. */
  readonly stamp: Stamp;
}

export interface OwnView {
  /** Without those that are being removed. */
  readonly records: ReadonlyMap<RecordId, KnownRecord>;
  /** Those too. */
  readonly all: ReadonlyMap<RecordId, DatedRecord>;
  readonly newer: ReadonlyMap<RecordId, { readonly original: JsonObject; readonly stamp: Stamp }>;
  readonly documents: readonly WithId<OwnDocument>[];
  readonly deleted: ReadonlySet<RecordId>;
}

type Content =
  | { readonly type: "record"; readonly record: KnownRecord }
  | { readonly type: "document"; readonly document: OwnDocument }
  | { readonly type: "newer"; readonly original: JsonObject }
  | { readonly type: "unreadable" };

/** Most texts are records: they are read once, and only what is none is looked at again. */
const readContent = (text: string): Content => {
  const parsed = parseUnknown(text);
  const record = decodeRecord(parsed);
  if (record.type === "error") return { type: "unreadable" };
  if (record.value.type !== "unknown") return { type: "record", record: record.value };
  const { original } = record.value;
  const type = ownValue(original, "type");
  if (typeof type !== "string" || !OWN_DOCUMENT_TYPES.includes(type)) return { type: "newer", original };
  const document = ownDocument.decode(original, []);
  return document.type === "ok" ? { type: "document", document: document.value } : { type: "unreadable" };
};

const NO_RECORDS: OwnView = {
  records: new Map(),
  all: new Map(),
  newer: new Map(),
  documents: [],
  deleted: new Set(),
};

interface Read {
  readonly from: Register;
  readonly steps: SharedRecord | undefined;
  readonly content: Content;
  /** With its corrections; null for what is no record. */
  readonly dated: DatedRecord | null;
}

/** Gives the same object as long as nothing changed. */
export const createOwnReader = (space: JournalSpace): (() => OwnView) => {
  const readById = new Map<RecordId, Read>();
  let seen: SpaceState | null = null;
  let view: OwnView = NO_RECORDS;

  const readEntry = (id: RecordId, from: Register, steps: SharedRecord | undefined): Read => {
    const known = readById.get(id);
    if (known?.from === from && known.steps === steps) return known;
    const content = known?.from === from ? known.content : readContent(from.text);
    const read = { from, steps, content, dated: dateContent(id, content, from.stamp, steps) };
    readById.set(id, read);
    return read;
  };
  const readAll = ({ own, shared }: SpaceState): OwnView => {
    const all = new Map<RecordId, DatedRecord>();
    const newer = new Map<RecordId, { readonly original: JsonObject; readonly stamp: Stamp }>();
    const documents: WithId<OwnDocument>[] = [];
    const deleted = new Set<RecordId>();
    for (const entry of own.values()) {
      const { id } = entry;
      if (entry.type === "deleted") {
        deleted.add(id);
        continue;
      }
      const { content, dated } = readEntry(id, entry.last, shared.get(id));
      if (dated !== null) all.set(id, dated);
      else if (content.type === "document") documents.push({ ...content.document, id });
      else if (content.type === "newer") newer.set(id, { original: content.original, stamp: entry.last.stamp });
    }
    const hidden = new Set(documents.flatMap((one) => (one.type === "removal" ? one.records : [])));
    const records = new Map<RecordId, KnownRecord>();
    for (const [id, { record }] of all) if (!hidden.has(id)) records.set(id, record);
    return { records, all, newer, documents, deleted };
  };
  return () => {
    const state = space.state();
    if (state !== seen) {
      seen = state;
      view = readAll(state);
    }
    return view;
  };
};

const dateContent = (
  id: RecordId,
  content: Content,
  stamp: Stamp,
  steps: SharedRecord | undefined,
): DatedRecord | null => {
  if (content.type !== "record" || content.record.id !== id) return null;
  const { record } = content;
  return { record: record.type === "moment" ? withSteps(record, steps) : record, day: dayOfRecord(record), stamp };
};

export const documentsOf = <T extends OwnDocument["type"]>(
  view: OwnView,
  type: T,
): readonly WithId<Extract<OwnDocument, { readonly type: T }>>[] =>
  view.documents.filter((one): one is WithId<Extract<OwnDocument, { readonly type: T }>> => one.type === type);
