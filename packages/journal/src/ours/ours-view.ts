/** Ours view: what each of the two wrote to `ours`, as it is read. */
import type { RecordId } from "@undivided/domain";
import type { OursDocument, OursDocumentOf, OursType } from "./documents.ts";

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

export const postedOf = <T extends OursType>(
  list: readonly Posted<OursDocument>[],
  type: T,
): readonly Posted<OursDocumentOf<T>>[] =>
  list.filter((one): one is Posted<OursDocumentOf<T>> => one.document.type === type);
