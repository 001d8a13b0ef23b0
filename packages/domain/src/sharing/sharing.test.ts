import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isOk } from "../result.ts";
import { days, instants, knownRecords, PEOPLE, RECORDS_BY_TYPE } from "../records/arbitraries.contract.ts";
import { dayOfRecord } from "../records/day-of-record.ts";
import { RECORD_KINDS, RECORD_TYPES, type KnownRecord } from "../records/kinds.ts";
import { MOMENT_REASONS } from "../records/moment-kinds.ts";
import { verdictOf } from "../records/moment.ts";
import { addDays, civilDateAt, mondayOf, parseCivilDate, parseUtcOffset } from "../time/civil-date.ts";
import { addToInstant, formatInstant, parseEpochMs, type Instant } from "../time/instant.ts";
import {
  exchangedForms,
  joinedTaps,
  openSharing,
  sharedItem,
  sharedWeek,
  SHARING_DAYS,
  type OpenForm,
  type Opening,
  type SharingSituation,
} from "./sharing.ts";
import type { SharedView } from "./sharing-row.ts";

const [ONE, OTHER] = PEOPLE;
const FORMS = ["item", "weekly"] as const;
const DAY_MS = 86_400_000;

const EVERYTHING: readonly OpenForm[] = RECORD_TYPES.flatMap((kind) => FORMS.map((form) => ({ kind, form })));
const OPEN: SharingSituation = { sharer: ONE, inTogetherTime: false, exchanged: EVERYTHING };

/** Long after every record of the tests. */
const LATER = parseCivilDate("2027-06-01");
if (!isOk(LATER)) throw new Error(LATER.error.type);
const today = LATER.value;

const instantAt = (text: string): Instant => {
  const at = parseEpochMs(Date.parse(text));
  if (!isOk(at)) throw new Error(at.error.type);
  return at.value;
};

const someForms = fc.subarray([...EVERYTHING]);
const weeks = days.map(mondayOf);

/** Every word that only a sensor, a place or a device could have put there, as a name or as a value. */
const SENSED_OR_PLACED = new RegExp(
  `"(${[...MOMENT_REASONS, "sensed", "logged", "left-app", "sound", "unknown", "unknownFields", "device", "reasons", "until", "utcOffset"].join("|")})"`,
);

/** All that a phone could ever show of these records, whoever shared what. */
const viewsOf = (records: readonly KnownRecord[], situation: SharingSituation): readonly SharedView[] =>
  [
    ...records.map((record) => sharedItem(record, situation)),
    ...[...new Set(records.map((record) => mondayOf(dayOf(record))))].flatMap((week) =>
      RECORD_TYPES.map((type) => sharedWeek(type, records, week, today, situation)),
    ),
  ].filter((view) => view !== null);

const dayOf = dayOfRecord;

describe.each(RECORD_TYPES)("of a record of kind %s", (type) => {
  const records: fc.Arbitrary<KnownRecord> = RECORDS_BY_TYPE[type];

  test("nothing leaves by default", () => {
    fc.assert(
      fc.property(records, (record) => {
        expect(viewsOf([record], { sharer: ONE, inTogetherTime: false, exchanged: [] })).toEqual([]);
        expect(viewsOf([record], { sharer: OTHER, inTogetherTime: false, exchanged: [] })).toEqual([]);
      }),
    );
  });

  test("nothing leaves in a form that is not open", () => {
    fc.assert(
      fc.property(records, someForms, (record, exchanged) => {
        const situation = { ...OPEN, sharer: record.owner, exchanged };
        const has = (form: OpenForm["form"]): boolean =>
          exchanged.some((one) => one.kind === type && one.form === form);
        if (!has("item")) expect(sharedItem(record, situation)).toBeNull();
        if (!has("weekly")) expect(sharedWeek(type, [record], mondayOf(dayOf(record)), today, situation)).toBeNull();
      }),
    );
  });

  test("nobody but its owner can share anything", () => {
    fc.assert(
      fc.property(records, (record) => {
        const sharer = record.owner === ONE ? OTHER : ONE;
        expect(viewsOf([record], { ...OPEN, sharer })).toEqual([]);
        expect(joinedTaps(record, sharer)).toBeNull();
      }),
    );
  });

  test("nothing leaves during a time together", () => {
    fc.assert(
      fc.property(records, (record) => {
        expect(viewsOf([record], { ...OPEN, sharer: record.owner, inTogetherTime: true })).toEqual([]);
      }),
    );
  });

  test("no clock time, offset, identifier, sensed or unknown field leaves by item or by week", () => {
    fc.assert(
      fc.property(records, (record) => {
        for (const view of viewsOf([record], { ...OPEN, sharer: record.owner })) {
          const text = JSON.stringify(view);
          expect(text).not.toMatch(/\d\d:\d\d|\d{9,}|[0-9a-f]{32}/);
          expect(text).not.toMatch(SENSED_OR_PLACED);
        }
      }),
    );
  });

  test("only the fields named in its row leave", () => {
    const { item, weekly } = RECORD_KINDS[type].sharing;
    const named = new Set([
      "type",
      "week",
      ...(item === "never" ? [] : item.fields),
      ...(weekly === "never" ? [] : weekly.fields),
    ]);
    fc.assert(
      fc.property(records, (record) => {
        for (const view of viewsOf([record], { ...OPEN, sharer: record.owner })) {
          for (const name of Object.keys(view)) expect(named).toContain(name);
        }
      }),
    );
  });

  test("what the table keeps cannot be opened, and is not shown even if an opening says so", () => {
    for (const form of FORMS) {
      const isKept = RECORD_KINDS[type].sharing[form] === "never";
      fc.assert(
        fc.property(instants, records, (now, record) => {
          const opened = openSharing(type, form, now);
          expect(opened.type).toBe(isKept ? "error" : "ok");
          if (!isKept) return;
          const forged: Opening = { kind: type, form, from: now, until: addToInstant(now, DAY_MS) };
          expect(exchangedForms([forged], [forged], now)).toEqual([]);
          const situation = { ...OPEN, sharer: record.owner };
          if (form === "item") expect(sharedItem(record, situation)).toBeNull();
          else expect(sharedWeek(type, [record], mondayOf(dayOf(record)), today, situation)).toBeNull();
        }),
      );
    }
  });
});

