/** The pages of this place, by the word at the end of their address, in the order of the list. */
import type { Component } from "svelte";
import { m } from "../../paraglide/messages.js";
import type { IconName } from "../../ui/icons.ts";

export interface ResetPart {
  readonly part: string;
  readonly icon: IconName;
  readonly title: () => string;
  readonly text: () => string;
  readonly load: () => Promise<Component>;
}

export const resetParts: readonly ResetPart[] = [
  {
    part: "talk",
    icon: "talk",
    title: () => m.reset_talk(),
    text: () => m.reset_talk_text(),
    load: async () => (await import("./talk.svelte")).default,
  },
  {
    part: "writing",
    icon: "guide",
    title: () => m.reset_writing(),
    text: () => m.reset_writing_text(),
    load: async () => (await import("./writing.svelte")).default,
  },
  {
    part: "rituals",
    icon: "together",
    title: () => m.reset_rituals(),
    text: () => m.reset_rituals_text(),
    load: async () => (await import("./rituals.svelte")).default,
  },
  {
    part: "reminders",
    icon: "bell",
    title: () => m.reminders_page(),
    text: () => m.reminders_page_text(),
    load: async () => (await import("./push.svelte")).default,
  },
  {
    part: "agreements",
    icon: "check",
    title: () => m.reset_agreements(),
    text: () => m.reset_agreements_text(),
    load: async () => (await import("./agreements.svelte")).default,
  },
  {
    part: "plans",
    icon: "forward",
    title: () => m.reset_plans(),
    text: () => m.reset_plans_text(),
    load: async () => (await import("./plans.svelte")).default,
  },
  {
    part: "four-weeks",
    icon: "today",
    title: () => m.reset_four_weeks(),
    text: () => m.reset_four_weeks_text(),
    load: async () => (await import("./four-weeks/four-weeks.svelte")).default,
  },
  {
    part: "basket-card",
    icon: "file",
    title: () => m.reset_basket(),
    text: () => m.reset_basket_text(),
    load: async () => (await import("./basket-card.svelte")).default,
  },
];
