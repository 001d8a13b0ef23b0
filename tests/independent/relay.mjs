/** docs/spec/relay-protocol.md: authorise as a device of a space, and pull what the relay keeps of it. */
import { fromHex, join, Malformed, take, uint } from "./bytes.mjs";
import { sign, verifyingKeyOf } from "./crypto.mjs";

const REFUSED = [
  ..."malformed not-proven not-opened not-a-member removed unknown-space space-closed batch-too-large".split(" "),
  ..."rate-of-space rate-of-address space-full too-many-spaces storage-full read-only storage-failed".split(" "),
  ..."snapshot-too-large no-snapshot meeting-expired meeting-used meeting-refused too-many-meetings snapshot-stale".split(
    " ",
  ),
];
const STANDINGS = ["", "member", "waiting", "removed"];

const addressOf = (relay) => `${relay.replace(/^http/, "ws").replace(/\/$/, "")}/relay`;

/** One connection; `ask` resolves with the answer to its request. */
const connect = async (relay, unasked = () => undefined) => {
  const socket = new WebSocket(addressOf(relay), ["undivided-relay.1"]);
  socket.binaryType = "arraybuffer";
  const waiting = new Map();
  let greet;
  const hello = new Promise((resolve) => (greet = resolve));
  const failed = new Promise((_, reject) => {
    socket.onclose = ({ code }) => reject(new Error(`the relay closed the connection: ${code}`));
    socket.onerror = () => reject(new Error("the relay was not reached"));
  });
  failed.catch(() => undefined);
  socket.onmessage = ({ data }) => {
    const reader = take(new Uint8Array(data));
    const type = reader.number(1);
    const number = reader.number(4);
    if (number === 0 && type === 128) {
      const challenge = reader.bytes(32);
      greet({ challenge, incarnation: reader.hex(16) });
      return;
    }
    if (number === 0) return unasked({ type, reader });
    waiting.get(number)?.({ type, reader });
    waiting.delete(number);
  };
  let asked = 0;
  const ask = async (type, ...rest) => {
    asked += 1;
    const answer = new Promise((resolve) => waiting.set(asked, resolve));
    socket.send(join(uint(1, type), uint(4, asked), ...rest));
    const { type: kind, reader } = await Promise.race([answer, failed]);
    if (kind === 136) throw new Error(`refused: ${REFUSED[reader.number(1) - 1]}`);
    return { kind, reader };
  };
  const { challenge } = await Promise.race([hello, failed]);
  return { challenge, ask, close: () => socket.close() };
};

const readState = (reader) => {
  reader.bytes(16);
  const standing = STANDINGS[reader.number(1)];
  const last = reader.number(8);
  const heads = reader.list(() => ({ device: reader.hex(16), counter: reader.number(8), name: reader.hex(32) }));
  reader.list(() => [reader.hex(16), reader.number(8)]);
  reader.list(() => [reader.hex(16), reader.list(() => reader.hex(16))]);
  const snapshots = reader.list(() => ({ device: reader.hex(16), version: reader.hex(16), parts: reader.number(2) }));
  reader.end();
  return { standing, last, heads, snapshots };
};

/** A connection on which a space is open: the relay's state, or the leave entry of a space that was left. */
const openSpace = async (relay, { space, device, signing }) => {
  const { challenge, ask, close } = await connect(relay);
  const [spaceBytes, deviceBytes] = [fromHex(space), fromHex(device)];
  const proof = sign(signing, "undivided/1/relay-open", challenge, spaceBytes, deviceBytes);
  const { kind, reader } = await ask(1, spaceBytes, deviceBytes, proof);
  if (kind !== 132) return { state: readState(reader), ask, close };
  reader.bytes(16);
  return { state: { standing: "left", leave: reader.counted() }, ask, close };
};

