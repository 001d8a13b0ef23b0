import { addDays, parseCivilDate, type RecordId } from "@undivided/domain";
import { describe, expect, test } from "vitest";
import {
  createCouple,
  createWorld,
  DAY_MS,
  MINUTE_MS,
  must,
  newId,
  postedIn,
  type Phone,
} from "../two-people.contract.ts";

const day = (text: string) => must(parseCivilDate(text));

const RITUAL = {
  type: "ritual" as const,
  what: { type: "library" as const, name: "walk" },
  pattern: {
    ...{ weekdays: [2], minute: 1140, zone: "Europe/Berlin", lengthMinutes: 30 },
    ...{ from: day("2026-11-24"), until: null },
  },
};

const shownOf = ({ journal }: Phone, id: RecordId) => journal.agreements.list().find((one) => one.id === id);
/** As a tap on what this phone shows. */
const signShown = (phone: Phone, id: RecordId) => phone.journal.agreements.sign(id, shownOf(phone, id)?.wording ?? []);

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

  test("is open once for each matter, and a handful in all, also from a program that sends more", async () => {
    const { world, ann, ben } = await createCouple();
    const own = (text: string) => ({ ...RITUAL, what: { type: "own" as const, text } });
    const first = must(await ann.journal.proposals.propose(own("Why do you never look up?")));
    for (const text of ["Why do you never look up?", "why do you NEVER look up!!"])
      expect(await ann.journal.proposals.propose(own(text))).toMatchObject({ error: { type: "already-there" } });
    for (const text of ["two", "three"]) must(await ann.journal.proposals.propose(own(text)));
    expect(await ann.journal.proposals.propose(own("four"))).toMatchObject({ error: { type: "enough-waiting" } });
    // A modified program writes what this one refuses.
    const [sent] = postedIn(ann).filter(({ id }) => id === first);
    for (const text of ["never look up?", "five", "six"]) {
      const more = sent?.text
        .replace("Why do you never look up?", text)
        .replace(/"from":"[^"]*"/, `"from":"2026-11-18T18:00:01.000Z"`);
      must(await ann.ours?.replica.write({ type: "put", id: newId(), text: more ?? "" }));
    }
    world.pass(MINUTE_MS);
    await world.sync();
    const shown = () => ben.journal.proposals.lists().theirs.map(({ id }) => id);
    expect(shown()).toHaveLength(3);
    expect(shown()).toContain(first);
    must(await ben.journal.proposals.accept(first));
    must(await ben.journal.proposals.putAway(shown().find((one) => one !== first) ?? first));
    expect(shown()).not.toContain(first);
    expect(shown().length).toBeLessThan(3);
  });

  test("that was put away stays so when the same words come anew; what both had and one left is not offered again", async () => {
    const { world, ann, ben } = await createCouple();
    const id = must(await ann.journal.proposals.propose(RITUAL));
    await world.sync();
    must(await ben.journal.proposals.putAway(id));
    must(await ann.journal.proposals.takeBack(id));
    const later = { ...RITUAL, pattern: { ...RITUAL.pattern, minute: 190 } };
    must(await ann.journal.proposals.propose(later));
    await world.sync();
    expect(ben.journal.proposals.lists().theirs).toEqual([]);
    const other = must(await ann.journal.proposals.propose({ ...RITUAL, what: { type: "library", name: "game" } }));
    await world.sync();
    must(await ben.journal.proposals.accept(other));
    must(await ben.journal.proposals.takeBack(other));
    await world.sync();
    expect(ben.journal.proposals.lists()).toMatchObject({ theirs: [], agreed: [] });
  });
});

describe("a ritual that is ended", () => {
  test("is no idea for the other any more, and nothing that both have", async () => {
    const { world, ann, ben } = await createCouple();
    const { what, pattern } = RITUAL;
    const keep = async (phone: Phone, proposal: RecordId | null) =>
      must(
        await phone.journal.records.add({
          type: "ritual",
          what,
          pattern,
          changes: [],
          reminderMinutes: null,
          proposal,
        }),
      );
    const hers = await keep(ann, null);
    must(await ann.journal.proposals.propose(RITUAL));
    must(await ann.journal.records.remove(hers));
    await world.sync();
    expect(ben.journal.proposals.lists().theirs).toEqual([]);
    const id = must(await ann.journal.proposals.propose(RITUAL));
    await world.sync();
    must(await ben.journal.proposals.accept(id));
    const his = await keep(ben, id);
    await world.sync();
    expect(ann.journal.proposals.lists().agreed).toHaveLength(1);
    must(await ben.journal.records.remove(his));
    await world.sync();
    for (const { journal } of [ann, ben]) expect(journal.proposals.lists()).toMatchObject({ theirs: [], agreed: [] });
  });
});

