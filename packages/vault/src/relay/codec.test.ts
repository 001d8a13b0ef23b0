/** The parsers of the protocol are total, and one message has one form. */
import { deviceIdFrom, entryIdFrom, epochIdFrom, spaceIdFrom } from "../envelope/ids.ts";
import { meetingIdFrom } from "../pairing/rendezvous.ts";
import { signatureFrom, verifyingKeyFrom } from "../crypto/public-door.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeAnswer, encodeAnswer, type Answer } from "./answers.ts";
import { ENTRY_REFUSALS, REQUEST_REFUSALS } from "./protocol.ts";
import { decodeRequest, encodeRequest, type Request } from "./requests.ts";

const filled = (length: number, value: number) => new Uint8Array(length).fill(value);
const space = spaceIdFrom(filled(16, 1));
const device = deviceIdFrom(filled(16, 2));
const epoch = epochIdFrom(filled(16, 3));
const id = entryIdFrom(filled(32, 4));
const meeting = meetingIdFrom(filled(16, 5));
const signature = signatureFrom(filled(64, 6));
const key = verifyingKeyFrom(filled(32, 7));
if (signature === undefined || key === undefined) throw new Error("neither is of its length");

const requests: readonly Request[] = [
  { type: "open", request: 1, space, device, signature },
  { type: "state", request: 2, space },
  { type: "close", request: 3, space },
  { type: "push", request: 4, space, entries: [filled(300, 1), filled(0, 0)] },
  { type: "pull", request: 5, space, after: 2 ** 40, limit: 256 },
  { type: "pull-chain", request: 6, space, device, after: 3, limit: 1 },
  { type: "leave", request: 7, space, entry: filled(200, 9) },
  { type: "need", request: 8, space, epochs: [epoch, epoch] },
  {
    ...{ type: "put-snapshot", request: 9, space, version: filled(16, 8), sequence: 70_000 },
    ...{ part: 1, parts: 2, bytes: filled(99, 1) },
  },
  { type: "get-snapshot", request: 10, space, device, part: 1 },
  { type: "ping", request: 11 },
  { type: "meet", request: 12, meeting, side: "guest", key, signature },
  { type: "say", request: 13, meeting, number: 2, message: filled(20, 1) },
  { type: "part", request: 0xffff_ffff, meeting },
];
const state = {
  standing: "member",
  last: 7,
  heads: [{ device, counter: 3, id }],
  wanted: [{ device, counter: 2 }],
  needs: [{ device, epochs: [epoch] }],
  snapshots: [{ device, version: filled(16, 1), parts: 3 }],
} as const;
const answers: readonly Answer[] = [
  { type: "hello", request: 0, challenge: filled(32, 1), incarnation: filled(16, 2) },
  { type: "state", request: 1, space, ...state },
  { type: "pushed", request: 2, after: 4, last: 6, refused: [{ index: 1, reason: "fork" }] },
  {
    type: "entries",
    request: 0,
    space,
    after: 1,
    last: 9,
    hasMore: true,
    entries: [{ sequence: 9, bytes: filled(9, 1) }],
  },
  { type: "left", request: 4, space, entry: filled(191, 3) },
  { type: "needed", request: 0, space, need: { device, epochs: [] } },
  { type: "snapshot", request: 5, version: filled(16, 1), parts: 1, bytes: filled(10, 1) },
  { type: "done", request: 6 },
  { type: "refused", request: 7, reason: "storage-full", retryAfterMs: 100 },
  { type: "said", request: 0, meeting, number: 1, message: filled(3, 3) },
  { type: "over", request: 0, meeting },
];

describe.each<{
  readonly name: string;
  readonly forms: readonly (readonly [string, Request | Answer, Uint8Array])[];
  readonly again: (bytes: Uint8Array) => { readonly read: unknown; readonly written: Uint8Array } | undefined;
}>([
  {
    name: "request",
    forms: requests.map((one) => [one.type, one, encodeRequest(one)]),
    again: (bytes) => {
      const read = decodeRequest(bytes);
      return read === undefined ? undefined : { read, written: encodeRequest(read) };
    },
  },
  {
    name: "answer",
    forms: answers.map((one) => [one.type, one, encodeAnswer(one)]),
    again: (bytes) => {
      const read = decodeAnswer(bytes);
      return read === undefined ? undefined : { read, written: encodeAnswer(read) };
    },
  },
])("the codec of every $name", ({ forms, again }) => {
  test.each(forms)("reads %s back as it was written", (_, message, bytes) => {
    expect(again(bytes)?.read).toEqual(message);
  });

  test("takes nothing that was cut or has something after it", () => {
    for (const [, , bytes] of forms) {
      for (let length = 0; length < bytes.length; length += 1) expect(again(bytes.subarray(0, length))).toBeUndefined();
      expect(again(Uint8Array.of(...bytes, 0))).toBeUndefined();
    }
  });

  test("reads any bytes without throwing, and what it reads it writes back the same", () => {
    const altered = fc.tuple(fc.constantFrom(...forms), fc.nat(), fc.nat(255)).map(([[, , form], at, value]) => {
      const bytes = new Uint8Array(form);
      bytes[at % bytes.length] = value;
      return bytes;
    });
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), altered), (bytes) => {
        const found = again(bytes);
        if (found !== undefined) expect([...found.written]).toEqual([...bytes]);
      }),
      { numRuns: 3000 },
    );
  });
});

test("the named refusals fit into their byte and none comes twice", () => {
  for (const names of [ENTRY_REFUSALS, REQUEST_REFUSALS]) {
    expect(names.length).toBeLessThan(256);
    expect(new Set(names).size).toBe(names.length);
  }
});
