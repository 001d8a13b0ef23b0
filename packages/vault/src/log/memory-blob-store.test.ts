import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { blobStoreCases } from "./blob-store.contract.ts";
import { blobName, parseBlobName } from "./blob-store.ts";
import { createMemoryBlobStore } from "./memory-blob-store.ts";

describe("the blobs in memory", () => {
  test.each(blobStoreCases)("$title", async ({ run }) => {
    const store = createMemoryBlobStore();
    await run(store, async () => store);
  });
});

describe("the name of a blob", () => {
  test("is short and plain", () => {
    expect(["keyring", "snapshot/0a1b", "a.b-c"].map(parseBlobName)).not.toContain(undefined);
    expect(["", "/a", "A", "ä", "a b", "a".repeat(129)].map(parseBlobName)).toEqual(Array(6).fill(undefined));
    expect(() => blobName("")).toThrow("no name");
  });

  test("is read without throwing from any text", () => {
    fc.assert(fc.property(fc.string(), (text) => [undefined, text].includes(parseBlobName(text))));
  });
});
