/** The short ways of help: each a question that somebody has in a bad moment, and what to do, step by step. */
import { m } from "../../paraglide/messages.js";
import type { KnownRouteType } from "../../shell/routes.ts";
import type { IconName } from "../../ui/icons.ts";

export interface HelpTopic {
  /** The word at the end of its address. */
  readonly part: string;
  readonly icon: IconName;
  readonly title: () => string;
  readonly steps: readonly (() => string)[];
  /** Where the first of the steps is done. */
  readonly way?: { readonly to: KnownRouteType; readonly title: () => string };
}

export const helpTopics: readonly HelpTopic[] = [
  {
    part: "new-phone",
    icon: "devices",
    title: () => m.help_new(),
    steps: [() => m.help_new_1(), () => m.help_new_2(), () => m.help_new_3(), () => m.help_new_4()],
    way: { to: "devices", title: () => m.devices_page() },
  },
  {
    part: "lost-phone",
    icon: "phone",
    title: () => m.help_lost(),
    steps: [() => m.help_lost_1(), () => m.help_lost_2(), () => m.help_lost_none(), () => m.help_lost_3()],
    way: { to: "devices", title: () => m.devices_page() },
  },
  {
    part: "locked",
    icon: "lock",
    title: () => m.help_locked(),
    steps: [
      () => m.help_locked_1(),
      () => m.help_locked_2(),
      () => m.help_locked_3(),
      () => m.help_locked_4(),
      () => m.help_locked_5(),
    ],
  },
  {
    part: "relay-moved",
    icon: "sign",
    title: () => m.help_moved(),
    steps: [
      () => m.help_moved_1(),
      () => m.help_moved_code(),
      () => m.help_moved_2(),
      () => m.help_moved_3(),
      () => m.help_moved_4(),
    ],
    way: { to: "backup", title: () => m.backup_page() },
  },
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
