/**
 * The page of what the evidence shows and does not show: the short form of `docs/evidence.md`, with the same sources.
 *
 * A test holds both together. Every sentence says no more than the document, and names the limit with the finding.
 */
import type { Open } from "../sources/references.ts";
import type { SourceId } from "../sources/sources.ts";

export const FINDINGS = {
  "worse-days": ["mcdaniel-2019"],
  "in-kind": ["thomas-2022", "southampton-2025"],
  "hardly-noticed": ["vanden-abeele-2019"],
  "bothers-few": ["co-present-2024"],
  "reason-understanding-sharing": ["schuster-2023", "frackowiak-2023", "beukeboom-2021"],
  "shut-out": ["beukeboom-2021"],
  "calls-and-company": ["connection-cues-2026", "respecifying-2023"],
  "web-programmes": ["doss-2016", "le-2023", "nowlan-2017"],
  "writing-from-outside": ["finkel-2013"],
  "if-then": ["gollwitzer-2006"],
  "insight-alone": ["throuvala-2020", "loid-2020"],
  "offer-to-turn-back": ["gruening-2023"],
  "breaks-can-be-found": ["park-2017"],
  "looks-at-the-lock": ["hintze-2014", "hintze-2017"],
  "short-looks": ["ferreira-2014", "oulasvirta-2012"],
  "own-guess-of-looks": ["andrews-2015"],
} as const satisfies Readonly<Record<string, readonly SourceId[]>>;
export type Finding = keyof typeof FINDINGS;

/** Those that stand beside the figures of one's own phone, as orientation and no norm. */
export const PHONE_FINDINGS = [
  "own-guess-of-looks",
  "looks-at-the-lock",
  "short-looks",
] as const satisfies readonly Finding[];

/** Told everywhere, and never a headline here. */
export const CONTESTED = {
  "mere-presence": ["przybylski-2013", "crowley-2018", "linares-2021"],
  "share-of-bids": ["driver-2004"],
  "predicting-divorce": ["heyman-2001"],
  "five-to-one": ["gottman-1994"],
} as const satisfies Readonly<Record<string, readonly SourceId[]>>;
export type Contested = keyof typeof CONTESTED;

export const NOT_SHOWN = [
  "that-one-causes",
  "that-fewer-helps",
  "that-undivided-helps",
  "who-follows-whom",
  "how-long-a-reason-lasts",
  "other-couples",
] as const;
export type NotShown = (typeof NOT_SHOWN)[number];

export interface FindingText {
  readonly title: string;
  readonly found: string;
  readonly limit: string;
}

export interface EvidenceTexts {
  readonly title: string;
  readonly lead: string;
  readonly findings: Readonly<Record<Finding, FindingText>>;
  readonly contestedTitle: string;
  readonly contested: Readonly<Record<Contested, { readonly title: string; readonly text: string }>>;
  readonly notShownTitle: string;
  readonly notShown: Readonly<Record<NotShown, string>>;
  /** What is written beside a source of which only accounts, or nothing, could be read. */
  readonly readOnly: { readonly accounts: string; readonly nothing: string };
  /** What is written beside a reference of which something could not be compared. */
  readonly open: Readonly<Record<Open, string>>;
}
