/**
 * Model-based: several devices of two people over a network that loses, reorders, duplicates, delays, alters and cuts, with wrong
 * clocks and crashes. Afterwards, over a good network, all must agree with a model that knows what was acknowledged.
 *
 * Each run has a seed, which stands in the title of its test; `UNDIVIDED_SEED` runs another one.
 */
import type { RecordId } from "@undivided/domain";
import { describe, expect, test } from "vitest";
import { ownKey } from "../merge/merge.ts";
import { createWorld } from "./bad-network.contract.ts";
import { must, viewOf } from "./two-devices.contract.ts";

const CANARY = "kanarienvogel";

const given = process.env["UNDIVIDED_SEED"];
/** From 101 on: runs that once left a new device without the key of an epoch made by somebody who did not know it yet. */
const seeds = given === undefined ? [1, 2, 3, 4, 5, 6, 101, 104, 120, 128] : [Number(given)];

describe("devices over a bad network", () => {
  test.each(seeds)("agree in the end, lose nothing, double nothing, show nothing (seed %i)", async (seed) => {
    const world = await createWorld(seed, { faults: 0, snapshotAfter: Infinity });
    const { chance, pick, members, phones } = world;
    const first = await world.addPhone(members[0], 0);
    if (first === null) throw new Error("no phone");
    await world.addPhone(members[1], 31, first);
    await world.addPhone(members[0], -31, first);
    await world.settle();

    const putByKey = new Map<string, string>();
    const deleted = new Set<string>();
    const fieldsById = new Map<RecordId, Set<string>>();
    const shared = [world.newId(), world.newId()];
    for (let step = 0; step < 220; step += 1) {
      const phone = pick(phones);
      // Who has not yet heard of its own admission only listens.
      const isIn = phone.replica.roster()?.devices.has(phone.keys.device) === true;
      const dice = isIn ? chance() : 0.37 + chance() * 0.63;
      if (dice < 0.2) {
        const id = world.newId();
        const text = `${CANARY} ${step}`;
        must(await phone.replica.write({ type: "put", id, text }));
        putByKey.set(ownKey(phone.keys.member, id), text);
      } else if (dice < 0.28) {
        const fields = [{ name: pick(["day", "title"]), value: `${CANARY} ${step}` }];
        const id = pick(shared);
        must(await phone.replica.write({ type: "set", id, fields }));
        fieldsById.set(id, (fieldsById.get(id) ?? new Set()).add(fields[0]?.value ?? ""));
      } else if (dice < 0.32) {
        const mine = [...phone.replica.state().own.values()].filter(
          ({ type, member }) => type === "present" && member === phone.keys.member,
        );
        if (mine.length === 0) continue;
        const { id, member } = pick(mine);
        must(await phone.replica.write({ type: "delete", scope: "own", id }));
        deleted.add(ownKey(member, id));
      } else if (dice < 0.34) await world.crash(phone);
      else if (dice < 0.36) world.cutOff(phones.filter(() => chance() < 0.4));
      else if (dice < 0.37 && phones.length < 5) {
        await world.addPhone(phone.keys.member, pick([0, 2, -2]), phone);
      } else if (dice < 0.6) world.askSomebody(phone);
      else await world.stepNetwork();
      world.pass(1 + Math.floor(chance() * 1000));
    }
    await world.settle();

    const [reference, ...rest] = phones.map(({ replica }) => replica.state());
    if (reference === undefined) throw new Error("no phone");
    for (const state of rest) expect(viewOf(state)).toEqual(viewOf(reference));
    for (const { replica } of phones) expect(replica.summary()).toMatchObject({ wanted: [], missing: [] });

    expect(putByKey.size).toBeGreaterThan(10);
    expect(new Set(reference.own.keys())).toEqual(new Set(putByKey.keys()));
    for (const [key, record] of reference.own) {
      expect(record.type === "present" ? record.last.text : null).toBe(deleted.has(key) ? null : putByKey.get(key));
    }
    for (const [id, record] of reference.shared) {
      if (record.type === "deleted") throw new Error("nobody deleted it");
      for (const { text } of record.fields.values()) expect(fieldsById.get(id)?.has(text)).toBe(true);
    }

    const stored = await Promise.all(
      phones.map(async ({ store, replica }) =>
        must(await store.read(replica.space, 0, 10_000)).map(({ bytes }) => bytes),
      ),
    );
    expect(world.sent.length).toBeGreaterThan(100);
    for (const bytes of [...world.sent, ...stored.flat()]) expect(Buffer.from(bytes).includes(CANARY)).toBe(false);

    // What was agreed is also what a crash leaves, and what a phone reads that comes only now.
    const late = await world.addPhone(
      members[1],
      0,
      phones.find(({ keys }) => keys.member === members[1]),
    );
    expect(late).not.toBeNull();
    for (const phone of phones) await world.crash(phone);
    await world.settle();
    for (const { replica } of phones) expect(viewOf(replica.state())).toEqual(viewOf(reference));
  });
});
