import { parseCivilDate } from "@undivided/domain";
import { describe, expect, test } from "vitest";
import { at, createCouple, createWorld, DAY_MS, MINUTE_MS, must, postedIn } from "./two-people.contract.ts";

const day = (text: string) => must(parseCivilDate(text));
const MONDAY = day("2026-11-16");
const ALL_FIVE = {
  feltImportant: 5,
  feltClose: 4,
  safeToBeVulnerable: 3,
  feltRespected: 4,
  hadFunTogether: 5,
  ownStress: 2,
};

describe("own records", () => {
  test("are logged, found by day and kind, corrected, changed", async () => {
    const world = createWorld();
    const ann = await world.addPhone("ann");
    const { records } = ann.journal;
    const id = must(await records.logMoment("quick-reply"));
    world.pass(MINUTE_MS);
    must(await records.logGoodMoment("eye-contact"));
    must(await records.logBid("answered", day("2026-11-17")));
    expect(records.find().map(({ type }) => type)).toEqual(["moment", "good-moment", "bid"]);
    expect(records.find({ types: ["bid"] })).toHaveLength(1);
    expect(records.find({ from: day("2026-11-18") })).toHaveLength(2);
    must(await records.correct(id, "needed"));
    must(await records.correct(id, "said-why-first", 120_000));
    must(await records.takeBack(id, "needed"));
    expect(records.get(id)).toMatchObject({
      corrections: [
        { type: "said", correction: "needed" },
        { type: "said", correction: "said-why-first", announcedMs: 120_000 },
        { type: "taken-back", correction: "needed" },
      ],
    });
  });

  test("keep corrections that two own devices made apart", async () => {
    const world = createWorld();
    const phone = await world.addPhone("ann");
    const laptop = await world.addPhone("ann's laptop", phone);
    const id = must(await phone.journal.records.logMoment("quick-reply"));
    await world.sync();
    must(await phone.journal.records.correct(id, "needed"));
    world.pass(1000);
    must(await laptop.journal.records.correct(id, "lull"));
    must(await laptop.journal.records.takeBack(id, "lull"));
    await world.sync();
    for (const { journal } of [phone, laptop]) {
      expect(journal.records.get(id)).toMatchObject({
        corrections: [{ correction: "needed" }, { correction: "lull" }, { correction: "lull", type: "taken-back" }],
      });
    }
  });

  test("that are deleted are hidden at once, can be brought back for a minute, and are then gone for good", async () => {
    const world = createWorld();
    const ann = await world.addPhone("ann");
    const { records } = ann.journal;
    const [kept, gone] = [must(await records.logGoodMoment("eye-contact")), must(await records.logBid("missed"))];
    const first = must(await records.remove(kept));
    const second = must(await records.remove(gone));
    expect(records.find()).toEqual([]);
    must(await records.undo(first.id));
    expect(records.find()).toHaveLength(1);
    await world.restart(ann);
    expect(ann.journal.records.removals()).toMatchObject([{ id: second.id }]);
    world.pass(MINUTE_MS);
    must(await ann.journal.tend());
    expect(ann.journal.records.removals()).toEqual([]);
    expect(await ann.journal.records.undo(second.id)).toMatchObject({ error: { type: "nothing-there" } });
    expect(ann.journal.records.find()).toHaveLength(1);
    const left = [...ann.mine.replica.state().own.values()].filter(({ type }) => type === "present");
    expect(left).toHaveLength(1);
  });
});

test("a deletion can be undone even while another own device has a clock that is ahead", async () => {
  const world = createWorld();
  const phone = await world.addPhone("ann");
  const laptop = await world.addPhone("ann's laptop", phone);
  const id = must(await phone.journal.records.logGoodMoment("eye-contact"));
  const removal = must(await phone.journal.records.remove(id));
  await world.sync();
  world.pass(30_000);
  laptop.clockMs = 60_000;
  await world.sync();
  must(await phone.journal.records.undo(removal.id));
  await world.sync();
  for (const { journal } of [phone, laptop]) expect(journal.records.get(id)).not.toBeNull();
});