describe("an opening", () => {
  const open = (opening: ReturnType<typeof openSharing>): Opening => {
    if (!isOk(opening)) throw new Error(opening.error.type);
    return opening.value;
  };

  test("ends by itself after 28 days unless its owner chose another time", () => {
    fc.assert(
      fc.property(instants, (from) => {
        const bids = open(openSharing("bid", "weekly", from));
        const shown = (ms: number): number => exchangedForms([bids], [bids], addToInstant(from, ms)).length;
        expect([shown(-1), shown(0), shown(SHARING_DAYS * DAY_MS - 1), shown(SHARING_DAYS * DAY_MS)]).toEqual([
          0, 1, 1, 0,
        ]);
        const short = open(openSharing("bid", "weekly", from, 3));
        expect(short.until - short.from).toBe(3 * DAY_MS);
      }),
    );
    expect(SHARING_DAYS).toBe(28);
  });

  test.each([
    // Begun at noon in Berlin: over a change of the clocks it ends an hour later or earlier on the wall.
    ["2026-03-15T12:00:00+01:00", "2026-04-12T13:00:00+02:00"],
    ["2026-10-12T12:00:00+02:00", "2026-11-09T11:00:00+01:00"],
    // To the hour that comes twice, and from it.
    ["2026-09-27T02:30:00+02:00", "2026-10-25T02:30:00+02:00"],
    ["2026-10-25T02:30:00+01:00", "2026-11-22T02:30:00+01:00"],
  ])("begun at %s ends 28 times 24 hours later, at %s, whatever the clocks did meanwhile", (from, until) => {
    const bids = open(openSharing("bid", "item", instantAt(from)));
    expect(bids.until).toBe(instantAt(until));
    const shownTo = (other: Opening, ms: number): number =>
      exchangedForms([bids], [other], addToInstant(instantAt(until), ms)).length;
    // The other, in whatever zone, opened it an hour later: both end with the one that ends first.
    const later = open(openSharing("bid", "item", addToInstant(instantAt(from), 3_600_000)));
    expect([shownTo(later, -1), shownTo(later, 0)]).toEqual([1, 0]);
  });

  test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])("cannot last %s days", (length) => {
    const [from] = fc.sample(instants, 1);
    if (from === undefined) throw new Error("no sample");
    expect(openSharing("bid", "weekly", from, length)).toEqual({ type: "error", error: { type: "not-a-length" } });
  });

  const openings: fc.Arbitrary<readonly Opening[]> = fc.array(
    fc.record({
      kind: fc.constantFrom(...RECORD_TYPES),
      form: fc.constantFrom(...FORMS),
      from: instants,
      until: instants,
    }),
  );

  test("gives each no more than the other: what is exchanged is the same from both sides", () => {
    fc.assert(
      fc.property(openings, openings, instants, (a, b, now) => {
        expect(exchangedForms(a, b, now)).toEqual(exchangedForms(b, a, now));
        expect(exchangedForms(a, [], now)).toEqual([]);
      }),
    );
  });
});

