/** Runs one call of `undivided detect` in this process and prints the most memory it held, for bench/memory.ts. */
import { detectVerb } from "../apps/cli/src/verbs/detect.ts";

let lines = 0;
const code = await detectVerb.run(process.argv.slice(2), {
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
