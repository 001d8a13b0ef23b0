/** From the arguments of a verb or an action that works on a device's folder to its exit code. */
import { resolve } from "node:path";
import { type OptionTable, readOptions, type WrongCall } from "../read-options.ts";
import { type ExitCode, exitCodes, type Io, writeLine } from "../verbs/verb.ts";
import { COMMON_OPTIONS, type DeviceCall, type DeviceWorld } from "./device-action.ts";

export interface CallOnDevice {
  /** As the caller writes it after `undivided`. */
  readonly name: string;
  readonly options: OptionTable;
  readonly run: (call: DeviceCall, io: Io) => Promise<ExitCode | WrongCall>;
}

export const sayWrongCall = async (io: Io, name: string, words: string): Promise<ExitCode> => {
  await writeLine(io.stderr, `undivided ${name}: ${words}. "undivided ${name} --help" explains the call.`);
  return exitCodes.wrongCall;
};

export const runCall = async (
  { name, options, run }: CallOnDevice,
  args: readonly string[],
  io: Io,
  world: DeviceWorld,
): Promise<ExitCode> => {
  const read = readOptions(args, { ...COMMON_OPTIONS, ...options });
  if (read.type === "wrong") return sayWrongCall(io, name, read.words);
  const folder = read.given.text("dir");
  if (folder === undefined) return sayWrongCall(io, name, "--dir is missing: it names the device's folder");
  const ended = await run({ name, folder: resolve(io.cwd, folder), given: read.given, world }, io);
  return typeof ended === "number" ? ended : sayWrongCall(io, name, ended.words);
};
