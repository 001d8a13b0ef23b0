/** Why a file was not read, and what a source cannot see, in words. */
import type { Unseen } from "@undivided/history";
import { m } from "../../../paraglide/messages.js";
import type { PhoneReply } from "./phone-messages.ts";

type Refusal = Extract<PhoneReply, { readonly type: "refused" }>["error"];

export const refusalWords = (error: Refusal): string => {
  switch (error.type) {
    case "daily-totals-only":
      return m.phone_refused_totals();
    case "app-starts-only":
      return m.phone_refused_starts();
    case "unknown-format":
      return m.phone_refused_unknown({ file: error.file });
    case "empty-file":
    case "no-events":
      return m.phone_refused_empty({ file: error.file });
    case "damaged-archive":
    case "archive-in-archive":
    case "archive-too-large":
    case "archive-of-too-many-files":
    case "too-deep":
      return m.phone_refused_archive({ file: error.file });
    case "no-files":
    case "unreadable":
    case "too-many-apps":
    case "zone-needed":
    case "which-device":
    case "laptop-only":
    case "no-such-device":
    case "broken":
      return m.phone_refused_other();
  }
};

export const unseenWords = (unseen: Unseen): string => {
  switch (unseen) {
    case "lock-screen-looks":
      return m.phone_unseen_lock();
    case "unlocking":
      return m.phone_unseen_unlocking();
    case "apps":
      return m.phone_unseen_apps();
    case "screen":
      return m.phone_unseen_screen();
  }
};

export interface SourceSteps {
  readonly id: string;
  readonly title: string;
  readonly steps: readonly string[];
}

/** How to get the file, source by source; on an iPhone automations are the only way. */
export const sourceSteps = (): readonly SourceSteps[] => [
  {
    id: "activitywatch",
    title: m.phone_source_aw(),
    steps: [m.phone_source_aw_1(), m.phone_source_aw_2(), m.phone_source_aw_3()],
  },
  {
    id: "shortcuts",
    title: m.phone_source_ios(),
    steps: [m.phone_source_ios_1(), m.phone_source_ios_2(), m.phone_source_ios_3()],
  },
  {
    id: "tasker",
    title: m.phone_source_tasker(),
    steps: [m.phone_source_tasker_1(), m.phone_source_tasker_2(), m.phone_source_tasker_3()],
  },
  {
    id: "home-assistant",
    title: m.phone_source_ha(),
    steps: [m.phone_source_ha_1(), m.phone_source_ha_2(), m.phone_source_ha_3()],
  },
  {
    id: "aware",
    title: m.phone_source_aware(),
    steps: [m.phone_source_aware_1(), m.phone_source_aware_2()],
  },
  {
    id: "dumpsys",
    title: m.phone_source_adb(),
    steps: [m.phone_source_adb_1(), m.phone_source_adb_2(), m.phone_source_adb_3()],
  },
];
