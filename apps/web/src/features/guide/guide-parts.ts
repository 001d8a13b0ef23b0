/** The pages of the guide beside its chapters, by the word at the end of their address, in the order of the list. */
import type { Component } from "svelte";
import { m } from "../../paraglide/messages.js";
import type { IconName } from "../../ui/icons.ts";

export interface GuidePart {
  readonly part: string;
  readonly icon: IconName;
  readonly title: () => string;
  readonly text: () => string;
  readonly load: () => Promise<Component>;
}

export const guideParts: readonly GuidePart[] = [
  {
    part: "tips",
    icon: "check",
    title: () => m.guide_tips(),
    text: () => m.guide_tips_text(),
    load: async () => (await import("./tips.svelte")).default,
  },
  {
    part: "scenes",
    icon: "together",
    title: () => m.guide_scenes(),
    text: () => m.guide_scenes_text(),
    load: async () => (await import("./scenes.svelte")).default,
  },
  {
    part: "bids",
    icon: "good",
    title: () => m.guide_bids(),
    text: () => m.guide_bids_text(),
    load: async () => (await import("./bids.svelte")).default,
  },
  {
    part: "words",
    icon: "talk",
    title: () => m.guide_words(),
    text: () => m.guide_words_text(),
    load: async () => (await import("./words.svelte")).default,
  },
  {
    part: "other-ways",
    icon: "reset",
    title: () => m.guide_other_ways(),
    text: () => m.guide_other_ways_text(),
    load: async () => (await import("./other-ways.svelte")).default,
  },
  {
    part: "phone",
    icon: "phone",
    title: () => m.guide_phone(),
    text: () => m.guide_phone_text(),
    load: async () => (await import("./phone-settings.svelte")).default,
  },
  {
    part: "growth",
    icon: "us",
    title: () => m.guide_growth(),
    text: () => m.guide_growth_text(),
    load: async () => (await import("./growth.svelte")).default,
  },
  {
    part: "what-counts",
    icon: "recording",
    title: () => m.guide_what_counts(),
    text: () => m.guide_what_counts_text(),
    load: async () => (await import("./what-counts.svelte")).default,
  },
  {
    part: "evidence",
    icon: "file",
    title: () => m.guide_evidence(),
    text: () => m.guide_evidence_text(),
    load: async () => (await import("./evidence.svelte")).default,
  },
  {
    part: "help",
    icon: "help",
    title: () => m.guide_help(),
    text: () => m.guide_help_text(),
    load: async () => (await import("./safe-help.svelte")).default,
  },
];
