import { gzipSync } from "node:zlib";
import { err, ok } from "@undivided/domain";
import { describe, expect, it } from "vitest";
import { fetchPackedWeights } from "./fetch-weights.ts";

const addressOf = (content: Uint8Array): string =>
  `data:application/octet-stream;base64,${Buffer.from(content).toString("base64")}`;

describe("fetchPackedWeights", () => {
  it("takes the gzip off", async () => {
    const content = Uint8Array.of(1, 2, 3);
    expect(await fetchPackedWeights(addressOf(gzipSync(content)))).toEqual(ok(content));
  });

  it("says that nothing was loaded when what comes is cut off, something else, or not there", async () => {
    const whole = gzipSync(new Uint8Array(1000).map((_, n) => n * n));
    for (const address of [addressOf(whole.subarray(0, -20)), addressOf(Uint8Array.of(60, 33)), "nowhere:"]) {
      expect(await fetchPackedWeights(address)).toEqual(err({ type: "not-loaded" }));
    }
  });

  it("gives up when told to", async () => {
    const signal = AbortSignal.abort();
    expect(await fetchPackedWeights(addressOf(gzipSync(Uint8Array.of(1))), signal)).toEqual(
      err({ type: "not-loaded" }),
    );
  });
});
