import { millis, type Millis } from "@undivided/domain";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createMemoryBlobStore } from "../log/memory-blob-store.ts";
import { blobName } from "../log/blob-store.ts";
import { createAttemptKeeper, decodeAttempts, delayAfter, encodeAttempts } from "./attempts.ts";
import { normalisePin } from "./pin.ts";
import { createProofs, PROOF_MS } from "./proof.ts";

const faultOf = (result: { type: "ok" } | { type: "error"; error: { type: string } }): string =>
  result.type === "error" ? result.error.type : "no fault";

describe("a PIN", () => {
  test("is the same from keyboards of other scripts, and with white space at its ends", () => {
    for (const typed of ["1234", " 1234 ", "１２３４", "١٢٣٤", "۱۲۳۴", "१२३४", "𝟏𝟐𝟑𝟒"]) {
      expect(normalisePin(typed), typed).toBe("1234");
    }
    expect(normalisePin("cafe\u0301s")).toBe(normalisePin("caf\u00e9s"));
    expect(normalisePin("٠٩٠٩")).toBe("0909");
  });

  test("has at least four letters", () => {
    expect(normalisePin("123")).toBeUndefined();
    expect(normalisePin("   1 ")).toBeUndefined();
    expect(normalisePin("x".repeat(5000))).toBeUndefined();
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => typeof normalisePin(text) !== "number"));
  });
});

describe("waiting after wrong attempts", () => {
  const createLock = () => {
    let now = 0;
    const blobs = createMemoryBlobStore();
    const clock = (): Millis => millis(now);
    return {
      blobs,
      open: () => createAttemptKeeper(blobs, clock),
      pass: (ms: number): void => {
        now += ms;
      },
      restart: (): void => {
        now = 0;
      },
    };
  };

  test("grows from nothing to a quarter of an hour and no further", () => {
    expect([1, 4, 5, 6, 7, 8, 9, 10, 11, 1000].map(delayAfter)).toEqual([
      0, 0, 30_000, 60_000, 120_000, 240_000, 480_000, 900_000, 900_000, 900_000,
    ]);
  });

  test("runs down while the program is open, is over in the end, and starts anew after the right PIN", async () => {
    const { open, pass } = createLock();
    const lock = open();
    for (let attempt = 1; attempt <= 5; attempt += 1) expect(faultOf(await lock.begin())).toBe("no fault");
    expect(await lock.begin()).toEqual({ type: "error", error: { type: "must-wait", ms: 30_000 } });
    pass(29_000);
    expect(await lock.waitMs()).toEqual({ type: "ok", value: 1000 });
    pass(1000);
    expect(faultOf(await lock.begin())).toBe("no fault");
    expect(await lock.begin()).toEqual({ type: "error", error: { type: "must-wait", ms: 60_000 } });
    pass(60_000);
    expect(faultOf(await lock.succeed())).toBe("no fault");
    for (let attempt = 1; attempt <= 5; attempt += 1) expect(faultOf(await lock.begin())).toBe("no fault");
  });

  test("is not shortened by starting again, by trying while it lasts, or by a clock that begins anew or goes back", async () => {
    const { open, pass, restart } = createLock();
    const lock = open();
    for (let attempt = 1; attempt <= 5; attempt += 1) await lock.begin();
    pass(10_000);
    expect(await lock.begin()).toEqual({ type: "error", error: { type: "must-wait", ms: 20_000 } });
    restart();
    const again = open();
    expect(await again.begin()).toEqual({ type: "error", error: { type: "must-wait", ms: 20_000 } });
    pass(-5000);
    expect(await again.waitMs()).toEqual({ type: "ok", value: 20_000 });
    for (let attempt = 1; attempt <= 50; attempt += 1) await again.begin();
    pass(20_000);
    expect(await open().waitMs()).toEqual({ type: "ok", value: 20_000 });
  });

  test("counts an attempt that was cut short", async () => {
    const { open } = createLock();
    for (let attempt = 1; attempt <= 5; attempt += 1) expect(faultOf(await open().begin())).toBe("no fault");
    expect(faultOf(await open().begin())).toBe("must-wait");
  });

  test("waits as long as it ever does when what was kept is damaged", async () => {
    const { open, blobs } = createLock();
    await blobs.write(blobName("device/attempts"), new Uint8Array(3));
    expect(await open().begin()).toEqual({ type: "error", error: { type: "must-wait", ms: 900_000 } });
  });

  test("reads any bytes", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => decodeAttempts(bytes).waitMs <= 900_000));
    expect(decodeAttempts(encodeAttempts({ failures: 7, waitMs: 1234 }))).toEqual({ failures: 7, waitMs: 1234 });
  });
});

test("a proof is good for two minutes, for the device that gave it", () => {
  let now = 1000;
  const clock = (): Millis => millis(now);
  const [proofs, others] = [createProofs(clock), createProofs(clock)];
  const proof = proofs.issue();
  expect([proofs.isGood(proof), others.isGood(proof)]).toEqual([true, false]);
  now += PROOF_MS - 1;
  expect(proofs.isGood(proof)).toBe(true);
  now += 1;
  expect(proofs.isGood(proof)).toBe(false);
  now = 0;
  expect(proofs.isGood(proof)).toBe(false);
});
