import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createSigningKey, randomBytes, utf8ToBytes, verifyingKeyOf } from "../crypto/door.ts";
import { encodeEntry, MAX_ENTRY_BYTES, type Entry } from "../envelope/entry.ts";
import { deviceIdFrom, NO_ENTRY, spaceIdFrom } from "../envelope/ids.ts";
import { statementEntry, type EntryWithId } from "../envelope/make-entry.ts";
import { createChainReceiver, MAX_WAITING, type Admission, type ChainReceiver } from "./chain-receiver.ts";

const space = spaceIdFrom(randomBytes(16));
const author = createSigningKey();
const device = deviceIdFrom(randomBytes(16));
const publicKey = await verifyingKeyOf(author);

const makeChain = async (
  length: number,
  text = "",
  from: readonly EntryWithId[] = [],
): Promise<readonly EntryWithId[]> => {
  const chain = [...from];
  while (chain.length < length) {
    const place = { space, device, counter: chain.length + 1, previous: chain.at(-1)?.id ?? NO_ENTRY };
    const made = await statementEntry(place, 99, author, utf8ToBytes(`${text}${chain.length}`));
    if (made.type === "error") throw new Error(made.error.type);
    chain.push(made.value);
  }
  return chain;
};

const createReceiver = (admit: (entry: Entry) => Admission = () => "take"): ChainReceiver =>
  createChainReceiver(space, { keyOf: async (entry) => (entry.device === device ? publicKey : undefined), admit });

/** What becomes of each: "taken", "waiting", "duplicate" or the refusal. */
const feed = async (receiver: ChainReceiver, entries: readonly EntryWithId[]): Promise<readonly string[]> => {
  const outcomes: string[] = [];
  for (const { entry } of entries) {
    const result = await receiver.receive(encodeEntry(entry));
    outcomes.push(result.type === "ok" ? result.value.type : result.error.type);
    if (outcomes.at(-1) === "taken") while (receiver.nextWaiting() !== undefined) outcomes.push("later");
  }
  return outcomes;
};

const chain = await makeChain(12);
const part = (...indexes: readonly number[]): readonly EntryWithId[] =>
  chain.filter((_, index) => indexes.includes(index));
const altered = (change: Partial<Entry>): readonly EntryWithId[] =>
  part(0).map(({ id, entry }) => ({ id, entry: { ...entry, ...change } }));

describe("a receiver", () => {
  test("takes a whole chain in whatever order and however often its entries come", async () => {
    const order = fc.array(fc.nat(chain.length - 1), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(
        order,
        fc.shuffledSubarray([...chain.keys()], { minLength: chain.length }),
        async (some, all) => {
          const receiver = createReceiver();
          const outcomes = await feed(
            receiver,
            [...some, ...all].flatMap((index) => part(index)),
          );
          expect(outcomes.filter((outcome) => outcome === "taken" || outcome === "later")).toHaveLength(chain.length);
          expect(receiver.headOf(device)).toEqual({ device, counter: chain.length, id: chain.at(-1)?.id });
        },
      ),
      { numRuns: 40 },
    );
  });

  test("takes one, lets one wait that comes too soon, and drops exact duplicates", async () => {
    expect(await feed(createReceiver(), [...part(1), ...part(1), ...part(0), ...part(0), ...part(1)])).toEqual([
      "waiting",
      "waiting",
      "taken",
      "later",
      "duplicate",
      "duplicate",
    ]);
  });

  test("refuses what is forged, altered, of another space or of a stranger", async () => {
    const stranger = deviceIdFrom(randomBytes(16));
    const forged = altered({ counter: 2 });
    const changes: readonly Partial<Entry>[] = [
      { body: utf8ToBytes("?") },
      { space: spaceIdFrom(randomBytes(16)) },
      { device: stranger },
    ];
    expect(await feed(createReceiver(), [...forged, ...changes.flatMap(altered)])).toEqual([
      "forged",
      "altered",
      "wrong-space",
      "unknown-device",
    ]);
  });

  test("refuses what is broken, too long or from a newer app, and never throws", async () => {
    const receiver = createReceiver();
    const outcomes = await Promise.all(
      [new Uint8Array(0), new Uint8Array(MAX_ENTRY_BYTES + 1), Uint8Array.of(2)].map((bytes) =>
        receiver.receive(bytes),
      ),
    );
    expect(outcomes.map((result) => (result.type === "error" ? result.error.type : ""))).toEqual([
      "malformed",
      "oversized",
      "newer-version",
    ]);
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        expect((await receiver.receive(bytes)).type).toBe("error");
      }),
    );
  });

  test("refuses a fork of a chain, also one that waits or that skips its predecessor", async () => {
    const rival = await makeChain(4, "rival", part(0));
    const [, second, third] = rival;
    const receiver = createReceiver();
    expect(await feed(receiver, [...part(0, 1, 2), ...(second === undefined ? [] : [second])])).toEqual([
      "taken",
      "taken",
      "taken",
      "fork",
    ]);
    expect(await feed(receiver, [...part(4), ...rival.slice(3, 4)])).toEqual(["waiting", "fork"]);
    expect(await feed(createReceiver(), [...part(0, 1), ...(third === undefined ? [] : [third])])).toEqual([
      "taken",
      "taken",
      "fork",
    ]);
  });

  test("lets no more wait than it has room for, and recovers when the gap is closed", async () => {
    const long = await makeChain(MAX_WAITING + 3, "", chain);
    const receiver = createReceiver();
    const outcomes = await feed(receiver, long.slice(1));
    expect(outcomes.filter((outcome) => outcome === "waiting")).toHaveLength(MAX_WAITING - 1);
    expect(outcomes.filter((outcome) => outcome === "too-early")).toHaveLength(3);
    await feed(receiver, long);
    expect(receiver.headOf(device)?.counter).toBe(long.length);
  });

  test("asks the gate about the next link only, and asks again about one that was to wait", async () => {
    let isOpen = false;
    const receiver = createReceiver(({ counter }) => (counter === 2 && !isOpen ? "wait" : "take"));
    expect(await feed(receiver, part(0, 1, 2))).toEqual(["taken", "waiting", "waiting"]);
    expect(receiver.nextWaiting()).toBeUndefined();
    isOpen = true;
    expect([receiver.nextWaiting()?.id, receiver.nextWaiting()?.id]).toEqual(part(1, 2).map(({ id }) => id));
  });

  test("passes on why the gate refuses, and goes no further along that chain", async () => {
    const receiver = createReceiver(({ counter }) => (counter === 2 ? { type: "wrong-epoch" } : "take"));
    expect(await feed(receiver, part(0, 1, 2))).toEqual(["taken", "wrong-epoch", "waiting"]);
    expect(receiver.heads()).toEqual([{ device, counter: 1, id: chain[0]?.id }]);
  });
});
