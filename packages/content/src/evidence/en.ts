/** What the evidence shows, in English. */
import type { EvidenceTexts } from "./evidence-page.ts";

export const evidence: EvidenceTexts = {
  title: "What is known, and what is not",
  lead: "Most studies ask people what they noticed and felt. Hardly any saw the phone, and almost none can say what caused what.",
  findings: {
    "worse-days": {
      title: "Days with more interruption are worse days",
      found:
        "173 couples wrote a diary for 14 days. On days with more interruption by technology than usual they felt worse about the relationship, with more conflict over technology, poorer time together and a lower mood.",
      limit: "What they noticed, on the same day; a mood may colour both.",
    },
    "in-kind": {
      title: "Some answer in kind",
      found:
        "Two ten-day diaries, of 75 and of 196 people, asked about picking up their own phone in return. In the second, people who fear being left did so more often for support and approval.",
      limit: "One partner’s report by the day. Nobody watched two acts follow each other.",
    },
    "hardly-noticed": {
      title: "People hardly notice",
      found:
        "100 pairs of students were watched for ten minutes in a restaurant. Phones came out in 62, and few could say so afterwards.",
      limit: "Students in public, not couples at home.",
    },
    "bothers-few": {
      title: "Most use bothers nobody",
      found:
        "Of 383 British people living with a partner, 15% saw the partner’s phone use as negative; most called it neutral or positive.",
      limit: "One survey, one country.",
    },
    "reason-understanding-sharing": {
      title: "A reason, being understood, a shared screen",
      found:
        "An important reason said aloud softened the effect in an experiment (324 people). Feeling understood went with less bad feeling in a diary (133 people). Phone use that involves the partner went with less harm in two surveys (507 and 386 people).",
      limit: "A scene in an experiment, one partner’s report, one point in time.",
    },
    "shut-out": {
      title: "Shut out, more than quarrels",
      found:
        "In two surveys (507 and 386 people), feeling shut out explained more of the link between a partner’s phone use and being less happy together than quarrels or jealousy did.",
      limit: "One point in time. What explains a link need not be its cause.",
    },
    "calls-and-company": {
      title: "Calls, and company",
      found:
        "87 people wrote down 829 meetings: phone use went with the use of others present and with the number of notifications. In filmed meetings of young adults, turning away often came before the phone.",
      limit: "Read as abstracts; what went with what, not what caused it.",
    },
    "web-programmes": {
      title: "A programme over the web can help couples",
      found:
        "300 couples, assigned at random: more satisfied than those who waited (d = 0.69); with automated messages only, less so (d = 0.40). A form for one person alone did not improve the relationship.",
      limit: "Distressed couples in the United States, eight hours of work, and not our programme.",
    },
    "writing-from-outside": {
      title: "Writing as a well-wisher from outside",
      found:
        "120 couples for two years, half of them, chosen at random, with 21 minutes of such writing in the second year. How they rated their marriage fell in both groups at first, and went on falling only without the writing.",
      limit: "One study, about conflicts and not about phones.",
    },
    "if-then": {
      title: "If-then plans help with intentions",
      found: "94 tests, d = 0.65 on average.",
      limit: "Many kinds of aims, few about phones; old summaries tend to be too favourable.",
    },
    "insight-alone": {
      title: "Seeing it is not enough",
      found:
        "A randomised ten-day trial with 143 students lowered distraction by their own report and not habit. Reminders of their own use lowered neither screen time nor checking among 73 people.",
      limit: "Small, short, mostly students.",
    },
    "offer-to-turn-back": {
      title: "An offer to turn back works better than a message",
      found:
        "With 500 people the option to dismiss had the strongest effect and a message to reflect none. In the field, 280 users opened their chosen apps 57% less after six weeks.",
      limit: "People who had chosen to use it, and in the field no group without it.",
    },
    "breaks-can-be-found": {
      title: "A phone can find breaks in a talk",
      found:
        "In ten groups of friends in a restaurant, breaks were found with a precision of 92% and a recall of 82.5%.",
      limit: "Other aims than ours, and friends, not couples.",
    },
    "looks-at-the-lock": {
      title: "Most looks end at the lock screen",
      found:
        "In the logs of 1960 phones there were 57 looks a day on average, and 43% of them led to an unlocking. In the logs of 29279 phones and tablets it was 46%, with 60 looks a day at a smartphone.",
      limit: "People who chose to have their phone logged, mostly before 2017; averages over very different people.",
    },
    "short-looks": {
      title: "Many looks are short",
      found:
        "On 21 people’s phones about 40% of the times that an app was opened lasted under 15 seconds. Three studies describe a habit of checking: brief, again and again; people felt it as an annoyance.",
      limit: "Few people, phones of 2012 and 2014; apps and not looks in the first.",
    },
    "own-guess-of-looks": {
      title: "How often is hard to guess",
      found:
        "23 people guessed how many times a day they used their phone. The guesses did not go with what their phones had counted over two weeks.",
      limit: "23 people.",
    },
  },
  contestedTitle: "Told everywhere, and not sure",
  contested: {
    "mere-presence": {
      title: "“A phone on the table spoils the talk”",
      text: "Found in 2013 in two experiments; two later attempts to repeat it did not find it.",
    },
    "share-of-bids": {
      title: "“Happy couples answer 86 in 100 bids, others 33”",
      text: "We found no published table behind these figures. They are no target and no grade.",
    },
    "predicting-divorce": {
      title: "“A divorce can be predicted with 94% accuracy”",
      text: "Such figures describe how well an equation fits the couples it was made from. On other couples it drops steeply.",
    },
    "five-to-one": {
      title: "“Five good things for every bad one”",
      text: "A description of groups that became a rule on the way. We could not check the original.",
    },
  },
  notShownTitle: "What nobody has shown",
  notShown: {
    "that-one-causes": "That a single pick-up causes anything in a couple.",
    "that-fewer-helps": "That fewer pick-ups make a relationship better. Perhaps the same people do both.",
    "that-undivided-helps": "That Undivided helps. Nobody has studied it.",
    "who-follows-whom": "That slips take turns between two people, rather than both having the same hard evening.",
    "how-long-a-reason-lasts": "How long a reason excuses. The two minutes here are a rule of ours.",
    "other-couples": "Much about couples outside a few countries, about older couples, or about couples in danger.",
  },
  readOnly: {
    accounts: "Read through accounts by others, not the paper itself.",
    nothing: "Could not be read; nothing here rests on it.",
  },
  open: {
    "authors-and-title": "Authors and title could not be looked up; the address leads to them.",
    "order-and-title": "The title, and the order of the authors, could not be looked up.",
    authors: "Authors as an earlier announcement of the same study names them.",
    numbers: "Journal, volume or pages could not be compared with the publisher’s own page.",
    all: "Title and journals could not be looked up.",
  },
};
