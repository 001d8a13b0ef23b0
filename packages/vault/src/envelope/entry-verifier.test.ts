import { describe, test } from "vitest";
import { createWebEntryVerifier } from "./entry-verifier.ts";
import { entryVerifierCases } from "./entry-verifier.contract.ts";

describe("the entry verifier over WebCrypto", () => {
  test.each(entryVerifierCases)("$title", ({ run }) => run(createWebEntryVerifier()));
});
