/**
 * Every kind of record against every rule of the product that concerns what is kept and sent. A kind that is added is tried
 * without being named here; a rule without a test says why.
 */
import { addDays, mondayOf, RECORD_KINDS, RECORD_TYPES, type KnownRecord, type RecordType } from "@undivided/domain";
import { RECORDS_BY_TYPE } from "@undivided/domain/arbitraries.contract";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createCouple, DAY_MS, must, newId, postedIn, seenFromOther, type Phone } from "./two-people.contract.ts";

/** Some records of a kind, of the week in which the tests begin, owned by this person and with one canary in every text. */
const samplesOf = (type: RecordType, { person }: Phone, count = 3): readonly KnownRecord[] => {
  const records: fc.Arbitrary<KnownRecord> = RECORDS_BY_TYPE[type];
  return fc
    .sample(records, { numRuns: count, seed: 7 })
    .map((record) => ofThisWeek({ ...record, owner: person, id: newId() }));
};

const ofThisWeek = (record: KnownRecord): KnownRecord => {
  switch (record.type) {
    case "moment":
      // One that counts, so that there would be something to show.
      return { ...record, at: START, corrections: [], source: { type: "logged", kind: "quick-reply" } };
    case "together":
      return { ...record, start: START, end: START, pauses: [], unknown: [], participation: { type: "one-phone" } };
    case "check-in":
      return { ...record, week: mondayOf(DAY), answers: WHOLE };
    case "phone-looks":
      return { ...record, week: mondayOf(DAY) };
    case "felt-second":
    case "good-moment":
    case "bid":
    case "reflection":
    case "look-back":
    case "plan":
    case "conversation":
    case "card":
    case "marked-day":
    case "together-hours":
      return { ...record, day: DAY };
    case "agreement":
      return { ...record, day: DAY, until: addDays(DAY, 9) };
    case "rest":
      // Long over, so that it keeps nothing from being sent.
      return { ...record, from: addDays(DAY, -9), until: addDays(DAY, -8) };
    case "ritual":
    case "four-weeks":
      return record;
  }
};

const couple = await createCouple();
const START = couple.world.now();
const DAY = couple.ann.journal.records.today();
const WHOLE = {
  ...{ feltImportant: 1, feltClose: 2, safeToBeVulnerable: 3 },
  ...{ feltRespected: 4, hadFunTogether: 5, ownStress: 1 },
};

/** Both keep these records and share whatever can be shared of them. */
const shareAll = async (type: RecordType, phones: readonly Phone[]): Promise<void> => {
  for (const phone of phones) {
    const { journal } = phone;
    for (const record of samplesOf(type, phone)) {
      const id = must(await journal.records.add(record));
      await journal.sharing.shareItem(id, 20);
    }
    await journal.sharing.openWeekly(type, 20);
  }
};

const isShareable = (type: RecordType): boolean => {
  const { item, weekly } = RECORD_KINDS[type].sharing;
  return item !== "never" || weekly !== "never";
};

type Rule = (type: RecordType) => Promise<void>;

