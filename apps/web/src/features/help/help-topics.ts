/** The short ways of help: each a question that somebody has in a bad moment, and what to do, step by step. */
import { m } from "../../paraglide/messages.js";
import type { IconName } from "../../ui/icons.ts";

export interface HelpTopic {
  /** The word at the end of its address. */
  readonly part: string;
  readonly icon: IconName;
  readonly title: () => string;
  readonly steps: readonly (() => string)[];
}

export const helpTopics: readonly HelpTopic[] = [
  {
    part: "partner-without",
    icon: "together",
    title: () => m.help_partner(),
    steps: [() => m.help_partner_1(), () => m.help_partner_2(), () => m.help_partner_3()],
  },
  {
    part: "offline",
    icon: "unknown",
    title: () => m.help_offline(),
    steps: [() => m.help_offline_1(), () => m.help_offline_2()],
  },
];
