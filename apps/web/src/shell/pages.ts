/**
 * The pages of the app: for each address its title, the place that is marked in the bar, and its component, which is loaded
 * when it is first asked for.
 *
 * A page that needs "home-or-new" is shown to who has not begun too, since it is a way to begin.
 * A page that `needs` what its owner keeps is shown only while it is open: who has not begun sees the first minute in its place,
 * and who locked it the lock. So such a page may call `getOpenHome`.
 */
import type { Component } from "svelte";
import { m } from "../paraglide/messages.js";
import type { KnownRouteType, Place } from "./routes.ts";

export interface Page {
  readonly title: () => string;
  readonly place: Place | null;
  readonly needs?: "home" | "home-or-new";
  /** It has a row of its own on top, with the way back; on a phone that takes the place of the app's name. */
  readonly ownTop?: true;
  readonly load: () => Promise<Component>;
}

export const pages: Readonly<Record<KnownRouteType, Page>> = {
  today: {
    title: () => m.nav_today(),
    place: "today",
    needs: "home",
    load: async () => (await import("../features/today/today.svelte")).default,
  },
  together: {
    title: () => m.nav_together(),
    place: "together",
    needs: "home",
    load: async () => (await import("../features/together/together.svelte")).default,
  },
  us: {
    title: () => m.nav_us(),
    place: "us",
    needs: "home",
    load: async () => (await import("../features/us/us.svelte")).default,
  },
  "check-in": {
    title: () => m.check_in_page(),
    place: "us",
    needs: "home",
    ownTop: true,
    load: async () => (await import("../features/us/check-in/check-in.svelte")).default,
  },
  report: {
    title: () => m.report_page(),
    place: "us",
    needs: "home",
    ownTop: true,
    load: async () => (await import("../features/us/report/report.svelte")).default,
  },
  both: {
    title: () => m.both_page(),
    place: "us",
    needs: "home",
    ownTop: true,
    load: async () => (await import("../features/us/both/both.svelte")).default,
  },
  phone: {
    title: () => m.phone_page(),
    place: "us",
    needs: "home",
    ownTop: true,
    load: async () => (await import("../features/us/phone/phone.svelte")).default,
  },
  spiral: {
    title: () => m.spiral_page(),
    place: "us",
    needs: "home",
    ownTop: true,
    load: async () => (await import("../features/us/spiral/spiral.svelte")).default,
  },
  log: {
    title: () => m.log_title(),
    place: "today",
    needs: "home",
    ownTop: true,
    load: async () => (await import("../features/log/log-moment.svelte")).default,
  },
  good: {
    title: () => m.good_title(),
    place: "today",
    needs: "home",
    ownTop: true,
    load: async () => (await import("../features/log/log-good.svelte")).default,
  },
  felt: {
    title: () => m.felt_title(),
    place: "today",
    needs: "home",
    ownTop: true,
    load: async () => (await import("../features/log/felt-second/felt-second.svelte")).default,
  },
  inquiry: {
    title: () => m.inquiry_title(),
    place: "today",
    needs: "home",
    ownTop: true,
    load: async () => (await import("../features/log/inquiry/inquiry.svelte")).default,
  },
  records: {
    title: () => m.records_title(),
    place: "today",
    needs: "home",
    ownTop: true,
    load: async () => (await import("../features/log/records/records.svelte")).default,
  },
  around: {
    title: () => m.around_title(),
    place: null,
    ownTop: true,
    load: async () => (await import("../features/log/look-around/look-around.svelte")).default,
  },
  reset: {
    title: () => m.nav_reset(),
    place: "reset",
    needs: "home",
    load: async () => (await import("../features/reset/reset.svelte")).default,
  },
  guide: {
    title: () => m.nav_guide(),
    place: "guide",
    load: async () => (await import("../features/guide/guide.svelte")).default,
  },
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
  recover: {
    title: () => m.recover_page(),
    place: null,
    ownTop: true,
    load: async () => (await import("../features/first-minute/recover.svelte")).default,
  },
  install: {
    title: () => m.install_page(),
    place: null,
    ownTop: true,
    load: async () => (await import("../features/install/install.svelte")).default,
  },
  pair: {
    title: () => m.pair_title(),
    place: "together",
    needs: "home-or-new",
    ownTop: true,
    load: async () => (await import("../features/pair/pair.svelte")).default,
  },
  settings: {
    title: () => m.settings_title(),
    place: null,
    load: async () => (await import("../features/settings/settings.svelte")).default,
  },
  access: {
    title: () => m.access_page(),
    place: null,
    needs: "home",
    ownTop: true,
    load: async () => (await import("../features/settings/access.svelte")).default,
  },
  lock: {
    title: () => m.lock_page(),
    place: null,
    needs: "home",
    ownTop: true,
    load: async () => (await import("../features/lock/lock-settings.svelte")).default,
  },
  devices: {
    title: () => m.devices_page(),
    place: null,
    needs: "home",
    ownTop: true,
    load: async () => (await import("../features/settings/devices.svelte")).default,
  },
  recovery: {
    title: () => m.recovery_page(),
    place: null,
    needs: "home",
    ownTop: true,
    load: async () => (await import("../features/settings/recovery.svelte")).default,
  },
  backup: {
    title: () => m.backup_page(),
    place: null,
    needs: "home",
    ownTop: true,
    load: async () => (await import("../features/settings/backup.svelte")).default,
  },
  leave: {
    title: () => m.leave_page(),
    place: null,
    needs: "home",
    ownTop: true,
    load: async () => (await import("../features/settings/leave.svelte")).default,
  },
  language: {
    title: () => m.settings_language(),
    place: null,
    ownTop: true,
    load: async () => (await import("../features/settings/language.svelte")).default,
  },
  about: {
    title: () => m.settings_about(),
    place: null,
    ownTop: true,
    load: async () => (await import("../features/settings/about.svelte")).default,
  },
  help: {
    title: () => m.help_title(),
    place: null,
    ownTop: true,
    load: async () => (await import("../features/help/help.svelte")).default,
  },
};
