import { describe, expect, it } from "vitest";
import { createLocalStore, createMemoryStore } from "./small-store.ts";

const fakeStorage = (): { readonly storage: Storage; readonly items: Map<string, string> } => {
  const items = new Map<string, string>();
  const storage: Storage = {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
    clear: () => items.clear(),
    key: () => null,
    get length() {
      return items.size;
    },
  };
  return { storage, items };
};

describe("the store of small preferences", () => {
  it("keeps a value under the app's own prefix and forgets it on null", () => {
    const { storage, items } = fakeStorage();
    const store = createLocalStore(() => storage);
    store.write("language", "es");
    expect(store.read("language")).toBe("es");
    expect([...items.keys()]).toEqual(["undivided.language"]);
    store.write("language", null);
    expect(store.read("language")).toBeNull();
    expect(items.size).toBe(0);
  });

  it("holds a choice in memory when the browser refuses storage", () => {
    const store = createLocalStore(() => {
      throw new Error("SecurityError");
    });
    expect(store.read("language")).toBeNull();
    store.write("language", "es");
    expect(store.read("language")).toBe("es");
    store.write("language", null);
    expect(store.read("language")).toBeNull();
  });

  it("forgets in memory too", () => {
    const store = createMemoryStore();
    store.write("a", "1");
    store.write("a", null);
    expect(store.read("a")).toBeNull();
  });
});
