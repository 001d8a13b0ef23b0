/** Causes in English. */
import type { CauseTexts } from "./causes.ts";

export const causes: CauseTexts = {
  habit: {
    title: "My hand was faster than I was",
    inside:
      "There was no reason at all. A gap of two seconds, and the phone was in my hand. Habits save us thinking; this one saves it in the wrong place.",
    instead: [
      "Give it a place a few steps away: the shelf in the hall instead of the table.",
      "When it’s already in your hand: turn it face down, say “habit”, look up.",
      "Give your hand something else: a mug, a pencil, the other’s hand.",
    ],
    found:
      "In a ten-day trial with students, watching their own use, with exercises, lowered distraction by their own report, but not the habit itself. In another, the offer to turn back at the door of an app did more than a message to think about it.",
  },
  notification: {
    title: "It lit up or buzzed",
    inside:
      "Something called, and we learned as children to answer. The call has no idea that somebody’s in the middle of a story.",
    instead: [
      "Let only a few people ring through in the evening; the rest can wait.",
      "Put it where you won’t see it light up or hear it buzz: screen down, in a drawer, in another room.",
      "If a call really has to come through, say so at the beginning: “I’m waiting for the doctor to ring.”",
    ],
    found:
      "In everyday meetings that 87 people wrote down, phones came out more often where more notifications came in.",
  },
  bored: {
    title: "I was bored",
    inside:
      "Nothing much was going on, and something new is only a tap away. Boredom is no insult to the other person; it’s a wish for something to happen.",
    instead: [
      "Say it aloud as an invitation: “I’m restless. Shall we go outside?”",
      "Ask a question you haven’t asked for a year.",
      "Stay two minutes longer. After boredom there’s often an idea.",
    ],
    found: null,
  },
  overwhelmed: {
    title: "Everything was too much",
    inside: "Noise, children, a list in my head. The screen is like a small room with a door that closes.",
    instead: [
      "Ask for that room openly: “Ten minutes alone, then I’m back.”",
      "Water over the wrists, window open, five slow breaths out.",
      "Put the list on paper, so that your head can let go of it.",
    ],
    found: null,
  },
  "wanting-out-of-this-talk": {
    title: "I wanted out of this talk",
    inside:
      "It got too close, too loud, or went round in circles. Looking away is a polite way to leave without getting up.",
    instead: [
      "Name it kindly: “I notice I’m closing up. Can we go on at eight?”",
      "Ask for a break with an end, and be back by then.",
      "Get up and walk: the same talk is easier side by side.",
    ],
    found: "When researchers filmed people with their phones, turning away often came first and the phone after it.",
  },
  triggered: {
    title: "Something had hit a sore spot",
    inside: "A word, a tone, and something old was awake. The phone calms me quickly, because it asks nothing.",
    instead: [
      "Put a hand on your belly and count four breaths; the heat comes and goes like a wave.",
      "“That hit something in me. I need a minute, it’s not about you.”",
      "Afterwards, alone, write down the one sentence that hurt.",
    ],
    found: null,
  },
  rejected: {
    title: "I felt turned away",
    inside: "I had reached out and nothing came back. In the phone there’s always somebody who answers at once.",
    instead: [
      "Ask once more, plainly: “I’d love five minutes with you.”",
      "Say the feeling instead of showing it: “I feel a bit alone just now.”",
      "Think of one good moment this week; it’s as true as this one.",
    ],
    found:
      "In a ten-day diary, people who fear being left picked up their own phone more often in return, for support and approval.",
  },
  "worry-about-missing-out": {
    title: "I was afraid of missing something",
    inside: "Somewhere else something’s happening, and here it’s only Tuesday. It would be good to be there too.",
    instead: [
      "Choose two times a day to catch up, and look forward to them.",
      "Ask yourself what you’d miss in this room if nobody looked up.",
      "Let one person know that you’ll read it tomorrow.",
    ],
    found: null,
  },
  "comparing-with-other-lives": {
    title: "Comparing with other lives",
    inside: "Other kitchens are tidier and other couples laugh by the sea. For a moment my own evening looks grey.",
    instead: [
      "Say one thing about tonight that no picture would show.",
      "Mute three accounts that leave a bad taste, without any ceremony.",
      "Tell the other what you envied. Often there’s a wish in it that the two of you can fulfil.",
    ],
    found: null,
  },
  "zoning-out": {
    title: "Zoning out",
    inside:
      "The day was long, and my head wants to stop. Scrolling feels like rest, though I’m not always rested afterwards.",
    instead: [
      "Zone out properly: lie down and close your eyes for ten minutes.",
      "Do nothing side by side, feet touching.",
      "Find something for your hands that needs no thinking: peel, fold, knit.",
    ],
    found: null,
  },
  drifting: {
    title: "Looking something up, and drifting",
    inside:
      "It was for us both: the restaurant, the name of that actor. Then one tap led to the next, and the other person was left waiting.",
    instead: [
      "Say aloud what you’re looking for, and put it away when you’ve found it.",
      "Look it up on one screen, both of you.",
      "Leave it open. Not knowing an actor’s name is a fine game for the way home.",
    ],
    found: null,
  },
  "taking-for-granted": {
    title: "Taking for granted",
    inside:
      "The other person is there, as always. What’s always there slowly turns into furniture, and nobody meant it.",
    instead: [
      "Each day notice one thing you’d miss without them, and say it.",
      "Greet each other as if one of you had come to visit.",
      "Ask something you don’t know, even if you think you know it all.",
    ],
    found: null,
  },
  "saving-the-good-for-the-weekend": {
    title: "Saving the good for the weekend",
    inside:
      "During the week we get by, and on Friday we live. But there are five days before the weekend, and by Friday we’re often tired.",
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
      "The other person is looking at a screen, so mine lights up too. It feels fair, and now we’re both waiting for the other to look up.",
    instead: [
      "Be the first to look up, once, as a gift and not as a loan.",
      "“I miss you. Shall we both put them away?”",
      "Go and do something else with your hands, near the other.",
    ],
    found:
      "Two diary studies asked people about picking up their own phone in return, and some do. In everyday meetings people used their phone more where others used theirs. These studies can’t tell who began.",
  },
  "work-without-an-end": {
    title: "Work without an end",
    inside: "One more e-mail, and then I’ll have peace. It never comes, because somebody’s always still writing.",
    instead: [
      "Set an end that others can see: laptop closed, shoes changed.",
      "Write tomorrow’s first task on paper and leave it on the keyboard.",
      "If it has to be: say how long, sit somewhere else, and come back at that time.",
    ],
    found: null,
  },
};
