/** Holds the relay to what it may know: whatever it reaches of this room works with public keys alone. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { expect, test } from "vitest";

const entry = resolve(import.meta.dirname, "entry-point.ts");

/** Every file that is loaded with this one; what is imported as a type only is not. */
const reachedFrom = (first: string): ReadonlySet<string> => {
  const reached = new Set([first]);
  for (const file of reached) {
    const text = readFileSync(file, "utf8");
    for (const [, clause = "", specifier = ""] of text.matchAll(
      /^(?:import|export)\s+([^;"']*?)\s*from\s+"(\.[^"]+)"/gm,
    )) {
      const isTypeOnly = clause.startsWith("type ") || /^\{(\s*type [^,}]+,?)+\s*\}$/.test(clause);
      const target = join(dirname(file), specifier);
      if (!isTypeOnly && existsSync(target)) reached.add(target);
    }
  }
  return reached;
};

test("the relay's entry point reaches no secret key and nothing that seals, opens, signs or unwraps", () => {
  const names = [...reachedFrom(entry)].map((file) => file.slice(resolve(import.meta.dirname, "..").length + 1));
  expect(names).toContain("relay/mailbox.ts");
  expect(names).toContain("crypto/verifying.ts");
  const forbidden =
    /^crypto\/(door|secrets|sealing|signing|wrapping|deriving|agreement|argon2id)\.ts$|make-entry|epoch-keys|replica|^sync\//;
  expect(names.filter((name) => forbidden.test(name))).toEqual([]);
});

test("the same look finds the secrets behind the door that devices use", () => {
  const names = [...reachedFrom(resolve(import.meta.dirname, "../crypto/door.ts"))].join();
  expect(names).toContain("secrets.ts");
  expect(names).toContain("sealing.ts");
});
