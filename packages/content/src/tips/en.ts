/** Ten tips in English. */
import type { TipTexts } from "./tips.ts";

export const tips: TipTexts = {
  title: "Ten small things",
  tips: {
    "a-place-outside": {
      title: "Give it a bed of its own",
      text: "A shelf or a basket, a few steps from where you talk.",
    },
    "hello-first": { title: "Hello before anything", text: "Empty hands at the door, for as long as one breath." },
    "say-why": { title: "Say why first", text: "“Two minutes, the babysitter.” Then put it back." },
    "one-screen-two-heads": { title: "One screen, two heads", text: "If it’s for you both, look at it together." },
    "answer-small": { title: "Answer the small things", text: "“Yeah?” and a look is a whole answer." },
    "a-later-with-a-time": { title: "A later with a time", text: "Say “at eight”, and be there at eight." },
    "own-first": { title: "Mine first", text: "Notice my own moments. The other’s are theirs." },
    "softer-word": { title: "Look for the softer word", text: "Under “rude” there’s often “lonely”. Say that one." },
    "good-on-a-tuesday": {
      title: "Something good on a Tuesday",
      text: "Twenty minutes, at no cost, not saved for Friday.",
    },
    "notice-the-good": { title: "Notice the good", text: "Once a day, something that went well. Say it aloud." },
  },
};
