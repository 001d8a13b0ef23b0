/** Why a file was not read, where a history comes from, what its source cannot see, and kinds of app, in words. */
import type { AppKind } from "@undivided/domain";
import type { HistorySource, Oddities, Unseen } from "@undivided/history";
import { m } from "../../../paraglide/messages.js";
import { listWords, plainNumber } from "../us-words.ts";
import type { Refusal } from "./phone-messages.ts";

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
    case "too-many-apps":
      return m.phone_refused_apps();
    case "unreadable":
      return m.phone_refused_gone({ file: error.file });
    case "which-device":
    case "laptop-only":
    case "no-such-device":
      return m.phone_refused_devices();
    case "not-a-calendar":
      return m.phone_calendar_not({ file: error.file });
    case "calendar-too-large":
      return m.phone_calendar_large({ file: error.file });
    case "too-many-times":
      return m.phone_calendar_many({ n: plainNumber(error.limit) });
    case "no-files":
    case "zone-needed":
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

const sourceNames: Readonly<Record<HistorySource, () => string>> = {
  "aware-screen": () => m.phone_from_aware_screen(),
  "aware-apps": () => m.phone_from_aware_apps(),
  activitywatch: () => m.phone_from_activitywatch(),
  "home-assistant-csv": () => m.phone_from_ha_csv(),
  "home-assistant-json": () => m.phone_from_ha_json(),
  "android-usagestats": () => m.phone_from_usagestats(),
  "undivided-lines": () => m.phone_from_lines(),
};
const isSource = (name: string): name is HistorySource => Object.hasOwn(sourceNames, name);

/** Of the name that a record keeps: one or several sources, joined by a plus. */
export const sourceWords = (kept: string): string =>
  listWords(kept.split("+").map((name) => (isSource(name) ? sourceNames[name]() : m.phone_from_unknown())));

export const kindWords = (kind: AppKind): string =>
  ({
    messages: m.phone_kind_messages,
    calls: m.phone_kind_calls,
    social: m.phone_kind_social,
    mail: m.phone_kind_mail,
    web: m.phone_kind_web,
    "video-music": m.phone_kind_video_music,
    games: m.phone_kind_games,
    reading: m.phone_kind_reading,
    tools: m.phone_kind_tools,
    other: m.phone_kind_other,
  })[kind]();

/** One sentence for each kind of oddity that there is. */
export const oddityWords = (oddities: Oddities, withoutEnd: number): readonly string[] => {
  const said = (count: number, words: (input: { readonly n: string }) => string): readonly string[] =>
    count === 0 ? [] : [words({ n: plainNumber(count) })];
  return [
    ...said(oddities.secondOn, m.phone_odd_second_on),
    ...said(oddities.offWithoutOn, m.phone_odd_off),
    ...said(oddities.unlockWithoutOn, m.phone_odd_unlock),
    ...(oddities.onAtEnd === 0 ? [] : [m.phone_odd_on_at_end()]),
    ...said(oddities.endLost, m.phone_odd_end_lost),
    ...said(oddities.repeated, m.phone_odd_repeated),
    ...said(withoutEnd, m.phone_odd_without_end),
  ];
};
