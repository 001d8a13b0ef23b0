/** Reads the space of both. What cannot be read is passed over and stays. */
import type { RecordId } from "@undivided/domain";
import type { Register, SpaceState } from "@undivided/vault";
import type { OursSpace } from "../journal.ts";
import { parseText } from "../own/parse-text.ts";
import { oursDocument, type OursDocument } from "./documents.ts";
import type { OursView, Posted } from "./ours-view.ts";

const EMPTY_OURS: OursView = { mine: [], theirs: [], deleted: new Set() };

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
