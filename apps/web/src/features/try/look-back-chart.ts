/** The look-back as a picture and as a table: own moments, talk in the room, what the phone did; from the start of the session. */
import type { FinishedSession } from "../../live/live-session.ts";
import { correctionWords, standingWords } from "../../live/live-words.ts";
import { m } from "../../paraglide/messages.js";
import { bandAt, phoneBands, talkBands } from "../../sensed/bands.ts";
import { lengthWords, reasonWords, toneWords } from "../../sensed/sensed-words.ts";
import { clockTime } from "../../ui/charts/clock-time.ts";
import type { Band, BandTone, Lane } from "../../ui/charts/lanes.ts";
import type { TriedMoment } from "./look-back.ts";

export interface LookBackChart {
  readonly lanes: readonly Lane[];
  readonly stops: readonly number[];
  readonly tones: readonly BandTone[];
  readonly rows: readonly (readonly string[])[];
  /** What holds at a time, in words. */
  readonly reading: (at: number) => string;
}

export const lookBackChart = (session: FinishedSession, moments: readonly TriedMoment[]): LookBackChart => {
  const { from, events, choice } = session;
  const sinceStart = (band: Band): Band => ({ ...band, at: band.at - from, until: band.until - from });
  const phone = choice.motion ? phoneBands(events, session).map(sinceStart) : [];
  const room = choice.sound ? talkBands(events).map(sinceStart) : [];

  const lanes: Lane[] = [
    {
      type: "markers",
      name: m.lane_moments(),
      note: m.lane_moments_note(),
      markers: moments.map((moment) => ({
        at: moment.at,
        until: moment.at + moment.lastedMs,
        kind: moment.standing,
        label: standingWords(moment.standing),
      })),
    },
  ];
  if (choice.sound) {
    lanes.push({ type: "bands", name: m.lane_room(), note: m.lane_room_plain(), strip: null, bands: room });
  }
  if (choice.motion) {
    lanes.push({ type: "bands", name: m.lane_phone(), note: m.lane_phone_plain(), strip: null, bands: phone });
  }

  const bands = [...room, ...phone];
  const used = new Set(bands.map(({ tone }) => tone));
  const order: readonly BandTone[] = ["talk", "quiet", "rest", "lifted", "still", "unknown"];
  return {
    lanes,
    stops: [...new Set([...bands.flatMap(({ at, until }) => [at, until]), ...moments.map(({ at }) => at)])].sort(
      (a, b) => a - b,
    ),
    tones: order.filter((tone) => used.has(tone)),
    rows: tableRows(phone, room, moments),
    reading: (at) => {
      const words = [bandAt(phone, at), bandAt(room, at)].flatMap((band) =>
        band === null ? [] : [toneWords(band.tone)],
      );
      const moment = moments.findLast((one) => at >= one.at && at < one.at + one.lastedMs);
      if (moment !== undefined) words.push(m.reading_moment({ sign: standingWords(moment.standing) }));
      return words.join(" · ");
    },
  };
};

const tableRows = (
  phone: readonly Band[],
  room: readonly Band[],
  moments: readonly TriedMoment[],
): readonly (readonly string[])[] => {
  const rows: { readonly at: number; readonly cells: readonly string[] }[] = [];
  const add = (at: number, lastedMs: number, what: string, more: string): void => {
    rows.push({ at, cells: [clockTime(at, true), lengthWords(lastedMs), what, more] });
  };
  for (const { at, until, tone } of room) add(at, until - at, m.table_room({ words: toneWords(tone) }), "");
  for (const { at, until, tone } of phone) add(at, until - at, m.table_phone({ words: toneWords(tone) }), "");
  for (const { at, lastedMs, standing, said, reasons } of moments) {
    const why = said.length > 0 ? said.map(correctionWords) : reasons.map(reasonWords);
    add(at, lastedMs, m.table_moment({ sign: standingWords(standing) }), why.join(" "));
  }
  return rows.sort((a, b) => a.at - b.at).map(({ cells }) => cells);
};
