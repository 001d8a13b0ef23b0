/**
 * `npm run bench`: every figure that the README may quote, one JSON value a line, with the machine first.
 *
 * Each bench runs in a process of its own: memory is counted per process, and a warm engine would flatter its neighbour.
 * `npm run bench -- voice pickup` runs only those. Takes minutes; nothing else should run meanwhile.
 */
import { spawnSync } from "node:child_process";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";

const benches = [
  "pickup",
  "recording",
  "voice",
  "memory",
  "page-weight",
  "vault-weight",
  "lighthouse",
  "insight",
  "us-opening",
  "history",
  "vault",
  "vault-first-sync",
  "relay",
];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !benches.includes(name));
if (unknown.length > 0) {
  console.error(`bench: there is no ${unknown.join(", ")}; there is ${benches.join(", ")}.`);
  process.exit(2);
}

const processors = cpus();
console.log(
  JSON.stringify({
    bench: "machine",
    processor: processors[0]?.model.trim() ?? "unknown",
    cores: processors.length,
    node: process.version,
    system: `${process.platform}-${process.arch}`,
  }),
);
// Some show pages. What a browser costs to bring is no part of a figure.
const bring = fileURLToPath(new URL("../tests/browser/bring.ts", import.meta.url));
spawnSync(process.execPath, [bring], { stdio: ["ignore", "ignore", "inherit"] });
for (const name of asked.length === 0 ? benches : asked) {
  console.error(`bench: ${name} …`);
  const file = fileURLToPath(new URL(`${name}.ts`, import.meta.url));
  const { status } = spawnSync(process.execPath, [file], { stdio: ["ignore", "inherit", "inherit"] });
  if (status === 0) continue;
  console.error(`bench: ${name} failed`);
  process.exitCode = 1;
}
