/** The table behind the timeline: every change and every moment, in the order of time, in words. */
import { m } from "../../paraglide/messages.js";
import { lengthWords, reasonWords, toneWords, unknownWords } from "../../sensed/sensed-words.ts";
import { clockTime } from "../../ui/charts/clock-time.ts";
import type { Band } from "../../ui/charts/lanes.ts";
import type { SensingEvent } from "@undivided/sensing";
import type { MomentView } from "./moment-view.ts";
import { momentTitle, signWords } from "./recording-words.ts";

interface Row {
  readonly at: number;
  readonly cells: readonly string[];
}

const whyUnknown = (events: readonly SensingEvent[], sense: "motion" | "sound", band: Band): string => {
  const unknown = events.find((event) => event.type === "unknown" && event.of === sense && event.at === band.at);
  return unknown?.type === "unknown" ? unknownWords(unknown.why) : "";
};

export const tableRows = (
  phone: readonly Band[],
  room: readonly Band[],
  moments: readonly MomentView[],
  events: readonly SensingEvent[],
): readonly (readonly string[])[] => {
  const bandRow = (sense: "motion" | "sound", band: Band): Row => {
    const words = toneWords(band.tone);
    return {
      at: band.at,
      cells: [
        clockTime(band.at, true),
        lengthWords(band.until - band.at),
        sense === "motion" ? m.table_phone({ words }) : m.table_room({ words }),
        band.tone === "unknown" ? whyUnknown(events, sense, band) : "",
      ],
    };
  };
  const momentRow = (moment: MomentView): Row => ({
    at: moment.at,
    cells: [
      clockTime(moment.at, true),
      lengthWords(moment.until - moment.at),
      `${m.table_moment({ sign: signWords(moment.sign) })}. ${momentTitle(moment)}.`,
      moment.reasons.map(reasonWords).join(" "),
    ],
  });
  return [
    ...room.map((band) => bandRow("sound", band)),
    ...phone.map((band) => bandRow("motion", band)),
    ...moments.map(momentRow),
  ]
    .sort((a, b) => a.at - b.at)
    .map(({ cells }) => cells);
};
