/**
 * The contract of `LogStore`: every adapter runs these cases, in Node and in a browser.
 *
 * Plain functions that throw, without a test framework, so that the same suite can be bundled into a page.
 */
import type { Result } from "@undivided/domain";
import { createSigningKey, randomBytes, utf8ToBytes, type SigningKey } from "../crypto/door.ts";
import { decodeEntry, encodeEntry, withoutBody } from "../envelope/entry.ts";
import { deviceIdFrom, NO_ENTRY, spaceIdFrom, type SpaceId } from "../envelope/ids.ts";
import { statementEntry, type EntryWithId } from "../envelope/make-entry.ts";
import type { LogStore } from "./log-store.ts";

export interface LogStoreCase {
  readonly title: string;
  /** `reopen` gives another store over the same storage, as a second process or tab would have, or one after a crash. */
  readonly run: (store: LogStore, reopen: () => Promise<LogStore>) => Promise<void>;
}

const valueOf = <T>(result: Result<T, { readonly type: string }>): T => {
  if (result.type === "error") throw new Error(`unexpected fault: ${result.error.type}`);
  return result.value;
};

const faultOf = (result: Result<unknown, { readonly type: string }>): string =>
  result.type === "error" ? result.error.type : "no fault";

const same = (found: unknown, wanted: unknown): void => {
  const [one, other] = [JSON.stringify(found), JSON.stringify(wanted)];
  if (one !== other) throw new Error(`found ${one}, wanted ${other}`);
};

/** A chain of `length` entries by a new device; their bodies are told apart by `text`. */
const chainOf = async (space: SpaceId, length: number, text = "body"): Promise<readonly EntryWithId[]> => {
  const author: SigningKey = createSigningKey();
  const device = deviceIdFrom(randomBytes(16));
  const chain: EntryWithId[] = [];
  for (let counter = 1; counter <= length; counter += 1) {
    const place = { space, device, counter, previous: chain.at(-1)?.id ?? NO_ENTRY };
    chain.push(valueOf(await statementEntry(place, 99, author, utf8ToBytes(`${text} ${counter}`))));
  }
  return chain;
};

const newSpace = (): SpaceId => spaceIdFrom(randomBytes(16));

const at = (chain: readonly EntryWithId[], index: number): EntryWithId => {
  const entry = chain[index];
  if (entry === undefined) throw new Error("no such entry");
  return entry;
};

const idsIn = async (store: LogStore, space: SpaceId): Promise<readonly string[]> =>
  valueOf(await store.read(space, 0, 1000)).map(({ id }) => id);

const ids = (chain: readonly EntryWithId[]): readonly string[] => chain.map(({ id }) => id);

const bodiesIn = async (store: LogStore, space: SpaceId): Promise<readonly boolean[]> =>
  valueOf(await store.read(space, 0, 1000)).map(({ bytes }) => valueOf(decodeEntry(bytes)).body !== null);

