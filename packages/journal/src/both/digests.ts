/**
 * Digests: hashes of what is in `ours`, kept so that read models can ask for them without waiting.
 *
 * Hashing takes a promise, reading must not: hashes are learnt when something comes, and listeners are told afterwards.
 */
import { digestOf } from "../ids.ts";
import type { OursView } from "../ours/ours-view.ts";

export interface Digests {
  /** Null until learnt: then what needs it does not count yet. */
  readonly of: (text: string) => string | null;
  /** Learns those of all proposals and sentences; gives whether there was any to learn. */
  readonly learn: (ours: OursView | null) => Promise<boolean>;
}

export const createDigests = (): Digests => {
  const digests = new Map<string, string>();
  return {
    of: (text) => digests.get(text) ?? null,
    learn: async (ours) => {
      if (ours === null) return false;
      const texts = [...ours.mine, ...ours.theirs]
        .filter(({ document }) => document.type === "proposal" || document.type === "sentence")
        .map(({ text }) => text)
        .filter((text) => !digests.has(text));
      for (const text of texts) digests.set(text, await digestOf(text));
      return texts.length > 0;
    },
  };
};
