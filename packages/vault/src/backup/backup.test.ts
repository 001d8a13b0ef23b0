import { parseEpochMs, type Instant } from "@undivided/domain";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bytesToHex, concatBytes, randomBytes, utf8ToBytes, type Bytes } from "../crypto/door.ts";
import { spaceIdFrom } from "../envelope/ids.ts";
import { must, faultOf, quickStretch } from "../device/device-world.contract.ts";
import { createRecoverySecret, formatRecoveryCode, parseRecoveryCode } from "../device/recovery-code.ts";
import { HEAD_BYTES } from "./backup-head.ts";
import {
  isPassphraseLongEnough,
  openBackup,
  readBackupLock,
  sealBackup,
  verifyBackup,
  type BackupSecret,
} from "./backup.ts";

const madeAt: Instant = must(parseEpochMs(Date.parse("2026-11-20T18:00:00Z")));
const secret: BackupSecret = { type: "passphrase", passphrase: "correct horse" };
const PIECE = 65_536 + 28;

const fileOf = async (records: readonly string[], by: BackupSecret = secret): Promise<Bytes> => {
  const parts: Bytes[] = [];
  for await (const part of sealBackup(quickStretch, by, madeAt, records)) parts.push(part);
  return concatBytes(...parts);
};
const read = (file: Uint8Array, by: BackupSecret = secret) => openBackup(quickStretch, by, [file]);
const cut = (file: Uint8Array, size: number): readonly Uint8Array[] =>
  Array.from({ length: Math.ceil(file.length / size) }, (_, index) => file.subarray(index * size, (index + 1) * size));