/** The snapshot of that device in that space, whole, and how many entries its version says; undefined where there is none. */
export const fetchSnapshot = async (relay, part, author) => {
  const { state, ask, close } = await openSpace(relay, part);
  try {
    const named = state.snapshots?.find(({ device }) => device === author);
    if (named === undefined) return undefined;
    const pieces = [];
    for (let number = 0; number < named.parts; number += 1) {
      const { kind, reader } = await ask(10, fromHex(part.space), fromHex(author), uint(2, number));
      if (kind !== 134 || reader.hex(16) !== named.version || reader.number(2) !== named.parts)
        throw new Malformed("another snapshot");
      pieces.push(reader.counted());
      reader.end();
    }
    return { bytes: join(...pieces), entries: Number(BigInt(`0x${named.version.slice(0, 16)}`)) };
  } finally {
    close();
  }
};

const asBytes = (bytes) => [uint(4, bytes.length), bytes];

/** Hands entries in; gives why any was refused. */
export const push = async (relay, part, entries) => {
  const { ask, close } = await openSpace(relay, part);
  try {
    const { kind, reader } = await ask(4, fromHex(part.space), uint(2, entries.length), ...entries.flatMap(asBytes));
    if (kind !== 130) throw new Malformed(`answered by ${kind}`);
    const [before, after] = [reader.number(8), reader.number(8)];
    const refused = reader.list(() => ({ index: reader.number(2), why: reader.number(1) }));
    reader.end();
    return { taken: after - before, refused };
  } finally {
    close();
  }
};

/** Hands a leave entry in; the relay gives the one that it keeps. */
export const leave = async (relay, part, entry) => {
  const { ask, close } = await openSpace(relay, part);
  try {
    const { kind, reader } = await ask(7, fromHex(part.space), ...asBytes(entry));
    if (kind !== 132 || reader.hex(16) !== part.space) throw new Malformed(`answered by ${kind}`);
    return reader.counted();
  } finally {
    close();
  }
};

/** Every entry of a space as bytes, and what the relay says of it. A small `limit` pages. */
export const pullAll = async (relay, part, limit = 50) => {
  const { state, ask, close } = await openSpace(relay, part);
  try {
    if (state.standing === "left") return { type: "left", entries: [state.leave] };
    if (state.standing !== "member") return { type: state.standing, entries: [] };
    const spaceBytes = fromHex(part.space);
    const entries = [];
    for (let after = 0, isMore = true; isMore;) {
      const { kind, reader } = await ask(5, spaceBytes, uint(8, after), uint(2, limit));
      if (kind !== 131) throw new Malformed(`answered by ${kind}`);
      reader.bytes(24);
      after = reader.number(8);
      isMore = reader.number(1) === 1;
      entries.push(...reader.list(() => (reader.bytes(8), reader.counted())));
      reader.end();
    }
    return { type: "member", entries, heads: state.heads, last: state.last };
  } finally {
    close();
  }
};

/** A meeting, as its guest: what it says is numbered from 0, what it hears comes in order. */
export const meetAt = async (relay, meeting, seed) => {
  const heard = [];
  let wake = () => undefined;
  let isOver = false;
  const { challenge, ask, close } = await connect(relay, ({ type, reader }) => {
    if (type === 138) isOver = true;
    if (type === 137) {
      reader.bytes(16);
      heard[reader.number(2)] = reader.counted();
    }
    wake();
  });
  const side = uint(1, 2);
  const proof = sign(seed, "undivided/1/relay-meet", challenge, meeting, side);
  await ask(12, meeting, side, verifyingKeyOf(seed), proof);
  let [said, read] = [0, 0];
  return {
    say: (message) => ask(13, meeting, uint(2, said++), uint(4, message.length), message),
    hear: async () => {
      while (heard[read] === undefined && !isOver) await new Promise((resolve) => (wake = resolve));
      const message = heard[read];
      if (message === undefined) throw new Error("expired");
      read += 1;
      return message;
    },
    close,
  };
};
