import { millis } from "@undivided/domain";
import { describe, test } from "vitest";
import { createMemoryRendezvous } from "./memory-rendezvous.ts";
import { rendezvousCases } from "./rendezvous.contract.ts";

describe("the rendezvous in memory", () => {
  test.each(rendezvousCases)("$title", async ({ run }) => {
    let now = 0;
    const rendezvous = createMemoryRendezvous(() => millis(now));
    await run({
      connect: () => rendezvous,
      passTime: async (ms) => {
        now += ms;
        rendezvous.tick();
      },
    });
  });
});
