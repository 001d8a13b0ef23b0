import { addToInstant, totalLengthMs, type Instant, type MomentReason, type RecordId } from "@undivided/domain";
import { describe, expect, test } from "vitest";
import {
  createCouple,
  createWorld,
  DAY_MS,
  HOUR_MS,
  MINUTE_MS,
  must,
  postedIn,
  type Phone,
  type World,
} from "../two-people.contract.ts";

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

/** Both start, sit for a while, end; the network carries what `each` does in between. */
const sit = async (world: World, phones: readonly Phone[], ms: number, each?: () => Promise<void>) => {
  const ids: RecordId[] = [];
  for (const { journal } of phones) {
    ids.push(must(await journal.together.start({ with: "partner" })));
    await each?.();
  }
  world.pass(ms);
  for (const { journal } of phones) {
    must(await journal.together.end());
    await each?.();
  }
  return ids;
};

describe("one phone", () => {
  test("counts pauses out, never before the last tap even if the clock goes back", async () => {
    const world = createWorld();
    const ann = await world.addPhone("ann");
    const id = must(await ann.journal.together.start({ with: "nobody" }));
    expect(await ann.journal.together.start({ with: "nobody" })).toMatchObject({ error: { type: "already-running" } });
    world.pass(10 * MINUTE_MS);
    must(await ann.journal.together.pause());
    world.pass(5 * MINUTE_MS);
    must(await ann.journal.together.resume());
    ann.clockMs = -3 * HOUR_MS;
    must(await ann.journal.together.pause());
    ann.clockMs = 0;
    world.pass(10 * MINUTE_MS);
    must(await ann.journal.together.resume());
    world.pass(MINUTE_MS);
    must(await ann.journal.together.end());
    expect(minutes(ann, id)).toEqual([0, 11]);
  });

  test("dates each tap by when it was made, however long what was asked before it takes", async () => {
    const world = createWorld();
    const ann = await world.addPhone("ann");
    const { together } = ann.journal;
    const id = must(await together.start({ with: "nobody" }));
    world.pass(10 * MINUTE_MS);
    const tapped = [together.sayBackIn(MINUTE_MS), together.pause(), together.end()];
    // What stands before the end is still being kept while time goes on.
    world.pass(5 * MINUTE_MS);
    for (const done of tapped) must(await done);
    const record = ann.journal.records.find({ types: ["together"] }).find((one) => one.id === id);
    const at = addToInstant(world.now(), -5 * MINUTE_MS);
    expect(record).toMatchObject({ end: at, pauses: [{ from: at }] });
  });

  test("asks for the guess first, for each open moment once, and never again", async () => {
    const world = createWorld();
    const ann = await world.addPhone("ann");
    const { together, records } = ann.journal;
    const [id] = await sit(world, [ann], HOUR_MS);
    if (id === undefined) throw new Error("no time together");
    const start = addToInstant(world.now(), -HOUR_MS);
    const sensed = { moments: [moment(start), moment(addToInstant(start, MINUTE_MS), OPEN)], unknown: [] };
    must(await together.addSensed(id, sensed));
    must(await together.addSensed(id, sensed));
    expect(together.lookBack(id)?.stage).toEqual({ type: "asks-guess" });
    must(await together.guess(id, 3));
    must(await together.guess(id, 1));
    expect(together.lookBack(id)?.stage).toMatchObject({ guess: 3, counted: 1, open: 1, question: { length: 1 } });
    must(await together.markAsked(id));
    await world.restart(ann);
    expect(ann.journal.together.lookBack(id)?.stage).toMatchObject({ guess: 3, open: 1, question: null });
    expect(records.find({ types: ["moment"] })).toHaveLength(2);
    const removal = must(await ann.journal.records.remove(id));
    expect(removal.records).toHaveLength(4);
    expect(ann.journal.records.find()).toEqual([]);
  });

  test("that was stopped says so, and what lies between is unknown", async () => {
    const world = createWorld();
    const ann = await world.addPhone("ann");
    const id = must(await ann.journal.together.start({ with: "nobody" }));
    world.pass(10 * MINUTE_MS);
    must(await ann.journal.together.save({ draft: "lifted 3", unknown: [] }));
    world.pass(4 * MINUTE_MS);
    await world.restart(ann);
    expect(ann.journal.together.running()).toMatchObject({ wasStopped: true, draft: "lifted 3" });
    must(await ann.journal.together.continueAfterStop());
    world.pass(6 * MINUTE_MS);
    must(await ann.journal.together.end());
    expect(minutes(ann, id)).toEqual([0, 16]);
  });

  test("that was stopped for long ended when it was last known to run", async () => {
    const world = createWorld();
    const ann = await world.addPhone("ann");
    const id = must(await ann.journal.together.start({ with: "nobody" }));
    world.pass(30 * MINUTE_MS);
    must(await ann.journal.together.save({ draft: null, unknown: [], urgent: true }));
    world.pass(13 * HOUR_MS);
    await world.restart(ann);
    expect(ann.journal.together.running()).toBeNull();
    expect(minutes(ann, id)).toEqual([0, 30]);
  });

  test("saves no more often than every two minutes unless it must", async () => {
    const world = createWorld();
    const ann = await world.addPhone("ann");
    must(await ann.journal.together.start({ with: "nobody" }));
    const heads = () => ann.mine.replica.summary().heads;
    const before = heads();
    for (let second = 0; second < 100; second += 1) {
      world.pass(1000);
      must(await ann.journal.together.save({ draft: `${second}`, unknown: [] }));
    }
    expect(heads()).toEqual(before);
    must(await ann.journal.together.save({ draft: "now", unknown: [], urgent: true }));
    expect(heads()).not.toEqual(before);
  });

  test("takes a pick-up that was named first as announced", async () => {
    const world = createWorld();
    const ann = await world.addPhone("ann");
    const id = must(await ann.journal.together.start({ with: "nobody" }));
    world.pass(10 * MINUTE_MS);
    const lifted = world.now();
    world.pass(3000);
    must(await ann.journal.together.sayBackIn(120_000));
    world.pass(10 * MINUTE_MS);
    must(await ann.journal.together.end());
    must(await ann.journal.together.addSensed(id, { moments: [moment(lifted)], unknown: [] }));
    must(await ann.journal.together.guess(id, null));
    expect(ann.journal.together.lookBack(id)?.stage).toMatchObject({
      counted: 0,
      moments: [{ verdict: { type: "not-counted", because: "said-why-first" } }],
    });
  });
});

