/**
 * What a person can do today: the ways into the app that really work, in the order in which they are offered.
 *
 * A place that holds nothing yet offers these instead of an empty promise. A new feature adds its line here only when
 * it works.
 */
import { m } from "../paraglide/messages.js";
import type { IconName } from "../ui/icons.ts";
import type { KnownRouteType } from "./routes.ts";

export interface Way {
  readonly to: KnownRouteType;
  readonly icon: IconName;
  readonly title: () => string;
  readonly text: () => string;
}

export const ways: readonly [Way, ...Way[]] = [
  { to: "try", icon: "together", title: () => m.way_try_title(), text: () => m.way_try_text() },
  { to: "recording", icon: "recording", title: () => m.way_recording_title(), text: () => m.way_recording_text() },
  { to: "trace", icon: "trace", title: () => m.way_trace_title(), text: () => m.way_trace_text() },
];
