/**
 * A plan as one sentence, out of its two parts as somebody wrote them: "When …, then I …".
 *
 * People repeat what stands in the label ("when", "I"), end a part with a dot, or leave the "I" out; all of it is put right when it
 * is shown, so a plan that was kept long ago reads well too and its words stay as they were written.
 * Limits: a left-out "I" is seen before the verbs listed here; in Spanish the verb says who it is.
 */
import type { Language } from "../language.ts";
import { fillTemplate } from "../template.ts";
import type { InquiryTexts } from "./inquiry.ts";

interface PlanRules {
  /** Said by the sentence already. */
  readonly when: readonly (readonly [RegExp, string])[];
  readonly then: readonly (readonly [RegExp, string])[];
  /** Put before where it was left out. */
  readonly subject: (part: string) => string;
  /** Said of somebody else, or of two: then no "I" stands before it. */
  readonly ofOthers: (sentence: string) => string;
  /** Words that begin with a capital only because a part was written like a sentence. */
  readonly small: RegExp;
}

/** Verbs that stand first where the "I" was left out, and hardly ever as a noun. */
const BARE =
  /^(?:am|ask|arrive|become|begin|bring|check|come|cook|eat|feel|finish|find|forget|get|give|go|grab|have|hear|keep|leave|let|lie|listen|look|lose|make|meet|miss|notice|open|pick|pull|put|read|reach|receive|remember|scroll|see|sit|speak|stand|start|take|talk|tell|think|try|type|unlock|wait|wake|walk|want|wonder|write)\b/iu;

const smallFirst = (text: string): string => text.replace(/^\p{Lu}(?=\P{Lu}|$)/u, (letter) => letter.toLowerCase());

const RULES: Readonly<Record<Language, PlanRules>> = {
  en: {
    when: [
      [/^when(?:ever)?\s+/iu, ""],
      [/^i(?=\s|['’])/u, "I"],
    ],
    then: [
      [/^then\s+/iu, ""],
      [/^i['’]ll\s+/iu, "will "],
      [/^i['’]m\s+/iu, "am "],
      [/^i\s+/iu, ""],
    ],
    subject: (part) => (BARE.test(part) ? `I ${smallFirst(part)}` : part),
    ofOthers: (sentence) => sentence.replace(/(, then) I (?=(?:we|you|he|she|they|it|let['’]s)(?:\s|['’]))/iu, "$1 "),
    small: /^(?:a|an|every|he|it|my|our|she|somebody|someone|the|there|they|this|we|you)\s/iu,
  },
  es: {
    when: [[/^cuando\s+/iu, ""]],
    then: [
      [/^entonces\s+/iu, ""],
      [/^yo\s+/iu, ""],
    ],
    subject: (part) => part,
    ofOthers: (sentence) => sentence,
    small: /^(?:al|el|ella|en|la|las|lo|los|me|mi|mis|nos|se|un|una|yo)\s/iu,
  },
};

const putRight = (text: string, rules: PlanRules["when"]): string =>
  rules.reduce((part, [said, instead]) => part.replace(said, instead), text.trim()).replace(/[\s.,;:…]+$/u, "");

/** The sentence ends with one mark. O(length). */
export const planSentence = (
  { plan }: Pick<InquiryTexts, "plan">,
  language: Language,
  parts: { readonly when: string; readonly then: string },
): string => {
  const rules = RULES[language];
  const when = rules.subject(putRight(parts.when, rules.when));
  // What is done begins with a verb, and the sentence has said who does it.
  const then = smallFirst(putRight(parts.then, rules.then));
  const filled = { when: rules.small.test(when) ? smallFirst(when) : when, then };
  return rules.ofOthers(fillTemplate(plan, filled)).replace(/([?!]["”»]?)\.$/u, "$1");
};
