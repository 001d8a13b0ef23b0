/** When what only two people need is fetched, and what happens where it cannot be. */
import { addDays } from "@undivided/domain";
import { afterEach, expect, test, vi } from "vitest";
import { createCouple, createWorld, must } from "./two-people.contract.ts";

let isMissing = false;
let fetched = 0;

vi.mock("./for-two.ts", async (original) => {
  const whole = await original<typeof import("./for-two.ts")>();
  return {
    createForTwo: (core: Parameters<typeof whole.createForTwo>[0]) => {
      if (isMissing) throw new Error("not fetched");
      fetched += 1;
      return whole.createForTwo(core);
    },
  };
});

afterEach(() => {
  isMissing = false;
  fetched = 0;
});

test("a person alone needs none of it to keep, find, rest, delete and take away", async () => {
  const ann = await createWorld().addPhone("ann");
  const { journal } = ann;
  const id = must(await journal.records.logMoment("quick-reply"));
  must(await journal.together.start({ with: "nobody" }));
  must(await journal.together.end());
  must(await journal.rest.begin("pause", null));
  must(await journal.records.remove(id));
  must(await journal.tend());
  expect(must(await journal.files.toJsonLines())).toContain('"type":"together"');
  expect([journal.sharing.fromPartner(), journal.report.shown(), journal.talk.state()]).toEqual([null, null, null]);
  expect(fetched).toBe(0);
});

test("a phone that is paired shows what the other shares in its first reading after a start", async () => {
  const { world, ann, ben } = await createCouple();
  for (const phone of [ann, ben]) {
    const id = must(await phone.journal.records.logBid("missed"));
    must(await phone.journal.sharing.shareItem(id));
  }
  await world.sync();
  const before = ann.journal.sharing.fromPartner();
  expect(before?.items).toHaveLength(1);
  const { journal } = ann;
  await world.reopen(ann);
  expect(ann.journal).not.toBe(journal);
  expect(ann.journal.sharing.fromPartner()).toEqual(before);
});

test("one's own promise shows also to who is alone, once it has been fetched", async () => {
  const world = createWorld();
  const ann = await world.addPhone("ann");
  const until = addDays(ann.journal.records.today(), 30);
  must(await ann.journal.agreements.write({ agreement: null, text: "lay it down", until }));
  await world.restart(ann);
  let changes = 0;
  ann.journal.subscribe(() => (changes += 1));
  expect(ann.journal.agreements.list()).toEqual([]);
  await vi.waitFor(() => expect(changes).toBeGreaterThan(0));
  expect(ann.journal.agreements.list()).toMatchObject([{ mine: [{ text: "lay it down" }] }]);
});

test("where it cannot be fetched own records are kept, and what needs it says so", async () => {
  const world = createWorld();
  const [ann, ben] = [await world.addPhone("ann"), await world.addPhone("ben")];
  isMissing = true;
  await world.pair(ann, ben);
  const id = must(await ann.journal.records.logBid("missed"));
  expect(await ann.journal.sharing.shareItem(id)).toMatchObject({ error: { type: "unreachable" } });
  must(await ann.journal.together.start({ with: "partner" }));
  must(await ann.journal.together.end());
  expect(ann.journal.pairing()).toBe("paired");
  await expect(world.reopen(ann)).rejects.toThrow("could not be fetched");
  // Leaving needs none of it.
  must(await ben.journal.leave());
  expect(ben.journal.pairing()).toBe("ended");
  isMissing = false;
  must(await ann.journal.sharing.shareItem(id));
  expect(ann.journal.sharing.own().items).toMatchObject([{ record: id }]);
});
