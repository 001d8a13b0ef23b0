/** Feelings and I-statements in English. */
import type { FeelingTexts } from "./feelings.ts";

export const feelings: FeelingTexts = {
  firstWords: {
    rude: "“So rude”",
    "something-is-off": "“Something is off”",
    whatever: "“Whatever”",
    "never-mind": "“Never mind”",
    ignored: "“I might as well talk to the wall”",
    annoyed: "“That gets on my nerves”",
  },
  feelings: {
    rejected: { feelsLike: "As if a door had closed just as I came to it.", iFelt: "I felt turned away" },
    unimportant: { feelsLike: "As if anything else came before me.", iFelt: "I felt unimportant" },
    lonely: { feelsLike: "There were two of us in the room, and I was by myself.", iFelt: "I felt lonely" },
    "left-out": { feelsLike: "Something was going on, and I wasn’t part of it.", iFelt: "I felt left out" },
    sad: { feelsLike: "Heavy and quiet, close to tears.", iFelt: "I felt sad" },
    angry: { feelsLike: "Hot and quick, with something softer under it.", iFelt: "I felt angry" },
  },
  occurrences: {
    "mid-sentence": "when a phone came up in the middle of my sentence",
    arriving: "when I came in and nobody looked up",
    "at-the-table": "when a phone was on during our meal",
    "side-by-side": "when we sat side by side and each had a screen",
    "something-important": "when I was telling something that matters to me and it got lost",
    "in-bed": "when a screen was the last light of the evening",
  },
  needs: {
    "to-matter": "It’s important to me to know that I matter to you.",
    "to-be-heard": "It’s important to me to be heard to the end.",
    closeness: "It’s important to me to feel close to you.",
    "to-be-two": "I love it when it’s just the two of us for a while.",
    "rest-together": "I long for a quiet time that we share.",
    "a-word-first": "It’s easier for me to wait if there’s a word first.",
  },
  wishes: {
    "ten-minutes": "Could we have ten minutes without phones tonight?",
    "phones-away-at-meals": "Would you like to try phones in the basket at supper?",
    "say-why-first": "Would you like to try saying why, before one of us picks up?",
    "look-when-arriving": "I’d love a look and a hello when one of us comes home.",
    "tell-me-when": "If it isn’t a good moment, tell me when it would be.",
    "just-hear-me": "I don’t need an answer, it’s enough if you hear it.",
  },
  statement: "{felt} {when}. {need} {wish}",
};
