/**
 * Loading texts: one module a language and topic, fetched when it is first asked for.
 *
 * A bundler makes a file of each, so that a reader of Spanish never fetches English, and a chapter comes without the
 * other four. The names are written out, since a dynamic import must say what it loads.
 */
import type { BidTexts } from "./bids/bids.ts";
import type { CauseTexts } from "./causes/causes.ts";
import type { EvidenceTexts } from "./evidence/evidence-page.ts";
import type { FeelingTexts } from "./feelings/feelings.ts";
import type { GrowthTexts } from "./growth/growth.ts";
import type { HelpTexts } from "./help/help.ts";
import type { InquiryTexts } from "./inquiry/inquiry.ts";
import type { IntroText } from "./guide/intro/intro.ts";
import type { PhoneSettingTexts } from "./causes/phone-settings.ts";
import type { PromptTexts } from "./prompts/prompts.ts";
import type { RitualTexts } from "./rituals/rituals.ts";
import type { SceneTexts } from "./bids/scenes.ts";
import type { SheetTexts } from "./sheet/sheet.ts";
import type { TipTexts } from "./tips/tips.ts";
import type { DomainWords } from "./words/words.ts";
import type { AgreementTexts } from "./agreements/agreements.ts";
import type { FourWeeksTexts } from "./four-weeks/four-weeks.ts";
import type { TalkTexts } from "./talk/talk.ts";
import type { ChapterId, ChapterText } from "./guide/chapters.ts";
import type { Language } from "./language.ts";

export interface TextsByTopic {
  readonly bids: BidTexts;
  readonly causes: CauseTexts;
  readonly evidence: EvidenceTexts;
  readonly feelings: FeelingTexts;
  readonly growth: GrowthTexts;
  readonly help: HelpTexts;
  readonly inquiry: InquiryTexts;
  readonly intro: IntroText;
  readonly phoneSettings: PhoneSettingTexts;
  readonly prompts: PromptTexts;
  readonly rituals: RitualTexts;
  readonly scenes: SceneTexts;
  readonly sheet: SheetTexts;
  readonly tips: TipTexts;
  readonly agreements: AgreementTexts;
  readonly fourWeeks: FourWeeksTexts;
  readonly talk: TalkTexts;
  readonly words: DomainWords;
}

export type Topic = keyof TextsByTopic;

type Loaders<T> = Readonly<Record<Language, () => Promise<T>>>;

const texts: { readonly [T in Topic]: Loaders<TextsByTopic[T]> } = {
  bids: {
    en: async () => (await import("./bids/en.ts")).bids,
    es: async () => (await import("./bids/es.ts")).bids,
  },
  causes: {
    en: async () => (await import("./causes/en.ts")).causes,
    es: async () => (await import("./causes/es.ts")).causes,
  },
  evidence: {
    en: async () => (await import("./evidence/en.ts")).evidence,
    es: async () => (await import("./evidence/es.ts")).evidence,
  },
  feelings: {
    en: async () => (await import("./feelings/en.ts")).feelings,
    es: async () => (await import("./feelings/es.ts")).feelings,
  },
  growth: {
    en: async () => (await import("./growth/en.ts")).growth,
    es: async () => (await import("./growth/es.ts")).growth,
  },
  help: {
    en: async () => (await import("./help/en.ts")).help,
    es: async () => (await import("./help/es.ts")).help,
  },
  inquiry: {
    en: async () => (await import("./inquiry/en.ts")).inquiry,
    es: async () => (await import("./inquiry/es.ts")).inquiry,
  },
  intro: {
    en: async () => (await import("./guide/intro/en.ts")).intro,
    es: async () => (await import("./guide/intro/es.ts")).intro,
  },
  phoneSettings: {
    en: async () => (await import("./causes/phone-settings-en.ts")).phoneSettings,
    es: async () => (await import("./causes/phone-settings-es.ts")).phoneSettings,
  },
  prompts: {
    en: async () => (await import("./prompts/en.ts")).prompts,
    es: async () => (await import("./prompts/es.ts")).prompts,
  },
  rituals: {
    en: async () => (await import("./rituals/en.ts")).rituals,
    es: async () => (await import("./rituals/es.ts")).rituals,
  },
  scenes: {
    en: async () => (await import("./bids/scenes-en.ts")).scenes,
    es: async () => (await import("./bids/scenes-es.ts")).scenes,
  },
  sheet: {
    en: async () => (await import("./sheet/en.ts")).sheet,
    es: async () => (await import("./sheet/es.ts")).sheet,
  },
  tips: {
    en: async () => (await import("./tips/en.ts")).tips,
    es: async () => (await import("./tips/es.ts")).tips,
  },
  agreements: {
    en: async () => (await import("./agreements/en.ts")).agreements,
    es: async () => (await import("./agreements/es.ts")).agreements,
  },
  fourWeeks: {
    en: async () => (await import("./four-weeks/en.ts")).fourWeeks,
    es: async () => (await import("./four-weeks/es.ts")).fourWeeks,
  },
  talk: {
    en: async () => (await import("./talk/en.ts")).talk,
    es: async () => (await import("./talk/es.ts")).talk,
  },
  words: {
    en: async () => (await import("./words/en.ts")).words,
    es: async () => (await import("./words/es.ts")).words,
  },
};

const chapters: { readonly [Id in ChapterId]: Loaders<ChapterText<Id>> } = {
  notice: {
    en: async () => (await import("./guide/notice/en.ts")).chapter,
    es: async () => (await import("./guide/notice/es.ts")).chapter,
  },
  causes: {
    en: async () => (await import("./guide/causes/en.ts")).chapter,
    es: async () => (await import("./guide/causes/es.ts")).chapter,
  },
  impact: {
    en: async () => (await import("./guide/impact/en.ts")).chapter,
    es: async () => (await import("./guide/impact/es.ts")).chapter,
  },
  prevent: {
    en: async () => (await import("./guide/prevent/en.ts")).chapter,
    es: async () => (await import("./guide/prevent/es.ts")).chapter,
  },
  reset: {
    en: async () => (await import("./guide/reset/en.ts")).chapter,
    es: async () => (await import("./guide/reset/es.ts")).chapter,
  },
};

export const TOPICS = [
  "bids",
  "causes",
  "evidence",
  "feelings",
  "growth",
  "help",
  "inquiry",
  "intro",
  "phoneSettings",
  "prompts",
  "rituals",
  "scenes",
  "sheet",
  "tips",
  "agreements",
  "fourWeeks",
  "talk",
  "words",
] as const satisfies readonly Topic[];

/** Rejects where the file cannot be fetched, as any import does; what was loaded once is kept by the runtime. */
export const loadTexts = async <T extends Topic>(topic: T, language: Language): Promise<TextsByTopic[T]> =>
  texts[topic][language]();

/** The same for one chapter of the guide. */
export const loadChapter = async <Id extends ChapterId>(id: Id, language: Language): Promise<ChapterText<Id>> =>
  chapters[id][language]();
