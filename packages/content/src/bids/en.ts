/** Bids in English. */
import type { BidTexts } from "./bids.ts";

export const bids: BidTexts = {
  meaning:
    "A bid is a small reach for the other’s attention: a word, a look, a touch. It usually looks like nothing much, and it asks: are you there?",
  looks: {
    "a-remark": "A remark into the room: “It’s getting light earlier.”",
    "a-question": "A question you both know the answer to: “How do you make the sauce again?”",
    "a-touch": "A hand on the back in passing.",
    "a-look": "A look that waits half a second longer than it needs to.",
    "a-sigh": "A sigh that is a little too loud.",
    "a-joke": "A joke, even a weak one.",
    "something-shown": "Something held up: a picture, a leaf, a hole in a sock.",
    "an-offer": "An offer: tea, the last piece, the warm side of the bed.",
    "standing-near": "Standing in the doorway with no errand.",
    "a-complaint": "A complaint with a wish inside: “We never go out.”",
  },
  answers: {
    "yes-with-eyes": "“Yeah?” with eyes.",
    "put-it-down": "Put down what’s in your hand, even for ten seconds.",
    "one-question": "One question that only somebody who was listening could ask.",
    "touch-back": "A touch back.",
    "say-when": "“Not now, at eight”, and being there at eight.",
    thank: "“Thanks for showing me.”",
    "say-no-warmly": "A no with warmth: “I’m too tired to go, and I like that you asked.”",
    "come-back-later": "“Earlier you said something about the light. I was elsewhere. Tell me?”",
  },
  noticing:
    "What goes into the log is what was offered to me, and whether I answered. Nobody owes an answer to everything: it’s fine to be tired, busy or quiet. The log is for noticing, not for being perfect.",
};
