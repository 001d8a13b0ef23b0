/**
 * The guide: five chapters, each to be read in minutes, or in two.
 *
 * Here is what all languages share: the order of sections and examples, and where the exercise leads. The type of a
 * chapter's text is made from it, so that a section that one language lacks does not compile.
 */
import { readingMinutes } from "../reading/reading-time.ts";
import { textOf, type Passage } from "../sourced.ts";
import type { Target } from "../targets.ts";

export interface ChapterFacts {
  readonly sections: readonly string[];
  readonly examples: readonly string[];
  readonly target: Target;
}

export const CHAPTERS = {
  notice: {
    sections: ["what-it-is", "why-it-slips-by", "what-does-not-count", "how-to-notice"],
    examples: ["at-the-door", "the-restaurant", "half-a-huh"],
    target: "start-together",
  },
  causes: {
    sections: ["not-bad-will", "the-moment-before", "what-it-gives", "the-pull-of-two"],
    examples: ["after-the-school-run", "the-hard-subject", "for-us-both"],
    target: "reflect",
  },
  impact: {
    sections: ["one-is-nothing", "the-one-who-waits", "both-ways", "not-every-phone"],
    examples: ["the-story-that-shrank", "two-lights", "the-map"],
    target: "felt-second",
  },
  prevent: {
    sections: ["a-place-for-phones", "small-rituals", "answering-bids", "say-why-first", "if-then"],
    examples: ["the-shelf-in-the-hall", "two-minutes", "the-tuesday-candle"],
    target: "rituals",
  },
  reset: {
    sections: ["own-it-first", "listen-to-the-end", "sorry-and-repair", "one-small-thing", "when-it-heats-up"],
    examples: ["i-have-noticed", "say-back", "the-smallest-agreement"],
    target: "guided-talk",
  },
} as const satisfies Readonly<Record<string, ChapterFacts>>;

export type ChapterId = keyof typeof CHAPTERS;

export const CHAPTER_IDS = ["notice", "causes", "impact", "prevent", "reset"] as const satisfies readonly ChapterId[];

export interface SectionText {
  readonly title: string;
  readonly passages: readonly [Passage, ...Passage[]];
}

export interface ChapterText<Id extends ChapterId = ChapterId> {
  readonly title: string;
  readonly question: string;
  /** The whole chapter in two minutes. */
  readonly short: readonly [Passage, ...Passage[]];
  readonly sections: Readonly<Record<(typeof CHAPTERS)[Id]["sections"][number], SectionText>>;
  readonly examples: Readonly<Record<(typeof CHAPTERS)[Id]["examples"][number], string>>;
  readonly takeaway: string;
  readonly exercise: { readonly title: string; readonly text: string; readonly action: string };
}

/** A chapter of any id, as far as reading times ask. */
export interface ReadableChapter {
  readonly short: readonly Passage[];
  readonly sections: Readonly<Record<string, SectionText>>;
  readonly examples: Readonly<Record<string, string>>;
  readonly takeaway: string;
}

/** The time for reading it through; the two-minute version and the exercise are left out. */
export const chapterMinutes = ({ sections, examples, takeaway }: ReadableChapter): number =>
  readingMinutes([
    ...Object.values(sections).flatMap(({ passages }) => passages.map(textOf)),
    ...Object.values(examples),
    takeaway,
  ]);

export const shortMinutes = ({ short }: ReadableChapter): number => readingMinutes(short.map(textOf));
