/** Practice scenes in English. */
import type { SceneTexts } from "./scenes.ts";

export const scenes: SceneTexts = {
  "bird-at-the-window": {
    scene: "At breakfast: “Look, the woodpecker is back.”",
    choices: [
      {
        says: "“Mm.” Eyes stay on the screen.",
        why: "The bird was hardly the point. What was offered was a moment at the same window.",
      },
      { says: "Look up: “Where?”", why: "One word and two eyes. That is all a small bid asks for." },
      {
        says: "“Ten seconds, I am finishing this line.” Then look.",
        why: "A short wait with an end is an answer too, as long as the look really comes.",
      },
    ],
  },
  "sigh-at-the-desk": {
    scene: "A long sigh from the desk, nothing else.",
    choices: [
      {
        says: "“That sounded heavy.” And wait.",
        why: "A sigh is a bid without words. Naming it leaves the door open and asks for nothing.",
      },
      { says: "Put the headphones back on.", why: "It is quiet again, and the sigh has been heard by nobody." },
      {
        says: "A hand on the shoulder in passing: “Coffee in five minutes?”",
        why: "It says: I noticed, and I am coming.",
      },
    ],
  },
  "look-at-this-clip": {
    scene: "“Look, this is you and the ladder”, a phone held out with a silly clip.",
    choices: [
      { says: "“Send it to me.”", why: "The clip will be seen. The laughing together will not have happened." },
      {
        says: "“After the onions. I want to laugh with dry eyes.”",
        why: "A clear moment, and even a small joke given back.",
      },
      {
        says: "Lean in and watch it on the same screen.",
        why: "Two heads over one screen is time together as well. Not every phone divides.",
      },
    ],
  },
  "hand-on-the-shoulder": {
    scene: "In passing, a hand rests on your shoulder.",
    choices: [
      { says: "Lay your own hand on it for a breath.", why: "Touch is answered by touch. No word is needed." },
      {
        says: "Smile without turning round: “Stay there. I am nearly done.”",
        why: "The hand knows that it was welcome.",
      },
      { says: "Go on typing.", why: "Perhaps it felt good. From outside nobody could tell." },
    ],
  },
  "guess-who-called": {
    scene: "“Guess who called today.”",
    choices: [
      {
        says: "“No idea. Who?” while scrolling.",
        why: "The question is right, only nobody seems to be waiting for the answer.",
      },
      {
        says: "Put the phone face down and guess wildly: “The king?”",
        why: "Playing along is the answer; the name comes second.",
      },
      {
        says: "“I want the whole story. Can it wait till I have parked?”",
        why: "It shows how much the story is wanted.",
      },
    ],
  },
  "which-shirt": {
    scene: "Two shirts held up: “This one or that?”",
    choices: [
      {
        says: "Look at both, pick one, say why.",
        why: "It is seldom about the shirt. It is about being looked at kindly.",
      },
      { says: "“Both are fine.”", why: "Quickly said, and it closes the matter before it was one." },
      { says: "“Hold them up again by the light, I am just coming.”", why: "Coming closer says that it matters." },
    ],
  },
  "long-day-door": {
    scene: "The door opens. “What a day.”",
    choices: [
      { says: "“Sit down first. In a minute I am all ears.”", why: "A minute with a promise that is kept." },
      {
        says: "“Mine too, you cannot imagine.”",
        why: "True perhaps, and now two people are talking and nobody listens.",
      },
      { says: "Get up, take the bag, hug.", why: "Arriving is a moment of its own. The story can come after it." },
    ],
  },
  "joke-that-fell-flat": {
    scene: "A pun, followed by a hopeful look.",
    choices: [
      { says: "Read on as if it had not been said.", why: "A joke that lands on nobody is a little lonely." },
      { says: "Groan out loud and grin.", why: "A good groan is applause." },
      { says: "Hold up a finger: “Wait… oh no. Oh no!”", why: "Late laughter is laughter." },
    ],
  },
  "walk-round-the-block": {
    scene: "“Shall we go round the block?” It is drizzling.",
    choices: [
      { says: "“Too tired today. Tomorrow after supper, yes?”", why: "A no to the walk and a yes to the two of you." },
      {
        says: "“Ten minutes. I will find the big umbrella.”",
        why: "A small yes with an end is easier to give than a big one.",
      },
      { says: "“It is raining.”", why: "The weather has been answered, the question has not." },
    ],
  },
  "quiet-at-supper": {
    scene: "Supper is quieter than usual.",
    choices: [
      {
        says: "Check the news; it is quiet anyway.",
        why: "Silence can be rest or a question. A screen hears neither.",
      },
      {
        says: "“I like sitting here with you. Is there something on your mind?”",
        why: "First warmth, then a question that may be declined.",
      },
      {
        says: "Stay, eat slowly, leave the silence in peace.",
        why: "Staying is an answer too. It can be talked about later.",
      },
    ],
  },
  "how-much-salt": {
    scene: "From the stove: “How much salt would you take?”",
    choices: [
      { says: "Go over and taste.", why: "The recipe knows the salt. The question was for company." },
      { says: "“Look it up.”", why: "That would have worked without the question." },
      { says: "“Two more e-mails, then I come and taste. Save me a spoon.”", why: "Two is a number one can wait for." },
    ],
  },
  "cold-feet": {
    scene: "Cold feet look for yours under the blanket.",
    choices: [
      { says: "Move over to the edge.", why: "Cold it is, no question. The feet have learned something else." },
      { says: "“Socks first, then all yours.”", why: "A condition with a wink is nearly a yes." },
      { says: "Squeal, and keep them.", why: "Some bids are cold. Warm answers count double." },
    ],
  },
  "old-story-again": {
    scene: "A story begins that you have heard before.",
    choices: [
      { says: "“You told me that.”", why: "Correct. The story wanted to be shared, not checked." },
      {
        says: "Ask about the part that was never quite clear.",
        why: "An old story opens when somebody is curious about it.",
      },
      {
        says: "“I love that one. May I hear it when the children sleep?”",
        why: "Wanting to hear it well is a way of hearing it.",
      },
    ],
  },
  "worry-about-a-parent": {
    scene: "“I think Mum is getting forgetful.”",
    choices: [
      {
        says: "Put everything down: “Tell me what you saw.”",
        why: "Some bids are quiet and large. They ask for both hands.",
      },
      {
        says: "“She has been like that for years.”",
        why: "Meant to comfort, and it makes the worry smaller than it is.",
      },
      {
        says: "“That matters. Let me send the children to bed and then we sit down.”",
        why: "It names the weight and makes room for it.",
      },
    ],
  },
  "small-good-news": {
    scene: "“The tomatoes have the first flower!”",
    choices: [
      { says: "“Show me after this call? I want to see it in daylight.”", why: "The joy is kept warm until then." },
      { says: "“Nice”, to the screen.", why: "Kind enough as a word. Joy likes a face." },
      { says: "Come and look.", why: "Small good news is a gift on an open palm." },
    ],
  },
  "glance-over-a-child": {
    scene: "Over the head of a child who asks the same for the ninth time, a glance.",
    choices: [
      { says: "Return it, eyebrows up.", why: "A glance says: we two. It takes half a second." },
      { says: "Later: “Nine times. I counted.”", why: "The glance was seen after all." },
      { says: "Use the quiet to check messages.", why: "The glance comes back without an answer." },
    ],
  },
  "bad-dream": {
    scene: "In the night: “I dreamt something awful.”",
    choices: [
      { says: "“Go back to sleep.”", why: "It is three o'clock, and being alone with it is long." },
      { says: "Move closer: “Do you want to tell me?”", why: "An arm and a question are enough in the dark." },
      {
        says: "Hold tight: “I am here. Tell me at breakfast, if you like.”",
        why: "Too tired for words is allowed. Near is possible.",
      },
    ],
  },
  "broken-cup": {
    scene: "A crash in the kitchen. “Oh no, the blue cup.”",
    choices: [
      {
        says: "Go and hold the dustpan: “The good blue one. What a pity.”",
        why: "Before the shards come the words for them.",
      },
      { says: "“It was only a cup.”", why: "For one person it was. The other just said otherwise." },
      { says: "“I am in the shower, leave it, I will help!”", why: "Help that announces itself has half arrived." },
    ],
  },
  "humming-in-the-kitchen": {
    scene: "Humming from the kitchen: that song from back then.",
    choices: [
      { says: "At supper: “You hummed our song.”", why: "Noticing late is noticing." },
      { says: "Join in from the hall.", why: "Two voices, no words needed." },
      {
        says: "Close the door, the call is about to start.",
        why: "Sometimes it must be. A look through the gap would have fitted in.",
      },
    ],
  },
  "plan-for-the-summer": {
    scene: "“In the summer I would love to sleep under the sky for once.”",
    choices: [
      { says: "“With your back?”", why: "A wish was on the table, and got a bill." },
      { says: "“Where would you want to lie?”", why: "Dreaming along does not sign anything." },
      { says: "“Oh yes. Let us dream about it properly on Sunday.”", why: "The wish has an appointment now." },
    ],
  },
  headache: {
    scene: "“My head is killing me.”",
    choices: [
      { says: "Dim the light and bring water.", why: "An answer in deeds, in a low voice." },
      { says: "“Too much screen, probably.”", why: "It may be right. Being right does not cool a forehead." },
      { says: "“Lie down, I will finish the dishes and come.”", why: "Taking over is a kind of coming." },
    ],
  },
  "line-from-a-book": {
    scene: "“Listen to this sentence.”",
    choices: [
      { says: "“I am reading too.”", why: "Fair, and the sentence goes back into its book." },
      {
        says: "“Let me finish my page, then read it to me slowly.”",
        why: "Slowly is the word that makes it an answer.",
      },
      { says: "Lower your own book and listen with your face.", why: "What delights the other is a door into them." },
    ],
  },
  "do-you-remember": {
    scene: "“Do you remember the flat with the green stove?”",
    choices: [
      { says: "“And the smoke! Who climbed out of the window?”", why: "Remembering is a room with two doors." },
      { says: "“That was twenty years ago.”", why: "The year was not asked for." },
      {
        says: "“I do. Save it for the drive, I want all of it.”",
        why: "It turns a long road into something to look forward to.",
      },
    ],
  },
  "sorry-for-earlier": {
    scene: "“I was short with you earlier. Sorry.”",
    choices: [
      {
        says: "“Thank you. I am still a bit sore; let us talk after supper.”",
        why: "Honest and kind. Repair may take its time.",
      },
      {
        says: "“Thank you for saying it.” And look up.",
        why: "Reaching out after a quarrel is the bravest bid of all.",
      },
      {
        says: "“It is fine”, without looking up.",
        why: "The words say yes, and the apology stays standing in the doorway.",
      },
    ],
  },
  "ping-in-mid-story": {
    scene: "In the middle of the story your phone lights up.",
    choices: [
      {
        says: "Just a quick look; “go on, I am listening”.",
        why: "The ears are here. The story has lost its listener's eyes.",
      },
      {
        says: "Turn it over: “Go on. What did she say?”",
        why: "A small gesture, and the story knows that it comes first.",
      },
      {
        says: "“That may be the babysitter. Let me see, then I am back.”",
        why: "An important reason, said first, and a way back.",
      },
    ],
  },
  "tea-in-the-doorway": {
    scene: "In the doorway, two mugs: “Tea?”",
    choices: [
      { says: "Make room: “Sit with me while it is hot.”", why: "The tea was the envelope. Company was the letter." },
      {
        says: "“Yes please. Two minutes and I come to the table.”",
        why: "It says where and when you will be together.",
      },
      { says: "“Just put it there.”", why: "The tea arrives. The person goes away again." },
    ],
  },
};
