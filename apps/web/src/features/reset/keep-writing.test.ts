import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createKeeper, SOON_MS } from "./keep-writing.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const timer = {
  setTimeout: (run: () => void, ms: number) => Number(setTimeout(run, ms)),
  clearTimeout: (id: number) => clearTimeout(id),
};

const writeInto = (answers: readonly boolean[] = []) => {
  let text = "";
  const kept: string[] = [];
  const keeper = createKeeper(timer, async () => {
    const words = text;
    await new Promise((resolve) => setTimeout(resolve, 50));
    const done = answers[kept.length] ?? true;
    kept.push(words);
    return done;
  });
  const type = (words: string): void => {
    text = words;
    keeper.changed();
  };
  return { kept, keeper, type };
};

describe("what is being written", () => {
  it("is kept shortly after the last letter, once for a whole sentence", async () => {
    const { kept, type } = writeInto();
    for (const words of ["w", "wo", "word"]) {
      type(words);
      await vi.advanceTimersByTimeAsync(SOON_MS / 2);
    }
    expect(kept).toEqual([]);
    await vi.advanceTimersByTimeAsync(SOON_MS);
    expect(kept).toEqual(["word"]);
  });

  it("is kept at once when asked for, and not again by itself", async () => {
    const { kept, keeper, type } = writeInto();
    type("word");
    const done = keeper.now();
    await vi.advanceTimersByTimeAsync(50);
    expect(await done).toBe(true);
    await vi.advanceTimersByTimeAsync(10 * SOON_MS);
    await keeper.now();
    expect(kept).toEqual(["word"]);
  });

  it("is written one after the other: the newest words are the last", async () => {
    const { kept, keeper, type } = writeInto();
    type("one");
    void keeper.now();
    type("one two");
    void keeper.now();
    await vi.advanceTimersByTimeAsync(200);
    expect(kept.at(-1)).toBe("one two");
  });

  it("is tried again when it could not be kept", async () => {
    const { kept, keeper, type } = writeInto([false]);
    type("word");
    const first = keeper.now();
    await vi.advanceTimersByTimeAsync(50);
    expect(await first).toBe(false);
    const second = keeper.now();
    await vi.advanceTimersByTimeAsync(50);
    expect(await second).toBe(true);
    expect(kept).toEqual(["word", "word"]);
  });
});
