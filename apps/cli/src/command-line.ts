/**
 * From arguments to a verb and back to an exit code; knows no verb by name and never touches `process`.
 *
 * `undivided`, `undivided --help`, `undivided --version`, `undivided <verb> --help`, `undivided <verb> …`.
 */
import { type ExitCode, exitCodes, type Io, type Verb, writeLine } from "./verbs/verb.ts";

export type VerbLoaders = Readonly<Record<string, () => Promise<Verb>>>;

/** Runs the called verb. Throws only what the verb throws: a broken invariant, which `main.ts` reports. */
export const runCommandLine = async (
  loaders: VerbLoaders,
  version: string,
  args: readonly string[],
  io: Io,
): Promise<ExitCode> => {
  const [name, ...verbArgs] = args;
  if (name === undefined) {
    await writeLine(io.stderr, await describeVerbs(loaders));
    return exitCodes.wrongCall;
  }
  if (isHelp(name)) {
    await writeLine(io.stdout, await describeVerbs(loaders));
    return exitCodes.done;
  }
  if (name === "--version" || name === "-v") {
    await writeLine(io.stdout, version);
    return exitCodes.done;
  }
  const load = Object.hasOwn(loaders, name) ? loaders[name] : undefined;
  if (load === undefined) {
    const known = Object.keys(loaders).join(", ");
    await writeLine(
      io.stderr,
      `undivided: no verb "${name}"; there is ${known}. "undivided --help" says what each does.`,
    );
    return exitCodes.wrongCall;
  }
  const verb = await load();
  if (asksForHelp(verbArgs)) {
    await writeLine(io.stdout, (await verb.usageOf?.(verbArgs)) ?? verb.usage);
    return exitCodes.done;
  }
  return verb.run(verbArgs, io);
};

const isHelp = (arg: string): boolean => arg === "--help" || arg === "-h" || arg === "help";

/** After `--` everything is a name of a file, also one called `--help`. */
const asksForHelp = (args: readonly string[]): boolean => {
  const end = args.indexOf("--");
  const options = end === -1 ? args : args.slice(0, end);
  return options.includes("--help") || options.includes("-h");
};

const describeVerbs = async (loaders: VerbLoaders): Promise<string> => {
  const verbs = await Promise.all(Object.values(loaders).map((load) => load()));
  const width = Math.max(...verbs.map((verb) => verb.name.length));
  return [
    "Undivided helps two people notice when a phone comes first, understand it without blame, and turn back towards each other.",
    "",
    "undivided <verb> [options]",
    "",
    ...verbs.map((verb) => `  ${verb.name.padEnd(width)}  ${verb.summary}`),
    "",
    `"undivided <verb> --help" explains one verb; "undivided --version" says the version.`,
    "Results are JSON on standard output, one value a line; words go to standard error.",
    "Exit codes: 0 done, 1 it failed, 2 the call was wrong.",
  ].join("\n");
};
