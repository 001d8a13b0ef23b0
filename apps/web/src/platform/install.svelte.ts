/**
 * Whether the app is on the home screen, and how it gets there on this browser.
 *
 * Chromium offers a prompt that a page may keep for a fitting moment; Safari on iPhone and iPad has only its share menu, other
 * browsers their own. A page cannot know whether the app is installed elsewhere on the device: `tab` means "this is a tab".
 */
import { isAppleTouch } from "./apple-touch.ts";

export type InstallWay =
  /** It runs from the home screen. */
  | "installed"
  /** One tap asks. */
  | "prompt"
  /** By the share menu of Safari on iPhone and iPad. */
  | "ios-share"
  /** By the menu of the browser, whatever it calls it. */
  | "browser-menu";

export interface Install {
  readonly way: InstallWay;
  /** To be called from a tap, when `way` is `prompt`. True if it was taken. */
  readonly ask: () => Promise<boolean>;
}

/** What is used of Chromium's `beforeinstallprompt`, which the DOM's types do not know. */
interface InstallPromptEvent {
  readonly prompt: () => Promise<{ readonly outcome: string }>;
}

const isInstallPrompt = (event: Event): event is Event & InstallPromptEvent =>
  "prompt" in event && typeof event.prompt === "function";

export const createInstall = (view: Window): Install => {
  let prompt = $state.raw<InstallPromptEvent | null>(null);
  let taken = $state(false);
  const standalone = view.matchMedia("(display-mode: standalone)");
  let isStandalone = $state(
    standalone.matches || ("standalone" in view.navigator && view.navigator.standalone === true),
  );

  standalone.addEventListener("change", ({ matches }) => (isStandalone = matches));
  view.addEventListener("beforeinstallprompt", (event) => {
    if (!isInstallPrompt(event)) return;
    event.preventDefault(); // no banner of the browser's own: it is asked for on a page that explains it
    prompt = event;
  });
  view.addEventListener("appinstalled", () => (taken = true));

  return {
    get way() {
      if (isStandalone || taken) return "installed";
      if (prompt !== null) return "prompt";
      return isAppleTouch(view.navigator) ? "ios-share" : "browser-menu";
    },
    ask: async () => {
      if (prompt === null) return false;
      const { outcome } = await prompt.prompt();
      prompt = null; // a browser shows it once
      return outcome === "accepted";
    },
  };
};
