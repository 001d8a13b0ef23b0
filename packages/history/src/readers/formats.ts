/** The kinds of history that are read, in the order in which a file is compared with them. A new source is one line here. */
import { activityWatch } from "./activitywatch.ts";
import { androidUsageStats } from "./android-usagestats.ts";
import { awareApps, awareScreen } from "./aware.ts";
import { homeAssistantCsv, homeAssistantJson } from "./home-assistant.ts";
import { lineLog } from "./line-log.ts";
import type { HistoryFormat } from "./reader.ts";

export const HISTORY_FORMATS: readonly HistoryFormat[] = [
  awareScreen,
  awareApps,
  homeAssistantCsv,
  homeAssistantJson,
  activityWatch,
  androidUsageStats,
  lineLog,
];
