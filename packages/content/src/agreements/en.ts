/** Agreements in English. */
import type { AgreementTexts } from "./agreements.ts";

export const agreements: AgreementTexts = {
  sentence: "I will {text}",
  starters: {
    "shelf-when-coming-in": "put my phone on the shelf when I come in",
    "hall-during-supper": "leave my phone in the hall during supper",
    "say-why-first": "say why before I pick it up",
    "look-up-first": "look up when somebody speaks to me",
    "ten-minutes-in-the-evening": "keep ten minutes in the evening free of screens",
    "later-with-a-time": "give each “later” a time and be there",
    "kitchen-at-night": "let my phone sleep in the kitchen",
    "back-after-a-break": "come back at the time I said when I need a break",
  },
  noSubjectsTitle: "What does not belong in an agreement",
  noSubjects: {
    passwords: "Passwords and codes",
    places: "Where somebody is or was",
    "looking-into-a-phone": "Looking into a phone",
    messages: "Who writes to whom",
    "what-the-other-does": "What the other person does or does not do",
  },
  ends: "It ends by itself on its last day unless its author renews it. It can be ended earlier at any time, without a reason and without a consequence.",
};
