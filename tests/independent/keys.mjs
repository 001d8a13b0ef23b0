/** docs/spec/key-ring.md and docs/spec/recovery.md: from a device's ring, or a code on paper, to its keys. */
import { argon2Sync } from "node:crypto";
import { join, Malformed, take, toText, uint } from "./bytes.mjs";
import { hkdf, openHpke, openSealed } from "./crypto.mjs";

/** The key that one of the ways gives. */
const keyBehind = (way, { pin, recovery }) => {
  if (way.kind === 1) return way.key;
  if (way.kind === 2 && pin !== undefined) {
    const digits = pin.normalize("NFKC").trim();
    const stretched = argon2Sync("argon2id", { message: digits, nonce: way.salt, tagLength: 32, ...way.cost });
    return openSealed(
      hkdf(stretched, way.salt, "undivided/1/lock-pin", 32),
      way.sealed,
      Buffer.from("undivided/1/lock-pin"),
    );
  }
  if (way.kind === 4 && recovery !== undefined) {
    return openHpke(recovery.unwrapping, "undivided/1/epoch-key", "undivided/1/lock-recovery", way.sealed);
  }
  return undefined;
};

const readWay = (reader) => {
  const kind = reader.number(1);
  switch (kind) {
    case 1:
      return { kind, key: reader.bytes(32) };
    case 2: {
      const salt = reader.bytes(16);
      const cost = { passes: reader.number(4), memory: reader.number(4), parallelism: reader.number(1) };
      return { kind, salt, cost, sealed: reader.bytes(60) };
    }
    case 3:
      return { kind, credential: reader.bytes(reader.number(2)), salt: reader.bytes(32), sealed: reader.bytes(60) };
    case 4:
      return { kind, device: reader.hex(16), sealed: reader.bytes(80) };
    default:
      throw new Malformed("damaged");
  }
};

const readPart = (reader) => ({
  space: reader.hex(16),
  device: reader.hex(16),
  member: reader.hex(16),
  signing: reader.bytes(32),
  unwrapping: reader.bytes(32),
});

/** The ring of a device: who it is, and its part in each space. */
export const readRing = (file, secrets) => {
  const reader = take(file);
  if (reader.number(1) !== 1) throw new Malformed("newer-version");
  const ways = reader.list(() => readWay(reader));
  const sealed = reader.rest();
  const before = file.subarray(0, file.length - sealed.length);
  const key = ways.map((way) => keyBehind(way, secrets)).find((found) => found !== undefined);
  if (key === undefined) throw new Malformed("no way to the ring");
  const plain = openSealed(key, sealed, join("undivided/1/key-ring", before));
  if (plain === undefined) throw new Malformed("damaged");
  const ring = take(plain);
  const version = ring.number(1);
  if (version > 2) throw new Malformed("newer-version");
  const person = ring.hex(16);
  const relay = toText(ring.bytes(ring.number(2)));
  const mine = readPart(ring);
  const [ours] = ring.list(() => readPart(ring));
  const left = ring.list(() => ring.hex(16));
  if (version === 2) for (let space = 0; space < 2; space += 1) ring.list(() => ring.bytes(48));
  ring.end();
  return { person, relay, mine, ours, left };
};

const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** The secret of a recovery code, the space it is for, and the device that it stands for. */
export const readCode = (text) => {
  const letters = text.toUpperCase().replace(/[\s-]/g, "").replace(/[IL]/g, "1").replaceAll("O", "0");
  let bits = 0n;
  for (const letter of letters) {
    const value = LETTERS.indexOf(letter);
    if (value === -1) throw new Malformed("no letter of a code");
    bits = bits * 32n + BigInt(value);
  }
  const check = bits & 0xfffffn;
  const before = bits >> 20n;
  if (letters.length !== 56 || before % 1_048_573n !== check) throw new Malformed("mistyped");
  if (before >> 256n !== 0n) throw new Malformed("newer-version");
  const secret = uint(16, before >> 128n);
  const space = uint(16, before & ((1n << 128n) - 1n)).toString("hex");
  const derived = (purpose, length) => hkdf(secret, "", `undivided/1/recovery-${purpose}`, length);
  return {
    secret,
    space,
    device: derived("device", 16).toString("hex"),
    signing: derived("signing", 32),
    unwrapping: derived("unwrapping", 32),
  };
};
