/**
 * Random lives of two people with three phones: they log, share, sit together, propose, delete, pause, while networks are cut,
 * apps are stopped, storage fails and one clock is wrong. Whatever happens, what holds must hold.
 *
 * Each run has a seed, which stands in the title of its test; `UNDIVIDED_SEED` runs another one.
 */
import { addDays, addToInstant, mondayOf, type RecordId, type Result } from "@undivided/domain";
import type { LogStore } from "@undivided/vault";
import { describe, expect, test } from "vitest";
import type { Agreement } from "./index.ts";
import { createWorld, DAY_MS, HOUR_MS, MINUTE_MS, must, postedIn, type Phone } from "./two-people.contract.ts";

const CANARY = "kanarienvogel";

/** Mulberry32 (public domain): numbers in [0, 1) that a seed repeats. */
const createChance = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** A store that keeps nothing while `faults.chance` strikes. */
const failing =
  (faults: { chance: () => boolean }) =>
  (store: LogStore): LogStore => ({
    ...store,
    append: async (space, entries) =>
      faults.chance() ? { type: "error", error: { type: "storage-failed" } } : store.append(space, entries),
  });

const slotsOf = (phone: Phone): unknown => {
  const seen = phone.journal.sharing.fromPartner();
  if (seen === null) return null;
  return {
    items: [...new Set(seen.items.map(({ type }) => JSON.stringify(type)))].toSorted(),
    weeks: seen.weeks.map(({ type, week }) => JSON.stringify([type, week])).toSorted(),
    checkIns: seen.checkIns.map(({ week }) => week),
  };
};

const given = process.env["UNDIVIDED_SEED"];
const seeds = given === undefined ? [1, 2, 3, 4, 5, 6] : [Number(given)];

