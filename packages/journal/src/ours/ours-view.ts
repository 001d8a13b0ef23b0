/** Ours view: what each of the two wrote to `ours`, read. What cannot be read is passed over and stays. */
import type { RecordId } from "@undivided/domain";
import type { Register, SpaceState } from "@undivided/vault";
import type { OursSpace } from "../journal.ts";
import { parseText } from "../own/parse-text.ts";
import { oursDocument, type OursDocument, type OursDocumentOf, type OursType } from "./documents.ts";

export interface Posted<T> {
  readonly id: RecordId;
  readonly document: T;
  /** As written: what a digest is over. */
  readonly text: string;
}

export interface OursView {
  readonly mine: readonly Posted<OursDocument>[];
  readonly theirs: readonly Posted<OursDocument>[];
  /** Own identifiers that can never be used again. */
  readonly deleted: ReadonlySet<RecordId>;
}

export const EMPTY_OURS: OursView = { mine: [], theirs: [], deleted: new Set() };

/** Gives the same object as long as nothing changed. `null` while there is no open space of both. */
export const createOursReader = (ours: () => OursSpace | null): (() => OursView | null) => {
  const contents = new WeakMap<Register, OursDocument | "unreadable">();
  let seen: SpaceState | null = null;
  let view = EMPTY_OURS;

  const documentOf = (register: Register): OursDocument | "unreadable" => {
    const known = contents.get(register);
    if (known !== undefined) return known;
    const json = parseText(register.text);
    const decoded = json === undefined ? undefined : oursDocument.decode(json, []);
    const document = decoded?.type === "ok" ? decoded.value : "unreadable";
    contents.set(register, document);
    return document;
  };
  return () => {
    const space = ours();
    if (space === null || space.replica.isClosed()) return null;
    const state = space.replica.state();
    if (state === seen) return view;
    const mine: Posted<OursDocument>[] = [];
    const theirs: Posted<OursDocument>[] = [];
    const deleted = new Set<RecordId>();
    for (const entry of state.own.values()) {
      const isMine = entry.member === space.member;
      if (entry.type === "deleted") {
        if (isMine) deleted.add(entry.id);
        continue;
      }
      const document = documentOf(entry.last);
      if (document !== "unreadable") (isMine ? mine : theirs).push({ id: entry.id, document, text: entry.last.text });
    }
    seen = state;
    view = { mine, theirs, deleted };
    return view;
  };
};

export const postedOf = <T extends OursType>(
  list: readonly Posted<OursDocument>[],
  type: T,
): readonly Posted<OursDocumentOf<T>>[] =>
  list.filter((one): one is Posted<OursDocumentOf<T>> => one.document.type === type);
