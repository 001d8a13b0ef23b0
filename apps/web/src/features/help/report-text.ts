/**
 * A text file about what is wrong, for whoever helps: what the app and the browser are, and nothing of what is kept.
 *
 * **Privacy:** an allow-list of plain facts about the program. No record, no name, no key, no address, no time of use; it is shown
 * before it is saved, and it is sent nowhere.
 */
export interface ReportFacts {
  readonly version: string;
  readonly language: string;
  readonly browser: string;
  readonly screen: { readonly width: number; readonly height: number };
  readonly offline: string;
  readonly installed: boolean;
  readonly durability: string;
  /** "new", "open", "locked", or the name of a trouble. */
  readonly home: string;
  readonly senses: { readonly motion: boolean; readonly microphone: boolean; readonly wakeLock: boolean };
}

const yesNo = (fact: boolean): string => (fact ? "yes" : "no");

/** In English whatever the language, since it is read by those who help. */
export const reportText = (facts: ReportFacts): string =>
  [
    `Undivided ${facts.version}`,
    `browser: ${facts.browser}`,
    `language: ${facts.language}`,
    `screen: ${facts.screen.width} x ${facts.screen.height}`,
    `kept for use without a network: ${facts.offline}`,
    `on the home screen: ${yesNo(facts.installed)}`,
    `storage: ${facts.durability}`,
    `state: ${facts.home}`,
    `motion sensor known to the browser: ${yesNo(facts.senses.motion)}`,
    `microphone known to the browser: ${yesNo(facts.senses.microphone)}`,
    `screen can be kept on: ${yesNo(facts.senses.wakeLock)}`,
    "",
  ].join("\n");
