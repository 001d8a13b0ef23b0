import { parseEpochMs } from "@undivided/domain";
import { derivationKeyFrom, sha256, utf8ToBytes, type Stretch } from "@undivided/vault";
import { describe, expect, it } from "vitest";
import { openCopy, sealCopy, sealedWith } from "./sealed-copy.ts";

/** Quick where Argon2id is slow; what it is worth is tested in the vault. */
const stretch: Stretch = async (passphrase) => {
  const key = derivationKeyFrom(await sha256(utf8ToBytes(passphrase)));
  if (key.type === "error") throw new Error("a hash is a key");
  return key.value;
};

const now = (() => {
  const read = parseEpochMs(1_764_000_000_000);
  if (read.type === "error") throw new Error("a time");
  return read.value;
})();

const lines = `{"type":"moment"}\n{"type":"bid"}\n`;
const seal = async (text: string): Promise<Uint8Array> => {
  const pieces = await sealCopy(text, "a long sentence", now, stretch);
  return new Uint8Array(await new Blob([...pieces]).arrayBuffer());
};

describe("a sealed copy", () => {
  it("opens with the same words and gives the same lines", async () => {
    for (const text of [lines, ""]) {
      const file = await seal(text);
      expect(await sealedWith(file)).toBe("passphrase");
      expect(await openCopy(file, "passphrase", " a long sentence ", stretch)).toEqual({ type: "ok", value: text });
    }
  });

  it("stays shut for other words, and says when a part is missing", async () => {
    const file = await seal(lines);
    expect(await openCopy(file, "passphrase", "another sentence", stretch)).toMatchObject({
      error: { type: "wrong-secret" },
    });
    const cut = await openCopy(file.subarray(0, file.length - 9), "passphrase", "a long sentence", stretch);
    expect(cut.type).toBe("error");
  });

  it("is told from other files", async () => {
    expect(await sealedWith(utf8ToBytes(lines))).toBeNull();
  });
});
