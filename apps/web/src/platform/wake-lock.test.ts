import { describe, expect, it } from "vitest";
import { createWakeLock } from "./wake-lock.ts";

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A browser that grants the lock whenever the page is visible, and counts those that are held. */
const createView = () => {
  const listeners = new Set<() => void>();
  let visibility: DocumentVisibilityState = "visible";
  const locks = new Set<symbol>();
  let asked = 0;
  let refuses = false;
  return {
    held: () => locks.size,
    asked: () => asked,
    listening: () => listeners.size,
    refuse: () => (refuses = true),
    /** Hiding a page takes the lock from it. */
    show: (next: DocumentVisibilityState) => {
      visibility = next;
      if (next === "hidden") locks.clear();
      for (const listener of listeners) listener();
    },
    view: {
      document: {
        get visibilityState() {
          return visibility;
        },
        addEventListener: (_type: string, listener: () => void) => void listeners.add(listener),
        removeEventListener: (_type: string, listener: () => void) => void listeners.delete(listener),
      },
      navigator: {
        wakeLock: {
          request: async () => {
            asked += 1;
            if (refuses) throw new Error("not allowed");
            const lock = Symbol("lock");
            locks.add(lock);
            return { release: async () => void locks.delete(lock) };
          },
        },
      },
    },
  };
};

describe("the wake lock", () => {
  it("is held until it is let go", async () => {
    const { view, held, listening } = createView();
    const letGo = createWakeLock(view).hold();
    await settle();
    expect(held()).toBe(1);
    letGo();
    expect([held(), listening()]).toEqual([0, 0]);
  });

  it("is asked for again whenever the page is seen again, once", async () => {
    const { view, held, asked, show } = createView();
    createWakeLock(view).hold();
    await settle();
    show("hidden");
    expect(asked()).toBe(1);
    show("visible");
    await settle();
    expect([held(), asked()]).toEqual([1, 2]);
  });

  it("that comes after it was let go is given back", async () => {
    const { view, held } = createView();
    createWakeLock(view).hold()();
    await settle();
    expect(held()).toBe(0);
  });

  it("does without where it is refused or not known", async () => {
    const { view, held, refuse } = createView();
    refuse();
    createWakeLock(view).hold();
    await settle();
    expect(held()).toBe(0);
    const old = createWakeLock({ document: view.document, navigator: {} });
    expect(old.isSupported).toBe(false);
    old.hold()();
  });
});
