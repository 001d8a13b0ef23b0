/** The help page in English. */
import type { HelpTexts } from "./help.ts";

export const help: HelpTexts = {
  title: "When talking is not safe",
  lead: "An app for couples is the wrong tool if one of you is afraid of the other. You don’t have to decide anything today. Talking to somebody who knows about it is a beginning, and you can do it without giving your name.",
  signsTitle: "Things that are worth telling somebody",
  signs: {
    "afraid-of-reaction": "I think beforehand about how a wrong word might be taken, and I’m afraid of it.",
    watched: "My messages, my calls or where I go are checked.",
    "cut-off": "I see the people I like less and less, because there’s trouble each time.",
    "decides-alone": "Money, keys or papers aren’t in my own hands.",
    "walking-on-eggshells": "I make myself small so that the evening stays calm.",
  },
  waysTitle: "Ways to find help near by",
  ways: {
    emergency:
      "In danger: the emergency number of the country. In every country of the European Union it is 112, free of charge from any phone.",
    doctor: "You can ask in confidence at a doctor’s, a pharmacy or a clinic, and it’s an ordinary place to go.",
    library: "Libraries, town halls and advice centres have the local numbers on paper.",
    friend: "One person you trust. “Can I tell you something that stays between us?” is enough to begin with.",
    "other-device": "A device that nobody else looks into: at work, at a friend’s, in the library.",
  },
  trace:
    "What was opened may be seen in the list of visited pages and in the list of calls. On a phone that somebody else looks into, another device is the safer way.",
  linesTitle: "Help lines",
  noLines: "For this country we found no number that we could check. The ways above work everywhere.",
  lineFor: { everybody: "for everybody", women: "for women" },
  roundTheClock: "day and night",
  free: "free of charge",
  checked: "Named on a page of {dated}; read on {checked}. Nobody called it for us.",
};
