import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  createEpochKey,
  createSigningKey,
  epochKeyFrom,
  randomBytes,
  utf8ToBytes,
  verifyingKeyOf,
  type EpochKey,
} from "../crypto/door.ts";
import { decodeEntry, encodeEntry, HEADER_BYTES, MAX_ENTRY_BYTES, withoutBody, type Entry } from "./entry.ts";
import { deviceIdFrom, entryIdFrom, epochIdFrom, NO_ENTRY, spaceIdFrom } from "./ids.ts";
import { entryIdOf, openEntry, sealEntry, verifyEntry } from "./make-entry.ts";
import { MAX_CONTENT_BYTES, pad, SIZE_CLASSES, unpad } from "./padding.ts";

const must = <T>(result: { type: "ok"; value: T } | { type: "error" }): T => {
  if (result.type === "error") throw new Error("expected ok");
  return result.value;
};

const flip = (bytes: Uint8Array, at: number, bits = 1): Uint8Array =>
  bytes.map((byte, index) => (index === at ? byte ^ bits : byte));

const author = createSigningKey();
const epoch: { readonly id: ReturnType<typeof epochIdFrom>; readonly key: EpochKey } = {
  id: epochIdFrom(randomBytes(16)),
  key: createEpochKey(),
};
const place = {
  space: spaceIdFrom(randomBytes(16)),
  device: deviceIdFrom(randomBytes(16)),
  counter: 7,
  previous: entryIdFrom(randomBytes(32)),
};
const content = utf8ToBytes("the canary sings");
const make = async (bytes: Uint8Array = content): Promise<Entry> =>
  must(await sealEntry(place, epoch, author, bytes)).entry;

describe("an entry", () => {
  test("comes back from its bytes, verifies, opens, and shows nothing of its content", async () => {
    const bytes = encodeEntry(await make());
    expect(Buffer.from(bytes).includes("canary")).toBe(false);
    const entry = must(decodeEntry(bytes));
    expect(encodeEntry(entry)).toEqual(bytes);
    const verified = must(await verifyEntry(entry, await verifyingKeyOf(author)));
    expect(verified.id).toBe(await entryIdOf(entry));
    expect(must(await openEntry(entry, epoch.key))).toEqual(content);
  });

  test("is refused with any one byte of it flipped", async () => {
    const bytes = encodeEntry(await make());
    const key = await verifyingKeyOf(author);
    for (let at = 0; at < bytes.length; at += 1) {
      for (const bits of [1, 128]) {
        const decoded = decodeEntry(flip(bytes, at, bits));
        if (decoded.type === "error") continue;
        expect((await verifyEntry(decoded.value, key)).type, `byte ${at}`).toBe("error");
      }
    }
  });

  test("is refused cut short anywhere, and with anything after it", async () => {
    const bytes = encodeEntry(await make());
    for (let length = 0; length < bytes.length; length += 1) {
      expect(decodeEntry(bytes.subarray(0, length)).type, `length ${length}`).toBe("error");
    }
    expect(decodeEntry(Uint8Array.of(...bytes, 0)).type).toBe("error");
  });

  test("keeps its name and its proof when its body is dropped", async () => {
    const entry = await make();
    const dropped = must(decodeEntry(encodeEntry(withoutBody(entry))));
    expect(dropped.body).toBeNull();
    const verified = must(await verifyEntry(dropped, await verifyingKeyOf(author)));
    expect(verified.id).toBe(await entryIdOf(entry));
    expect(await openEntry(dropped, epoch.key)).toEqual({ type: "error", error: { type: "no-body" } });
  });

  test("with the body of another entry is altered, by another author forged", async () => {
    const [one, other] = [await make(), await make()];
    const key = await verifyingKeyOf(author);
    expect(await verifyEntry({ ...one, body: other.body }, key)).toEqual({ type: "error", error: { type: "altered" } });
    const stranger = await verifyingKeyOf(createSigningKey());
    expect(await verifyEntry(one, stranger)).toEqual({ type: "error", error: { type: "forged" } });
  });

  test("opens under its own header only, even for somebody who holds the key", async () => {
    const entry = await make();
    for (const changed of [{ counter: 8 }, { previous: NO_ENTRY }, { device: deviceIdFrom(randomBytes(16)) }]) {
      expect((await openEntry({ ...entry, ...changed }, epoch.key)).type).toBe("error");
    }
    expect((await openEntry(entry, must(epochKeyFrom(randomBytes(32))))).type).toBe("error");
  });

  test("of a newer version is told apart from a broken one", async () => {
    const bytes = encodeEntry(await make());
    expect(decodeEntry(flip(bytes, 0, 2))).toEqual({ type: "error", error: { type: "newer-version" } });
    expect(decodeEntry(flip(bytes, 0, 1))).toEqual({ type: "error", error: { type: "malformed" } });
  });

  test("is at most as long as the format allows, and longer ones are called oversized unread", async () => {
    const longest = await make(new Uint8Array(MAX_CONTENT_BYTES));
    expect(encodeEntry(longest).length).toBe(MAX_ENTRY_BYTES);
    expect(decodeEntry(new Uint8Array(MAX_ENTRY_BYTES + 1))).toEqual({ type: "error", error: { type: "oversized" } });
    const tooLong = await sealEntry(place, epoch, author, new Uint8Array(MAX_CONTENT_BYTES + 1));
    expect(tooLong).toEqual({ type: "error", error: { type: "too-long" } });
  });
});

describe("the parser", () => {
  test("is total, and what it accepts is written again byte by byte", () => {
    const anything = fc.uint8Array({ maxLength: 600 });
    const almost = fc
      .tuple(fc.constant(1), fc.uint8Array({ minLength: HEADER_BYTES - 5, maxLength: HEADER_BYTES - 5 }), anything)
      .map(([version, header, rest]) => Uint8Array.of(version, ...header, 0, 0, 0, rest.length % 64, ...rest));
    let accepted = 0;
    fc.assert(
      fc.property(fc.oneof(anything, almost), (bytes) => {
        const decoded = decodeEntry(bytes);
        if (decoded.type === "error") return;
        accepted += 1;
        expect([...encodeEntry(decoded.value)]).toEqual([...bytes]);
      }),
      { numRuns: 3000, examples: [[wellFormed]] },
    );
    expect(accepted).toBeGreaterThan(0);
  });
});

/** Kind 9, counter 1, no body: the shortest entry. */
const wellFormed = Uint8Array.of(
  ...[1, 9],
  ...new Uint8Array(48),
  ...[0, 0, 0, 0, 0, 0, 0, 1],
  ...new Uint8Array(32 + 4 + 32 + 64),
  0,
);

describe("padding", () => {
  test("gives back the content, in one of nine lengths, in one form only", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), fc.nat(), (bytes, at) => {
        const padded = pad(bytes);
        expect(SIZE_CLASSES).toContain(padded?.length);
        expect([...(unpad(padded ?? bytes) ?? [])]).toEqual([...bytes]);
        const zeros = (padded?.length ?? 0) - 4 - bytes.length;
        if (padded === undefined || zeros === 0) return;
        expect(unpad(flip(padded, 4 + bytes.length + (at % zeros)))).toBeUndefined();
      }),
      { numRuns: 200 },
    );
    expect(SIZE_CLASSES).toEqual([256, 512, 1024, 2048, 4096, 8192, 16_384, 32_768, 65_536]);
    expect(unpad(new Uint8Array(512))).toBeUndefined();
  });
});
