/** docs/spec/pairing.md, as the guest: of two people, or as another device of one. */
import { diffieHellman, generateKeyPairSync, randomBytes } from "node:crypto";
import { join, Malformed, take, toText, uint, unpad } from "./bytes.mjs";
import { hkdf, openSealed, rawPublic, sha256, verifyingKeyOf, wrappingKeyOf, x25519PublicFrom } from "./crypto.mjs";
import { sizeOf } from "./entry.mjs";
import { meetAt } from "./relay.mjs";
import { pad, seal } from "./write.mjs";

const open = (key, sealed, additional) => {
  const plain = openSealed(key, Buffer.from(sealed), Buffer.from(additional));
  if (plain === undefined) throw new Malformed("tampered");
  return plain;
};

const readInvitation = (link) => {
  const bytes = Buffer.from(link.slice(link.lastIndexOf("#") + 1).replace(/\s/g, ""), "base64url");
  const payload = bytes.subarray(0, -4);
  const check = sha256("undivided/1/invitation", payload).subarray(0, 4);
  if (!check.equals(bytes.subarray(-4))) throw new Malformed("not-an-invitation");
  const reader = take(payload);
  const [version, purpose] = [reader.number(1), reader.number(1)];
  if (version > 2 || purpose > 2) throw new Malformed("newer-version");
  return {
    version,
    isOwn: purpose === 2,
    payload,
    commitment: Buffer.from(reader.bytes(32)),
    relay: toText(reader.rest()),
  };
};

const newCard = () => {
  const [device, signing, unwrapping] = [16, 32, 32].map((length) => randomBytes(length));
  const card = join(device, verifyingKeyOf(signing), wrappingKeyOf(unwrapping));
  return { card, keys: { device: device.toString("hex"), signing, unwrapping } };
};

/** Pairs with whoever made the link, without asking anybody: the words are given to be compared. */
export const pairAsGuest = async (link) => {
  const { version, isOwn, payload, commitment, relay } = readInvitation(link);
  const linkKey = hkdf(payload, "", "undivided/1/pairing-link", 32);
  const meeting = await meetAt(relay, hkdf(payload, "", "undivided/1/pairing-meeting", 16), randomBytes(32));
  const { privateKey } = generateKeyPairSync("x25519");
  const guest = rawPublic(privateKey);
  await meeting.say(seal(linkKey, guest, "undivided/1/pairing-hello"));

  const revealed = take(open(linkKey, await meeting.hear(), "undivided/1/pairing-reveal"));
  const [host, opening] = [revealed.bytes(32), revealed.bytes(32)];
  revealed.end();
  const purpose = isOwn ? "own-device" : "partner";
  if (!sha256(`undivided/1/pairing-commitment/${purpose}`, host, opening).equals(commitment))
    throw new Malformed("tampered");
  const shared = diffieHellman({ privateKey, publicKey: x25519PublicFrom(host) });
  const transcript = sha256("undivided/1/pairing", guest, host, opening, payload);
  const numbers = [...hkdf(shared, transcript, "undivided/1/pairing-words", 4)];
  const hostKey = hkdf(shared, transcript, "undivided/1/pairing-host", 32);
  const guestKey = hkdf(shared, transcript, "undivided/1/pairing-guest", 32);

  let [sent, heard] = [0, 0];
  const tell = (content) =>
    meeting.say(seal(guestKey, pad(content), join("undivided/1/pairing-message", uint(1, sent++))));
  const listen = async () =>
    unpad(open(hostKey, await meeting.hear(), join("undivided/1/pairing-message", uint(1, heard++))), sizeOf);

  const [mine, ours] = [newCard(), newCard()];
  await tell(isOwn ? join(uint(1, 2), mine.card, ours.card) : join(uint(1, 1), randomBytes(16), ours.card));
  const answer = take(await listen());
  if (answer.number(1) !== (isOwn ? 2 : 1)) throw new Malformed("declined, or tampered");
  const found = { relay, numbers };
  if (isOwn) {
    const readPart = (keys) => {
      const part = { ...keys, space: answer.hex(16), member: answer.hex(16) };
      return version === 1 ? part : { ...part, author: { device: answer.hex(16), verifyingKey: answer.bytes(32) } };
    };
    Object.assign(found, { person: answer.hex(16), part: readPart(mine.keys) });
    [found.ours] = answer.list(() => readPart(ours.keys));
  } else found.part = { ...ours.keys, space: answer.hex(16) };
  answer.end();
  await tell(uint(1, 255));
  meeting.close();
  return found;
};