describe("a check-in", () => {
  test("is answered apart and shown to both only when both answered and chose to share", async () => {
    const { world, ann, ben } = await createCouple();
    const mine = must(await ann.journal.records.checkIn(MONDAY, ALL_FIVE));
    must(await ann.journal.sharing.shareItem(mine));
    await world.sync();
    expect(postedIn(ben).map(({ type }) => type)).toEqual(["sign"]);
    const theirs = must(await ben.journal.records.checkIn(MONDAY, { ...ALL_FIVE, ownStress: 5 }));
    await world.sync();
    expect([ann, ben].map(({ journal }) => journal.sharing.fromPartner())).toEqual([null, null]);
    must(await ben.journal.sharing.shareItem(theirs));
    await world.sync();
    expect(ann.journal.sharing.fromPartner()?.checkIns).toMatchObject([{ week: MONDAY, theirs: { ownStress: 5 } }]);
    expect(ben.journal.sharing.fromPartner()?.checkIns).toMatchObject([{ week: MONDAY, theirs: { ownStress: 2 } }]);
    must(await ann.journal.sharing.withdrawItem(mine));
    await world.sync();
    expect([ann, ben].map(({ journal }) => journal.sharing.fromPartner())).toEqual([null, null]);
  });

  test("answered and shared at the same moment, without a network, is exchanged too", async () => {
    const { world, ann, ben } = await createCouple();
    for (const { journal } of [ann, ben]) {
      must(await journal.sharing.shareItem(must(await journal.records.checkIn(MONDAY, ALL_FIVE))));
    }
    await world.sync();
    for (const { journal } of [ann, ben]) expect(journal.sharing.fromPartner()?.checkIns).toHaveLength(1);
  });
});

describe("weekly summaries", () => {
  test("are shown after the week, to both, and end by themselves", async () => {
    const { world, ann, ben } = await createCouple();
    for (const { journal } of [ann, ben]) {
      must(await journal.records.logGoodMoment("eye-contact"));
      must(await journal.sharing.openWeekly("good-moment"));
    }
    await world.sync();
    expect(ann.journal.sharing.fromPartner()).toBeNull();
    world.pass(5 * DAY_MS);
    await world.sync();
    expect(ann.journal.sharing.fromPartner()?.weeks).toEqual([{ type: "good-moment", week: MONDAY, count: 1 }]);
    world.pass(24 * DAY_MS);
    expect(ann.journal.sharing.fromPartner()).toBeNull();
    await world.sync();
    expect(postedIn(ann)).toEqual([]);
  });
});

describe("a time together of two phones", () => {
  test("is one where the taps overlap, and counts alone for the rest", async () => {
    const { world, ann, ben } = await createCouple();
    expect(ben.journal.together.isPartnerReady()).toBe(false);
    const one = must(await ann.journal.together.start({ with: "partner" }));
    await world.sync();
    expect(ben.journal.together.isPartnerReady()).toBe(true);
    expect(ann.journal.together.isPartnerReady()).toBe(false);
    world.pass(5 * MINUTE_MS);
    const other = must(await ben.journal.together.start({ with: "partner" }));
    await world.sync();
    expect(ann.journal.together.running()).toMatchObject({ other: { sound: null, hasEnded: false } });
    must(await ann.journal.together.saySound("yes"));
    expect(ann.journal.together.running()?.sound).toEqual({ type: "asking", missing: "theirs" });
    await world.sync();
    must(await ben.journal.together.saySound("yes"));
    await world.sync();
    for (const { journal } of [ann, ben]) expect(journal.together.running()?.sound).toEqual({ type: "on" });
    world.pass(30 * MINUTE_MS);
    must(await ann.journal.together.end());
    await world.sync();
    expect(ben.journal.together.running()?.other?.hasEnded).toBe(true);
    expect(ben.journal.together.isPartnerReady()).toBe(false);
    world.pass(10 * MINUTE_MS);
    must(await ben.journal.together.end());
    await world.sync();
    const minutes = (intervals: readonly { from: number; until: number }[] | undefined): number =>
      (intervals ?? []).reduce((sum, { from, until }) => sum + (until - from) / MINUTE_MS, 0);
    for (const [phone, id, alone] of [
      [ann, one, 5],
      [ben, other, 10],
    ] as const) {
      const lookBack = phone.journal.together.lookBack(id);
      expect([minutes(lookBack?.exposure.joint), minutes(lookBack?.exposure.alone)]).toEqual([30, alone]);
      expect(lookBack?.record.sound).toBe(true);
    }
    expect(postedIn(ann).map(({ type }) => type)).toEqual(["taps", "taps"]);
    expect(at("2026-11-18T18:45:00.000Z")).toBe(world.now());
  });
});