describe("a backup", () => {
  test("gives back every record, in order, however the file is cut while it is read", async () => {
    const sizes = [0, 1, 65_519, 65_520, 65_521, 65_524, 65_532, 131_064, 200_000];
    const records = sizes.map((size, index) => `${index}${"ä".repeat(Math.floor(size / 2))}`);
    const file = await fileOf(records);
    expect((file.length - HEAD_BYTES) % PIECE).toBe(0);
    expect(await read(file)).toEqual({ type: "ok", value: { madeAt, records } });
    for (const size of [997, 65_564, 70_000]) {
      const found = await verifyBackup(quickStretch, secret, cut(file, size));
      expect(found).toEqual({ type: "ok", value: { madeAt, records: records.length } });
    }
  });

  test("gives back any records", async () => {
    const texts = fc.array(fc.string({ unit: "grapheme", maxLength: 60_000 }), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(texts, async (records) => {
        expect(must(await read(await fileOf(records))).records).toEqual(records);
      }),
      { numRuns: 20 },
    );
  });

  test("fills a piece to its very end", async () => {
    for (const length of [65_532 - 8 - 4, 65_532 - 8 - 5, 65_532 - 8 - 3]) {
      const records = ["x".repeat(length)];
      const file = await fileOf(records);
      expect(must(await read(file)).records).toEqual(records);
      expect((file.length - HEAD_BYTES) / PIECE).toBe(length === 65_532 - 8 - 3 ? 2 : 1);
    }
  });

  test("opens by the recovery code, and says which secret it wants without any", async () => {
    const code = createRecoverySecret();
    const file = await fileOf(["one"], { type: "recovery", secret: code });
    const again = must(
      parseRecoveryCode(formatRecoveryCode({ secret: code, space: spaceIdFrom(randomBytes(16)) })),
    ).secret;
    expect(must(await read(file, { type: "recovery", secret: again })).records).toEqual(["one"]);
    expect(must(await readBackupLock(file))).toBe("recovery");
    expect(await read(file)).toEqual({ type: "error", error: { type: "other-secret", wanted: "recovery" } });
    expect(must(await readBackupLock(await fileOf([])))).toBe("passphrase");
    expect(faultOf(await read(file, { type: "recovery", secret: createRecoverySecret() }))).toBe("wrong-secret");
  });

  test("tells a wrong secret, a cut, a change and a newer version apart", async () => {
    const file = await fileOf(["x".repeat(150_000), "end"]);
    expect(faultOf(await read(file, { type: "passphrase", passphrase: "correct horsf" }))).toBe("wrong-secret");
    expect(must(await read(file, { type: "passphrase", passphrase: " correct horse\n" })).records).toHaveLength(2);
    const pieces = (file.length - HEAD_BYTES) / PIECE;
    for (const end of [9, HEAD_BYTES - 1, HEAD_BYTES, HEAD_BYTES + 1, HEAD_BYTES + PIECE - 1, file.length - 1]) {
      expect(faultOf(await read(file.subarray(0, end))), `cut at ${end}`).toBe("truncated");
    }
    for (let kept = 1; kept < pieces; kept += 1) {
      expect(faultOf(await read(file.subarray(0, HEAD_BYTES + kept * PIECE))), `${kept} pieces`).toBe("truncated");
    }
    expect(faultOf(await read(concatBytes(file, Uint8Array.of(0))))).toBe("altered");
    expect(faultOf(await read(concatBytes(file, file.subarray(HEAD_BYTES))))).toBe("altered");
    const newer = file.slice();
    newer[8] = 2;
    expect(faultOf(await read(newer))).toBe("newer-version");
    for (const none of [new Uint8Array(0), utf8ToBytes("PK\u0003\u0004 something else")]) {
      expect(faultOf(await read(none))).toBe("not-a-backup");
    }
  });

  test("is refused with any byte changed", async () => {
    const file = await fileOf(["one", "two"]);
    const places = [
      ...Array(HEAD_BYTES + 40).keys(),
      ...Array.from({ length: 60 }, (_, index) => file.length - 1 - index * 997),
    ];
    for (const at of places) {
      const changed = file.map((byte, index) => (index === at ? byte ^ 0x20 : byte));
      const fault = faultOf(await read(changed));
      const wanted = at < 8 ? "not-a-backup" : at === 8 ? "newer-version" : "altered";
      expect(fault, `byte ${at}`).toBe(wanted);
    }
  });

  test("is refused with pieces swapped, doubled, or taken from another backup of the same secret", async () => {
    const [one, other] = [await fileOf(["x".repeat(150_000)]), await fileOf(["y".repeat(150_000)])];
    const piece = (file: Bytes, index: number) =>
      file.subarray(HEAD_BYTES + index * PIECE, HEAD_BYTES + (index + 1) * PIECE);
    const head = one.subarray(0, HEAD_BYTES);
    for (const mixed of [
      [head, piece(one, 1), piece(one, 0), piece(one, 2)],
      [head, piece(one, 0), piece(one, 0), piece(one, 1), piece(one, 2)],
      [head, piece(one, 0), piece(other, 1), piece(one, 2)],
      [other.subarray(0, HEAD_BYTES), piece(one, 0), piece(one, 1), piece(one, 2)],
    ]) {
      expect(faultOf(await read(concatBytes(...mixed)))).toBe("altered");
    }
  });

  test("holds no readable text, and tells its size to 64 KiB only", async () => {
    const file = await fileOf(["kanarienvogel", "2026-11-20"]);
    const hex = bytesToHex(file);
    for (const text of ["kanarienvogel", "2026-11-20", "correct horse"])
      expect(hex).not.toContain(bytesToHex(utf8ToBytes(text)));
    expect((await fileOf([])).length).toBe(file.length);
  });

  test("asks for a passphrase of at least eight letters", async () => {
    expect([
      isPassphraseLongEnough("1234567"),
      isPassphraseLongEnough("  1234567 "),
      isPassphraseLongEnough("12345678"),
    ]).toEqual([false, false, true]);
    await expect(fileOf([], { type: "passphrase", passphrase: "short" })).rejects.toThrow("too short");
  });

  test("reads any bytes without throwing, and without paying for a cost that nobody can", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        const framed = concatBytes(utf8ToBytes("UDBACKUP"), Uint8Array.of(1, 1), bytes);
        expect(["truncated", "altered", "newer-version"]).toContain(faultOf(await read(framed)));
        expect(faultOf(await read(bytes))).toMatch(/not-a-backup|truncated|altered/);
      }),
      { numRuns: 300 },
    );
  });
});
