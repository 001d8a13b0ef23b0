/**
 * The language of the interface: from the browser, or chosen and kept on this device.
 *
 * Every message reads `current` through Paraglide's `getLocale`, so a change redraws the words in place, without a reload.
 */
import { locales, overwriteGetLocale } from "../paraglide/runtime.js";
import { pickLanguage, pickRegion } from "./pick-language.ts";
import { overwriteGetRegion } from "./region.ts";
import type { SmallStore } from "./small-store.ts";

export type Language = (typeof locales)[number];

export interface LanguageState {
  readonly current: Language;
  /** `null`: as the browser says. */
  readonly choice: Language | null;
  /** The language with its region, for `Intl`. */
  readonly region: string;
  readonly choose: (language: Language | null) => void;
}

const key = "language";

export const createLanguage = (store: SmallStore, wanted: () => readonly string[]): LanguageState => {
  const stored = store.read(key);
  let choice = $state<Language | null>(locales.find((language) => language === stored) ?? null);
  const current = $derived(pickLanguage(locales, choice, wanted()));
  const region = $derived(pickRegion(current, wanted()));
  overwriteGetLocale(() => current);
  overwriteGetRegion(() => region);
  return {
    get current() {
      return current;
    },
    get region() {
      return region;
    },
    get choice() {
      return choice;
    },
    choose: (language) => {
      choice = language;
      store.write(key, language);
    },
  };
};
