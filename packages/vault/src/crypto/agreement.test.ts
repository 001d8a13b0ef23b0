import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { agree, agreementPublicKeyFrom, agreementPublicKeyOf, type AgreementPublicKey } from "./agreement.ts";
import { bytesToHex, hexToBytes, type Bytes } from "./bytes.ts";
import { agreementKeyFrom, createAgreementKey, revealSecret, type AgreementKey } from "./secrets.ts";

const hex = (text: string): Bytes => {
  const bytes = hexToBytes(text);
  if (bytes === undefined) throw new Error("no hexadecimal");
  return bytes;
};
const privateOf = (text: string): AgreementKey => {
  const key = agreementKeyFrom(hex(text));
  if (key.type === "error") throw new Error("no key");
  return key.value;
};
const publicOf = (text: string): AgreementPublicKey => {
  const key = agreementPublicKeyFrom(hex(text));
  if (key === undefined) throw new Error("no public key");
  return key;
};

describe("X25519", () => {
  /** RFC 7748, section 6.1. */
  const alice = "77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a";
  const alicePublic = "8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a";
  const bob = "5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb";
  const bobPublic = "de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f";
  const shared = "4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742";

  test.each([
    [alice, alicePublic, bobPublic],
    [bob, bobPublic, alicePublic],
  ])("agrees as RFC 7748, section 6.1, says (%#)", async (own, ownPublic, otherPublic) => {
    const key = privateOf(own);
    expect(bytesToHex(await agreementPublicKeyOf(key))).toBe(ownPublic);
    const secret = await agree(key, publicOf(otherPublic));
    expect(secret.type === "ok" && bytesToHex(revealSecret(secret.value))).toBe(shared);
  });

  /** The points of small order, as in RFC 7748, section 7, and in Wycheproof. */
  test.each([
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0100000000000000000000000000000000000000000000000000000000000000",
    "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
    "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  ])("refuses a public key that would fix the secret: %s", async (point) => {
    expect(await agree(createAgreementKey(), publicOf(point))).toEqual({
      type: "error",
      error: { type: "unusable-key" },
    });
  });

  test("agrees as every vector of Wycheproof says, and refuses those that lead to a secret of zeros", async () => {
    const rows: readonly Readonly<Record<string, string>>[] = JSON.parse(
      readFileSync(new URL("../../fixtures/vectors/wycheproof-x25519.json", import.meta.url), "utf8"),
    );
    expect(rows.length).toBeGreaterThan(500);
    for (const row of rows) {
      const secret = await agree(privateOf(row["private"] ?? ""), publicOf(row["public"] ?? ""));
      const found = secret.type === "ok" ? bytesToHex(revealSecret(secret.value)) : "00".repeat(32);
      expect(found, `case ${row["tcId"]}`).toBe(row["shared"]);
    }
  });

  test("takes keys of 32 bytes only", () => {
    expect(agreementKeyFrom(new Uint8Array(31)).type).toBe("error");
    expect(agreementPublicKeyFrom(new Uint8Array(33))).toBeUndefined();
  });
});
