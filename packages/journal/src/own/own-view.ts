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
import { isJsonObject, ownValue } from "@undivided/domain/codecs";
import type { Register, SpaceState, Stamp } from "@undivided/vault";
import type { JournalSpace } from "../journal.ts";
import { withSteps } from "./correction-fields.ts";
import { OWN_DOCUMENT_TYPES, ownDocument, type OwnDocument } from "./documents.ts";
import { parseText } from "./parse-text.ts";

export type WithId<T> = T & { readonly id: RecordId };

export interface OwnView {
  /** Without those that are being removed. */
  readonly records: ReadonlyMap<RecordId, KnownRecord>;
  /** Those too, and by which stamp each was written last. */
  readonly all: ReadonlyMap<RecordId, { readonly record: KnownRecord; readonly stamp: Stamp }>;
  /** The day of each; the same for good unless its owner changes the record. */
  readonly days: ReadonlyMap<RecordId, CivilDate>;
  readonly newer: ReadonlyMap<RecordId, { readonly original: JsonObject; readonly stamp: Stamp }>;
  readonly documents: readonly WithId<OwnDocument>[];
  readonly deleted: ReadonlySet<RecordId>;
}

type Content =
  | { readonly type: "record"; readonly record: KnownRecord; readonly day: CivilDate }
  | { readonly type: "document"; readonly document: OwnDocument }
  | { readonly type: "newer"; readonly original: JsonObject }
  | { readonly type: "unreadable" };

const readContent = (text: string): Content => {
  const json = parseText(text);
  if (json === undefined || !isJsonObject(json)) return { type: "unreadable" };
  const type = ownValue(json, "type");
  if (typeof type === "string" && OWN_DOCUMENT_TYPES.includes(type)) {
    const document = ownDocument.decode(json, []);
    return document.type === "ok" ? { type: "document", document: document.value } : { type: "unreadable" };
  }
  const record = decodeRecord(json);
  if (record.type === "error") return { type: "unreadable" };
  return record.value.type === "unknown"
    ? { type: "newer", original: record.value.original }
    : { type: "record", record: record.value, day: dayOfRecord(record.value) };
};

const NO_RECORDS: OwnView = {
  records: new Map(),
  all: new Map(),
  days: new Map(),
  newer: new Map(),
  documents: [],
  deleted: new Set(),
};

/** Gives the same object as long as nothing changed. */
export const createOwnReader = (space: JournalSpace): (() => OwnView) => {
  const contents = new WeakMap<Register, Content>();
  let seen: SpaceState | null = null;
  let view: OwnView = NO_RECORDS;

  const contentOf = (register: Register): Content => {
    const known = contents.get(register);
    if (known !== undefined) return known;
    const content = readContent(register.text);
    contents.set(register, content);
    return content;
  };
  const read = (state: SpaceState): OwnView => {
    const all = new Map<RecordId, { readonly record: KnownRecord; readonly stamp: Stamp }>();
    const days = new Map<RecordId, CivilDate>();
    const newer = new Map<RecordId, { readonly original: JsonObject; readonly stamp: Stamp }>();
    const documents: WithId<OwnDocument>[] = [];
    const deleted = new Set<RecordId>();
    for (const entry of state.own.values()) {
      if (entry.type === "deleted") {
        deleted.add(entry.id);
        continue;
      }
      const content = contentOf(entry.last);
      if (content.type === "document") documents.push({ ...content.document, id: entry.id });
      else if (content.type === "newer") newer.set(entry.id, { original: content.original, stamp: entry.last.stamp });
      else if (content.type === "record" && content.record.id === entry.id) {
        const { record } = content;
        const whole = record.type === "moment" ? withSteps(record, state.shared.get(entry.id)) : record;
        all.set(entry.id, { record: whole, stamp: entry.last.stamp });
        days.set(entry.id, content.day);
      }
    }
    const hidden = new Set(documents.flatMap((one) => (one.type === "removal" ? one.records : [])));
    const records = new Map<RecordId, KnownRecord>();
    for (const [id, { record }] of all) if (!hidden.has(id)) records.set(id, record);
    return { records, all, days, newer, documents, deleted };
  };
  return () => {
    const state = space.state();
    if (state !== seen) {
      seen = state;
      view = read(state);
    }
    return view;
  };
};

export const documentsOf = <T extends OwnDocument["type"]>(
  view: OwnView,
  type: T,
): readonly WithId<Extract<OwnDocument, { readonly type: T }>>[] =>
  view.documents.filter((one): one is WithId<Extract<OwnDocument, { readonly type: T }>> => one.type === type);