describe("two phones", () => {
  test("without a network all the while become one time afterwards, also weeks later", async () => {
    const { world, ann, ben } = await createCouple();
    const [one, other] = await sit(world, [ann, ben], HOUR_MS);
    if (one === undefined || other === undefined) throw new Error("no time together");
    world.pass(20 * DAY_MS);
    for (const phone of [ann, ben]) expect(phone.journal.together.lookBack(one)?.exposure.joint ?? []).toEqual([]);
    await world.sync();
    expect([minutes(ann, one), minutes(ben, other)]).toEqual([
      [60, 0],
      [60, 0],
    ]);
    expect(postedIn(ann).map(({ type }) => type)).toEqual(["taps", "taps"]);
  });

  test("with a clock that is wrong by years are one time once they heard each other", async () => {
    const { world, ann, ben } = await createCouple();
    ben.clockMs = -11 * 365 * DAY_MS;
    const [one, other] = await sit(world, [ann, ben], HOUR_MS, async () => {
      world.pass(200);
      await world.sync();
    });
    if (one === undefined || other === undefined) throw new Error("no time together");
    await world.sync();
    for (const [phone, id] of [[ann, one] as const, [ben, other] as const]) {
      expect(minutes(phone, id)[0]).toBeCloseTo(60, 1);
      expect(phone.journal.records.get(id)).toMatchObject({ participation: { clockErrorMs: expect.any(Number) } });
    }
  });

  test("of which one sat at another hour are two times, and the other never hears of it", async () => {
    const { world, ann, ben } = await createCouple();
    const [one] = await sit(world, [ann], HOUR_MS);
    world.pass(2 * HOUR_MS);
    const [other] = await sit(world, [ben], HOUR_MS);
    if (one === undefined || other === undefined) throw new Error("no time together");
    await world.sync();
    expect([minutes(ann, one), minutes(ben, other)]).toEqual([
      [0, 60],
      [0, 60],
    ]);
    world.pass(29 * DAY_MS);
    await world.sync();
    expect(postedIn(ann)).toEqual([]);
  });

  test("keep their unknown stretches to themselves: each has an exposure of its own", async () => {
    const { world, ann, ben } = await createCouple();
    const [one, other] = await sit(world, [ann, ben], HOUR_MS);
    if (one === undefined || other === undefined) throw new Error("no time together");
    const lost = { from: addToInstant(world.now(), -20 * MINUTE_MS), until: addToInstant(world.now(), -5 * MINUTE_MS) };
    must(await ann.journal.together.addSensed(one, { moments: [], unknown: [{ of: "motion", ...lost }] }));
    await world.sync();
    expect([minutes(ann, one), minutes(ben, other)]).toEqual([
      [45, 0],
      [60, 0],
    ]);
    expect(postedIn(ben).every(({ text }) => !text.includes("motion"))).toBe(true);
  });

  test("have the whole of it as exposure where only the sound was not known", async () => {
    const { world, ann, ben } = await createCouple();
    const [one] = await sit(world, [ann, ben], HOUR_MS);
    if (one === undefined) throw new Error("no time together");
    const silent = { from: addToInstant(world.now(), -HOUR_MS), until: world.now() };
    must(await ann.journal.together.addSensed(one, { moments: [], unknown: [{ of: "sound", ...silent }] }));
    await world.sync();
    expect(minutes(ann, one)).toEqual([60, 0]);
  });

  test("that were joined wrongly are parted by their owner, for good", async () => {
    const { world, ann, ben } = await createCouple();
    const [one, other] = await sit(world, [ann, ben], HOUR_MS);
    if (one === undefined || other === undefined) throw new Error("no time together");
    await world.sync();
    must(await ann.journal.together.unjoin(one));
    await world.sync();
    expect([minutes(ann, one), minutes(ben, other)]).toEqual([
      [0, 60],
      [60, 0],
    ]);
    expect(postedIn(ann)).toHaveLength(1);
  });

  test("hear a no to sound, and no yes of an earlier time", async () => {
    const { world, ann, ben } = await createCouple();
    must(await ben.journal.together.start({ with: "partner" }));
    must(await ben.journal.together.saySound("yes"));
    world.pass(2 * HOUR_MS);
    await world.sync();
    await world.restart(ben);
    must(await ann.journal.together.start({ with: "partner" }));
    must(await ann.journal.together.saySound("yes"));
    await world.sync();
    expect(ann.journal.together.running()).toMatchObject({ sound: { missing: "theirs-here" }, other: null });
    must(await ben.journal.together.saySound("no"));
    await world.sync();
    expect(ann.journal.together.running()?.sound).toEqual({ type: "off" });
    must(await ann.journal.together.saySoundHere("yes"));
    expect(ann.journal.together.running()?.sound).toEqual({ type: "off" });
  });

  test("see of each other what was tapped, and afterwards none of it is left", async () => {
    const { world, ann, ben } = await createCouple();
    await sit(world, [ann, ben], 10 * MINUTE_MS, async () => {
      if (ann.journal.together.running() !== null) must(await ann.journal.together.sayBackIn(120_000));
      await world.sync();
      const running = ben.journal.together.running();
      if (running === null || running.other?.hasEnded === true) return;
      expect(running.other?.backAt).toBe(addToInstant(world.now(), 120_000));
    });
    await world.sync();
    expect(postedIn(ben).every(({ text }) => !/sound|back/.test(text))).toBe(true);
  });

  test("give the spiral view its times only while both opened it", async () => {
    const { world, ann, ben } = await createCouple();
    const ids = await sit(world, [ann, ben], HOUR_MS);
    const from = addToInstant(world.now(), -30 * MINUTE_MS);
    for (const [index, { journal }] of [ann, ben].entries()) {
      const id = ids[index];
      if (id === undefined) throw new Error("no time together");
      const sensed = { moments: [moment(addToInstant(from, index * MINUTE_MS))], unknown: [] };
      must(await journal.together.addSensed(id, sensed));
    }
    await world.sync();
    must(await ann.journal.sharing.openSpiral());
    world.pass(DAY_MS);
    await world.sync();
    expect([ann.journal.sharing.spiral(), ben.journal.sharing.spiral()]).toEqual([null, null]);
    expect(postedIn(ann).filter(({ type }) => type === "view")).toEqual([]);
    must(await ben.journal.sharing.openSpiral());
    await world.sync();
    const half = 30 * MINUTE_MS;
    const windows = [[0, HOUR_MS]];
    expect(ann.journal.sharing.spiral()).toEqual({ windows, mine: [half], theirs: [half + MINUTE_MS] });
    expect(ben.journal.sharing.spiral()).toEqual({ windows, mine: [half + MINUTE_MS], theirs: [half] });
    must(await ann.journal.sharing.closeSpiral());
    await world.sync();
    expect([ann.journal.sharing.spiral(), ben.journal.sharing.spiral()]).toEqual([null, null]);
  });

  test("leave out of the spiral view what its owner says came from outside, and keep to themselves that it was", async () => {
    const { world, ann, ben } = await createCouple();
    const ids = await sit(world, [ann, ben], HOUR_MS);
    const from = addToInstant(world.now(), -HOUR_MS);
    const given = [
      [30, 45],
      [31, 50],
    ];
    for (const [index, { journal }] of [ann, ben].entries()) {
      const id = ids[index];
      if (id === undefined) throw new Error("no time together");
      const moments = (given[index] ?? []).map((minute) => moment(addToInstant(from, minute * MINUTE_MS)));
      must(await journal.together.addSensed(id, { moments, unknown: [] }));
      must(await journal.sharing.openSpiral());
    }
    world.pass(DAY_MS);
    await world.sync();
    const seenBy = ({ journal }: Phone): readonly (readonly number[] | undefined)[] => {
      const times = journal.sharing.spiral();
      return [times?.mine, times?.theirs].map((one) => one?.map((time) => time / MINUTE_MS));
    };
    expect([seenBy(ann), seenBy(ben)]).toEqual([
      [given[0], given[1]],
      [given[1], given[0]],
    ]);
    const rang = ann.journal.records
      .find({ types: ["moment"] })
      .find((one) => one.type === "moment" && one.at === addToInstant(from, 30 * MINUTE_MS));
    if (rang === undefined) throw new Error("no moment");
    must(await ann.journal.records.correct(rang.id, "from-outside"));
    await world.sync();
    expect([seenBy(ann), seenBy(ben)]).toEqual([
      [[45], given[1]],
      [given[1], [45]],
    ]);
    expect(postedIn(ann).every(({ text }) => !text.includes("outside"))).toBe(true);
    must(await ann.journal.records.takeBack(rang.id, "from-outside"));
    await world.sync();
    expect(seenBy(ben)).toEqual([given[1], given[0]]);
  });
});

test("a night in which the clocks change keeps its length and its day", async () => {
  const world = createWorld("2026-10-24T23:30:00.000Z");
  const ann = await world.addPhone("ann");
  ann.offsetMinutes = 120;
  const id = must(await ann.journal.together.start({ with: "nobody" }));
  world.pass(3 * HOUR_MS);
  ann.offsetMinutes = 60;
  must(await ann.journal.together.end());
  expect(minutes(ann, id)).toEqual([0, 180]);
  must(await ann.journal.records.logMoment("quick-reply"));
  expect(ann.journal.records.find().map(({ type }) => type)).toHaveLength(2);
  expect(ann.journal.records.find({ until: ann.journal.records.today() })).toHaveLength(2);
});
