/**
 * Digests: hashes of what is in `ours`, kept so that read models can ask for them without waiting.
 *
 * Hashing takes a promise, reading must not: hashes are learnt when something comes, and listeners are told afterwards.
 */
import { digestOf } from "../ids.ts";
import type { OursView } from "../ours/ours-view.ts";
import { contentOf } from "./put-away.ts";

export interface Digests {
  /** Null until learnt: then what needs it does not count yet. */
  readonly of: (text: string) => string | null;
  /** Learns those of all proposals and sentences, of what they say, and of figures of a report; gives whether there was any to learn. */
  readonly learn: (ours: OursView | null) => Promise<boolean>;
}

export const createDigests = (): Digests => {
  const digests = new Map<string, string>();
  return {
    of: (text) => digests.get(text) ?? null,
    learn: async (ours) => {
      if (ours === null) return false;
      const texts = [...ours.mine, ...ours.theirs]
        .flatMap(({ document, text }) => {
          if (document.type === "report-figures") return [document.figures];
          return document.type === "proposal" || document.type === "sentence" ? [text, contentOf(document)] : [];
        })
        .filter((text) => text !== null)
        .filter((text) => !digests.has(text));
      for (const text of texts) digests.set(text, await digestOf(text));
      return texts.length > 0;
    },
  };
};