export const logStoreCases: readonly LogStoreCase[] = [
  {
    title: "gives back what it was given, byte by byte, in order, in portions",
    run: async (store) => {
      const space = newSpace();
      const chain = await chainOf(space, 5);
      valueOf(await store.append(space, chain.slice(0, 2)));
      valueOf(await store.append(space, chain.slice(2)));
      const first = valueOf(await store.read(space, 0, 3));
      const rest = valueOf(await store.read(space, first.at(-1)?.sequence ?? 0, 3));
      same(
        [...first, ...rest].map(({ id }) => id),
        ids(chain),
      );
      same(
        [...first, ...rest].map(({ bytes }) => [...bytes]),
        chain.map(({ entry }) => [...encodeEntry(entry)]),
      );
      same(valueOf(await store.read(space, rest.at(-1)?.sequence ?? 0, 3)), []);
    },
  },
  {
    title: "keeps spaces apart",
    run: async (store) => {
      const [space, other] = [newSpace(), newSpace()];
      const chain = await chainOf(space, 2);
      valueOf(await store.append(space, chain));
      same(await idsIn(store, other), []);
      same(valueOf(await store.heads(other)), []);
    },
  },
  {
    title: "names the head of every device, and reads one device's chain by counter",
    run: async (store) => {
      const space = newSpace();
      const [one, two] = [await chainOf(space, 3), await chainOf(space, 2)];
      valueOf(await store.append(space, [at(one, 0), at(two, 0), at(one, 1), at(two, 1), at(one, 2)]));
      const wanted = [at(one, 2), at(two, 1)]
        .map(({ id, entry: { device, counter } }) => ({ device, counter, id }))
        .toSorted((left, right) => (left.device < right.device ? -1 : 1));
      same(valueOf(await store.heads(space)), wanted);
      const { device } = at(one, 0).entry;
      same(
        valueOf(await store.readChain(space, device, 1, 1)).map(({ id }) => id),
        [at(one, 1).id],
      );
      same(
        valueOf(await store.readChain(space, device, 0, 9)).map(({ id }) => id),
        ids(one),
      );
    },
  },
  {
    title: "passes over an entry that it has",
    run: async (store) => {
      const space = newSpace();
      const chain = await chainOf(space, 3);
      valueOf(await store.append(space, chain.slice(0, 2)));
      valueOf(await store.append(space, chain));
      valueOf(await store.append(space, [at(chain, 1), at(chain, 1)]));
      same(await idsIn(store, space), ids(chain));
    },
  },
  {
    title: "keeps nothing of an append of which one entry's place is taken",
    run: async (store) => {
      const space = newSpace();
      const [chain, fresh] = [await chainOf(space, 1), await chainOf(space, 1)];
      const rival = (await chainOf(space, 1, "rival")).map(({ id, entry }) => ({
        id,
        entry: { ...entry, device: at(chain, 0).entry.device },
      }));
      valueOf(await store.append(space, chain));
      same(faultOf(await store.append(space, [...fresh, ...rival])), "conflict");
      same(await idsIn(store, space), ids(chain));
      valueOf(await store.append(space, fresh));
    },
  },
  {
    title: "lets one of two that write to the same place at once win",
    run: async (store, reopen) => {
      const space = newSpace();
      const second = await reopen();
      const [chain, base] = [await chainOf(space, 1), await chainOf(space, 1)];
      const rival = base.map(({ id, entry }) => ({ id, entry: { ...entry, device: at(chain, 0).entry.device } }));
      const faults = (await Promise.all([store.append(space, chain), second.append(space, rival)])).map(faultOf);
      same(faults.toSorted(), ["conflict", "no fault"]);
      same((await idsIn(await reopen(), space)).length, 1);
    },
  },
  {
    title: "still has everything when it is opened again",
    run: async (store, reopen) => {
      const space = newSpace();
      const chain = await chainOf(space, 4);
      await Promise.all(chain.map(async (entry) => valueOf(await store.append(space, [entry]))));
      valueOf(await store.dropBodies(space, [at(chain, 1).entry]));
      const again = await reopen();
      same((await idsIn(again, space)).toSorted(), ids(chain).toSorted());
      same((await bodiesIn(again, space)).filter((has) => !has).length, 1);
    },
  },
  {
    title: "drops a body and keeps the entry",
    run: async (store) => {
      const space = newSpace();
      const chain = await chainOf(space, 3);
      valueOf(await store.append(space, chain));
      valueOf(await store.dropBodies(space, [at(chain, 1).entry]));
      same(await idsIn(store, space), ids(chain));
      same(await bodiesIn(store, space), [true, false, true]);
      const [, dropped] = valueOf(await store.read(space, 0, 9));
      same([...(dropped?.bytes ?? [])], [...encodeEntry(withoutBody(at(chain, 1).entry))]);
    },
  },
  {
    title: "never takes a dropped body again, even if it was dropped before it came",
    run: async (store, reopen) => {
      const space = newSpace();
      const chain = await chainOf(space, 2);
      valueOf(await store.dropBodies(space, [at(chain, 0).entry]));
      valueOf(await store.append(space, chain));
      valueOf(await (await reopen()).append(space, chain));
      same(await bodiesIn(store, space), [false, true]);
    },
  },
  {
    title: "takes a body that was missing, and shows it to readers who had passed its place",
    run: async (store) => {
      const space = newSpace();
      const chain = await chainOf(space, 2);
      const stripped = chain.map(({ id, entry }) => ({ id, entry: withoutBody(entry) }));
      valueOf(await store.append(space, stripped));
      const cursor = valueOf(await store.read(space, 0, 9)).at(-1)?.sequence ?? 0;
      valueOf(await store.append(space, [at(chain, 0)]));
      same(
        valueOf(await store.read(space, cursor, 9)).map(({ id }) => id),
        [at(chain, 0).id],
      );
      valueOf(await store.append(space, stripped));
      same((await bodiesIn(store, space)).toSorted(), [false, true]);
    },
  },
  {
    title: "closes a space for good: keeps the leave entry and nothing else, and takes nothing more",
    run: async (store, reopen) => {
      const [space, other] = [newSpace(), newSpace()];
      const [chain, kept] = [await chainOf(space, 3), await chainOf(other, 1)];
      valueOf(await store.append(space, chain));
      valueOf(await store.append(other, kept));
      same(valueOf(await store.readLeave(space)), null);
      valueOf(await store.close(space, at(chain, 2)));
      valueOf(await store.close(space, at(chain, 0)));
      for (const one of [store, await reopen()]) {
        same([...(valueOf(await one.readLeave(space)) ?? [])], [...encodeEntry(at(chain, 2).entry)]);
        same(await idsIn(one, space), []);
        same(valueOf(await one.heads(space)), []);
        same(faultOf(await one.append(space, chain)), "space-closed");
        same(faultOf(await one.dropBodies(space, [at(chain, 0).entry])), "space-closed");
        same(await idsIn(one, other), ids(kept));
      }
    },
  },
];
