import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createMemberId } from "../space/device-keys.ts";
import { bytesToHex, randomBytes, revealSecret } from "../crypto/door.ts";
import { spaceIdFrom } from "../envelope/ids.ts";
import { createRecoverySecret, formatRecoveryCode, parseRecoveryCode, recoveryKeysOf } from "./recovery-code.ts";

const faultOf = (result: { type: "ok" } | { type: "error"; error: { type: string } }): string =>
  result.type === "error" ? result.error.type : "no fault";
const same = (text: string, code: string): boolean => {
  const parsed = parseRecoveryCode(text);
  return parsed.type === "ok" && formatRecoveryCode(parsed.value) === code;
};

const newCode = (): string =>
  formatRecoveryCode({ secret: createRecoverySecret(), space: spaceIdFrom(randomBytes(16)) });

describe("a recovery code", () => {
  test("is fourteen groups of four letters and reads back however it is typed", () => {
    for (let round = 0; round < 200; round += 1) {
      const code = newCode();
      expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){13}[0-9A-HJKMNP-TV-Z]{4}$/);
      const sloppy = code.toLowerCase().replaceAll("-", " ").replaceAll("1", "l").replaceAll("0", "o");
      for (const typed of [code, code.replaceAll("-", ""), ` ${sloppy}\n`, code.replaceAll("-", "–")]) {
        expect(same(typed, code), typed).toBe(true);
      }
    }
  });

  test("tells of every single wrong letter and of every two of the first 52 that were swapped", () => {
    const letters = newCode().replaceAll("-", "");
    for (let at = 0; at < letters.length; at += 1) {
      for (const other of "0123456789ABCDEFGHJKMNPQRSTVWXYZ") {
        if (other === letters[at]) continue;
        expect(faultOf(parseRecoveryCode(letters.slice(0, at) + other + letters.slice(at + 1)))).toBe("mistyped");
      }
      for (let other = at + 1; other < 52; other += 1) {
        const swapped = Array.from(letters);
        [swapped[at], swapped[other]] = [letters[other] ?? "", letters[at] ?? ""];
        if (letters[at] !== letters[other]) expect(faultOf(parseRecoveryCode(swapped.join("")))).toBe("mistyped");
      }
    }
  });

  test("is told from what is no code", () => {
    for (const text of ["", "U".repeat(56), "1234", "x".repeat(1000)]) {
      expect(faultOf(parseRecoveryCode(text))).toBe("not-a-code");
    }
    fc.assert(
      fc.property(fc.string(), (text) => faultOf(parseRecoveryCode(text)) !== "no fault"),
      { numRuns: 500 },
    );
  });

  test("of a version to come says so", () => {
    // Version 1 and a code of zeros: payload 2^256, and its check.
    const payload = 1n << 256n;
    let value = (payload << 20n) | (payload % 1_048_573n);
    let letters = "";
    for (let at = 0; at < 56; at += 1, value >>= 5n) {
      letters = ("0123456789ABCDEFGHJKMNPQRSTVWXYZ"[Number(value & 31n)] ?? "") + letters;
    }
    expect(faultOf(parseRecoveryCode(letters))).toBe("newer-version");
  });

  test("gives the same keys each time, and others than another code", async () => {
    const secret = createRecoverySecret();
    const member = createMemberId();
    const names = await Promise.all(
      [secret, secret, createRecoverySecret()].map(async (one) => {
        const keys = await recoveryKeysOf(one, member);
        return [keys.device, bytesToHex(revealSecret(keys.signing)), bytesToHex(revealSecret(keys.unwrapping))].join();
      }),
    );
    expect(names[0]).toBe(names[1]);
    expect(names[0]).not.toBe(names[2]);
    expect(new Set(names[0]?.split(",")).size).toBe(3);
  });
});
