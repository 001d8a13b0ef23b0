/** Do and don't in English. */
import type { SheetTexts } from "./sheet.ts";

export const sheet: SheetTexts = {
  title: "From “you always” to “I feel”",
  insteadOf: "What slips out",
  say: "What reaches further",
  pairs: {
    "always-on-it": {
      insteadOf: "“You are always on that thing.”",
      say: "“I miss you this evening. Ten minutes, just us?”",
      why: "“Always” invites a counterexample. A wish invites a yes.",
    },
    "never-listen": {
      insteadOf: "“You never listen.”",
      say: "“I felt alone with that story. Can I tell you again later?”",
      why: "Nobody can argue with a feeling, and you can always find a time.",
    },
    "more-important": {
      insteadOf: "“Your phone is more important to you than I am.”",
      say: "“It’s important to me to know that I matter to you.”",
      why: "You can’t prove love. You can ask for it.",
    },
    "so-rude": {
      insteadOf: "“You are so rude.”",
      say: "“I felt unimportant when the phone came up.”",
      why: "A word about a person closes the talk. A word about a moment opens it.",
    },
    "who-are-you-writing": {
      insteadOf: "“Who are you writing to this time?”",
      say: "“A word first would help me wait.”",
      why: "A question like that can feel like a check. A word offered freely is easier to trust.",
    },
    "like-your-mother": {
      insteadOf: "“You are just like your mother.”",
      say: "“I’d like to talk about tonight, and only about tonight.”",
      why: "One evening is small enough to mend.",
    },
    "whatever-then": {
      insteadOf: "“Whatever. You do what you want anyway.”",
      say: "“I’m closing up. I need a break, and I’ll be back at nine.”",
      why: "A break with a time isn’t a slammed door.",
    },
    "you-too": {
      insteadOf: "“You do it too!”",
      say: "“You’re right, that was me. I’m putting it away.”",
      why: "If you begin with your own part, the mending has begun.",
    },
  },
};