describe("a week", () => {
  test("is shown only once it is over", () => {
    fc.assert(
      fc.property(fc.array(knownRecords), weeks, fc.integer({ min: -7, max: 14 }), (records, week, by) => {
        for (const type of RECORD_TYPES) {
          const view = sharedWeek(type, records, week, addDays(week, by), OPEN);
          if (by < 7) expect(view).toBeNull();
          else expect(view).toEqual(sharedWeek(type, records, week, today, OPEN));
        }
      }),
    );
  });

  test("without a record looks like one that was never shared", () => {
    fc.assert(
      fc.property(fc.array(knownRecords), weeks, (records, week) => {
        const elsewhere = records.filter((record) => mondayOf(dayOf(record)) !== week || record.owner !== ONE);
        for (const type of RECORD_TYPES) expect(sharedWeek(type, elsewhere, week, today, OPEN)).toBeNull();
      }),
    );
  });

  test("counts its owner's moments that count, and no others", () => {
    fc.assert(
      fc.property(fc.array(knownRecords), weeks, (records, week) => {
        const own = records
          .filter((record) => record.type === "moment")
          .filter((record) => record.owner === ONE && mondayOf(dayOf(record)) === week);
        const counted = own.filter((record) => verdictOf(record).type === "counted").length;
        const view = sharedWeek("moment", records, week, today, OPEN);
        expect(view).toEqual(own.length === 0 ? null : { type: "moment", week, counted });
      }),
    );
  });
});

describe("an item", () => {
  test("of a moment is shown only if it counts, and as the same word however the phone noticed it", () => {
    fc.assert(
      fc.property(RECORDS_BY_TYPE.moment, (moment) => {
        const view = sharedItem(moment, { ...OPEN, sharer: moment.owner });
        if (verdictOf(moment).type !== "counted") expect(view).toBeNull();
        else {
          const kind = moment.source.type === "sensed" ? "picked-up" : moment.source.kind;
          expect(view).toEqual({ type: "moment", day: dayOf(moment), kind });
        }
      }),
    );
  });

  test("of a check-in is shown only with all six answers", () => {
    fc.assert(
      fc.property(RECORDS_BY_TYPE["check-in"], ({ answers, ...rest }) => {
        const six = Object.fromEntries(Object.entries(answers).filter(([name]) => name !== "unknownFields"));
        const isComplete = !Object.values(six).includes(null);
        const view = sharedItem({ ...rest, answers }, { ...OPEN, sharer: rest.owner });
        expect(view).toEqual(isComplete ? { type: "check-in", week: rest.week, answers: six } : null);
      }),
    );
  });
});

describe("a time together that both joined", () => {
  test("leaves its taps on both phones and nothing else; one that was joined by nobody leaves nothing", () => {
    fc.assert(
      fc.property(RECORDS_BY_TYPE.together, (record) => {
        const view = joinedTaps(record, record.owner);
        if (record.participation.type === "one-phone") expect(view).toBeNull();
        else {
          expect(Object.keys(view ?? {})).toEqual(["type", "start", "pauses", "end"]);
          expect(view).toMatchObject({ start: formatInstant(record.start), pauses: { length: record.pauses.length } });
          expect(JSON.stringify(view)).not.toMatch(/[0-9a-f]{32}|sound|unknown|utcOffset/);
        }
      }),
    );
  });

  test("is the only kind that does", () => {
    fc.assert(
      fc.property(knownRecords, (record) => {
        if (record.type !== "together") expect(joinedTaps(record, record.owner)).toBeNull();
      }),
    );
  });
});

test("the sharing table of the specification says what the code does", () => {
  const text = readFileSync(new URL("../../../../docs/spec/records.md", import.meta.url), "utf8");
  const rows = [...text.matchAll(/^\| `([a-z-]+)` *\| (.+?) *\| (.+?) *\| (.+?) *\|$/gm)].map(([, ...cells]) => cells);
  const cell = (offer: { readonly fields: readonly string[] } | "never"): string =>
    offer === "never" ? "never" : offer.fields.map((field) => `\`${field}\``).join(", ");
  expect(rows).toEqual(
    RECORD_TYPES.map((type) => {
      const { item, weekly, joined } = RECORD_KINDS[type].sharing;
      return [type, cell(item), cell(weekly), cell(joined)];
    }),
  );
});

test("the day a record is shown with is the day that its owner's clock showed", () => {
  const offset = parseUtcOffset(14 * 60);
  if (!isOk(offset)) throw new Error(offset.error.type);
  fc.assert(
    fc.property(RECORDS_BY_TYPE.moment, (moment) => {
      const record = { ...moment, utcOffset: offset.value };
      const view = sharedItem(record, { ...OPEN, sharer: record.owner });
      if (view !== null) expect(view["day"]).toBe(civilDateAt(record.at, offset.value));
    }),
  );
});