const RULES: Record<1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12, Readonly<Record<string, Rule>> | string> = {
  1: {
    "only its owner writes it": async (type) => {
      const { ann, ben } = await createCouple();
      const [theirs] = samplesOf(type, ben);
      if (theirs === undefined) throw new Error("no sample");
      must(await ben.journal.records.add(theirs));
      const text = must(await ben.journal.files.toJsonLines());
      const report = must(await ann.journal.files.importJsonLines(text, { file: "ben.jsonl", adopt: false }));
      expect(report).toMatchObject({ added: 0, faults: [{ line: 1, reason: "another-person", path: ["owner"] }] });
      const [mine] = samplesOf(type, ann);
      if (mine === undefined) throw new Error("no sample");
      const id = must(await ann.journal.records.add(mine));
      const forged = { ...ann.journal.records.get(id), ...theirs, id };
      expect(await ann.journal.records.change(forged)).toMatchObject({ error: { type: "not-yours" } });
    },
  },
  2: {
    "nothing of it is sent by default": async (type) => {
      const { world, ann } = await createCouple();
      for (const record of samplesOf(type, ann)) must(await ann.journal.records.add(record));
      world.pass(10 * DAY_MS);
      await world.sync();
      expect(postedIn(ann)).toEqual([]);
    },
    "what one alone opens is not sent either": async (type) => {
      const { world, ann, ben } = await createCouple();
      await shareAll(type, [ann]);
      world.pass(7 * DAY_MS);
      await world.sync();
      expect(postedIn(ann).every((one) => one.type === "sign")).toBe(true);
      expect(ben.journal.sharing.fromPartner()).toBeNull();
    },
    "both see as much, and it ends by itself": async (type) => {
      const { world, ann, ben } = await createCouple();
      await shareAll(type, [ann, ben]);
      world.pass(7 * DAY_MS);
      await world.sync();
      const [one, other] = [ann.journal.sharing.fromPartner(), ben.journal.sharing.fromPartner()];
      expect(one === null).toBe(!isShareable(type));
      expect([one?.items.length, one?.weeks.length, one?.checkIns.length]).toEqual([
        other?.items.length,
        other?.weeks.length,
        other?.checkIns.length,
      ]);
      world.pass(14 * DAY_MS);
      await world.sync();
      expect([ann.journal.sharing.fromPartner(), postedIn(ann)]).toEqual([null, []]);
    },
  },
  3: {
    "no clock time, identifier, text, sense or place of it is sent, whatever is shared": async (type) => {
      const { world, ann, ben } = await createCouple();
      await shareAll(type, [ann, ben]);
      world.pass(7 * DAY_MS);
      await world.sync();
      for (const { type: kind, text } of postedIn(ann)) {
        const parsed: Readonly<Record<string, unknown>> = Object(JSON.parse(text));
        const { slot, from, until, view, version, ...rest } = parsed;
        expect([kind, rest]).toEqual([expect.stringMatching(/^(sign|view)$/), { type: kind }]);
        expect([typeof slot, typeof from, typeof until, version]).toEqual(["string", "string", "string", 1]);
        expect(JSON.stringify([slot, view ?? null])).not.toMatch(
          /\d\d:\d\d|\d{9,}|[0-9a-f]{32}|sensed|sound|device|utcOffset/,
        );
      }
    },
    "nothing of it is sent or shown while they are together": async (type) => {
      const { world, ann, ben } = await createCouple();
      for (const { journal } of [ann, ben]) must(await journal.together.start({ with: "nobody" }));
      await shareAll(type, [ann, ben]);
      await world.sync();
      expect([postedIn(ann), ann.journal.sharing.fromPartner()]).toEqual([[], null]);
    },
  },
  4: {
    "never shared, declined, ended, withdrawn and nothing there look the same": async (type) => {
      const { world, ann, ben } = await createCouple();
      await shareAll(type, [ann]);
      world.pass(7 * DAY_MS);
      await world.sync();
      const silence = seenFromOther(ann);
      await shareAll(type, [ben]);
      world.pass(7 * DAY_MS);
      await world.sync();
      for (const record of ben.journal.records.find({ types: [type] })) {
        must(await ben.journal.sharing.withdrawItem(record.id));
      }
      must(await ben.journal.sharing.closeWeekly(type));
      await world.sync();
      expect(seenFromOther(ann)).toEqual(silence);
    },
  },
  5: "no read model compares, ranks or adds up two people: `FromPartner` holds the other's views alone",
  6: {
    "nothing that the other writes changes what is mine": async (type) => {
      const { world, ann, ben } = await createCouple();
      for (const record of samplesOf(type, ann)) must(await ann.journal.records.add(record));
      const before = must(await ann.journal.files.toJsonLines());
      await shareAll(type, [ben]);
      must(await ben.journal.together.start({ with: "partner" }));
      must(await ben.journal.talk.enter(1));
      await world.sync();
      expect(must(await ann.journal.files.toJsonLines())).toBe(before);
      expect([ann.journal.together.running(), ann.journal.talk.state()]).toEqual([null, null]);
    },
  },
  7: "the journal senses nothing and reads no sensor",
  8: "yes to sound is no record: see `together/sound-state.test.ts`",
  9: {
    "one's own stays after leaving, the other's is gone on both sides": async (type) => {
      const { world, ann, ben } = await createCouple();
      await shareAll(type, [ann, ben]);
      world.pass(7 * DAY_MS);
      await world.sync();
      const own = must(await ann.journal.files.toJsonLines());
      must(await ann.journal.leave());
      await world.carry(ann, ben);
      must(await ben.journal.tend());
      for (const phone of [ann, ben]) {
        expect([phone.journal.pairing(), phone.journal.sharing.fromPartner(), postedIn(phone)]).toEqual([
          "ended",
          null,
          [],
        ]);
        expect(phone.journal.sharing.own()).toEqual({ items: [], weekly: [], spiral: null });
      }
      expect(must(await ann.journal.files.toJsonLines())).toBe(own);
    },
  },
  10: "the safety question is never stored: no kind of record and no document has a place for it",
  11: "the journal estimates nothing",
  12: {
    "no word of the other's choosing reaches one's own screen": async (type) => {
      const { world, ann, ben } = await createCouple();
      await shareAll(type, [ann, ben]);
      world.pass(7 * DAY_MS);
      await world.sync();
      const { item, weekly } = RECORD_KINDS[type].sharing;
      const fields = [...(item === "never" ? [] : item.fields), ...(weekly === "never" ? [] : weekly.fields)];
      for (const entry of ben.ours?.replica.state().own.values() ?? []) {
        if (entry.type === "deleted" || entry.member !== ben.ours?.keys.member) continue;
        const document: { readonly view?: object } = Object(JSON.parse(entry.last.text));
        const view = { ...document.view, ...Object.fromEntries(fields.map((name) => [name, "you always do this"])) };
        const text = JSON.stringify({ ...document, ...(document.view === undefined ? {} : { view }) });
        must(await ben.ours.replica.write({ type: "put", id: entry.id, text }));
      }
      await world.carry(ben, ann);
      expect(JSON.stringify(seenFromOther(ann))).not.toContain("you always");
      expect(ann.journal.sharing.fromPartner()).toBeNull();
    },
  },
};

/** A rule with a sentence in place of tests has none here. */
const tried = Object.entries(RULES).flatMap(([rule, tests]) =>
  typeof tests === "string" ? [] : [[rule, tests] as const],
);

describe.each(tried)("rule %s", (_rule, tests) => {
  describe.each(Object.entries(tests))("%s", (_title, rule) => {
    test.each(RECORD_TYPES)("(%s)", async (type) => {
      await rule(type);
    });
  });
});
