import { readFileSync } from "node:fs";
import { inspect } from "node:util";
import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from "@hpke/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stretchPassphrase, stretchToBytes } from "./argon2id.ts";
import * as door from "./door.ts";
import { createHpke, deriveAgreementKey } from "./hpke.ts";

const hex = (text: string): door.Bytes => {
  const bytes = door.hexToBytes(text);
  if (bytes === undefined) throw new Error(`no hexadecimal: ${text}`);
  return bytes;
};

const must = <T>(result: { type: "ok"; value: T } | { type: "error" } | undefined): T => {
  if (result?.type !== "ok") throw new Error("expected ok");
  return result.value;
};

const defined = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error("expected a value");
  return value;
};

const flip = (bytes: Uint8Array, at: number, bits: number): Uint8Array =>
  bytes.map((byte, index) => (index === at ? byte ^ bits : byte));

/** One row of a vector file; which fields it has depends on the file. */
type Row = Readonly<Record<string, string>>;

const vectors = (name: string): readonly Row[] =>
  JSON.parse(readFileSync(new URL(`../../fixtures/vectors/${name}.json`, import.meta.url), "utf8"));

const part = (row: Row, name: string): string => defined(row[name]);

describe("AES-256-GCM", () => {
  test("opens every valid vector of Wycheproof and none of the others", async () => {
    const rows = vectors("wycheproof-aes-256-gcm");
    expect(rows.length).toBeGreaterThan(50);
    for (const row of rows) {
      const key = must(door.epochKeyFrom(hex(part(row, "key"))));
      const sealed = hex(part(row, "iv") + part(row, "ct") + part(row, "tag"));
      const opened = await door.open(key, hex(part(row, "aad")), sealed);
      if (row["result"] === "valid") expect(door.bytesToHex(must(opened)), `case ${row["tcId"]}`).toBe(row["msg"]);
      else expect(opened, `case ${row["tcId"]}`).toEqual({ type: "error", error: { type: "not-opened" } });
    }
  });

  test("opens what it sealed, under the same key and header only", async () => {
    const bytes = fc.uint8Array({ maxLength: 300 });
    await fc.assert(
      fc.asyncProperty(bytes, bytes, fc.nat(), async (header, plain, at) => {
        const key = door.createEpochKey();
        const sealed = await door.seal(key, header, plain);
        expect(sealed.length).toBe(plain.length + door.SEAL_OVERHEAD);
        expect([...must(await door.open(key, header, sealed))]).toEqual([...plain]);
        const altered = flip(sealed, at % sealed.length, 1 + (at % 255));
        expect((await door.open(key, header, altered)).type).toBe("error");
        expect((await door.open(key, door.concatBytes(header, Uint8Array.of(0)), sealed)).type).toBe("error");
        expect((await door.open(door.createEpochKey(), header, sealed)).type).toBe("error");
      }),
      { numRuns: 50 },
    );
  });

  test("never uses a nonce twice: the same plaintext looks different each time", async () => {
    const key = door.createEpochKey();
    const nonces = new Set<string>();
    for (let count = 0; count < 500; count += 1) {
      nonces.add(door.bytesToHex((await door.seal(key, hex(""), hex("00"))).subarray(0, 12)));
    }
    expect(nonces.size).toBe(500);
  });
});

