import { beforeEach, describe, expect, test } from "vitest";
import type { Bytes } from "../crypto/public-door.ts";
import { spaceIdFrom } from "../envelope/ids.ts";
import { decodeAnswer } from "./answers.ts";
import { createCounters, type RelayCounters } from "./counters.ts";
import { createFanOut, type FanOut } from "./fan-out.ts";
import { MAX_BATCH, MAX_FRAME_BYTES } from "./protocol.ts";
import type { Member } from "./relay.ts";

const space = spaceIdFrom(new Uint8Array(16).fill(1));
const entry = (byte: number, length = 3): Bytes => new Uint8Array(length).fill(byte);

/** What a member was handed: of each frame the sequence numbers and first bytes of its entries. */
const listener = () => {
  const frames: Bytes[] = [];
  const member: Member = { send: () => undefined, look: () => undefined, hand: (frame) => frames.push(frame) };
  const heard = () =>
    frames.map((frame) => {
      const answer = decodeAnswer(frame);
      if (answer?.type !== "entries") throw new Error("only entries are handed on");
      expect(answer).toMatchObject({ request: 0, space, hasMore: false });
      expect([answer.after, answer.last]).toEqual([
        (answer.entries[0]?.sequence ?? 0) - 1,
        answer.entries.at(-1)?.sequence,
      ]);
      return answer.entries.map(({ sequence, bytes }) => `${sequence}:${bytes[0]}`);
    });
  return { member, frames, heard };
};

let [one, other, third] = [listener(), listener(), listener()];
let counters: RelayCounters = createCounters();
let fanOut: FanOut;
beforeEach(() => {
  [one, other, third] = [listener(), listener(), listener()];
  counters = createCounters();
  fanOut = createFanOut(space, new Set([one.member, other.member, third.member]), counters);
});
const nextTurn = (): Promise<void> => Promise.resolve();

describe("what was committed together", () => {
  test("goes as one frame, the same bytes for everybody but its author", async () => {
    fanOut.hand(one.member, 4, [entry(5)]);
    fanOut.hand(one.member, 5, [entry(6), entry(7)]);
    expect(other.frames).toEqual([]);
    await nextTurn();
    expect(other.heard()).toEqual([["5:5", "6:6", "7:7"]]);
    expect(third.frames[0]).toBe(other.frames[0]);
    expect(one.frames).toEqual([]);
    expect(counters.entriesFannedOut).toBe(6);
  });

  test("goes in its order, each author's apart, to the other authors too", async () => {
    fanOut.hand(one.member, 0, [entry(1)]);
    fanOut.hand(other.member, 1, [entry(2)]);
    fanOut.hand(one.member, 2, [entry(3)]);
    await nextTurn();
    expect(third.heard()).toEqual([["1:1"], ["2:2"], ["3:3"]]);
    expect(one.heard()).toEqual([["2:2"]]);
    expect(other.heard()).toEqual([["1:1"], ["3:3"]]);
  });

  test("is never put behind a gap in the numbers", async () => {
    fanOut.hand(one.member, 0, [entry(1)]);
    fanOut.hand(one.member, 2, [entry(3)]);
    await nextTurn();
    expect(other.heard()).toEqual([["1:1"], ["3:3"]]);
  });

  test("fits the frame, in number and in bytes", async () => {
    fanOut.hand(
      one.member,
      0,
      Array.from({ length: MAX_BATCH }, () => entry(1)),
    );
    fanOut.hand(one.member, MAX_BATCH, [entry(2)]);
    const long = Array.from({ length: 10 }, () => entry(3, 60_000));
    fanOut.hand(one.member, MAX_BATCH + 1, long);
    fanOut.hand(one.member, MAX_BATCH + 11, long);
    await nextTurn();
    expect(other.heard().map(({ length }) => length)).toEqual([MAX_BATCH, 11, 10]);
    expect(Math.max(...other.frames.map(({ length }) => length))).toBeLessThanOrEqual(MAX_FRAME_BYTES);
  });
});

test("what comes in another turn goes by itself", async () => {
  fanOut.hand(one.member, 0, [entry(1)]);
  await nextTurn();
  fanOut.hand(one.member, 1, [entry(2)]);
  await nextTurn();
  expect(other.heard()).toEqual([["1:1"], ["2:2"]]);
});
