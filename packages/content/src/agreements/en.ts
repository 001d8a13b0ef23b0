/** Agreements in English. */
import type { AgreementTexts } from "./agreements.ts";

export const agreements: AgreementTexts = {
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
  noSubjectsTitle: "What doesn’t belong in an agreement",
  noSubjects: {
    passwords: "Passwords and codes",
    places: "Where somebody is or was",
    "looking-into-a-phone": "Looking into a phone",
    messages: "Who writes to whom, or meets whom",
    "what-the-other-does": "What the other person does or does not do",
  },
  noSubjectHere: "This is no subject here",
  noSubjectReason:
    "Passwords, places, messages, friends and the inside of a phone stay with whoever they belong to, and a promise with a condition is about somebody else. What would I do myself, whatever happens?",
  ends: "It ends by itself on its last day unless its author renews it. It can be ended earlier at any time, without a reason and without a consequence. Nobody owes a sentence or a signature.",
};
