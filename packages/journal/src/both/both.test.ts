import { addDays, parseCivilDate } from "@undivided/domain";
import { describe, expect, test } from "vitest";
import { createCouple, createWorld, DAY_MS, must, postedIn } from "../two-people.contract.ts";

const day = (text: string) => must(parseCivilDate(text));

const RITUAL = {
  type: "ritual" as const,
  what: { type: "library" as const, name: "walk" },
  pattern: {
    ...{ weekdays: [2], minute: 1140, zone: "Europe/Berlin", lengthMinutes: 30 },
    ...{ from: day("2026-11-24"), until: null },
  },
};

describe("a proposal", () => {
  test("is accepted on the other's own phone; ignored and put away look the same to who made it", async () => {
    const { world, ann, ben } = await createCouple();
    const id = must(await ann.journal.proposals.propose(RITUAL));
    await world.sync();
    expect(ben.journal.proposals.lists().theirs).toMatchObject([{ id, proposed: RITUAL }]);
    const ignored = ann.journal.proposals.lists();
    must(await ben.journal.proposals.putAway(id));
    await world.sync();
    expect(ben.journal.proposals.lists().theirs).toEqual([]);
    expect(ann.journal.proposals.lists()).toEqual(ignored);
    must(await ben.journal.proposals.accept(id));
    await world.sync();
    for (const { journal } of [ann, ben]) expect(journal.proposals.lists().agreed).toMatchObject([{ id }]);
    must(await ben.journal.proposals.takeBack(id));
    await world.sync();
    expect(ann.journal.proposals.lists()).toEqual(ignored);
    world.pass(28 * DAY_MS);
    await world.sync();
    expect([ann.journal.proposals.lists().mine, postedIn(ben)]).toEqual([[], []]);
  });

  test("that is changed after it was accepted is accepted by nobody", async () => {
    const { world, ann, ben } = await createCouple();
    const id = must(await ann.journal.proposals.propose(RITUAL));
    await world.sync();
    must(await ben.journal.proposals.accept(id));
    await world.sync();
    const [proposal] = postedIn(ann).filter(({ type }) => type === "proposal");
    if (proposal === undefined) throw new Error("no proposal");
    must(await ann.ours?.replica.write({ type: "put", id, text: proposal.text.replace("1140", "1200") }));
    await world.sync();
    expect(ben.journal.proposals.lists().agreed).toEqual([]);
  });
});

describe("an agreement", () => {
  const until = day("2026-12-18");

  test("is in force once both signed the same wording, and each change asks both again", async () => {
    const { world, ann, ben } = await createCouple();
    const id = must(await ann.journal.agreements.write({ agreement: null, text: "say why first", until }));
    await world.sync();
    expect(ben.journal.agreements.list()).toMatchObject([{ id, mine: [], isInForce: false, isSignedByMe: false }]);
    must(await ben.journal.agreements.sign(id));
    await world.sync();
    for (const { journal } of [ann, ben]) expect(journal.agreements.list()).toMatchObject([{ isInForce: true }]);
    must(await ben.journal.agreements.write({ agreement: id, text: "leave the phone at the door", until }));
    await world.sync();
    for (const { journal } of [ann, ben]) expect(journal.agreements.list()).toMatchObject([{ isInForce: false }]);
    must(await ann.journal.agreements.sign(id));
    await world.sync();
    expect(ben.journal.agreements.list()).toMatchObject([
      { isInForce: true, mine: [{ revision: 1 }], theirs: [{ text: "say why first", revision: 1 }] },
    ]);
  });

  test("cannot be reworded under the other's signature, not by a modified program either", async () => {
    const { world, ann, ben } = await createCouple();
    const id = must(await ann.journal.agreements.write({ agreement: null, text: "say why first", until }));
    await world.sync();
    must(await ben.journal.agreements.sign(id));
    await world.sync();
    const [sentence] = postedIn(ann).filter(({ type }) => type === "sentence");
    if (sentence === undefined) throw new Error("no sentence");
    const forged = sentence.text.replace("say why first", "do as I like");
    must(await ann.ours?.replica.write({ type: "put", id: sentence.id, text: forged }));
    await world.sync();
    for (const { journal } of [ann, ben]) expect(journal.agreements.list()).toMatchObject([{ isInForce: false }]);
  });

  test("ends by itself, and by either alone; the own words stay with their author", async () => {
    const { world, ann, ben } = await createCouple();
    const write = { agreement: null, text: "say why first" };
    const ended = must(await ann.journal.agreements.write({ ...write, until }));
    await world.sync();
    must(await ben.journal.agreements.sign(ended));
    await world.sync();
    must(await ben.journal.agreements.end(ended));
    await world.sync();
    expect(ben.journal.agreements.list()).toEqual([]);
    expect(ann.journal.agreements.list()).toMatchObject([{ isInForce: false, theirs: [] }]);
    must(await ann.journal.agreements.end(ended));
    const second = must(
      await ann.journal.agreements.write({ ...write, until: addDays(ann.journal.records.today(), 3) }),
    );
    await world.sync();
    must(await ben.journal.agreements.sign(second));
    world.pass(5 * DAY_MS);
    await world.sync();
    for (const { journal } of [ann, ben]) expect(journal.agreements.list()).toEqual([]);
    expect(postedIn(ann).filter(({ type }) => type === "sentence")).toEqual([]);
    expect(ann.journal.records.find({ types: ["agreement"] })).toHaveLength(2);
  });

  test("with oneself needs no pairing; a blank sentence is none", async () => {
    const world = createWorld();
    const ann = await world.addPhone("ann");
    must(await ann.journal.agreements.write({ agreement: null, text: "say why first", until }));
    expect(ann.journal.agreements.list()).toMatchObject([{ mine: [{ text: "say why first" }], isInForce: false }]);
    expect(await ann.journal.agreements.write({ agreement: null, text: "  ", until })).toMatchObject({
      error: { type: "invalid-record" },
    });
  });
});

describe("a guided talk", () => {
  test("is in step through taps alone, and leaves nothing", async () => {
    const { world, ann, ben } = await createCouple();
    must(await ann.journal.talk.enter(0));
    await world.sync();
    expect(ben.journal.talk.state()).toBeNull();
    must(await ben.journal.talk.enter(0));
    must(await ann.journal.talk.goTo(1));
    must(await ben.journal.talk.pause());
    await world.sync();
    expect(ann.journal.talk.state()).toEqual({ step: 1, isPaused: false, other: { step: 0, isPaused: true } });
    await world.restart(ben);
    expect(ben.journal.talk.state()).toMatchObject({ step: 0, isPaused: true, other: { step: 1 } });
    for (const { journal } of [ann, ben]) must(await journal.talk.stop());
    await world.sync();
    expect(postedIn(ann)).toEqual([]);
  });
});
