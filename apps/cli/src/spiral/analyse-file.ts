/** From a file's name to its line, in whichever thread. */
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { err, type Result } from "@undivided/domain";
import { analyseSpiral, type SpiralLine, type SpiralOptions } from "./spiral-line.ts";

export interface SpiralTask {
  /** As the caller wrote it; resolves against `folder`. */
  readonly file: string;
  readonly folder: string;
  readonly options: SpiralOptions;
}

/** The error is a sentence that names the file. */
export const analyseFile = async ({ file, folder, options }: SpiralTask): Promise<Result<SpiralLine, string>> => {
  let text: string;
  try {
    text = await readFile(resolve(folder, file), "utf8");
  } catch (error) {
    return err(`${file}: could not be read (${describeReadError(error)})`);
  }
  const outcome = analyseSpiral(file, text, options);
  return outcome.type === "ok" ? outcome : err(`${file}: ${outcome.error}`);
};

const describeReadError = (error: unknown): string => {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT") return "there is no such file";
  if (code === "EISDIR") return "it is a folder";
  if (code === "EACCES") return "this user may not read it";
  return error instanceof Error ? error.message : String(error);
};
