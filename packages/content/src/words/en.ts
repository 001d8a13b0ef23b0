/** Words for the domain's keys, in English. */
import type { DomainWords } from "./words.ts";

const low = "not at all";
const high = "very much";

export const words: DomainWords = {
  loggedMoments: {
    "picked-up-in-mid-talk": "I picked it up while we were talking",
    "quick-reply": "I sent a quick reply",
    "email-while-listening": "I read e-mail while listening",
    "phone-at-the-door": "I was on the phone at the door",
    "scrolled-beside-you": "I scrolled beside you",
    "half-an-answer": "I gave half an answer",
    "missed-a-bid": "I let a bid go by",
    "looked-up-and-drifted": "I looked something up and drifted",
  },
  goodMoments: {
    "bid-answered": "A bid was answered",
    "eye-contact": "We looked at each other",
    "six-second-kiss": "A kiss that had time",
    "ten-minutes-without-phones": "Ten minutes without phones",
  },
  bidOutcomes: { answered: "I answered it", missed: "I let it go by" },
  corrections: {
    "used-together": "We used it together",
    "said-why-first": "I said why first",
    needed: "It was needed",
    lull: "There was a lull",
    "not-me": "It wasn’t me",
    wrong: "This is wrong",
    "from-outside": "Something outside set it off",
    "were-talking": "We were talking",
    drifted: "I drifted",
  },
  statesBefore: {
    overwhelmed: "Everything was too much",
    bored: "I was bored",
    "wanting-out-of-this-talk": "I wanted out of this talk",
    triggered: "Something had hit a sore spot",
    rejected: "I felt turned away",
    habit: "My hand was faster than I was",
    notification: "It lit up or buzzed",
    "worry-about-missing-out": "I was afraid of missing something",
  },
  statesAfter: {
    relief: "Relief",
    stress: "More stress",
    comfort: "Comfort",
    reward: "A small reward",
    nothing: "Nothing much",
  },
  feelings: {
    rejected: "turned away",
    unimportant: "unimportant",
    lonely: "lonely",
    "left-out": "left out",
    sad: "sad",
    angry: "angry",
  },
  planOutcomes: {
    helped: "It helped",
    "helped-a-little": "It helped a little",
    "did-not-help": "It didn’t help",
    "did-not-come-up": "It didn’t come up",
  },
  rests: { pause: "A pause", holiday: "Holiday", illness: "Not well" },
  checkIn: {
    feltImportant: { question: "This week I felt that I matter to you.", low, high },
    feltClose: { question: "I felt close to you.", low, high },
    safeToBeVulnerable: { question: "I could show how I really was.", low, high },
    feltRespected: { question: "I felt respected.", low, high },
    hadFunTogether: { question: "We had fun together.", low, high },
    ownStress: { question: "My own week weighed on me.", low, high },
  },
};
