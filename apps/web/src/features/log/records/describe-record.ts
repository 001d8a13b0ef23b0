/**
 * One record in a line: what stands in the list of everything that its owner keeps, and what it is called when it is opened.
 *
 * Total over the kinds: a new one without its words does not compile.
 */
import type { FeelingTexts } from "@undivided/content/feelings";
import type { Language } from "@undivided/content";
import { planSentence, type InquiryTexts } from "@undivided/content/inquiry";
import type { RitualTexts } from "@undivided/content/rituals";
import type { DomainWords } from "@undivided/content/words";
import type { KnownRecord, MomentRecord } from "@undivided/domain";
import { ritualName } from "../../../kept/ritual-name.ts";
import { m } from "../../../paraglide/messages.js";
import type { IconName } from "../../../ui/icons.ts";
import type { PictureName } from "../../../ui/pictures.ts";
import { bidPictures, goodPictures, momentPictures } from "../log-pictures.ts";

export interface RecordTexts {
  readonly language: Language;
  readonly words: DomainWords;
  readonly feelings: FeelingTexts;
  readonly inquiry: InquiryTexts;
  readonly rituals: RitualTexts;
}

export interface RecordLine {
  readonly title: string;
  readonly text: string | null;
  readonly sign:
    { readonly type: "icon"; readonly name: IconName } | { readonly type: "picture"; readonly name: PictureName };
}

const icon = (name: IconName, title: string, text: string | null = null): RecordLine => ({
  title,
  text: text === "" ? null : text,
  sign: { type: "icon", name },
});
const picture = (name: PictureName, title: string): RecordLine => ({
  title,
  text: null,
  sign: { type: "picture", name },
});

export const describeRecord = (record: KnownRecord, texts: RecordTexts): RecordLine => {
  const { words, feelings, inquiry } = texts;
  switch (record.type) {
    case "moment":
      return describeMoment(record, words);
    case "good-moment":
      return picture(goodPictures[record.kind], words.goodMoments[record.kind]);
    case "bid":
      return picture(bidPictures[record.outcome], words.bidOutcomes[record.outcome]);
    case "felt-second":
      return icon("second", feelings.feelings[record.feeling].iFelt);
    case "reflection": {
      const states = record.before.map((state) => words.statesBefore[state]);
      return icon("talk", m.records_inquiry(), [record.doing, ...states].filter((text) => text !== null).join(" · "));
    }
    case "plan":
      return icon("forward", planSentence(inquiry, texts.language, record), m.records_plan());
    case "together":
      return icon(
        "together",
        m.records_together(),
        record.end === null ? null : m.records_together_text({ minutes: minutesBetween(record.start, record.end) }),
      );
    case "look-back":
      return icon(
        "us",
        m.records_look_back(),
        record.guess === null ? null : m.records_look_back_text({ guess: record.guess }),
      );
    case "check-in":
      return icon("check", m.records_check_in());
    case "rest":
      return icon("pause", words.rests[record.why], m.records_rest());
    case "ritual":
      return icon("today", ritualName(record.what, texts.rituals), m.records_ritual());
    case "conversation":
      return icon("talk", m.records_conversation(), record.feel ?? record.noticed);
    case "agreement":
      return icon("check", m.records_agreement(), record.text);
    case "four-weeks":
      return icon("reset", m.records_four_weeks());
    case "card":
      return icon("guide", m.records_card());
    case "phone-looks":
      return icon("phone", m.records_phone_looks(), m.us_to_phone());
    case "together-hours":
      return icon("together", m.records_together_hours(), m.us_to_phone());
    case "marked-day":
      return icon("today", m.records_marked_day(), record.note);
  }
};

const describeMoment = ({ source, corrections }: MomentRecord, words: DomainWords): RecordLine => {
  const said = corrections.at(-1);
  const text = said?.type === "said" ? words.corrections[said.correction] : null;
  const line =
    source.type === "logged"
      ? picture(momentPictures[source.kind], words.loggedMoments[source.kind])
      : icon("phone", source.kind === "left-app" ? m.records_sensed_left() : m.records_sensed_picked());
  return { ...line, text };
};

const minutesBetween = (from: number, until: number): number => Math.max(1, Math.round((until - from) / 60_000));
