/** A read recording → what the page draws and says: lanes, moments, counts, rows of the table. */
import type { Lane, Marker } from "../../ui/charts/lanes.ts";
import type { Band } from "../../ui/charts/lanes.ts";
import type { ShownRecording } from "./analysis.ts";
import { countMoments, momentViews, type Counts, type MomentView } from "./moment-view.ts";
import { phoneBands, talkBands } from "../../sensed/bands.ts";
import { stopsOf } from "./reading.ts";

/** The likelihood of speech above which a frame counts as speech, and the angle of a lift: drawn as dotted lines. */
export interface Thresholds {
  readonly speech: number;
  readonly liftDegrees: number;
}

export interface LaneWords {
  readonly moments: readonly [name: string, note: string];
  readonly room: readonly [name: string, note: string];
  readonly phone: readonly [name: string, note: string];
  readonly label: (moment: MomentView) => string;
}

export interface TimelineModel {
  readonly moments: readonly MomentView[];
  readonly counts: Counts;
  readonly phone: readonly Band[];
  readonly room: readonly Band[];
  readonly lanes: readonly Lane[];
  readonly stops: readonly number[];
  /** Where the page opens: the first counted moment, else the first moment, else the start. */
  readonly start: number;
}

/** The smallest top of the angle's scale, so that a phone that only trembles is drawn as one. */
const leastAngleCeiling = 45;

const highest = (values: Iterable<number>): number => {
  let top = 0;
  for (const value of values) if (value > top) top = value;
  return top;
};

export const timelineModel = (recording: ShownRecording, words: LaneWords, thresholds: Thresholds): TimelineModel => {
  const { events, from, until, angle, speech } = recording;
  const moments = momentViews(events, until);
  const phone = phoneBands(events, { from, until });
  const room = talkBands(events);
  const markers: readonly Marker[] = moments.map((moment) => ({
    at: moment.at,
    until: moment.until,
    kind: moment.sign,
    label: words.label(moment),
  }));
  const lanes: Lane[] = [{ type: "markers", name: words.moments[0], note: words.moments[1], markers }];
  if (room.length > 0 || speech !== null) {
    const strip =
      speech === null ? null : ({ shape: "area", envelope: speech, ceiling: 1, threshold: thresholds.speech } as const);
    lanes.push({ type: "bands", name: words.room[0], note: words.room[1], strip, bands: room });
  }
  if (phone.length > 0 || angle !== null) {
    const strip =
      angle === null
        ? null
        : ({
            shape: "line",
            envelope: angle,
            ceiling: Math.max(leastAngleCeiling, highest(angle.high)),
            threshold: thresholds.liftDegrees,
          } as const);
    lanes.push({ type: "bands", name: words.phone[0], note: words.phone[1], strip, bands: phone });
  }
  return {
    moments,
    counts: countMoments(moments),
    phone,
    room,
    lanes,
    stops: stopsOf([...phone, ...room], moments),
    start: (moments.find(({ sign }) => sign === "counted") ?? moments[0])?.at ?? from,
  };
};

/** Every tone that is drawn, each once, in a fixed order: what the legend explains. */
export const tonesOf = ({ phone, room }: TimelineModel): readonly Band["tone"][] => {
  const used = new Set([...phone, ...room].map(({ tone }) => tone));
  return (["talk", "quiet", "rest", "lifted", "still", "unknown"] as const).filter((tone) => used.has(tone));
};
