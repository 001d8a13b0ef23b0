/** The arguments of `undivided spiral`. */
import { parseArgs } from "node:util";

export interface SpiralCall {
  readonly type: "call";
  /** As the caller wrote them, at least one. */
  readonly files: readonly string[];
  readonly mleOnly: boolean;
  readonly seed: number;
}

export interface WrongCall {
  readonly type: "wrong";
  readonly words: string;
}

const defaultSeed = 1;

/** Every option at most once; files may be named more than once. */
export const readSpiralCall = (args: readonly string[]): SpiralCall | WrongCall => {
  const wrong = (words: string): WrongCall => ({ type: "wrong", words });
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      options: { "mle-only": { type: "boolean" }, seed: { type: "string", multiple: true } },
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    // The rest of Node's sentence advises on calls that this verb does not have.
    return wrong((error instanceof Error ? error.message : String(error)).split(/\.\s/, 1).join(""));
  }
  const { values, positionals: files } = parsed;
  if (files.length === 0) return wrong("no file is named");
  if (files.includes("")) return wrong("a file's name is empty");
  if ((values.seed?.length ?? 0) > 1) return wrong("--seed is given more than once");
  const [seedText = String(defaultSeed)] = values.seed ?? [];
  const seed = readSeed(seedText);
  if (seed === undefined)
    return wrong(`--seed is "${seedText}", and must be a whole number from 0 to ${Number.MAX_SAFE_INTEGER}`);
  return { type: "call", files, mleOnly: values["mle-only"] === true, seed };
};

/** A whole number that a `number` holds exactly, or `undefined`. */
export const readSeed = (text: string): number | undefined => {
  const seed = /^\d{1,16}$/.test(text) ? Number(text) : NaN;
  return Number.isSafeInteger(seed) ? seed : undefined;
};
