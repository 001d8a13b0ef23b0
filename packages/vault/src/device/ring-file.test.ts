import { parsePersonId } from "@undivided/domain";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  bytesToHex,
  createEpochKey,
  createSigningKey,
  randomBytes,
  revealSecret,
  utf8ToBytes,
  verifyingKeyOf,
  type Bytes,
} from "../crypto/door.ts";
import { spaceIdFrom } from "../envelope/ids.ts";
import type { TrustedDevice } from "../space/trusted.ts";
import { createDeviceKeys, createMemberId } from "../space/device-keys.ts";
import { decodeKeyRing, encodeKeyRing, type KeyRing, type SpaceKeys } from "./key-ring.ts";
import { decodeRingFile, encodeRingFile, openRing, type Way } from "./ring-file.ts";
import { passkeyWay } from "./way-keys.ts";
import { must } from "./device-world.contract.ts";

const part = (): SpaceKeys => ({ space: spaceIdFrom(randomBytes(16)), keys: createDeviceKeys(createMemberId()) });
const ring = (ours: SpaceKeys | null): KeyRing => ({
  person: must(parsePersonId(bytesToHex(randomBytes(16)))),
  relay: ours === null ? null : "https://relay.example.org",
  mine: part(),
  ours,
  left: ours === null ? [] : [spaceIdFrom(randomBytes(16)), spaceIdFrom(randomBytes(16))],
});

describe("the key ring", () => {
  test("reads back as it was written", () => {
    for (const one of [ring(null), ring(part())]) {
      const bytes = encodeKeyRing(one);
      const again = decodeKeyRing(bytes);
      if (again === undefined || again === "newer-version") throw new Error("not read");
      expect([...encodeKeyRing(again)]).toEqual([...bytes]);
      expect([again.person, again.relay, again.left]).toEqual([one.person, one.relay, one.left]);
      expect(revealSecret(again.mine.keys.signing)).toEqual(revealSecret(one.mine.keys.signing));
      for (let length = 0; length < bytes.length; length += 7) {
        expect(decodeKeyRing(bytes.subarray(0, length)), String(length)).toBeUndefined();
      }
    }
  });

  test("of a newer version says so, and any bytes are read without throwing", () => {
    const bytes = encodeKeyRing(ring(null));
    bytes[0] = 3;
    expect(decodeKeyRing(bytes)).toBe("newer-version");
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (any) => {
        const read = decodeKeyRing(any);
        if (read !== undefined && read !== "newer-version") expect([...encodeKeyRing(read)]).toEqual([...any]);
      }),
    );
  });
});

const trusted = async (): Promise<TrustedDevice> => ({
  device: createDeviceKeys(createMemberId()).device,
  verifyingKey: await verifyingKeyOf(createSigningKey()),
});

describe("the key ring of a device that was paired by another", () => {
  test("keeps by which one, for each space, and is then of the second version", async () => {
    const [mineBy, oursBy] = [await trusted(), await trusted()];
    const [one, other] = [ring(null), ring(part())];
    const rings: readonly KeyRing[] = [
      { ...one, mine: { ...one.mine, pairedBy: mineBy } },
      { ...other, mine: { ...other.mine, pairedBy: mineBy } },
      { ...other, ours: { ...part(), pairedBy: oursBy } },
      { ...other, mine: { ...other.mine, pairedBy: mineBy }, ours: { ...part(), pairedBy: oursBy } },
    ];
    for (const kept of rings) {
      const bytes = encodeKeyRing(kept);
      expect(bytes[0]).toBe(2);
      const again = decodeKeyRing(bytes);
      if (again === undefined || again === "newer-version") throw new Error("not read");
      expect([again.mine.pairedBy, again.ours?.pairedBy]).toEqual([kept.mine.pairedBy, kept.ours?.pairedBy]);
      expect([...encodeKeyRing(again)]).toEqual([...bytes]);
      for (let length = 0; length < bytes.length; length += 1) {
        expect(decodeKeyRing(bytes.subarray(0, length)), String(length)).toBeUndefined();
      }
    }
  });

  test("of the first version opens as it is, byte for byte what it was", () => {
    const filled = (length: number, byte: number): readonly number[] => new Array<number>(length).fill(byte);
    const spaceOf = (byte: number) => [...filled(48, byte), ...filled(64, byte + 1)];
    const address = [...utf8ToBytes("https://relay.example.org")];
    const old = [1, ...filled(16, 3), 0, address.length, ...address, ...spaceOf(5), 0, 1, ...spaceOf(7), 0, 1];
    const bytes = Uint8Array.from([...old, ...filled(16, 9)]);
    const read = decodeKeyRing(bytes);
    if (read === undefined || read === "newer-version") throw new Error("not read");
    expect([read.mine.pairedBy, read.ours?.pairedBy, read.left.length]).toEqual([undefined, undefined, 1]);
    expect([...encodeKeyRing(read)]).toEqual([...bytes]);
  });
});

describe("the ring's file", () => {
  const fileOf = async (ways: (key: ReturnType<typeof createEpochKey>) => Promise<readonly Way[]>) => {
    const key = createEpochKey();
    return { key, bytes: await encodeRingFile(ring(part()), key, await ways(key)) };
  };
  const opens = async (bytes: Bytes, key: ReturnType<typeof createEpochKey>): Promise<string> => {
    const file = decodeRingFile(bytes);
    if (file.type === "error") return file.error.type;
    const opened = await openRing(file.value, key);
    return opened.type === "ok" ? "ok" : opened.error.type;
  };

  test("opens with its key, and not with any byte changed, left out or added", async () => {
    const { key, bytes } = await fileOf(async (made) => {
      const way = await passkeyWay(randomBytes(32), randomBytes(20), randomBytes(32), made);
      return way === undefined ? [] : [way];
    });
    expect(await opens(bytes, key)).toBe("ok");
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = bytes.map((byte, index) => (index === at ? byte ^ 0x41 : byte));
      expect(await opens(changed, key), `byte ${at}`).not.toBe("ok");
    }
    expect(await opens(bytes.slice(0, -1), key)).toBe("damaged");
    expect(await opens(new Uint8Array([...bytes, 0]), key)).toBe("damaged");
    expect(await opens(bytes, createEpochKey())).toBe("damaged");
  });

  test("cannot be given another way in front of it", async () => {
    const { key, bytes } = await fileOf(async () => []);
    const file = must(decodeRingFile(bytes));
    const forged = await encodeRingFile(ring(null), key, [{ type: "bare", key }]);
    const way = must(decodeRingFile(forged)).ways;
    expect((await openRing({ ways: way, sealed: file.sealed }, key)).type).toBe("error");
  });

  test("of a newer version says so; a cost beyond what a phone can pay is refused; any bytes are read", async () => {
    expect(decodeRingFile(Uint8Array.of(2, 0, 0))).toEqual({ type: "error", error: { type: "newer-version" } });
    const pin = new Uint8Array(3 + 1 + 16 + 9 + 60);
    pin.set([1, 0, 1, 2]);
    pin.set([0, 0, 0, 3, 0xff, 0xff, 0xff, 0xff, 1], 20);
    expect(decodeRingFile(pin)).toEqual({ type: "error", error: { type: "damaged" } });
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (any) => typeof decodeRingFile(any).type === "string"));
  });
});
