/** A time together put right by its owner: left without an end, ended by a slip, and with other times than were tapped. */
import { addToInstant, totalLengthMs, type Instant, type MomentReason, type RecordId } from "@undivided/domain";
import { describe, expect, test } from "vitest";
import { createCouple, createWorld, DAY_MS, HOUR_MS, MINUTE_MS, must, type Phone } from "../two-people.contract.ts";

const TALK: readonly MomentReason[] = ["was-resting", "talk", "other-phone-unknown"];
const OPEN: readonly MomentReason[] = ["was-resting", "no-sound", "other-phone-unknown"];

const moment = (at: Instant, reasons: readonly MomentReason[] = TALK) => ({
  ...{ kind: "picked-up" as const, at, reasons },
  until: addToInstant(at, 9000),
});

const minutes = (phone: Phone, id: RecordId): readonly number[] => {
  const exposure = phone.journal.together.lookBack(id)?.exposure;
  return [exposure?.joint ?? [], exposure?.alone ?? []].map((one) => totalLengthMs(one) / MINUTE_MS);
};

describe("a time together", () => {
  test("of which only the page was left ended, after a while, when it was last known to run", async () => {
    const world = createWorld();
    const ann = await world.addPhone("ann");
    for (const [awayMs, lasted] of [
      [5 * MINUTE_MS, 15],
      [2 * HOUR_MS, 10],
    ] as const) {
      const id = must(await ann.journal.together.start({ with: "nobody" }));
      world.pass(10 * MINUTE_MS);
      must(await ann.journal.together.save({ draft: null, unknown: [], urgent: true }));
      world.pass(awayMs);
      const { start, end } = must(await ann.journal.together.end({ left: true }));
      expect(((end ?? 0) - start) / MINUTE_MS).toBe(lasted);
      // What came after it was left is not known.
      expect(minutes(ann, id)).toEqual([0, 10]);
    }
  });

  test("goes on where the end was a slip: what lies between is unknown, and what was noticed stays", async () => {
    const world = createWorld();
    const ann = await world.addPhone("ann");
    const { together, records } = ann.journal;
    const id = must(await together.start({ with: "nobody" }));
    world.pass(10 * MINUTE_MS);
    must(await together.save({ draft: "with the pick-up that ended it", unknown: [], urgent: true }));
    const ended = must(await together.end());
    must(await together.addSensed(id, { moments: [moment(ended.start)], unknown: [] }));
    expect(together.lookBack(id)).toMatchObject({ stage: { type: "asks-guess" }, canGoOn: true });
    world.pass(2 * MINUTE_MS);
    must(await together.reopen(id));
    expect(together.running()).toMatchObject({ record: { id, end: null }, wasStopped: false, draft: "" });
    expect(await together.reopen(id)).toMatchObject({ error: { type: "not-running" } });
    world.pass(8 * MINUTE_MS);
    must(await together.end());
    expect(minutes(ann, id)).toEqual([0, 18]);
    expect(records.find({ types: ["moment"] })).toHaveLength(1);

    // A guess is about all of it: after that it has ended.
    must(await together.guess(id, 2));
    expect(together.lookBack(id)?.canGoOn).toBe(false);
    expect(await together.reopen(id)).toMatchObject({ error: { type: "not-running" } });
    // Nor is it offered later on.
    const other = must(await together.start({ with: "nobody" }));
    must(await together.end());
    expect(together.lookBack(other)?.canGoOn).toBe(true);
    world.pass(11 * MINUTE_MS);
    expect(together.lookBack(other)?.canGoOn).toBe(false);
  });
});

test("what was unknown before an end that was taken back stays so, whatever is saved after it", async () => {
  const world = createWorld();
  const ann = await world.addPhone("ann");
  const { together, records } = ann.journal;
  const id = must(await together.start({ with: "nobody" }));
  const start = world.now();
  const blind = { of: "motion", from: start, until: addToInstant(start, 10 * MINUTE_MS) } as const;
  world.pass(10 * MINUTE_MS);
  must(await together.save({ draft: null, unknown: [blind], urgent: true }));
  must(await together.end());
  world.pass(MINUTE_MS);
  must(await together.reopen(id));
  must(await together.save({ draft: "", unknown: [], urgent: true }));
  world.pass(10 * MINUTE_MS);
  must(await together.end());
  const until = addToInstant(blind.until, MINUTE_MS);
  expect(records.get(id)).toMatchObject({
    unknown: [
      { of: "motion", from: start, until },
      { of: "sound", from: blind.until, until },
      { of: "page", from: blind.until, until },
    ],
  });
});

describe("of two phones", () => {
  test("hear of an end that was taken back, but not once both ended and it is one time", async () => {
    const { world, ann, ben } = await createCouple();
    const ids = [];
    for (const { journal } of [ann, ben]) {
      ids.push(must(await journal.together.start({ with: "partner" })));
      await world.sync();
    }
    const [one, other] = ids;
    if (one === undefined || other === undefined) throw new Error("no time together");
    world.pass(10 * MINUTE_MS);
    must(await ann.journal.together.end());
    await world.sync();
    expect(ben.journal.together.running()?.other?.hasEnded).toBe(true);
    must(await ann.journal.together.reopen(one));
    await world.sync();
    expect(ben.journal.together.running()?.other?.hasEnded).toBe(false);
    world.pass(10 * MINUTE_MS);
    must(await ben.journal.together.end());
    await world.sync();
    must(await ann.journal.together.end());
    await world.sync();
    expect([minutes(ann, one), minutes(ben, other)]).toEqual([
      [20, 0],
      [20, 0],
    ]);
    for (const [phone, id] of [[ann, one] as const, [ben, other] as const]) {
      expect(phone.journal.together.lookBack(id)?.canGoOn).toBe(false);
      expect(await phone.journal.together.reopen(id)).toMatchObject({ error: { type: "not-running" } });
    }
  });
});

