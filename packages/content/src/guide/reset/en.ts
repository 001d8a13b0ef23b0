/** Chapter 5, reset, in English. */
import { sourced } from "../../sourced.ts";
import type { ChapterText } from "../chapters.ts";

export const chapter: ChapterText<"reset"> = {
  title: "Reset",
  question: "How do we find back when it has piled up?",
  short: [
    "With one's own part. “I have noticed in myself …” opens a door that “you never …” closes.",
    "Then ask, and listen to the end. Say back what was heard before saying anything of one's own. Being understood is worth more than being right.",
    "Say sorry for something exact, ask what would make it a little better, and agree on one small thing with a date on it. Each writes their own sentence, and it begins with “I will”.",
    sourced(
      "Programmes over the web that walk couples through such steps have helped on average. Ours has not been studied, and a form for one person alone did not change the relationship.",
      "doss-2016",
      "le-2023",
      "nowlan-2017",
    ),
    "When talking is not safe, because one of the two fears how the other might react, leave this chapter closed and look at the page on help.",
  ],
  sections: {
    "own-it-first": {
      title: "My part first",
      passages: [
        "Prepare alone, each on their own phone or on paper: what I have noticed in myself, what I feel, what I wish for. Three sentences are enough.",
        "Begin with the smallest thing that is certainly true. “This week I looked at it three times while you were talking.” It needs no “but”.",
        "Figures are for oneself. Whoever shows some of their own shows them as a way in, and nobody asks for the other's.",
      ],
    },
    "listen-to-the-end": {
      title: "Listen to the end",
      passages: [
        "One speaks for three minutes, the other only listens. Then: “I heard that … Is that right?” and only when it is right, change over.",
        sourced(
          "In a seven-day diary, feeling understood and taken seriously went with less bad feeling on days when a phone came between.",
          "frackowiak-2023",
        ),
        "Listening is not agreeing. It is a loan of one's own attention for three minutes.",
      ],
    },
    "sorry-and-repair": {
      title: "Sorry, and repair",
      passages: [
        "A good sorry is exact and short: what I did, that I see what it did, what I try next time. No explanation in the same breath.",
        "Then a question: “Is there something that would make it a little better?” Perhaps it is a tea, perhaps a walk, perhaps nothing today.",
        "An apology may be taken in slowly. “Thank you, I am still sore” is an honest answer.",
      ],
    },
    "one-small-thing": {
      title: "One small thing",
      passages: [
        "One agreement, for two or four weeks, so small that it works on a bad day. Each writes their own: “I will put it on the shelf when I come in.”",
        "It ends by itself unless it is renewed. There is no penalty, and either may end it at any time without saying why.",
        "What does not belong in an agreement: passwords, places, looking into a phone. Trust does not grow out of checking.",
      ],
    },
    "when-it-heats-up": {
      title: "When it heats up",
      passages: [
        "Bodies are faster than words. A loud voice, a hot face, always the same three sentences: time for a break.",
        "A break has an end: “I need twenty minutes, at nine I am back.” Breathe, walk, water. Do not rehearse the speech.",
        "Whoever called it comes back at the time, even if only to say: not today, tomorrow after breakfast.",
        "Fear is something other than anger. Where one of the two is afraid, a talk for couples is not the right way; people who know about this are.",
      ],
    },
  },
  examples: {
    "i-have-noticed":
      "“I have noticed that I have the thing in my hand when I come in. I do not even see who is standing there. That is not how I want to come home.”",
    "say-back":
      "“I heard that Sunday was hard. That it felt as if I was not there. Is that right?” “Nearly. As if I was not there.”",
    "the-smallest-agreement":
      "“I will leave it in the hall during supper, until the end of the month.” Two signatures. The soup is getting cold.",
  },
  takeaway: "My part first, listen to the end, one small thing with a date.",
  exercise: {
    title: "Prepare three sentences",
    text: "Alone, in five minutes: what I noticed in myself, what I feel, what I wish for. Whether and when there is a talk is decided later.",
    action: "Prepare alone",
  },
};
