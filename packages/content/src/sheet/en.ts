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
      say: "“I felt alone with that story. May I tell it again later?”",
      why: "A feeling cannot be disputed, and a time can be found.",
    },
    "more-important": {
      insteadOf: "“Your phone is more important to you than I am.”",
      say: "“It is important to me to know that I matter to you.”",
      why: "Love cannot be proved. It can be asked for.",
    },
    "so-rude": {
      insteadOf: "“You are so rude.”",
      say: "“I felt unimportant when the phone came up.”",
      why: "A word about a person closes the talk. A word about a moment opens it.",
    },
    "who-are-you-writing": {
      insteadOf: "“Who are you writing to this time?”",
      say: "“A word first would help me to wait.”",
      why: "Checking breeds hiding. A word that is offered builds trust.",
    },
    "like-your-mother": {
      insteadOf: "“You are just like your mother.”",
      say: "“I would like to talk about tonight, only about tonight.”",
      why: "One evening is small enough to be mended.",
    },
    "whatever-then": {
      insteadOf: "“Whatever. You do what you want anyway.”",
      say: "“I am closing up. I need a break and I am back at nine.”",
      why: "A break with a time is not a slammed door.",
    },
    "you-too": {
      insteadOf: "“You do it too!”",
      say: "“Right, that was me. I am putting it away.”",
      why: "Whoever begins with their own part has already begun to mend.",
    },
  },
};
