/** Practice scenes in English. */
import type { SceneTexts } from "./scenes.ts";

export const scenes: SceneTexts = {
  "bird-at-the-window": {
    scene: "At breakfast: “Look, the woodpecker is back.”",
    choices: [
      {
        says: "“Mm.” Eyes stay on the screen.",
        why: "It was hardly about the bird. It was about looking out of the same window for a moment.",
      },
      { says: "Look up: “Where?”", why: "One word and a look. That’s all a small bid asks for." },
      {
        says: "“Ten seconds, I’m just finishing this line.” Then look.",
        why: "A short wait with an end is an answer too, as long as you really do look.",
      },
    ],
  },
  "sigh-at-the-desk": {
    scene: "A long sigh from the desk, nothing else.",
    choices: [
      {
        says: "“That sounded heavy.” And wait.",
        why: "A sigh is a bid without words. Naming it shows you heard, and asks for nothing.",
      },
      { says: "Put the headphones back on.", why: "It’s quiet again, and nobody seems to have heard the sigh." },
      {
        says: "A hand on the shoulder in passing: “Coffee in five minutes?”",
        why: "It says: I noticed, and I’m coming.",
      },
    ],
  },
  "look-at-this-clip": {
    scene: "“Look, this is you and the ladder”, a phone held out with a silly clip.",
    choices: [
      { says: "“Send it to me.”", why: "You’ll see the clip later, but you won’t have laughed at it together." },
      {
        says: "“After the onions. I want to laugh with dry eyes.”",
        why: "It says when, and gives a small joke back.",
      },
      {
        says: "Lean in and watch it on the same screen.",
        why: "Watching on one screen is time together as well. Not every phone comes between you.",
      },
    ],
  },
  "hand-on-the-shoulder": {
    scene: "In passing, a hand rests on your shoulder.",
    choices: [
      { says: "Lay your own hand on it for a breath.", why: "A touch answers a touch. No words needed." },
      {
        says: "Smile without turning round: “Stay there. I’m nearly done.”",
        why: "The smile says that the hand was welcome.",
      },
      { says: "Go on typing.", why: "Perhaps it felt good, but from outside nobody could tell." },
    ],
  },
  "guess-who-called": {
    scene: "“Guess who called today.”",
    choices: [
      {
        says: "“No idea. Who?” while scrolling.",
        why: "It’s the right question, but you don’t seem to be waiting for the answer.",
      },
      {
        says: "Put the phone face down and guess wildly: “The king?”",
        why: "Playing along is the answer; who it was can come second.",
      },
      {
        says: "“I want the whole story. Can it wait till I’ve parked?”",
        why: "It shows how much you want to hear it.",
      },
    ],
  },
  "which-shirt": {
    scene: "Two shirts held up: “This one or that?”",
    choices: [
      {
        says: "Look at both, pick one, say why.",
        why: "It’s seldom about the shirt. It’s nice to be looked at kindly.",
      },
      { says: "“Both are fine.”", why: "It’s quickly said, and it sounds as if it didn’t matter." },
      {
        says: "“Hold them up again by the light, I’m just coming.”",
        why: "Coming closer says that it matters to you.",
      },
    ],
  },
  "long-day-door": {
    scene: "The door opens. “What a day.”",
    choices: [
      { says: "“Sit down first. In a minute I’m all ears.”", why: "A minute is easy to wait, if the promise is kept." },
      {
        says: "“Mine too, you can’t imagine.”",
        why: "It may well be true, but now two people are talking and nobody’s listening.",
      },
      { says: "Get up, take the bag, hug.", why: "First the hello. The story can come after it." },
    ],
  },
  "joke-that-fell-flat": {
    scene: "A pun, followed by a hopeful look.",
    choices: [
      { says: "Read on as if it had not been said.", why: "It’s a little lonely to make a joke and get no reply." },
      { says: "Groan out loud and grin.", why: "A good groan tells them that it landed." },
      { says: "Hold up a finger: “Wait… oh no. Oh no!”", why: "Laughing late still counts as laughing." },
    ],
  },
  "walk-round-the-block": {
    scene: "“Shall we go round the block?” It is drizzling.",
    choices: [
      {
        says: "“Too tired today. Tomorrow after supper, yes?”",
        why: "You say no to the walk, and say when you’d love to go.",
      },
      {
        says: "“Ten minutes. I’ll find the big umbrella.”",
        why: "A small yes with an end is easier to give than a big one.",
      },
      { says: "“It’s raining.”", why: "That’s true, but it leaves the question open." },
    ],
  },
  "quiet-at-supper": {
    scene: "Supper is quieter than usual.",
    choices: [
      {
        says: "Check the news; it’s quiet anyway.",
        why: "The silence may be rest, or it may be something else. With a screen up it’s hard to tell.",
      },
      {
        says: "“I like sitting here with you. Is there something on your mind?”",
        why: "It’s warm first, and the question can be left unanswered.",
      },
      {
        says: "Stay, eat slowly, leave the silence in peace.",
        why: "Staying is an answer too. You can talk about it later.",
      },
    ],
  },
  "how-much-salt": {
    scene: "From the stove: “How much salt would you take?”",
    choices: [
      {
        says: "Go over and taste.",
        why: "The recipe says how much. It was nicer to have somebody at the stove.",
      },
      { says: "“Look it up.”", why: "They could have done that without asking you." },
      {
        says: "“Two more e-mails, then I’ll come and taste. Save me a spoon.”",
        why: "Two e-mails are short enough to wait for.",
      },
    ],
  },
  "cold-feet": {
    scene: "Cold feet look for yours under the blanket.",
    choices: [
      { says: "Move over to the edge.", why: "They were cold, no question. It may still feel like being sent away." },
      { says: "“Socks first, then all yours.”", why: "It’s a yes with a small condition and a wink." },
      { says: "Squeal, and keep them.", why: "Some bids are cold. A warm answer warms them." },
    ],
  },
  "old-story-again": {
    scene: "A story begins that you have heard before.",
    choices: [
      { says: "“You told me that.”", why: "True, and the story ends there." },
      {
        says: "Ask about the part that was never quite clear.",
        why: "There’s often something new in an old story when somebody asks.",
      },
      {
        says: "“I love that one. Can I hear it when the children are asleep?”",
        why: "It’s a yes to the story, and to hearing it in peace.",
      },
    ],
  },
  "worry-about-a-parent": {
    scene: "“I think Mum is getting forgetful.”",
    choices: [
      {
        says: "Put everything down: “Tell me what you saw.”",
        why: "Some bids are quiet and matter a lot. This one needs your full attention.",
      },
      {
        says: "“She has been like that for years.”",
        why: "It’s meant to comfort, but it makes the worry sound smaller than it is.",
      },
      {
        says: "“That matters. Let me send the children to bed and then we sit down.”",
        why: "You show that this is serious, and make time for it.",
      },
    ],
  },
  "small-good-news": {
    scene: "“The tomatoes have the first flower!”",
    choices: [
      {
        says: "“Show me after this call? I want to see it in daylight.”",
        why: "You’re looking forward to it, and you’ve said when.",
      },
      { says: "“Nice”, to the screen.", why: "It’s a kind word, but the look is missing." },
      { says: "Come and look.", why: "Good news is more fun when somebody comes to look." },
    ],
  },
  "glance-over-a-child": {
    scene: "Over the head of a child who asks the same for the ninth time, a glance.",
    choices: [
      { says: "Return it, eyebrows up.", why: "Half a second, and you’re on the same side." },
      { says: "Later: “Nine times. I counted.”", why: "So you did see the glance after all." },
      { says: "Use the quiet to check messages.", why: "The glance finds nobody looking back." },
    ],
  },
  "bad-dream": {
    scene: "In the night: “I dreamt something awful.”",
    choices: [
      { says: "“Go back to sleep.”", why: "At three in the morning it’s hard to be alone with it." },
      { says: "Move closer: “Do you want to tell me?”", why: "An arm and a question are enough in the dark." },
      {
        says: "Hold tight: “I’m here. Tell me at breakfast, if you like.”",
        why: "You may be too tired to talk. You can still be close.",
      },
    ],
  },
  "broken-cup": {
    scene: "A crash in the kitchen. “Oh no, the blue cup.”",
    choices: [
      {
        says: "Go and hold the dustpan: “The good blue one. What a pity.”",
        why: "You see first what was lost, and sweep up second.",
      },
      { says: "“It was only a cup.”", why: "For you perhaps. The “oh no” said something else." },
      { says: "“I’m in the shower, leave it, I’ll help!”", why: "It helps already to know that somebody’s coming." },
    ],
  },
  "humming-in-the-kitchen": {
    scene: "Humming from the kitchen: that song from back then.",
    choices: [
      { says: "At supper: “You hummed our song.”", why: "It’s nice to hear even hours later." },
      { says: "Join in from the hall.", why: "It’s an answer without a single word." },
      {
        says: "Close the door, the call’s about to start.",
        why: "Sometimes it has to be. There might have been time for a smile first.",
      },
    ],
  },
  "plan-for-the-summer": {
    scene: "“In the summer I’d love to sleep out under the sky for once.”",
    choices: [
      { says: "“With your back?”", why: "It may be sensible, but it ends the dreaming." },
      { says: "“Where would you want to lie?”", why: "You can dream along without promising anything." },
      {
        says: "“Oh yes. Let’s dream about it properly on Sunday.”",
        why: "It’s a yes to the dream, with a day for it.",
      },
    ],
  },
  headache: {
    scene: "“My head is killing me.”",
    choices: [
      { says: "Dim the light and bring water.", why: "You answer by doing something, and quietly." },
      { says: "“Too much screen, probably.”", why: "It may be true. What helps now is something else." },
      { says: "“Lie down, I’ll finish the dishes and come.”", why: "Taking over the dishes helps already." },
    ],
  },
  "line-from-a-book": {
    scene: "“Listen to this sentence.”",
    choices: [
      { says: "“I’m reading too.”", why: "Fair enough, and nobody hears the sentence." },
      {
        says: "“Let me finish my page, then read it to me slowly.”",
        why: "“Slowly” says that you want to hear it.",
      },
      {
        says: "Lower your own book and listen with your face.",
        why: "What somebody loves tells you a lot about them.",
      },
    ],
  },
  "do-you-remember": {
    scene: "“Do you remember the flat with the green stove?”",
    choices: [
      { says: "“And the smoke! Who climbed out of the window?”", why: "Now you’re both back in that flat." },
      { says: "“That was twenty years ago.”", why: "It’s true, but nobody asked about the year." },
      {
        says: "“I do. Save it for the drive, I want all of it.”",
        why: "Now you both have something to look forward to on the road.",
      },
    ],
  },
  "sorry-for-earlier": {
    scene: "“I was short with you earlier. Sorry.”",
    choices: [
      {
        says: "“Thank you. I’m still a bit sore; let’s talk after supper.”",
        why: "It’s honest and kind, and mending can take its time.",
      },
      {
        says: "“Thank you for saying it.” And look up.",
        why: "It takes courage to say sorry, and you’ve let it in.",
      },
      {
        says: "“It’s fine”, without looking up.",
        why: "The words say yes, but the apology hardly gets an answer.",
      },
    ],
  },
  "ping-in-mid-story": {
    scene: "In the middle of the story your phone lights up.",
    choices: [
      {
        says: "Just a quick look; “go on, I’m listening”.",
        why: "You can still hear the story, but it’s harder to tell to somebody who looks away.",
      },
      {
        says: "Turn it over: “Go on. What did she say?”",
        why: "It takes a second, and shows what comes first.",
      },
      {
        says: "“That may be the babysitter. Let me see, then I’m back.”",
        why: "An important reason, said first, and a way back.",
      },
    ],
  },
  "tea-in-the-doorway": {
    scene: "In the doorway, two mugs: “Tea?”",
    choices: [
      { says: "Make room: “Sit with me while it is hot.”", why: "The tea was also a way of asking for company." },
      {
        says: "“Yes please. Two minutes and I’ll come to the table.”",
        why: "It says where and when you’ll sit down together.",
      },
      { says: "“Just put it there.”", why: "You get the tea, and drink it alone." },
    ],
  },
};
