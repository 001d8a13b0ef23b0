/** `npm run prove` in small, as part of the tests. */
import { expect, test } from "vitest";
import { prove } from "./prove.ts";

test("a relay that is killed and emptied costs nothing: all devices are complete and equal, and it is filled again", async () => {
  const said: string[] = [];
  const findings = await prove({ records: 2, say: (line) => void said.push(line) });
  expect(findings.length).toBeGreaterThan(8);
  expect(findings.filter(({ holds }) => !holds)).toEqual([]);
  expect(said.join("\n")).toMatch(/killed with SIGKILL, and all its data deleted/);
}, 240_000);
