/** Everything that people read, in one language, as a flat list: for the tests that hold for every text. */
import { CHAPTER_IDS } from "../guide/chapters.ts";
import type { Language } from "../language.ts";
import { loadChapter, loadTexts, TOPICS } from "../load.ts";

export interface Leaf {
  /** Such as `rituals.hands.title` or `chapters.notice.short.2.text`. */
  readonly path: string;
  readonly text: string;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

export const leavesOf = (value: unknown, path = ""): readonly Leaf[] => {
  if (typeof value === "string") return [{ path, text: value }];
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, part]) => leavesOf(part, path === "" ? key : `${path}.${key}`));
};

export const loadEverything = async (language: Language): Promise<Readonly<Record<string, unknown>>> => {
  const topics = await Promise.all(
    TOPICS.map(async (topic): Promise<readonly [string, unknown]> => [topic, await loadTexts(topic, language)]),
  );
  const chapters = await Promise.all(
    CHAPTER_IDS.map(async (id): Promise<readonly [string, unknown]> => [id, await loadChapter(id, language)]),
  );
  return { ...Object.fromEntries(topics), chapters: Object.fromEntries(chapters) };
};

/** Ids of sources are no text. */
export const isText = ({ path }: Leaf): boolean => !/\.sources\.\d+$/.test(path);

export const loadLeaves = async (language: Language): Promise<readonly Leaf[]> =>
  leavesOf(await loadEverything(language));
