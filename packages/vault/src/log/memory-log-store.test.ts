import { describe, test } from "vitest";
import { logStoreCases } from "./log-store.contract.ts";
import { createMemoryLogStore } from "./memory-log-store.ts";

describe("the store in memory", () => {
  test.each(logStoreCases)("$title", async ({ run }) => {
    const store = createMemoryLogStore();
    await run(store, async () => store);
  });
});
