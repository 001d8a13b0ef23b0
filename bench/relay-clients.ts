/**
 * Bare clients of both relays for `relay.ts`: sockets of one kind, frames made before the clock starts, answers only counted.
 *
 * What a device does besides (sealing and signing here, Yjs there) is left out on both sides, so that the two servers are compared and
 * not the two clients. Every operation bears the same number of the same random bytes. An operation is done when the writer has its
 * acknowledgement and the other client has the bytes, for both.
 */
import { randomBytes } from "node:crypto";
import { HocuspocusProvider, HocuspocusProviderWebsocket } from "@hocuspocus/provider";
import { parseEpochMs, parseRecordId } from "@undivided/domain";
import {
  bytesToHex,
  createDeviceKeys,
  createMemberId,
  createMemoryLogStore,
  deviceCardOf,
  foundSpace,
  relaySocketUrl,
  sign,
  type Bytes,
  type DeviceKeys,
} from "@undivided/vault";
import { decodeAnswer, encodeRequest, openingProof, RELAY_PROTOCOL } from "@undivided/vault/relay";
import { WebSocket } from "ws";
import * as Y from "yjs";

/** A record of the usual size. */
const TEXT_LENGTH = 200;

/** Two clients that are in step with a server. */
export interface Course {
  readonly send: (index: number) => void;
  /** Is told the index of each operation twice: when it is acknowledged, and when the other client has it. */
  readonly listen: (heard: (index: number) => void) => void;
  readonly close: () => void;
}

const must = <T>(result: { type: "ok"; value: T } | { type: "error"; error: { type: string } }): T => {
  if (result.type === "error") throw new Error(JSON.stringify(result.error));
  return result.value;
};

const connect = (url: string, protocols: string[]): WebSocket => {
  const socket = new WebSocket(url, protocols, { perMessageDeflate: false });
  socket.on("error", (error) => {
    throw error;
  });
  return socket;
};

/** The first frame that the socket hears from now on and that is looked for. */
const frameOf = (socket: WebSocket, isIt: (frame: Buffer) => boolean): Promise<Buffer> =>
  new Promise((resolve) => {
    const look = (frame: unknown): void => {
      if (!Buffer.isBuffer(frame) || !isIt(frame)) return;
      socket.off("message", look);
      resolve(frame);
    };
    socket.on("message", look);
  });

const onFrame = (socket: WebSocket, run: (frame: Buffer) => void): void => {
  socket.on("message", (frame: unknown) => {
    if (Buffer.isBuffer(frame)) run(frame);
  });
};

/** Signed and sealed entries of one device, and what stands before them: founding, admission. */
export const makeEntries = async (count: number) => {
  const wall = () => must(parseEpochMs(Date.parse("2026-11-20T18:00:00Z")));
  const store = createMemoryLogStore();
  const keys = createDeviceKeys(createMemberId());
  const replica = must(await foundSpace({ store, keys, wall }, 2));
  const other = createDeviceKeys(createMemberId());
  must(await replica.admit(await deviceCardOf(other)));
  const { space } = replica;
  const begin = must(await store.read(space, 0, 10)).map(({ bytes }) => bytes);
  const text = "x".repeat(TEXT_LENGTH);
  for (let made = 0; made < count; made += 1) {
    must(await replica.write({ type: "put", id: must(parseRecordId(bytesToHex(randomBytes(16)))), text }));
  }
  const entries = must(await store.readChain(space, keys.device, begin.length, count)).map(({ bytes }) => bytes);
  return { space, keys, other, begin, entries };
};

export type Entries = Awaited<ReturnType<typeof makeEntries>>;

/** Where the number of the request stands in an answer, and where the sequence numbers in handed-on entries (relay-protocol.md). */
const REQUEST_AT = 1;
const AFTER_AT = 21;
const LAST_AT = 29;
const [PUSHED, ENTRIES] = [130, 131];

export const courseOfOurs = async (url: string, { space, keys, other, begin, entries }: Entries): Promise<Course> => {
  const join = async (device: DeviceKeys): Promise<WebSocket> => {
    const socket = connect(relaySocketUrl(url) ?? "", [RELAY_PROTOCOL]);
    const hello = decodeAnswer(await frameOf(socket, () => true));
    if (hello?.type !== "hello") throw new Error("the relay did not greet");
    const signature = await sign(device.signing, openingProof(hello.challenge, space, device.device));
    socket.send(encodeRequest({ type: "open", request: 1, space, device: device.device, signature }));
    await frameOf(socket, (frame) => decodeAnswer(frame)?.type === "state");
    return socket;
  };
  const push = (request: number, pushed: readonly Bytes[]) =>
    encodeRequest({ type: "push", request, space, entries: pushed });
  const writer = await join(keys);
  writer.send(push(2, begin));
  await frameOf(writer, (frame) => decodeAnswer(frame)?.type === "pushed");
  const reader = await join(other);
  const frames = entries.map((entry, index) => push(index + 3, [entry]));
  return {
    send: (index) => writer.send(frames[index] ?? ""),
    listen: (heard) => {
      onFrame(writer, (frame) => {
        // Longer than this, it names an entry that was refused.
        if (frame[0] !== PUSHED || frame.length !== 23) throw new Error("an entry was not taken");
        heard(frame.readUInt32BE(REQUEST_AT) - 3);
      });
      onFrame(reader, (frame) => {
        if (frame[0] !== ENTRIES) return;
        const first = Number(frame.readBigUInt64BE(AFTER_AT)) - begin.length;
        const last = Number(frame.readBigUInt64BE(LAST_AT)) - begin.length;
        for (let index = first; index < last; index += 1) heard(index);
      });
    },
    close: () => [writer, reader].map((socket) => socket.close()),
  };
};

