/** Runs one call of `undivided` in this process and prints the most memory it held, for bench/memory.ts and bench/history.ts. */
import { verbLoaders } from "../apps/cli/src/verbs.ts";

const [name = "", ...args] = process.argv.slice(2);
const load = verbLoaders[name];
if (load === undefined) throw new Error(`there is no verb ${name}`);
const verb = await load();

let lines = 0;
const code = await verb.run(args, {
  stdin: { readLine: async () => null, readHidden: async () => null },
  stdout: {
    write: async (text) => {
      lines += text.split("\n").length - 1;
    },
    writeBytes: async () => undefined,
  },
  stderr: { write: async (text) => void process.stderr.write(text) },
  cwd: process.cwd(),
  env: {},
  now: () => Date.now(),
  signal: new AbortController().signal,
});
console.log(JSON.stringify({ code, lines, maxRssMiB: Math.round(process.resourceUsage().maxRSS / 1024) }));