describe("Ed25519", () => {
  /** RFC 8032, section 7.1: tests 1 to 3. */
  const rfc8032 = [
    [
      "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
      "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
      "",
      "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    ],
    [
      "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
      "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
      "72",
      "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    ],
    [
      "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
      "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
      "af82",
      "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
    ],
  ] as const;

  test.each(rfc8032)("signs as RFC 8032, section 7.1, says (%#)", async (seed, publicKey, message, signature) => {
    const key = must(door.signingKeyFrom(hex(seed)));
    expect(door.bytesToHex(await door.verifyingKeyOf(key))).toBe(publicKey);
    expect(door.bytesToHex(await door.sign(key, hex(message)))).toBe(signature);
  });

  test("accepts every valid vector of Wycheproof and none of the others", async () => {
    const rows = vectors("wycheproof-ed25519");
    expect(rows.length).toBeGreaterThan(100);
    for (const row of rows) {
      const key = defined(door.verifyingKeyFrom(hex(part(row, "pk"))));
      const signature = door.signatureFrom(hex(part(row, "sig")));
      const accepted = signature !== undefined && (await door.verify(key, signature, hex(part(row, "msg"))));
      expect(accepted, `case ${row["tcId"]}: ${row["comment"]}`).toBe(row["result"] === "valid");
    }
  });
});

describe("HKDF-SHA-256", () => {
  /** RFC 5869, appendix A, tests 1 and 2. */
  test.each([
    [
      "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b",
      "000102030405060708090a0b0c",
      "f0f1f2f3f4f5f6f7f8f9",
      "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
    ],
    [
      range(0x00, 80),
      range(0x60, 80),
      range(0xb0, 80),
      "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e590e09da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87",
    ],
  ])("derives as RFC 5869, appendix A, says (%#)", async (input, salt, info, output) => {
    const key = must(door.derivationKeyFrom(hex(input)));
    expect(door.bytesToHex(await door.deriveBytes(key, hex(salt), hex(info), output.length / 2))).toBe(output);
  });

  test("derives every vector of Wycheproof whose input is a key of ours", async () => {
    const rows = vectors("wycheproof-hkdf-sha-256").filter(({ ikm = "" }) => ikm.length >= 32);
    expect(rows.length).toBeGreaterThan(3);
    for (const row of rows) {
      const key = must(door.derivationKeyFrom(hex(part(row, "ikm"))));
      const output = await door.deriveBytes(key, hex(part(row, "salt")), hex(part(row, "info")), 32);
      expect(door.bytesToHex(output), `case ${row["tcId"]}`).toBe(row["okm"]);
    }
  });

  test("gives another key for another purpose", async () => {
    const key = must(door.derivationKeyFrom(hex("00".repeat(32))));
    const one = door.revealSecret(await door.deriveEpochKey(key, hex("00"), "backup"));
    const other = door.revealSecret(await door.deriveEpochKey(key, hex("00"), "snapshot"));
    expect(one).not.toEqual(other);
  });
});

/** `length` bytes that count up from `first`, as the RFC's inputs do. */
function range(first: number, length: number): string {
  return door.bytesToHex(Uint8Array.from({ length }, (_, index) => first + index));
}

describe("SHA-256", () => {
  test("hashes as FIPS 180-4 says", async () => {
    const digest = await door.sha256(door.utf8ToBytes("abc"));
    expect(door.bytesToHex(digest)).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });
});

describe("HPKE", () => {
  /** RFC 9180, appendix A.1.1: X25519, HKDF-SHA256, AES-128-GCM, base mode, sequence number 0. */
  const rfc9180 = {
    info: "4f6465206f6e2061204772656369616e2055726e",
    ikmR: "6db9df30aa07dd42ee5e8181afdb977e538f5e1fec8a06223f33f7013e525037",
    pkRm: "3948cfe0ad1ddb695d780e59077195da6c56506b027329794ab02bca80815c4d",
    enc: "37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431",
    aad: "436f756e742d30",
    pt: "4265617574792069732074727574682c20747275746820626561757479",
    ct: "f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a96d8770ac83d07bea87e13c512a",
  };

  test("derives the key pair and opens the message of RFC 9180, appendix A.1.1", async () => {
    const hpke = createHpke(16);
    const key = await deriveAgreementKey(hex(rfc9180.ikmR));
    expect(door.bytesToHex(await door.agreementPublicKeyOf(key))).toBe(rfc9180.pkRm);
    const context = { info: hex(rfc9180.info), aad: hex(rfc9180.aad) };
    expect(door.bytesToHex(must(await hpke.open(key, context, hex(rfc9180.enc + rfc9180.ct))))).toBe(rfc9180.pt);
  });

  test("opens what another implementation sealed, and is opened by it", async () => {
    const suite = new CipherSuite({ kem: new DhkemX25519HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
    const buffer = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;
    const hpke = createHpke(32);
    const bytes = fc.uint8Array({ maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(bytes, bytes, bytes, async (info, aad, plain) => {
        const seed = door.randomBytes(32);
        const theirs = await suite.kem.deriveKeyPair(buffer(seed));
        const ours = await deriveAgreementKey(seed);
        const publicKey = new Uint8Array(await suite.kem.serializePublicKey(theirs.publicKey));
        expect([...(await door.agreementPublicKeyOf(ours))]).toEqual([...publicKey]);
        const params = { recipientPublicKey: theirs.publicKey, info: buffer(info) };
        const { enc, ct } = await suite.seal(params, buffer(plain), buffer(aad));
        const wrapped = door.concatBytes(new Uint8Array(enc), new Uint8Array(ct));
        expect([...must(await hpke.open(ours, { info, aad }, wrapped))]).toEqual([...plain]);
        const sealed = must(await hpke.seal(publicKey, { info, aad }, plain));
        const opened = await suite.open(
          { recipientKey: theirs, enc: buffer(sealed.subarray(0, 32)), info: buffer(info) },
          buffer(sealed.subarray(32)),
          buffer(aad),
        );
        expect([...new Uint8Array(opened)]).toEqual([...plain]);
      }),
      { numRuns: 25 },
    );
  });

  test("wraps nothing to a key that fixes the secret", async () => {
    const sealed = await createHpke(32).seal(new Uint8Array(32), { info: hex(""), aad: hex("") }, hex("00"));
    expect(sealed).toEqual({ type: "error", error: { type: "unusable-key" } });
  });

  test("unwraps a key for the device it was wrapped to, in the same context, and for nobody else", async () => {
    const device = door.createUnwrappingKey();
    const epochKey = door.createEpochKey();
    const wrapped = await door.wrapEpochKey(await door.wrappingKeyOf(device), hex("01"), epochKey);
    expect(wrapped.length).toBe(door.WRAPPED_KEY_BYTES);
    const unwrapped = must(await door.unwrapEpochKey(device, hex("01"), wrapped));
    expect(door.revealSecret(unwrapped)).toEqual(door.revealSecret(epochKey));
    expect((await door.unwrapEpochKey(device, hex("02"), wrapped)).type).toBe("error");
    expect((await door.unwrapEpochKey(door.createUnwrappingKey(), hex("01"), wrapped)).type).toBe("error");
    for (let at = 0; at < wrapped.length; at += 1) {
      const altered = flip(wrapped, at, 1);
      // X25519 ignores the highest bit of a public key (RFC 7748, section 5), but HPKE binds all of it.
      expect((await door.unwrapEpochKey(device, hex("01"), altered)).type, `byte ${at}`).toBe("error");
    }
    expect((await door.unwrapEpochKey(device, hex("01"), hex(""))).type).toBe("error");
  });
});

describe("Argon2id", () => {
  test("stretches as RFC 9106, section 5.3, says", async () => {
    const stretched = await stretchPassphrase(
      hex("01".repeat(32)),
      hex("02".repeat(16)),
      { passes: 3, memoryKiB: 32, lanes: 4 },
      { key: hex("03".repeat(8)), personalization: hex("04".repeat(12)) },
    );
    expect(door.bytesToHex(door.revealSecret(stretched))).toBe(
      "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659",
    );
  });

  test("takes a passphrase as the same however its letters were composed", async () => {
    const cost = { passes: 1, memoryKiB: 8, lanes: 1 };
    const [one, other] = await Promise.all(
      ["caf\u00e9", "cafe\u0301"].map(async (text) =>
        door.revealSecret(await stretchPassphrase(text, hex("00".repeat(16)), cost)),
      ),
    );
    expect(one).toEqual(other);
  });

  test("gives the same in one go, for a thread of its own", async () => {
    const cost = { passes: 2, memoryKiB: 64, lanes: 1 };
    const salt = hex("0a".repeat(16));
    const key = await stretchPassphrase("caf\u00e9", salt, cost);
    expect(stretchToBytes("cafe\u0301", salt, cost)).toEqual(door.revealSecret(key));
  });
});

describe("a secret", () => {
  test("shows nothing when printed, written or put into an error", () => {
    const bytes = hex("5a".repeat(32));
    const secret = must(door.epochKeyFrom(bytes));
    const shown = `${inspect(secret, { showHidden: true, depth: 9 })} ${JSON.stringify(secret)}`;
    expect(shown).not.toMatch(/5a|90, 90|ZZ/);
  });

  test("can be destroyed, and is not used afterwards", async () => {
    const secret = door.createEpochKey();
    await door.seal(secret, hex(""), hex(""));
    door.destroySecret(secret);
    expect(() => door.revealSecret(secret)).toThrow("destroyed");
    await expect(door.seal(secret, hex(""), hex(""))).rejects.toThrow("destroyed");
  });

  test("for one use cannot be given for another", async () => {
    const epochKey = door.createEpochKey();
    // @ts-expect-error an epoch key does not sign
    await expect(door.sign(epochKey, hex(""))).resolves.toBeDefined();
    // @ts-expect-error plain bytes are no key
    await expect(door.seal(hex("00".repeat(32)), hex(""), hex(""))).rejects.toThrow();
    // @ts-expect-error a wrapping key does not verify
    const verifying: door.VerifyingKey = await door.wrappingKeyOf(door.createUnwrappingKey());
    expect(verifying.length).toBe(32);
  });
});

describe("bytes", () => {
  test("compare equal if and only if they are", () => {
    const bytes = fc.uint8Array({ maxLength: 40 });
    fc.assert(
      fc.property(bytes, bytes, (one, other) => {
        expect(door.equalInConstantTime(one, other)).toBe(door.bytesToHex(one) === door.bytesToHex(other));
        expect(door.equalInConstantTime(one, one.slice())).toBe(true);
      }),
    );
  });

  test("come back from their written forms", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        expect([...hex(door.bytesToHex(bytes))]).toEqual([...bytes]);
        expect([...door.base64UrlToBytes(Buffer.from(bytes).toString("base64url"))]).toEqual([...bytes]);
      }),
    );
    expect(door.hexToBytes("0")).toBeUndefined();
    expect(door.bytesToUtf8(hex("ff"))).toBeUndefined();
  });
});
