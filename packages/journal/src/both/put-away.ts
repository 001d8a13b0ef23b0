/**
 * What a proposal or a sentence says, apart from its name: so that the same words sent anew are not a new matter, and what was put
 * away stays so. Case, spaces and marks make no other words.
 *
 * A put-away document names an identifier. That of words is half a hash of them, which nothing else in `ours` has.
 */
import { parseRecordId, type RecordId } from "@undivided/domain";
import type { Proposed } from "../commands/proposals.ts";
import type { Core } from "../core.ts";
import type { OursDocument } from "../ours/documents.ts";
import { documentsOf } from "../own/own-view.ts";
import type { Digests } from "./digests.ts";

/** Of one person as many wait at once for the other's word, and no more are shown, whatever program sent them. */
export const MAX_WAITING = 3;

const plain = (text: string): string => {
  const words = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
  return words === "" ? text.trim() : words;
};

/** Null for what nobody puts away. */
export const contentOf = (document: OursDocument): string | null => {
  if (document.type === "sentence") return JSON.stringify(["sentence", plain(document.text)]);
  return document.type === "proposal" ? contentOfProposed(document.proposed) : null;
};

export const contentOfProposed = (proposed: Proposed): string => {
  if (proposed.type === "conversation") return JSON.stringify(["conversation", proposed.day]);
  const { what } = proposed;
  return JSON.stringify(["ritual", what.type, what.type === "own" ? plain(what.text) : what.name]);
};

export interface PutAway {
  readonly hasName: (id: RecordId) => boolean;
  readonly hasWords: (document: OursDocument) => boolean;
}

export const readPutAway = (core: Core, digests: Digests): PutAway => {
  const away = new Set(documentsOf(core.own(), "put-away").map(({ proposal }) => proposal));
  return {
    hasName: (id) => away.has(id),
    hasWords: (document) => {
      const id = wordsId(document, digests);
      return id !== null && away.has(id);
    },
  };
};

/** The identifier of its words; null until their hash was learnt. */
export const wordsId = (document: OursDocument, digests: Digests): RecordId | null => {
  const content = contentOf(document);
  const digest = content === null ? null : digests.of(content);
  const id = digest === null ? null : parseRecordId(digest.slice(0, 32));
  return id?.type === "ok" ? id.value : null;
};
