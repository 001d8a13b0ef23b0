/** docs/spec/envelope.md, the other way round: entries of this reader's own. */
import { createCipheriv, randomBytes } from "node:crypto";
import { fromHex, join, uint } from "./bytes.mjs";
import { sha256, sign } from "./crypto.mjs";
import { KINDS, readMembers, sizeOf, epochOf } from "./entry.mjs";

export const seal = (key, content, additional) => {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  cipher.setAAD(Buffer.from(additional));
  return join(nonce, cipher.update(content), cipher.final(), cipher.getAuthTag());
};
export const pad = (content) =>
  join(uint(4, content.length), content, Buffer.alloc(sizeOf(content.length) - content.length - 4));

/** The first entry of a device in a space; `bodyOf` makes its body, of that length, for its header. */
const firstEntry = ({ space, device, signing }, { kind, epoch, length }, bodyOf) => {
  const place = [fromHex(space), epoch, fromHex(device), uint(8, 1), Buffer.alloc(32)];
  const header = join(uint(1, 1), uint(1, kind), ...place, uint(4, length));
  const body = bodyOf(header);
  const signed = join(header, sha256(body));
  return join(signed, sign(signing, "undivided/1/entry", signed), uint(1, 1), body);
};

export const leaveEntry = (part) =>
  firstEntry(part, { kind: KINDS.leave, epoch: Buffer.alloc(16), length: 1 }, () => uint(1, 1));

/** A record that is put: its text under its identifier. */
export const putEntry = (part, { epoch, key }, record, text) => {
  const padded = pad(join(uint(1, 1), uint(1, 1), uint(8, Date.now()), uint(2, 0), fromHex(record), text));
  return firstEntry(part, { kind: KINDS.record, epoch: fromHex(epoch), length: padded.length + 28 }, (header) =>
    seal(key, padded, header),
  );
};

/** "Which epoch to write in". */
export const epochToWriteIn = (entries, roster, keys) => {
  const active = [...roster].flatMap(([device, { last }]) => (last === Infinity ? [device] : [])).sort();
  const [found] = entries
    .filter(({ kind }) => kind === KINDS.members)
    .map((entry) => ({ epoch: epochOf(entry), ...readMembers(entry.body) }))
    .filter(({ wrapped }) => String(wrapped.map(({ device }) => device).sort()) === String(active))
    .sort((one, other) => other.generation - one.generation || (one.epoch < other.epoch ? 1 : -1));
  return { epoch: found?.epoch, key: keys.get(found?.epoch) };
};
