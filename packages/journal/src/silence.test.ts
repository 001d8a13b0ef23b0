/**
 * Silence is ambiguous: whatever keeps the other from showing something, the screens are the same to the last letter.
 */
import { addDays, mondayOf, RECORD_KINDS, RECORD_TYPES, type RecordId, type RecordType } from "@undivided/domain";
import { describe, expect, test } from "vitest";
import { createCouple, DAY_MS, must, seenFromOther, type Phone, type World } from "./two-people.contract.ts";

const WHOLE = {
  ...{ feltImportant: 1, feltClose: 2, safeToBeVulnerable: 3 },
  ...{ feltRespected: 4, hadFunTogether: 5, ownStress: 1 },
};

type Kind = "moment" | "good-moment" | "bid" | "felt-second" | "check-in";
const KINDS: readonly Kind[] = ["moment", "good-moment", "bid", "felt-second", "check-in"];

const keep = async ({ journal }: Phone, kind: Kind): Promise<RecordId> => {
  switch (kind) {
    case "moment":
      return must(await journal.records.logMoment("quick-reply"));
    case "good-moment":
      return must(await journal.records.logGoodMoment("eye-contact"));
    case "bid":
      return must(await journal.records.logBid("missed"));
    case "felt-second":
      return must(await journal.records.logFeltSecond("lonely"));
    case "check-in":
      return must(await journal.records.checkIn(mondayOf(journal.records.today()), WHOLE));
  }
};

const share = async (phone: Phone, kind: RecordType, id: RecordId, days = 28): Promise<void> => {
  must(await phone.journal.sharing.shareItem(id, days));
  await phone.journal.sharing.openWeekly(kind, days);
  must(await phone.journal.sharing.openSpiral(days));
};

/** Each leaves Ben showing nothing, for a reason of his own. */
const REASONS: Readonly<Record<string, (world: World, ben: Phone, kind: Kind) => Promise<void>>> = {
  "never shared": async (_world, ben, kind) => {
    await keep(ben, kind);
  },
  "has nothing": async () => undefined,
  "opened it and has too little": async (_world, ben, kind) => {
    await ben.journal.sharing.openWeekly(kind);
  },
  withdrawn: async (world, ben, kind) => {
    const id = await keep(ben, kind);
    await share(ben, kind, id);
    await world.sync();
    must(await ben.journal.sharing.withdrawItem(id));
    must(await ben.journal.sharing.closeWeekly(kind));
    must(await ben.journal.sharing.closeSpiral());
  },
  ended: async (world, ben, kind) => {
    await share(ben, kind, await keep(ben, kind), 1);
    await world.sync();
    world.pass(DAY_MS);
  },
  "ended, and his phone has been off since": async (world, ben, kind) => {
    await share(ben, kind, await keep(ben, kind), 1);
    await world.sync();
    world.pass(2 * DAY_MS);
  },
  deleted: async (world, ben, kind) => {
    const id = await keep(ben, kind);
    await share(ben, kind, id);
    await world.sync();
    must(await ben.journal.records.remove(id));
    must(await ben.journal.sharing.closeSpiral());
  },
  "on a rest": async (_world, ben, kind) => {
    must(await ben.journal.rest.begin("illness", null));
    await share(ben, kind, await keep(ben, kind));
  },
  "with a clock wrong by years": async (_world, ben, kind) => {
    ben.clockMs = 20 * 365 * DAY_MS;
    await share(ben, kind, await keep(ben, kind));
  },
  "with a clock that is years behind": async (_world, ben, kind) => {
    ben.clockMs = -20 * 365 * DAY_MS;
    await share(ben, kind, await keep(ben, kind));
  },
  "in a time together of his own": async (_world, ben, kind) => {
    must(await ben.journal.together.start({ with: "nobody" }));
    await share(ben, kind, await keep(ben, kind));
  },
  "put away what I proposed": async (_world, ben) => {
    for (const { id } of ben.journal.proposals.lists().theirs) must(await ben.journal.proposals.putAway(id));
  },
  "has his phone off": async (world) => {
    world.pass(DAY_MS);
  },
};

describe.each(KINDS)("of a %s", (kind) => {
  test.each(Object.keys(REASONS))("the other %s: nothing tells it from nothing", async (reason) => {
    const screens: string[] = [];
    for (const because of ["has nothing", reason]) {
      const { world, ann, ben } = await createCouple();
      await share(ann, kind, await keep(ann, kind));
      const day = ann.journal.records.today();
      must(await ann.journal.proposals.propose({ type: "conversation", day: addDays(day, 9), minute: 1200 }));
      await world.sync();
      await REASONS[because]?.(world, ben, kind);
      const passed = world.now();
      await world.sync(...(because.includes("off") ? [ann] : [ann, ben]));
      expect(world.now()).toBe(passed);
      screens.push(
        JSON.stringify([seenFromOther(ann), ann.journal.sharing.own(), ann.journal.pairing()], (name, value) =>
          // Her own things have names and times of their own.
          name === "id" || name === "until" || name === "record" ? null : value,
        ),
      );
    }
    expect(screens[1]).toBe(screens[0]);
  });
});

test("every kind that can be shown one by one is tried here", () => {
  const shown = RECORD_TYPES.filter((type) => RECORD_KINDS[type].sharing.item !== "never");
  expect(new Set(shown)).toEqual(new Set(KINDS));
});
