import { describe, expect, it } from "vitest";
import { readOptions } from "./read-options.ts";

const table = { dir: "text", before: "texts", own: "flag" } as const;
const read = (...args: readonly string[]) => {
  const outcome = readOptions(args, table);
  if (outcome.type === "wrong") return outcome.words;
  const { given } = outcome;
  return [given.text("dir"), given.texts("before"), given.flag("own"), given.words];
};

describe("reading options", () => {
  it("tells texts, lists, flags and words apart, in any order", () => {
    expect(read("a", "--before", "x", "--own", "--dir=d", "--before", "y", "b")).toEqual([
      "d",
      ["x", "y"],
      true,
      ["a", "b"],
    ]);
    expect(read()).toEqual([undefined, [], false, []]);
    expect(read("-", "--", "--own")).toEqual([undefined, [], false, ["-", "--own"]]);
  });

  it("says what is wrong with a call", () => {
    expect(read("--dir", "a", "--dir", "b")).toBe("--dir is given more than once");
    expect(read("--own", "--own")).toBe("--own is given more than once");
    expect(read("--dir", "")).toBe("--dir is empty");
    expect(read("--secret", "1234")).toMatch(/Unknown option '--secret'/);
    expect(read("--dir")).toMatch(/--dir/);
  });
});
