/** A relay in memory and connections to it, frame by frame; for tests. */
import { millis, parseEpochMs } from "@undivided/domain";
import { sign, type Bytes } from "../crypto/door.ts";
import { type SpaceId } from "../envelope/ids.ts";
import { createMemoryLogStore } from "../log/memory-log-store.ts";
import { createDeviceKeys, createMemberId, type DeviceKeys } from "../space/device-keys.ts";
import { foundSpace } from "../space/replica.ts";
import { decodeAnswer, type AnswerBody } from "./answers.ts";
import { createCounters } from "./counters.ts";
import type { RelayLimits } from "./limits.ts";
import type { MailboxStore } from "./mailbox-store.ts";
import { createMemoryMailboxStore } from "./memory-mailbox-store.ts";
import { openingProof } from "./protocol.ts";
import { createRelay } from "./relay.ts";
import { encodeRequest, type RequestBody } from "./requests.ts";

export const must = <T>(result: { type: "ok"; value: T } | { type: "error"; error: { type: string } }): T => {
  if (result.type === "error") throw new Error(`unexpected ${JSON.stringify(result.error)}`);
  return result.value;
};
export const wall = () => must(parseEpochMs(Date.parse("2026-11-20T18:00:00Z")));

export const createWorld = (limits: Partial<RelayLimits> = {}, store: MailboxStore = createMemoryMailboxStore()) => {
  let now = 0;
  const counters = createCounters();
  const relay = createRelay({ store, clock: () => millis(now), day: () => 1, counters, limits });
  const connect = async (address = "one") => {
    const heard: { request: number; body: AnswerBody }[] = [];
    const waiting = new Map<number, (body: AnswerBody) => void>();
    let closed: string | null = null;
    let unread = 0;
    let last = 0;
    const peer = {
      send: (bytes: Bytes) => {
        const answer = decodeAnswer(bytes);
        if (answer === undefined) throw new Error("the relay sent what nobody can read");
        const { request, ...body } = answer;
        heard.push({ request, body });
        waiting.get(request)?.(body);
      },
      unread: () => unread,
      close: (reason: string) => (closed = reason),
      pause: () => undefined,
      resume: () => undefined,
    };
    const connection = relay.connect(peer, address);
    const hello = heard[0]?.body;
    const ask = (body: RequestBody): Promise<AnswerBody> =>
      new Promise((resolve) => {
        last += 1;
        waiting.set(last, resolve);
        connection?.receive(encodeRequest({ ...body, request: last }));
      });
    const challenge = hello?.type === "hello" ? hello.challenge : new Uint8Array(32);
    const open = async (space: SpaceId, keys: Pick<DeviceKeys, "device" | "signing">, over = challenge) => {
      const signature = await sign(keys.signing, openingProof(over, space, keys.device));
      return ask({ type: "open", space, device: keys.device, signature });
    };
    return {
      ...{ ask, open, heard, challenge, connection },
      raw: (bytes: Uint8Array) => connection?.receive(bytes),
      closed: () => closed,
      setUnread: (bytes: number) => (unread = bytes),
    };
  };
  return { relay, connect, counters, store, pass: (ms: number) => (now += ms) };
};

export const newSpace = async () => {
  const store = createMemoryLogStore();
  const keys = createDeviceKeys(createMemberId());
  const replica = must(await foundSpace({ store, keys, wall }, 2));
  const all = async (): Promise<readonly Bytes[]> =>
    must(await store.read(replica.space, 0, 10_000)).map(({ bytes }) => bytes);
  const own = async () => must(await store.readChain(replica.space, keys.device, 0, 10_000));
  return { store, keys, replica, space: replica.space, all, own };
};
export const typeOf = (body: AnswerBody): string => (body.type === "refused" ? body.reason : body.type);
export const reasonsOf = (body: AnswerBody): readonly string[] =>
  body.type === "pushed" ? body.refused.map(({ reason }) => reason) : [typeOf(body)];
