import { entryVerifierCases } from "@undivided/vault/entry-verifier.contract";
import { describe, test } from "vitest";
import { createNodeEntryVerifier } from "../../apps/relay/src/crypto/node-entry-verifier.ts";

describe("the entry verifier over node:crypto", () => {
  test.each(entryVerifierCases)("$title", ({ run }) => run(createNodeEntryVerifier()));
});
