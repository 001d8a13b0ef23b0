import { coarsenFigures, parseCivilDate, type FiguresForBoth } from "@undivided/domain";
import { describe, expect, test } from "vitest";
import { createCouple, DAY_MS, must, postedIn, seenFromOther, type Phone, type World } from "../two-people.contract.ts";

const day = (text: string) => must(parseCivilDate(text));
/** The couple begins on Wednesday 18 November 2026. */
const weeksFrom = (from: string, until = "2026-11-15") => ({ from: day(from), until: day(until) });
const WEEKS = weeksFrom("2026-10-19");

const figuresWith = (low: number): FiguresForBoth =>
  coarsenFigures({
    hours: [4, 5, 6, 7],
    rate: { low, high: low * 2 },
    change: { low: 0.5, high: 1.1 },
    towards: 11,
    close: { low: 0, high: 0.2 },
    fun: null,
  });

const agree = async (): Promise<{ world: World; ann: Phone; ben: Phone }> => {
  const couple = await createCouple();
  must(await couple.ann.journal.report.confirm(WEEKS, figuresWith(1)));
  must(await couple.ben.journal.report.confirm(WEEKS, figuresWith(3)));
  await couple.world.sync();
  return couple;
};
const figuresOf = (phone: Phone) => postedIn(phone).filter(({ type }) => type === "report-figures");

describe("a report about both", () => {
  test("shows once each said yes on their own phone, the same on both, and holds no figure of one", async () => {
    const { ann, ben } = await agree();
    const shown = ann.journal.report.shown();
    expect(shown).toEqual(ben.journal.report.shown());
    expect(shown).toMatchObject({ weeks: WEEKS, figures: { hours: [4, 5, 6, 7], fun: null } });
    expect(shown?.figures.rate?.low).toBeGreaterThan(3);
    expect(figuresOf(ann)).toHaveLength(2);
  });

  test("before both said yes nothing of it leaves, and the hash of the few figures cannot be tried out", async () => {
    const { world, ann, ben } = await createCouple();
    const before = JSON.stringify(seenFromOther(ben));
    must(await ann.journal.report.confirm(WEEKS, figuresWith(1)));
    const first = postedIn(ann).map(({ text }) => text);
    must(await ann.journal.report.confirm(WEEKS, figuresWith(1)));
    await world.sync();
    expect(figuresOf(ben)).toEqual([]);
    expect(JSON.stringify(seenFromOther(ben))).toBe(before);
    const second = postedIn(ann).map(({ text }) => text);
    const over = /"over":"([0-9a-f]{64})"/;
    expect(first[0]?.match(over)?.[1]).not.toBe(second[0]?.match(over)?.[1]);
    expect(second).toHaveLength(1);
  });

  test.each(["never said", "said to other weeks", "taken back", "ended", "on a rest"])(
    "and the other's yes %s: the phone says the same",
    async (why) => {
      const { world, ann, ben } = await createCouple();
      must(await ann.journal.report.confirm(WEEKS, figuresWith(1)));
      const { confirm, takeBack } = ben.journal.report;
      if (why === "said to other weeks") must(await confirm(weeksFrom("2026-10-12", "2026-11-08"), figuresWith(2)));
      if (why === "taken back" || why === "ended") must(await confirm(WEEKS, figuresWith(2), 1));
      if (why === "on a rest") {
        must(await ben.journal.rest.begin("illness", null));
        must(await confirm(WEEKS, figuresWith(2)));
      }
      if (why === "taken back") must(await takeBack());
      if (why === "ended") world.pass(DAY_MS);
      await world.sync();
      expect(ann.journal.report.shown()).toBeNull();
      expect(ann.journal.report.own()).toMatchObject({ weeks: WEEKS });
      expect(seenFromOther(ann)).toEqual({
        ...{ shared: null, spiral: null, report: null, talk: null, together: null },
        ...{ proposals: { mine: [], theirs: [], agreed: [] }, agreements: [] },
      });
    },
  );

  test("closes for both when either takes back, and by itself after its days", async () => {
    const { world, ann, ben } = await agree();
    must(await ben.journal.report.takeBack());
    await world.sync();
    expect([ann.journal.report.shown(), ben.journal.report.shown(), figuresOf(ann)]).toEqual([null, null, []]);
    const again = await agree();
    again.world.pass(28 * DAY_MS);
    expect(again.ann.journal.report.shown()).toBeNull();
    await again.world.sync();
    expect([postedIn(again.ann), again.ann.journal.report.own()]).toEqual([[], null]);
  });

  test("is that report: a new yes with other figures makes none with the old yes", async () => {
    const { world, ann, ben } = await agree();
    must(await ben.journal.report.confirm(WEEKS, figuresWith(4)));
    await world.sync();
    expect([ann.journal.report.shown(), ben.journal.report.shown()]).toEqual([null, null]);
    must(await ann.journal.report.confirm(WEEKS, figuresWith(1)));
    await world.sync();
    expect(ann.journal.report.shown()?.figures.rate?.high).toBeGreaterThan(8);
  });

  test("with figures that are not those of the yes shows nothing", async () => {
    const { world, ann, ben } = await agree();
    const kept = ann.journal.report.shown();
    for (const { id, text } of figuresOf(ben)) {
      const forged = text.replace(/towards\\":\d+/, 'towards\\":9');
      await ben.ours?.replica.write({ type: "put", id, text: forged });
    }
    await world.carry(ben, ann);
    must(await ann.journal.tend());
    expect(kept).not.toBeNull();
    expect(postedIn(ann).filter(({ text }) => text.includes('towards\\":9'))).not.toEqual([]);
    expect(ann.journal.report.shown()).toBeNull();
  });

  test("of weeks that another report held some of is refused, so that no difference tells of a week", async () => {
    const { ann } = await agree();
    expect(ann.journal.report.given()).toEqual([WEEKS]);
    const other = await ann.journal.report.confirm(weeksFrom("2026-10-12"), figuresWith(1));
    expect(other).toMatchObject({ type: "error", error: { type: "overlaps-another" } });
  });

  test("is over whole weeks that are over", async () => {
    const { ann } = await createCouple();
    const tries = [
      weeksFrom("2026-10-20"),
      weeksFrom("2026-10-19", "2026-11-14"),
      weeksFrom("2026-10-26", "2026-11-22"),
      weeksFrom("2026-10-26"),
    ];
    for (const weeks of tries) {
      const tried = await ann.journal.report.confirm(weeks, figuresWith(1));
      expect(tried).toMatchObject({ error: { type: "not-whole-weeks" } });
    }
  });

  test("ends with the pairing, and a new one begins with nothing", async () => {
    const { world, ann, ben } = await agree();
    must(await ann.journal.leave());
    await world.sync();
    expect([ann.journal.report.shown(), ben.journal.report.shown()]).toEqual([null, null]);
    await world.pair(ann, await world.addPhone("cat"));
    expect([ann.journal.report.own(), ann.journal.report.given()]).toEqual([null, []]);
  });
});