describe("an agreement", () => {
  const until = day("2026-12-18");

  test("is signed as it was on the screen, or not at all", async () => {
    const { world, ann, ben } = await createCouple();
    const write = { agreement: null, text: "leave my phone in the hall", until };
    const id = must(await ann.journal.agreements.write(write));
    await world.sync();
    const read = shownOf(ben, id)?.wording ?? [];
    must(await ann.journal.agreements.write({ ...write, agreement: id, text: "read your messages every night" }));
    await world.sync();
    expect(await ben.journal.agreements.sign(id, read)).toMatchObject({ error: { type: "words-changed" } });
    // An own sentence is kept, but it signs nothing of the other's that was not read.
    must(await ben.journal.agreements.write({ agreement: id, text: "look up first", until, read }));
    expect(shownOf(ben, id)).toMatchObject({ mine: [{ text: "look up first" }], isSignedByMe: false });
    await world.sync();
    expect(shownOf(ann, id)).toMatchObject({ isInForce: false });
    must(await signShown(ann, id));
    must(await signShown(ben, id));
    await world.sync();
    for (const phone of [ann, ben]) expect(shownOf(phone, id)).toMatchObject({ isInForce: true });
  });

  test.each(["with both at home", "while the author's phone is off"])(
    "goes on without the sentence that ended, %s, and signed as it was",
    async (how) => {
      const { world, ann, ben } = await createCouple();
      const id = must(await ann.journal.agreements.write({ agreement: null, text: "hers", until: day("2026-11-20") }));
      await world.sync();
      const read = shownOf(ben, id)?.wording ?? null;
      must(await ben.journal.agreements.write({ agreement: id, text: "his", until, read }));
      await world.sync();
      must(await signShown(ann, id));
      await world.sync();
      for (const phone of [ann, ben]) expect(shownOf(phone, id)).toMatchObject({ isInForce: true });
      world.pass(4 * DAY_MS);
      const awake = how.includes("off") ? [ben] : [ann, ben];
      await world.sync(...awake);
      expect(shownOf(ben, id)).toMatchObject({ mine: [{ text: "his" }], theirs: [], isInForce: true });
      for (const phone of awake) expect(shownOf(phone, id)?.wording).toEqual(shownOf(ben, id)?.wording);
      await world.sync();
      expect(shownOf(ann, id)).toMatchObject({ mine: [], theirs: [{ text: "his" }], isInForce: true });
      // A new wording of his is new to her, and then nothing of hers stays.
      must(await ben.journal.agreements.write({ agreement: id, text: "his, reworded", until }));
      await world.sync();
      expect(shownOf(ann, id)).toMatchObject({ isInForce: false, isSignedByMe: false });
      expect(postedIn(ann).filter(({ text }) => text.includes("hers"))).toEqual([]);
    },
  );

  test("is not in force any more when a sentence of it is gone before its time", async () => {
    const { world, ann, ben } = await createCouple();
    const id = must(await ann.journal.agreements.write({ agreement: null, text: "hers", until }));
    await world.sync();
    must(
      await ben.journal.agreements.write({
        agreement: id,
        text: "his",
        until,
        read: shownOf(ben, id)?.wording ?? null,
      }),
    );
    await world.sync();
    must(await signShown(ann, id));
    await world.sync();
    const [his] = postedIn(ben).filter(({ text }) => text.includes(`"his"`));
    if (his === undefined) throw new Error("no sentence");
    must(await ben.ours?.replica.write({ type: "delete", scope: "own", id: his.id }));
    await world.sync();
    expect(shownOf(ann, id)).toMatchObject({ theirs: [], isInForce: false });
  });

  test("that was ended takes no new sentence: what is written then is an agreement of its own", async () => {
    const { world, ann, ben } = await createCouple();
    const ended = must(await ann.journal.agreements.write({ agreement: null, text: "say why first", until }));
    must(await ann.journal.agreements.end(ended));
    const fresh = must(await ann.journal.agreements.write({ agreement: ended, text: "brand new", until }));
    await world.sync();
    for (const phone of [ann, ben]) expect(shownOf(phone, fresh)).toBeDefined();
  });

  test("waits for the other's word a few at a time, and what was put away does not come again in the same words", async () => {
    const { world, ann, ben } = await createCouple();
    const write = (text: string) => ann.journal.agreements.write({ agreement: null, text, until });
    const ids = [
      must(await write("remind you 1")),
      must(await write("remind you 2")),
      must(await write("remind you 3")),
    ];
    expect(await write("remind you 4")).toMatchObject({ error: { type: "enough-waiting" } });
    await world.sync();
    expect(ben.journal.agreements.list()).toHaveLength(3);
    const [first, second] = ids;
    if (first === undefined || second === undefined) throw new Error("three");
    must(await ben.journal.agreements.end(first));
    must(await ann.journal.agreements.end(first));
    must(await write("Remind you: 1!"));
    await world.sync();
    expect(ben.journal.agreements.list()).toHaveLength(2);
    must(await signShown(ben, second));
    await world.sync();
    must(await write("another"));
    // A modified program sends on.
    const [sent] = postedIn(ann).filter(({ type }) => type === "sentence");
    for (const text of ["5", "6", "7"]) {
      const agreement = newId();
      const more = sent?.text.replace(/"agreement":"\w+"/, `"agreement":"${agreement}"`).replace(/remind you \d/, text);
      must(await ann.ours?.replica.write({ type: "put", id: newId(), text: more ?? "" }));
    }
    await world.sync();
    expect(ben.journal.agreements.list().filter(({ isSignedByMe }) => !isSignedByMe).length).toBeLessThanOrEqual(3);
    expect(shownOf(ben, second)).toMatchObject({ isInForce: true });
  });

  test("written before the pairing is on one phone only, until its author shows it", async () => {
    const world = createWorld();
    const ann = await world.addPhone("ann");
    const ben = await world.addPhone("ben");
    const write = { agreement: null, text: "look up first", until, language: "es" };
    const id = must(await ann.journal.agreements.write(write));
    await world.pair(ann, ben);
    await world.sync();
    expect(shownOf(ann, id)).toMatchObject({ isOnlyHere: true, wording: null });
    expect(shownOf(ben, id)).toBeUndefined();
    must(await ann.journal.agreements.write({ ...write, agreement: id }));
    await world.sync();
    expect(shownOf(ann, id)).toMatchObject({ isOnlyHere: false, isSignedByMe: true });
    // The language of the author goes with the words.
    expect(shownOf(ben, id)).toMatchObject({ theirs: [{ text: "look up first", language: "es" }] });
  });

  test("is in force once both signed the same wording, and each change asks both again", async () => {
    const { world, ann, ben } = await createCouple();
    const id = must(await ann.journal.agreements.write({ agreement: null, text: "say why first", until }));
    await world.sync();
    expect(ben.journal.agreements.list()).toMatchObject([{ id, mine: [], isInForce: false, isSignedByMe: false }]);
    must(await signShown(ben, id));
    await world.sync();
    for (const { journal } of [ann, ben]) expect(journal.agreements.list()).toMatchObject([{ isInForce: true }]);
    const read = shownOf(ben, id)?.wording ?? null;
    must(await ben.journal.agreements.write({ agreement: id, text: "leave the phone at the door", until, read }));
    await world.sync();
    for (const { journal } of [ann, ben]) expect(journal.agreements.list()).toMatchObject([{ isInForce: false }]);
    must(await signShown(ann, id));
    await world.sync();
    expect(ben.journal.agreements.list()).toMatchObject([
      { isInForce: true, mine: [{ revision: 1 }], theirs: [{ text: "say why first", revision: 1 }] },
    ]);
  });

  test("cannot be reworded under the other's signature, not by a modified program either", async () => {
    const { world, ann, ben } = await createCouple();
    const id = must(await ann.journal.agreements.write({ agreement: null, text: "say why first", until }));
    await world.sync();
    must(await signShown(ben, id));
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
    must(await signShown(ben, ended));
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
    must(await signShown(ben, second));
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
    expect(ann.journal.talk.state()).toMatchObject({ other: null, begins: null });
    must(await ben.journal.talk.enter(0));
    must(await ann.journal.talk.goTo(1));
    must(await ben.journal.talk.pause());
    const pausedAt = world.now();
    world.pass(MINUTE_MS);
    await world.sync();
    for (const { journal } of [ann, ben]) expect(journal.talk.state()?.pausedAt).toBe(pausedAt);
    expect(ann.journal.talk.state()).toMatchObject({ step: 1, isPaused: false, other: { step: 0, isPaused: true } });
    // One of them begins, and both know which.
    const begins = ann.journal.talk.state()?.begins;
    expect(typeof begins).toBe("boolean");
    await world.restart(ben);
    expect(ben.journal.talk.state()).toMatchObject({ step: 0, isPaused: true, other: { step: 1 }, begins: !begins });
    must(await ann.journal.talk.resume());
    await world.sync();
    // Who did not take the break does not end it.
    expect(ann.journal.talk.state()?.pausedAt).toBe(pausedAt);
    must(await ben.journal.talk.resume());
    await world.sync();
    for (const { journal } of [ann, ben]) expect(journal.talk.state()?.pausedAt).toBeNull();
    for (const { journal } of [ann, ben]) must(await journal.talk.stop());
    await world.sync();
    expect(postedIn(ann)).toEqual([]);
  });
});
