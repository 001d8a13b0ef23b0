/** Everything that a browser keeps for the app, to the last byte: to say that something left nothing behind. */
import type { Page } from "playwright-core";

export interface Stored {
  readonly local: readonly (readonly [string, string])[];
  readonly session: readonly (readonly [string, string])[];
  readonly cookies: string;
  /** Of each database its version, and of each of its stores every key and value, as text. */
  readonly databases: readonly string[];
  /** Of each cache what is in it, by address. */
  readonly caches: readonly string[];
}

export const everythingStored = (page: Page): Promise<Stored> =>
  page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error("not read"));
      });
    const asText = (value: unknown): string =>
      JSON.stringify(value, (_, part: unknown) => {
        if (part instanceof CryptoKey) return `key ${part.type} ${part.algorithm.name}`;
        if (part instanceof ArrayBuffer) return [...new Uint8Array(part)].join();
        if (ArrayBuffer.isView(part)) return [...new Uint8Array(part.buffer, part.byteOffset, part.byteLength)].join();
        return part;
      });
    const databases: string[] = [];
    for (const { name = "", version } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name));
      for (const store of [...database.objectStoreNames]) {
        const objects = database.transaction(store).objectStore(store);
        const [keys, values] = await Promise.all([done(objects.getAllKeys()), done(objects.getAll())]);
        databases.push(`${name} ${version} ${store}: ${asText(keys)} ${asText(values)}`);
      }
      database.close();
    }
    const kept: string[] = [];
    for (const name of await caches.keys()) {
      const requests = await (await caches.open(name)).keys();
      kept.push(
        `${name}: ${requests
          .map(({ url }) => url)
          .toSorted()
          .join(" ")}`,
      );
    }
    return {
      local: Object.entries(localStorage).toSorted(),
      session: Object.entries(sessionStorage).toSorted(),
      cookies: document.cookie,
      databases,
      caches: kept,
    };
  });
