/** The texts that name records, loaded together. */
import { loadTexts } from "@undivided/content/load";
import type { Language } from "../../../platform/language.svelte.ts";
import type { RecordTexts } from "./describe-record.ts";

export const loadRecordTexts = async (language: Language): Promise<RecordTexts> => {
  const [words, feelings, inquiry, rituals] = await Promise.all([
    loadTexts("words", language),
    loadTexts("feelings", language),
    loadTexts("inquiry", language),
    loadTexts("rituals", language),
  ]);
  return { language, words, feelings, inquiry, rituals };
};