describe("sound that both said yes to", () => {
  test("is off from the other's end on, and on again where that was taken back", async () => {
    const { world, ann, ben } = await createCouple();
    let one: RecordId | null = null;
    for (const { journal } of [ann, ben]) {
      const id = must(await journal.together.start({ with: "partner" }));
      must(await journal.together.saySound("yes"));
      one ??= id;
      await world.sync();
    }
    await world.sync();
    if (one === null) throw new Error("no time together");
    const sound = () => ben.journal.together.running()?.sound.type;
    expect(sound()).toBe("on");
    world.pass(10 * MINUTE_MS);
    must(await ann.journal.together.end());
    await world.sync();
    expect(sound()).toBe("off");
    must(await ann.journal.together.reopen(one));
    await world.sync();
    expect(sound()).toBe("on");
    // What was read with sound before is still said to be that.
    must(await ann.journal.together.end());
    await world.sync();
    expect(must(await ben.journal.together.end())).toMatchObject({ sound: true });
  });
});

describe("times put right", () => {
  test("leaves what its owner's new times put outside out of the count, and keeps it", async () => {
    const world = createWorld();
    const ann = await world.addPhone("ann");
    const { together, records } = ann.journal;
    const id = must(await together.start({ with: "nobody" }));
    world.pass(HOUR_MS);
    must(await together.end());
    const start = addToInstant(world.now(), -HOUR_MS);
    const late = addToInstant(start, 50 * MINUTE_MS);
    must(await together.addSensed(id, { moments: [moment(start), moment(late), moment(late, OPEN)], unknown: [] }));
    must(await together.guess(id, null));
    const record = records.get(id);
    if (record?.type !== "together") throw new Error("no record");
    must(await records.change({ ...record, end: addToInstant(start, 40 * MINUTE_MS) }));
    expect(together.lookBack(id)?.stage).toMatchObject({
      ...{ counted: 1, open: 0, question: null, moments: { length: 1 }, outside: { length: 1 } },
    });
    must(await records.change(record));
    expect(together.lookBack(id)?.stage).toMatchObject({ counted: 2, outside: [] });
  });

  test("show the other no moment that they leave outside, nor its count", async () => {
    const { world, ann, ben } = await createCouple();
    const ids: RecordId[] = [];
    for (const { journal } of [ann, ben]) {
      const id = must(await journal.together.start({ with: "nobody" }));
      world.pass(HOUR_MS);
      must(await journal.together.end());
      must(await journal.together.addSensed(id, { moments: [moment(world.now())], unknown: [] }));
      for (const { type, id: one } of journal.records.find({ types: ["moment"] })) {
        if (type === "moment") must(await journal.sharing.shareItem(one));
      }
      must(await journal.sharing.openWeekly("moment"));
      ids.push(id);
    }
    world.pass(8 * DAY_MS);
    await world.sync();
    await world.sync();
    const shown = () => [ben.journal.sharing.fromPartner()?.items.length, ben.journal.sharing.fromPartner()?.weeks];
    expect(shown()).toMatchObject([1, [{ counted: 1 }]]);
    const [id] = ids;
    const record = id === undefined ? null : ann.journal.records.get(id);
    if (record?.type !== "together") throw new Error("no record");
    must(await ann.journal.records.change({ ...record, end: addToInstant(record.start, 30 * MINUTE_MS) }));
    await world.sync();
    await world.sync();
    // Nothing is left to show, which looks as everything else that is not shown.
    expect(ben.journal.sharing.fromPartner()).toBeNull();
  });

  test("show the other no moment that its owner says was none", async () => {
    const { world, ann, ben } = await createCouple();
    const shared: RecordId[] = [];
    for (const { journal } of [ann, ben]) {
      const id = must(await journal.together.start({ with: "nobody" }));
      world.pass(HOUR_MS);
      must(await journal.together.end());
      must(await journal.together.addSensed(id, { moments: [moment(world.now())], unknown: [] }));
      for (const { type, id: one } of journal.records.find({ types: ["moment"] })) {
        if (type !== "moment") continue;
        must(await journal.sharing.shareItem(one));
        shared.push(one);
      }
    }
    await world.sync();
    await world.sync();
    expect(ben.journal.sharing.fromPartner()?.items).toHaveLength(1);
    const [one] = shared;
    if (one === undefined) throw new Error("nothing shared");
    must(await ann.journal.records.correct(one, "wrong"));
    // At once, and not with the next tending.
    expect(ann.journal.sharing.fromPartner()).toBeNull();
    await world.sync();
    await world.sync();
    expect(ben.journal.sharing.fromPartner()).toBeNull();
    expect(ann.journal.sharing.own().items).toEqual([]);
    must(await ann.journal.records.takeBack(one, "wrong"));
    await world.sync();
    await world.sync();
    expect(ben.journal.sharing.fromPartner()?.items).toHaveLength(1);
  });
});
