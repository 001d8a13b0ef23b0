/**
 * The contract of `BlobStore`: every adapter runs these cases, in Node and in a browser.
 *
 * Plain functions that throw, without a test framework, so that the same suite can be bundled into a page.
 */
import type { Result } from "@undivided/domain";
import { randomBytes, utf8ToBytes } from "../crypto/door.ts";
import { blobName, type BlobName, type BlobStore } from "./blob-store.ts";

export interface BlobStoreCase {
  readonly title: string;
  /** `reopen` gives another store over the same storage, as a second process or tab would have, or one after a crash. */
  readonly run: (store: BlobStore, reopen: () => Promise<BlobStore>) => Promise<void>;
}

const valueOf = <T>(result: Result<T, { readonly type: string }>): T => {
  if (result.type === "error") throw new Error(`unexpected fault: ${result.error.type}`);
  return result.value;
};

const same = (found: unknown, wanted: unknown): void => {
  const [one, other] = [JSON.stringify(found), JSON.stringify(wanted)];
  if (one !== other) throw new Error(`found ${one}, wanted ${other}`);
};

const bytesIn = async (store: BlobStore, name: BlobName): Promise<readonly number[] | null> => {
  const bytes = valueOf(await store.read(name));
  return bytes === null ? null : [...bytes];
};

const [one, other] = [blobName("one"), blobName("other/2.a-b")];

export const blobStoreCases: readonly BlobStoreCase[] = [
  {
    title: "gives back what it was given, byte by byte, and null for what was never written",
    run: async (store) => {
      same(await bytesIn(store, one), null);
      const large = Uint8Array.from({ length: 300_000 }, (_, index) => index % 251);
      valueOf(await store.write(one, large));
      valueOf(await store.write(other, new Uint8Array(0)));
      same(await bytesIn(store, one), [...large]);
      same(await bytesIn(store, other), []);
    },
  },
  {
    title: "replaces a blob as a whole and leaves the others alone",
    run: async (store) => {
      valueOf(await store.write(one, randomBytes(1000)));
      valueOf(await store.write(other, utf8ToBytes("other")));
      valueOf(await store.write(one, Uint8Array.of(1, 2)));
      same(await bytesIn(store, one), [1, 2]);
      same(await bytesIn(store, other), [...utf8ToBytes("other")]);
    },
  },
  {
    title: "removes a blob, and what is not there without a fault",
    run: async (store) => {
      valueOf(await store.write(one, Uint8Array.of(1)));
      valueOf(await store.remove(one));
      valueOf(await store.remove(one));
      same(await bytesIn(store, one), null);
      valueOf(await store.write(one, Uint8Array.of(2)));
      same(await bytesIn(store, one), [2]);
    },
  },
  {
    title: "still has everything when it is opened again, and shows others what was written",
    run: async (store, reopen) => {
      const second = await reopen();
      valueOf(await store.write(one, Uint8Array.of(1)));
      same(await bytesIn(second, one), [1]);
      valueOf(await second.write(one, Uint8Array.of(2)));
      same(await bytesIn(store, one), [2]);
      valueOf(await second.remove(one));
      valueOf(await store.write(other, Uint8Array.of(3)));
      const third = await reopen();
      same([await bytesIn(third, one), await bytesIn(third, other)], [null, [3]]);
    },
  },
  {
    title: "keeps one of two that are written at once, whole",
    run: async (store, reopen) => {
      const second = await reopen();
      const [ones, twos] = [new Uint8Array(5000).fill(1), new Uint8Array(7000).fill(2)];
      (await Promise.all([store.write(one, ones), second.write(one, twos)])).forEach(valueOf);
      const kept = (await bytesIn(store, one)) ?? [];
      same(
        kept.every((byte) => byte === kept[0]),
        true,
      );
      same([5000, 7000].includes(kept.length), true);
    },
  },
  {
    title: "replaces several at once if all are as they were said to be, else none",
    run: async (store, reopen) => {
      const [a, b] = [Uint8Array.of(1), Uint8Array.of(2)];
      const held = async () => [await bytesIn(store, one), await bytesIn(store, other)];
      same(valueOf(await store.replaceIf([{ name: one, before: null, after: a }])), true);
      same(valueOf(await store.replaceIf([{ name: one, before: null, after: b }])), false);
      const both = (before: Uint8Array | null) => [
        { name: one, before: a, after: b },
        { name: other, before, after: a },
      ];
      same(valueOf(await store.replaceIf(both(b))), false);
      same(await held(), [[1], null]);
      same(valueOf(await (await reopen()).replaceIf(both(null))), true);
      same(await held(), [[2], [1]]);
      // The same twice only asks; null at the end removes.
      const asks = (is: Uint8Array) => [
        { name: one, before: is, after: is },
        { name: other, before: a, after: null },
      ];
      same(valueOf(await store.replaceIf(asks(a))), false);
      same(await held(), [[2], [1]]);
      same(valueOf(await store.replaceIf(asks(b))), true);
      same(await held(), [[2], null]);
    },
  },
  {
    title: "lets one of many that replace the same at once be first, and tells the others",
    run: async (store, reopen) => {
      const second = await reopen();
      valueOf(await store.write(one, Uint8Array.of(0)));
      for (let round = 0; round < 5; round += 1) {
        const before = valueOf(await store.read(one));
        const results = await Promise.all(
          Array.from({ length: 6 }, (_, index) =>
            (index % 2 === 0 ? store : second).replaceIf([
              { name: one, before, after: Uint8Array.of(round + 1, index) },
            ]),
          ),
        );
        same(results.map(valueOf).filter(Boolean).length, 1);
        const first = results.findIndex((result) => valueOf(result));
        same(await bytesIn(store, one), [round + 1, first]);
      }
    },
  },
  {
    title: "is not changed by what is done to the bytes afterwards",
    run: async (store) => {
      const bytes = Uint8Array.of(1, 2, 3);
      const written = store.write(one, bytes);
      const replaced = store.replaceIf([{ name: other, before: null, after: bytes }]);
      bytes.fill(0);
      valueOf(await written);
      valueOf(await replaced);
      same(await bytesIn(store, other), [1, 2, 3]);
      valueOf(await store.read(one))?.fill(9);
      same(await bytesIn(store, one), [1, 2, 3]);
    },
  },
];