describe("what has ended", () => {
  test("is not revived by a clock that is set back", async () => {
    const { world, ann, ben } = await createCouple();
    for (const { journal } of [ann, ben]) {
      must(await journal.sharing.shareItem(must(await journal.records.logGoodMoment("eye-contact")), 1));
    }
    await world.sync();
    expect(ann.journal.sharing.fromPartner()?.items).toHaveLength(1);
    world.pass(2 * DAY_MS);
    await world.sync();
    for (const phone of [ann, ben]) phone.clockMs = -2 * DAY_MS;
    await world.sync();
    for (const phone of [ann, ben]) expect([phone.journal.sharing.fromPartner(), postedIn(phone)]).toEqual([null, []]);
  });

  test("is hidden by the reader's clock alone, before anybody tends to anything", async () => {
    const { world, ann, ben } = await createCouple();
    for (const { journal } of [ann, ben]) {
      must(await journal.sharing.shareItem(must(await journal.records.logGoodMoment("eye-contact")), 1));
    }
    await world.sync();
    world.pass(DAY_MS);
    expect(ann.journal.sharing.fromPartner()).toBeNull();
    expect(postedIn(ann).length).toBeGreaterThan(0);
  });
});

test("who stops showing stops seeing, before the other has heard of it", async () => {
  const { world, ann, ben } = await createCouple();
  const ids = new Map<typeof ann, Awaited<ReturnType<typeof ann.journal.records.logBid>>>();
  for (const phone of [ann, ben]) {
    const id = await phone.journal.records.logGoodMoment("eye-contact");
    ids.set(phone, id);
    must(await phone.journal.sharing.shareItem(must(id)));
  }
  await world.sync();
  expect(ann.journal.sharing.fromPartner()?.items).toHaveLength(1);
  must(await ann.journal.sharing.withdrawItem(must(ids.get(ann))));
  expect(ann.journal.sharing.fromPartner()).toBeNull();
});

describe("another pairing", () => {
  test("begins with nothing of the one before", async () => {
    const { world, ann, ben } = await createCouple();
    must(await ann.journal.records.logGoodMoment("eye-contact"));
    must(await ann.journal.sharing.shareItem(must(await ann.journal.records.logBid("answered"))));
    must(await ann.journal.sharing.openWeekly("good-moment"));
    must(await ben.ours?.replica.leave());
    ann.ours = null;
    const cleo = await world.addPhone("cleo");
    await world.pair(ann, cleo);
    world.pass(8 * DAY_MS);
    await world.sync(ann, cleo);
    expect([ann.journal.sharing.own(), postedIn(ann)]).toEqual([{ items: [], weekly: [], spiral: null }, []]);
  });
});

describe("two processes on one store", () => {
  test("see what the other wrote after a refresh, and lose nothing", async () => {
    const world = createWorld();
    const ann = await world.addPhone("ann");
    const first = ann.journal;
    await world.restart(ann);
    const second = ann.journal;
    must(await first.records.logBid("missed"));
    must(await second.records.logBid("answered"));
    must(await first.refresh());
    must(await second.refresh());
    for (const journal of [first, second]) expect(journal.records.find({ types: ["bid"] })).toHaveLength(2);
  });

  test("tell who listens, after each change and no more once it ended", async () => {
    const world = createWorld();
    const ann = await world.addPhone("ann");
    let told = 0;
    const end = ann.journal.subscribe(() => (told += 1));
    must(await ann.journal.records.logBid("missed"));
    expect(told).toBe(1);
    end();
    must(await ann.journal.records.logBid("missed"));
    expect(told).toBe(1);
  });
});
