/**
 * Where an exercise, a tip or a way back leads: a place in the app by its meaning, never an address.
 *
 * The app maps each to one of its pages; a target without a page does not compile there.
 */
export const TARGETS = [
  "start-together",
  "log-moment",
  "log-bid",
  "log-good-moment",
  "felt-second",
  "reflect",
  "rituals",
  "practise-bids",
  "prompts",
  "causes",
  "phone-settings",
  "if-then-plan",
  "guided-talk",
  "agreement",
  "check-in",
  "tips",
  "help",
] as const;
export type Target = (typeof TARGETS)[number];
