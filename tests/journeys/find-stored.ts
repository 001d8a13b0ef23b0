/**
 * Where a word stands in what a browser keeps for the app: plainly, in UTF-8 or UTF-16, or in base64 or hex at any offset.
 *
 * Databases to their last key and value (blobs and bytes too), local and session storage, cookies, caches with their bodies, and files.
 */
import type { Page } from "playwright-core";

/** Short names of the places; none if it stands nowhere. */
export const findStored = (page: Page, word: string): Promise<readonly string[]> =>
  page.evaluate(async (wanted) => {
    const asLatin = (bytes: Uint8Array): string => new TextDecoder("latin1").decode(bytes);
    const utf8 = new TextEncoder().encode(wanted);
    const utf16 = Array.from(wanted, (letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]).flat();
    // Only the letters that the word alone decides, whatever stands before and after it.
    const base64 = [0, 1, 2].map((before) => {
      const whole = btoa(String.fromCharCode(...Array.from({ length: before }, () => 0), ...utf8));
      return whole.slice(Math.ceil((before * 8) / 6), Math.floor(((before + utf8.length) * 8) / 6));
    });
    const needles = [
      asLatin(utf8),
      asLatin(Uint8Array.from(utf16)),
      asLatin(Uint8Array.from([0, ...utf16.slice(0, -1)])),
      utf8.toHex(),
      ...base64,
      ...base64.map((text) => text.replaceAll("+", "-").replaceAll("/", "_")),
    ];
    const isIn = (bytes: Uint8Array): boolean => needles.some((needle) => asLatin(bytes).includes(needle));

    const holds = async (value: unknown): Promise<boolean> => {
      if (typeof value === "string") return isIn(new TextEncoder().encode(value));
      if (value instanceof ArrayBuffer) return isIn(new Uint8Array(value));
      if (ArrayBuffer.isView(value)) return isIn(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
      if (value instanceof Blob) return isIn(new Uint8Array(await value.arrayBuffer()));
      if (typeof value !== "object" || value === null) return false;
      const parts: unknown[] = value instanceof Map || value instanceof Set ? [...value] : Object.entries(value).flat();
      return (await Promise.all(parts.map(holds))).includes(true);
    };
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error("not read"));
      });

    const places: string[] = [];
    const look = async (place: string, value: unknown): Promise<void> => {
      if (await holds(value)) places.push(place);
    };
    for (const { name = "" } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name));
      for (const store of [...database.objectStoreNames]) {
        const objects = database.transaction(store).objectStore(store);
        const kept = await Promise.all([done(objects.getAllKeys()), done(objects.getAll())]);
        await look(`database ${name} ${store}`, kept);
      }
      database.close();
    }
    await look("local storage", Object.entries(localStorage));
    await look("session storage", Object.entries(sessionStorage));
    await look("cookies", document.cookie);
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const response = await cache.match(request);
        await look(`cache ${name}`, [request.url, await response?.arrayBuffer()]);
      }
    }
    const lookInFiles = async (folder: FileSystemDirectoryHandle): Promise<void> => {
      for await (const entry of folder.values()) {
        if (entry instanceof FileSystemDirectoryHandle) await lookInFiles(entry);
        else if (entry instanceof FileSystemFileHandle) await look("files", [entry.name, await entry.getFile()]);
      }
    };
    await lookInFiles(await navigator.storage.getDirectory());
    return places;
  }, word);
