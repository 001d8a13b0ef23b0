/** Self-inquiry in English. */
import type { InquiryTexts } from "./inquiry.ts";

export const inquiry: InquiryTexts = {
  questions: {
    doing: { question: "What was going on just then?", hint: "A few words are enough." },
    before: { question: "What was there just before?", hint: "Pick what fits, or nothing." },
    after: { question: "And just after?", hint: "All of these are normal." },
    gaveMe: { question: "What did it give me?", hint: "There’s nearly always something." },
    elseCouldGive: {
      question: "What else could give me the same?",
      hint: "The smaller it is, the likelier I’ll do it.",
    },
  },
  doing: {
    telling: "I was telling something",
    listening: "I was listening",
    eating: "We were eating",
    arriving: "One of us had just come home",
    resting: "We were resting",
    arguing: "We didn’t agree",
    waiting: "I was waiting",
  },
  gave: {
    "a-break": "A break",
    distraction: "Something else to think about",
    "an-answer": "An answer I wanted",
    company: "Somebody who writes back",
    "a-laugh": "A laugh",
    "done-something": "One thing off the list",
  },
  elsewhere: {
    "three-breaths": "Three slow breaths",
    "say-it": "Say it: “It’s all a bit much, give me a moment”",
    "a-drink": "Get a glass of water",
    "step-out": "Stand at the window for a minute",
    "ask-for-five": "Ask for five minutes and come back",
    "note-on-paper": "Write it on paper for later",
  },
  plan: "When {when}, then I {then}.",
  when: "I reach for the phone because {because}",
  because: {
    overwhelmed: "everything is too much",
    bored: "I’m bored",
    "wanting-out-of-this-talk": "I want out of a talk",
    triggered: "something hit a sore spot",
    rejected: "I feel turned away",
    habit: "my hand is faster than I am",
    notification: "it lights up",
    "worry-about-missing-out": "I’m afraid of missing something",
  },
  act: {
    "three-breaths": "take three slow breaths",
    "say-it": "say that I need a moment",
    "a-drink": "get a glass of water",
    "step-out": "stand at the window for a minute",
    "ask-for-five": "ask for five minutes and come back",
    "note-on-paper": "write it on paper for later",
  },
  closing: "That was a minute well spent. It stays with you: nobody else can see it or ask for it here.",
};
