/** Causes in English. */
import type { CauseTexts } from "./causes.ts";

export const causes: CauseTexts = {
  habit: {
    title: "My hand was faster than I was",
    inside:
      "There was no reason at all. A gap of two seconds, and the phone was in the hand. Habits save thinking; this one saves it in the wrong place.",
    instead: [
      "Give it a place a few steps away: the shelf in the hall instead of the table.",
      "When it is in the hand already: turn it face down, say “habit”, look up.",
      "Give the hand something else, a mug, a pencil, the other's hand.",
    ],
    found:
      "In a ten-day trial with students, watching one's own use, with exercises, lowered distraction by their own report, but not the habit itself. In another, the offer to turn back at the door of an app did more than a message to think about it.",
  },
  notification: {
    title: "It lit up or buzzed",
    inside:
      "Something called, and answering is what we learned as children. The call has no idea that somebody is in the middle of a story.",
    instead: [
      "Let only a few people ring through in the evening; the rest can wait.",
      "Put it where light and buzz do not reach, screen down, in a drawer, in another room.",
      "If a call really has to come through, say so at the beginning: “I am waiting for the doctor.”",
    ],
    found:
      "In everyday meetings that 87 people wrote down, phones came out more often where more notifications came in.",
  },
  bored: {
    title: "I was bored",
    inside:
      "Nothing much was going on, and a little news is a quick bit of spice. Boredom is not an insult to the other; it is a wish for something to happen.",
    instead: [
      "Say it aloud as an invitation: “I am restless. Shall we go outside?”",
      "Ask a question that has not been asked for a year.",
      "Stay two minutes longer. After boredom there is often an idea.",
    ],
    found: null,
  },
  overwhelmed: {
    title: "Everything was too much",
    inside: "Noise, children, a list in the head. The screen is a small room with a door that closes.",
    instead: [
      "Ask for that room openly: “Ten minutes alone, then I am back.”",
      "Water over the wrists, window open, five slow breaths out.",
      "Put the list on paper, so that the head may let go of it.",
    ],
    found: null,
  },
  "wanting-out-of-this-talk": {
    title: "I wanted out of this talk",
    inside:
      "It became too close, too loud, or went round in circles. Looking away is a polite way to leave without getting up.",
    instead: [
      "Name it kindly: “I notice that I am closing up. Can we go on at eight?”",
      "Ask for a break with an end, and be back by then.",
      "Get up and walk: the same talk is easier side by side.",
    ],
    found: "When researchers filmed people with their phones, turning away often came first and the phone after it.",
  },
  triggered: {
    title: "Something had hit a sore spot",
    inside: "A word, a tone, and something old was awake. The phone cools quickly because it asks nothing.",
    instead: [
      "One hand on the belly and count four breaths; the heat is a wave.",
      "“That hit something in me. I need a minute, it is not about you.”",
      "Afterwards, alone, write down the one sentence that hurt.",
    ],
    found: null,
  },
  rejected: {
    title: "I felt turned away",
    inside: "I had reached out and nothing came back. In the phone there is somebody who answers at once.",
    instead: [
      "Ask once more, plainly: “I would love five minutes with you.”",
      "Say the feeling instead of showing it: “I feel a bit alone just now.”",
      "Call to mind one good moment of this week; it is as true as this one.",
    ],
    found:
      "In a ten-day diary, people who fear being left picked up their own phone more often in return, for support and approval.",
  },
  "worry-about-missing-out": {
    title: "I was afraid to miss something",
    inside: "Somewhere else something is happening, and here it is only Tuesday. It would be good to be there too.",
    instead: [
      "Choose two times a day for the news and look forward to them.",
      "Ask what would be missed in this room if nobody looked up.",
      "Let one person know that you will read it tomorrow.",
    ],
    found: null,
  },
  "comparing-with-other-lives": {
    title: "Comparing with other lives",
    inside: "Other kitchens are tidier and other couples laugh by the sea. For a moment one's own evening looks grey.",
    instead: [
      "Say one thing about tonight that no picture would show.",
      "Mute three accounts that leave a bad taste, without any ceremony.",
      "Tell the other what you envied. Often there is a wish in it that two can fulfil.",
    ],
    found: null,
  },
  "zoning-out": {
    title: "Zoning out",
    inside:
      "The day was long, the head wants to stop. Scrolling feels like rest, though it does not always leave one rested.",
    instead: [
      "Zone out honestly: lie down, close the eyes, ten minutes.",
      "Do nothing side by side, the feet touching.",
      "Something for the hands that needs no head: peel, fold, knit.",
    ],
    found: null,
  },
  drifting: {
    title: "Looking something up, and drifting",
    inside:
      "It was for both: the restaurant, the name of that actor. Then one tap led to the next, and the other was alone again.",
    instead: [
      "Say aloud what you are looking for, and put it away when it is found.",
      "Look it up on one screen with two heads.",
      "Leave it open. Not knowing an actor's name is a fine game for the way home.",
    ],
    found: null,
  },
  "taking-for-granted": {
    title: "Taking for granted",
    inside: "The other is there, as always. What is always there slowly turns into furniture, and nobody meant it.",
    instead: [
      "Each day notice one thing that would be missing without them, and say it.",
      "Greet each other as if it were a visit.",
      "Ask something that you do not know, although you think you know it all.",
    ],
    found: null,
  },
  "saving-the-good-for-the-weekend": {
    title: "Saving the good for the weekend",
    inside: "During the week we get by, on Friday we live. But weeks have five days, and Friday is often tired.",
    instead: [
      "Move one good thing to Tuesday: the candle, the bath, the long breakfast.",
      "Keep it small, twenty minutes, so that it survives a bad day.",
      "Tie it to something that happens anyway, like the laundry.",
    ],
    found: null,
  },
  "tit-for-tat": {
    title: "Then I can do that too",
    inside:
      "The other is looking at a screen, so a second one lights up. It feels fair, and now two people wait for the other to look up.",
    instead: [
      "Be the first to look up, once, as a gift and not as a loan.",
      "“I miss you. Shall both of us put them away?”",
      "Go and do something else with your hands, near the other.",
    ],
    found:
      "Two diary studies asked people about picking up their own phone in return, and some do. In everyday meetings people used their phone more where others used theirs. Who began is not something these studies can tell.",
  },
  "work-without-an-end": {
    title: "Work without an end",
    inside: "One more e-mail, and then quiet. The quiet does not come, because somebody is always still writing.",
    instead: [
      "Set an end that others can see: laptop closed, shoes changed.",
      "Write tomorrow's first task on paper and leave it on the keyboard.",
      "If it must be: say how long, sit elsewhere, come back at that time.",
    ],
    found: null,
  },
};