describe("whatever two people do", () => {
  test.each(seeds)("nothing written is lost, nothing private is sent, both see as much (seed %i)", async (seed) => {
    const chance = createChance(seed);
    const faults = { chance: () => false };
    const world = createWorld(undefined, failing(faults));
    const ann = await world.addPhone("ann");
    const laptop = await world.addPhone("ann's laptop", ann);
    const ben = await world.addPhone("ben");
    await world.sync();
    await world.pair(ann, ben);
    await world.join(laptop, ann);
    await world.sync();
    faults.chance = () => chance() < 0.03;
    ben.clockMs = Math.floor((chance() - 0.5) * 20_000);

    const phoneTime = (phone: Phone): number => world.now() + phone.clockMs;
    const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(chance() * list.length)];
    const written = new Map<RecordId, Phone["person"]>();
    const removed = new Set<RecordId>();
    const undone = new Set<RecordId>();
    const note = (phone: Phone, result: Result<RecordId, unknown>): void => {
      if (result.type === "ok") written.set(result.value, phone.person);
    };
    const carrySome = async (from: Phone): Promise<void> => {
      const to = pick(world.phones);
      if (to !== undefined && to !== from) await world.carry(from, to).catch(() => undefined);
    };
    const answers = () => {
      const one = (): number => 1 + Math.floor(chance() * 5);
      return {
        ...{ feltImportant: one(), feltClose: one(), safeToBeVulnerable: one() },
        ...{ feltRespected: one(), hadFunTogether: one(), ownStress: chance() < 0.2 ? null : one() },
      };
    };
    const steps: readonly ((phone: Phone) => Promise<unknown>)[] = [
      async (phone) => note(phone, await phone.journal.records.logMoment("quick-reply")),
      async (phone) => note(phone, await phone.journal.records.logGoodMoment("eye-contact")),
      async (phone) => note(phone, await phone.journal.records.logBid("answered")),
      async (phone) =>
        note(
          phone,
          await phone.journal.records.reflect({
            ...{ about: null, doing: CANARY, before: ["habit"], after: ["relief"], gaveMe: CANARY },
            elseCouldGive: null,
          }),
        ),
      async ({ journal }) => journal.records.checkIn(mondayOf(journal.records.today()), answers()),
      async ({ journal }) => {
        const moment = pick(journal.records.find({ types: ["moment"] }));
        return moment === undefined ? null : journal.records.correct(moment.id, chance() < 0.5 ? "needed" : "lull");
      },
      async ({ journal }) => {
        const record = pick(journal.records.find({ types: ["moment", "good-moment", "check-in"] }));
        return record === undefined ? null : journal.sharing.shareItem(record.id, 5 + Math.floor(chance() * 30));
      },
      async () => {
        for (const { journal } of [ann, ben]) {
          const week = mondayOf(journal.records.today());
          const checkIn = await journal.records.checkIn(week, answers());
          if (checkIn.type === "ok" && chance() < 0.8) await journal.sharing.shareItem(checkIn.value);
          const [moment] = journal.records.find({ types: ["moment"] });
          if (moment !== undefined && chance() < 0.8) await journal.sharing.shareItem(moment.id);
          await journal.sharing.openWeekly("moment");
          if (chance() < 0.8) await journal.sharing.openSpiral();
        }
      },
      async () => {
        const of: RecordId[] = [];
        for (const { journal } of [ann, ben]) {
          const started = await journal.together.start({ with: "partner" });
          if (started.type === "ok") of.push(started.value);
          await carrySome(ann);
        }
        world.pass(40 * MINUTE_MS);
        for (const { journal } of [ann, ben]) {
          const together = (await journal.together.end()).type === "ok" ? of.shift() : undefined;
          if (together === undefined) continue;
          const at = journal.records.get(together);
          if (at?.type !== "together") continue;
          const from = addToInstant(at.start, 20 * MINUTE_MS);
          const moment = { kind: "picked-up", at: from, until: addToInstant(from, 9000) } as const;
          await journal.together.addSensed(together, {
            moments: [{ ...moment, reasons: ["was-resting", "talk", "other-phone-unknown"] }],
            unknown: [],
          });
        }
      },
      async ({ journal }) => {
        const item = pick(journal.sharing.own().items);
        return item === undefined ? null : journal.sharing.withdrawItem(item.record);
      },
      async ({ journal }) => journal.sharing.openWeekly(chance() < 0.5 ? "moment" : "bid"),
      async ({ journal }) => journal.sharing.closeWeekly(chance() < 0.5 ? "moment" : "bid"),
      async ({ journal }) => journal.sharing.openSpiral(),
      async ({ journal }) => {
        const record = pick(journal.records.find({ types: ["moment", "good-moment", "bid"] }));
        if (record === undefined) return;
        const removal = await journal.records.remove(record.id);
        if (journal.records.get(record.id) === null) removed.add(record.id);
        if (removal.type === "ok" && chance() < 0.4 && (await journal.records.undo(removal.value.id)).type === "ok") {
          undone.add(record.id);
        }
      },
      async ({ journal }) => journal.together.start({ with: chance() < 0.8 ? "partner" : "nobody" }),
      async ({ journal }) => (chance() < 0.5 ? journal.together.pause() : journal.together.resume()),
      async ({ journal }) => journal.together.saySound(chance() < 0.7 ? "yes" : "no"),
      async ({ journal }) => journal.together.sayBackIn(120_000),
      async ({ journal }) => journal.together.end(),
      async ({ journal }) => (chance() < 0.5 ? journal.talk.enter(1) : journal.talk.stop()),
      async ({ journal }) =>
        journal.proposals.propose({ type: "conversation", day: journal.records.today(), minute: 1200 }),
      async ({ journal }) => {
        const proposal = pick(journal.proposals.lists().theirs);
        return proposal === undefined ? null : journal.proposals.accept(proposal.id);
      },
      async ({ journal }) => {
        const agreement: Agreement | undefined = pick(journal.agreements.list());
        const until = addDays(journal.records.today(), 9);
        const read = agreement?.wording ?? null;
        return journal.agreements.write({ agreement: agreement?.id ?? null, text: "look up first", until, read });
      },
      async ({ journal }) => {
        const agreement = pick(journal.agreements.list());
        if (agreement === undefined) return null;
        return chance() < 0.7
          ? journal.agreements.sign(agreement.id, agreement.wording ?? [])
          : journal.agreements.end(agreement.id);
      },
      async ({ journal }) =>
        chance() < 0.2 ? journal.rest.begin("holiday", journal.records.today()) : journal.rest.end(),
      async ({ journal }) => journal.tend(),
      async (phone) => world.restart(phone).catch(() => undefined),
      async () => world.pass(Math.floor(chance() * 90) * MINUTE_MS),
      async () => world.pass(Math.floor(chance() * 9) * DAY_MS),
    ];
    for (let count = 0; count < 110; count += 1) {
      const phone = pick(world.phones);
      const step = pick(steps);
      if (phone === undefined || step === undefined) continue;
      await step(phone);
      if (chance() < 0.5) await carrySome(phone);
      for (const one of world.phones) {
        expect(postedIn(one).filter(({ text }) => text.includes(CANARY))).toEqual([]);
        const running = one.journal.together.running();
        const isGoingOn = running !== null && Math.abs(phoneTime(one) - running.aliveUntil) < 12 * HOUR_MS;
        if (isGoingOn) expect(one.journal.sharing.fromPartner()).toBeNull();
      }
    }

    faults.chance = () => false;
    for (const phone of world.phones) await world.restart(phone);
    await world.sync();
    for (const { journal } of world.phones) {
      await journal.together.end();
      await journal.rest.end();
    }
    world.pass(2 * MINUTE_MS);
    await world.sync();
    await world.sync();
    for (const { journal } of world.phones) expect(journal.together.running()).toBeNull();

    expect(must(await laptop.journal.files.toJsonLines())).toBe(must(await ann.journal.files.toJsonLines()));
    expect(written.size).toBeGreaterThan(3);
    for (const [id, person] of written) {
      const { journal } = person === ann.person ? ann : ben;
      const isThere = journal.records.get(id) !== null;
      if (!removed.has(id)) expect(isThere).toBe(true);
      else if (!undone.has(id)) expect(isThere).toBe(false);
    }
    // Of what was joined only the taps are left.
    const posted = postedIn(ann);
    const joined = posted.filter(({ type }) => type === "taps").map(({ text }) => text);
    for (const { id, type } of posted) {
      if (type === "signals") expect(joined.some((text) => text.includes(`"signals":"${id}"`))).toBe(false);
    }
    // As much from both sides, and the same on both own devices.
    expect(slotsOf(ann)).toEqual(slotsOf(ben));
    expect(slotsOf(laptop)).toEqual(slotsOf(ann));
    expect(laptop.journal.sharing.fromPartner()).toEqual(ann.journal.sharing.fromPartner());
    const inForce = (phone: Phone): readonly RecordId[] =>
      phone.journal.agreements
        .list()
        .filter(({ isInForce }) => isInForce)
        .map(({ id }) => id)
        .toSorted();
    expect(inForce(ann)).toEqual(inForce(ben));
    must(await ann.journal.tend());
  });
});
