/** Chapter 5, reset, in English. */
import { sourced, withHelp } from "../../sourced.ts";
import type { ChapterText } from "../chapters.ts";

export const chapter: ChapterText<"reset"> = {
  title: "Reset",
  question: "How do we find our way back when it has piled up?",
  short: [
    "Start with your own part. “I’ve noticed in myself …” opens a door that “you never …” closes.",
    "Then ask, and listen to the end. Say back what you heard before you say anything of your own. Most of us would rather be understood than be told who’s right.",
    "Say sorry for something exact, ask what would make it a little better, and agree on one small thing with a date on it. Each of you writes your own sentence, and it begins with “I will”.",
    sourced(
      "Programmes over the web that walk couples through such steps have helped on average. Ours hasn’t been studied, and a form for one person alone didn’t change the relationship.",
      "doss-2016",
      "le-2023",
      "nowlan-2017",
    ),
    withHelp(
      "If talking isn’t safe, because one of you fears how the other might react, leave this chapter closed and look at the page on help.",
    ),
  ],
  sections: {
    "own-it-first": {
      title: "My part first",
      passages: [
        "Prepare alone, each on your own phone or on paper: what I’ve noticed in myself, what I feel, what I wish for. Three sentences are enough.",
        "Begin with the smallest thing you’re sure is true. “This week I looked at it three times while you were talking.” It needs no “but”.",
        "Figures are for yourself. If you show some of your own, it’s as a way in, and neither of you asks for the other’s.",
      ],
    },
    "listen-to-the-end": {
      title: "Listen to the end",
      passages: [
        "One of you speaks for three minutes, the other only listens. Then: “I heard that … Is that right?” and only when it’s right, change over.",
        sourced(
          "In a seven-day diary, feeling understood and taken seriously went with less bad feeling on days when a phone came between.",
          "frackowiak-2023",
        ),
        "Listening isn’t agreeing. You’re lending your attention for three minutes.",
      ],
    },
    "sorry-and-repair": {
      title: "Sorry, and repair",
      passages: [
        "A good sorry is exact and short: what I did, that I see what it did, what I try next time. Keep the explanation for another time.",
        "Then a question: “Is there something that would make it a little better?” Perhaps it’s a tea, perhaps a walk, perhaps nothing today.",
        "It can take a while to take an apology in. “Thank you, I’m still sore” is an honest answer.",
      ],
    },
    "one-small-thing": {
      title: "One small thing",
      passages: [
        "One agreement, for two or four weeks, so small that it works on a bad day. Each of you writes your own: “I will put it on the shelf when I come in.”",
        "It ends by itself unless you renew it. There’s no penalty, and either of you can end yours at any time without saying why.",
        "What doesn’t belong in an agreement: passwords, places, looking into a phone. We don’t think trust grows out of checking.",
      ],
    },
    "when-it-heats-up": {
      title: "When it heats up",
      passages: [
        "Bodies are faster than words. A loud voice, a hot face, always the same three sentences: time for a break.",
        "A break has an end: “I need twenty minutes, I’ll be back at nine.” Breathe, walk, drink some water. Don’t rehearse the speech.",
        "If you called it, you come back at that time, even if only to say: not today, tomorrow after breakfast.",
        withHelp(
          "Fear isn’t the same as anger. If one of you is afraid, a talk for couples isn’t the right way; people who know about this can help.",
        ),
      ],
    },
  },
  examples: {
    "i-have-noticed":
      "“I’ve noticed that I have the thing in my hand when I come in. I don’t even see who’s standing there. That’s not how I want to come home.”",
    "say-back":
      "“I heard that Sunday was hard. That it felt as if I wasn’t there. Is that right?” “Nearly. As if I wasn’t there.”",
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
