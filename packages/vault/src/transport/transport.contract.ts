/** The contract of `Transport`: every adapter runs these cases against a relay. Plain functions that throw. */
import { decodeAnswer } from "../relay/answers.ts";
import { CLOSE_CODES } from "../relay/protocol.ts";
import { encodeRequest } from "../relay/requests.ts";
import type { Link, Transport } from "./transport.ts";

export interface TransportWorld {
  /** To a relay that is there. */
  readonly transport: Transport;
  /** To a place where there is none. */
  readonly nowhere: Transport;
}

export interface TransportCase {
  readonly title: string;
  readonly run: (world: TransportWorld) => Promise<void>;
}

interface Watched {
  readonly link: Link;
  readonly opened: Promise<null>;
  readonly closed: Promise<number | null>;
  readonly next: () => Promise<string>;
  readonly events: () => readonly string[];
}

const watch = (transport: Transport): Watched => {
  const opened = Promise.withResolvers<null>();
  const closed = Promise.withResolvers<number | null>();
  const events: string[] = [];
  const frames: string[] = [];
  let waiting: ((type: string) => void) | null = null;
  const link = transport.connect({
    opened: () => {
      events.push("opened");
      opened.resolve(null);
    },
    received: (frame) => {
      events.push("received");
      const answer = decodeAnswer(frame);
      const type = answer === undefined ? "unreadable" : `${answer.type} ${answer.request}`;
      if (waiting === null) frames.push(type);
      else waiting(type);
      waiting = null;
    },
    closed: (code) => {
      events.push("closed");
      closed.resolve(code);
    },
  });
  const next = (): Promise<string> =>
    new Promise((resolve) => {
      const frame = frames.shift();
      if (frame === undefined) waiting = resolve;
      else resolve(frame);
    });
  return { link, opened: opened.promise, closed: closed.promise, next, events: () => events };
};

const same = (found: unknown, wanted: unknown): void => {
  const [one, other] = [JSON.stringify(found), JSON.stringify(wanted)];
  if (one !== other) throw new Error(`found ${one}, wanted ${other}`);
};

export const transportCases: readonly TransportCase[] = [
  {
    title: "opens, carries frames whole and in order, both ways",
    run: async ({ transport }) => {
      const { link, opened, next } = watch(transport);
      await opened;
      same(await next(), "hello 0");
      for (let request = 1; request <= 20; request += 1) link.send(encodeRequest({ type: "ping", request }));
      for (let request = 1; request <= 20; request += 1) same(await next(), `done ${request}`);
      link.close();
    },
  },
  {
    title: "says once that it is closed, and nothing after that",
    run: async ({ transport }) => {
      const { link, opened, closed, next, events } = watch(transport);
      await opened;
      await next();
      link.send(encodeRequest({ type: "ping", request: 1 }));
      link.close();
      link.close();
      same(await closed, null);
      link.send(encodeRequest({ type: "ping", request: 2 }));
      await new Promise((resolve) => queueMicrotask(() => resolve(null)));
      same(
        events().filter((event) => event === "closed"),
        ["closed"],
      );
      same(events().at(-1), "closed");
    },
  },
  {
    title: "tells with which code the relay ended it",
    run: async ({ transport }) => {
      const { link, opened, closed, next } = watch(transport);
      await opened;
      await next();
      link.send(Uint8Array.of(1, 2, 3));
      same(await closed, CLOSE_CODES.malformed);
    },
  },
  {
    title: "says that it is closed, and never that it is open, where there is no relay",
    run: async ({ nowhere }) => {
      const { closed, events } = watch(nowhere);
      const code = await closed;
      same(code === null || code === 1006, true);
      same(events(), ["closed"]);
    },
  },
];
