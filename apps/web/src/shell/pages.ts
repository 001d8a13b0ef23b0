/**
 * The pages of the app: for each address its title, the place that is marked in the bar, and its component.
 *
 * Today comes with the shell; every other page is loaded when it is first asked for.
 */
import type { Component } from "svelte";
import Today from "../features/today/today.svelte";
import { m } from "../paraglide/messages.js";
import type { KnownRouteType, Place } from "./routes.ts";

export interface Page {
  readonly title: () => string;
  readonly place: Place | null;
  readonly load: () => Component | Promise<Component>;
}

const loadEmptyPlace = async (): Promise<typeof import("../features/places/empty-places.ts")> =>
  await import("../features/places/empty-places.ts");

export const pages: Readonly<Record<KnownRouteType, Page>> = {
  today: { title: () => m.nav_today(), place: "today", load: () => Today },
  together: {
    title: () => m.nav_together(),
    place: "together",
    load: async () => (await loadEmptyPlace()).Together,
  },
  us: { title: () => m.nav_us(), place: "us", load: async () => (await loadEmptyPlace()).Us },
  reset: { title: () => m.nav_reset(), place: "reset", load: async () => (await loadEmptyPlace()).Reset },
  guide: { title: () => m.nav_guide(), place: "guide", load: async () => (await loadEmptyPlace()).Guide },
  try: {
    title: () => m.try_title(),
    place: "together",
    load: async () => (await import("../features/try/try.svelte")).default,
  },
  recording: {
    title: () => m.recording_title(),
    place: "us",
    load: async () => (await import("../features/recording/recording.svelte")).default,
  },
  trace: {
    title: () => m.trace_title(),
    place: "us",
    load: async () => (await import("../features/trace/trace.svelte")).default,
  },
  settings: {
    title: () => m.settings_title(),
    place: null,
    load: async () => (await import("../features/settings/settings.svelte")).default,
  },
};