/** What each value of the other course begins with, so that it is found in updates that the server has merged. */
const MARK = randomBytes(8);

const varUint = (value: number): number[] =>
  value < 128 ? [value] : [(value & 127) | 128, ...varUint(Math.floor(value / 128))];
const varBytes = (bytes: Uint8Array): Buffer => Buffer.concat([Buffer.from(varUint(bytes.length)), bytes]);
const varText = (text: string): Buffer => varBytes(Buffer.from(text));

/** So many bytes, of which the other client knows which they are. */
const makeValue = (index: number, bytes: number): Uint8Array => {
  const value = randomBytes(bytes);
  MARK.copy(value);
  value.writeUInt32BE(index, MARK.length);
  return new Uint8Array(value);
};

/** Messages of Hocuspocus 4 (`MessageType`, `AuthMessageType`) and of y-protocols' sync. */
const [SYNC, AUTH, SYNC_STATUS] = [0, 2, 8];
const [TOKEN, STEP_ONE, STEP_TWO, UPDATE] = [0, 0, 1, 2];

export const courseOfTheirs = async (url: string, count: number, bytes: number): Promise<Course> => {
  const name = bytesToHex(randomBytes(16));
  const head = varText(name);
  const message = (...rest: readonly Uint8Array[]): Buffer => Buffer.concat([head, ...rest]);
  const typeOf = (frame: Buffer): number => frame[head.length] ?? -1;
  const join = async (): Promise<WebSocket> => {
    const socket = connect(url, []);
    await new Promise((resolve) => socket.once("open", resolve));
    socket.send(message(Buffer.from([AUTH, TOKEN]), varText(""), varText("4.7.0")));
    await frameOf(socket, (frame) => typeOf(frame) === AUTH);
    socket.send(message(Buffer.from([SYNC, STEP_ONE]), varBytes(Buffer.from([0]))));
    await frameOf(socket, (frame) => frame[head.length + 1] === STEP_TWO);
    return socket;
  };
  const [writer, reader] = [await join(), await join()];
  const document = new Y.Doc();
  const frames: Buffer[] = [];
  document.on("update", (update: Uint8Array) => frames.push(message(Buffer.from([SYNC, UPDATE]), varBytes(update))));
  for (let index = 0; index < count; index += 1) {
    document.getArray<Uint8Array>("log").push([makeValue(index, bytes)]);
  }
  return {
    send: (index) => writer.send(frames[index] ?? ""),
    listen: (heard) => {
      let acknowledged = 0;
      onFrame(writer, (frame) => {
        if (typeOf(frame) !== SYNC_STATUS) return;
        if (frame[head.length + 1] !== 1) throw new Error("an update was not taken");
        heard(acknowledged);
        acknowledged += 1;
      });
      onFrame(reader, (frame) => {
        for (let at = frame.indexOf(MARK); at >= 0; at = frame.indexOf(MARK, at + bytes)) {
          heard(frame.readUInt32BE(at + MARK.length));
        }
      });
    },
    close: () => [writer, reader].map((socket) => socket.close()),
  };
};

/** As an app uses it: two documents, one written to, the other observed; its provider shows no acknowledgement for each update. */
export const courseOfTheirsByProvider = async (url: string, count: number, bytes: number): Promise<Course> => {
  const name = bytesToHex(randomBytes(16));
  const join = async () => {
    const document = new Y.Doc();
    const websocketProvider = new HocuspocusProviderWebsocket({ url });
    const provider = new HocuspocusProvider({ websocketProvider, name, document });
    provider.attach();
    await new Promise<void>((resolve) => provider.on("synced", () => resolve()));
    const end = (): void => {
      provider.destroy();
      websocketProvider.destroy();
    };
    return { document, end };
  };
  const [writer, reader] = [await join(), await join()];
  const values = Array.from({ length: count }, (_, index) => makeValue(index, bytes));
  let heard: (index: number) => void = () => undefined;
  reader.document.getArray<Uint8Array>("log").observe((event) => {
    for (const { insert } of event.changes.delta) {
      if (!Array.isArray(insert)) continue;
      for (const value of insert) {
        if (!(value instanceof Uint8Array)) continue;
        heard(new DataView(value.buffer, value.byteOffset).getUint32(MARK.length));
      }
    }
  });
  return {
    send: (index) => {
      writer.document.getArray<Uint8Array>("log").push([values[index] ?? new Uint8Array(0)]);
      heard(index);
    },
    listen: (run) => {
      heard = run;
    },
    close: () => {
      writer.end();
      reader.end();
    },
  };
};
