/** `undivided spiral`: whether slips follow each other, from files of event times. docs/spec/spiral.md is its contract. */
import { isErr } from "@undivided/domain";
import { analyseFiles } from "../spiral/analyse-files.ts";
import { readSpiralCall } from "../spiral/spiral-call.ts";
import { type ExitCode, exitCodes, type Io, type Verb, writeJson, writeLine } from "./verb.ts";

const usage = `undivided spiral FILE.json… [--mle-only] [--seed N]

Fits self- and cross-excitation to the event times of one person or two, and says of two whether their slips take turns
more than chance and any shared mood explain. It never says who, and never because.

Each file: {"unit":"s"|"min"|"h","windows":[[start,end],…],"streams":[[time,…],[time,…]]}, one stream or two. Times are
sorted and lie in the windows, which are closed, sorted and may touch.

  --mle-only   only the maximum likelihood; posterior, guard and verdict are null
  --seed N     for everything drawn (default 1)

One JSON object a line on standard output, in the files' order. docs/spec/spiral.md explains each field.
Exit codes: 0 done, 1 a file could not be used (the others are), 2 the call was wrong.`;

const run = async (args: readonly string[], io: Io): Promise<ExitCode> => {
  const call = readSpiralCall(args);
  if (call.type === "wrong") {
    await writeLine(io.stderr, `undivided spiral: ${call.words}. "undivided spiral --help" explains the call.`);
    return exitCodes.wrongCall;
  }
  const options = { seed: call.seed, mleOnly: call.mleOnly };
  const tasks = call.files.map((file) => ({ file, folder: io.cwd, options }));
  let written = 0;
  let exitCode: ExitCode = exitCodes.done;
  for await (const outcome of analyseFiles(tasks, io.signal)) {
    written += 1;
    if (isErr(outcome)) {
      await writeLine(io.stderr, `undivided spiral: ${outcome.error}.`);
      exitCode = exitCodes.failed;
    } else {
      await writeJson(io.stdout, outcome.value);
    }
  }
  if (written < tasks.length) {
    await writeLine(io.stderr, "undivided spiral: stopped.");
    return exitCodes.failed;
  }
  return exitCode;
};

export const spiralVerb: Verb = {
  name: "spiral",
  summary: "say whether slips follow each other, from files of event times",
  usage,
  run,
};
