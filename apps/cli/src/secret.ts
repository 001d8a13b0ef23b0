/**
 * Secrets of a call: a PIN, a passphrase, a recovery code.
 *
 * Never an argument, since other users of the machine can read those while the verb runs, and the shell keeps them. In this
 * order: the file named by an option, a variable of the environment, a prompt without echo where there is a terminal.
 * **Privacy:** no message repeats a secret or says anything about it but where it was looked for.
 */
import { open } from "node:fs/promises";
import { resolve } from "node:path";
import type { Io } from "./verbs/verb.ts";

export interface SecretPlace {
  /** What it is, for the prompt: "PIN or passphrase". */
  readonly what: string;
  /** The option that names a file, without dashes, and its value. */
  readonly option: string;
  readonly file: string | undefined;
  readonly variable: string;
  /** One that is to be set: typed twice, since a slip would shut its owner out. */
  readonly isNew?: boolean;
}

export type SecretOutcome =
  | { readonly type: "secret"; readonly text: string }
  /** Nowhere: the call was wrong. */
  | { readonly type: "none"; readonly words: string }
  /** The file that was named cannot be read. */
  | { readonly type: "unreadable"; readonly words: string };

/** No secret is longer; a wrong file is seldom shorter. */
const MAX_SECRET_BYTES = 4096;

export const readSecret = async (io: Io, place: SecretPlace): Promise<SecretOutcome> => {
  if (place.file !== undefined) return readSecretFile(io.cwd, place.file, place.option);
  const fromVariable = io.env[place.variable];
  if (fromVariable !== undefined && fromVariable !== "") return { type: "secret", text: fromVariable };
  const typed = await io.stdin.readHidden(`${place.what}: `);
  if (typed !== null && typed !== "") {
    const again = place.isNew === true ? await io.stdin.readHidden(`${place.what}, once more: `) : typed;
    return again === typed
      ? { type: "secret", text: typed }
      : { type: "none", words: "what was typed was not the same twice" };
  }
  return {
    type: "none",
    words: `needs the ${place.what}: in a file named by --${place.option}, in ${place.variable}, or typed at a terminal`,
  };
};

/** The text of the file without the line break that an editor puts at its end. */
const readSecretFile = async (folder: string, name: string, option: string): Promise<SecretOutcome> => {
  const unreadable = (why: string): SecretOutcome => ({ type: "unreadable", words: `--${option} ${name}: ${why}` });
  let bytes: Uint8Array;
  try {
    const file = await open(resolve(folder, name), "r");
    try {
      const { buffer, bytesRead } = await file.read(new Uint8Array(MAX_SECRET_BYTES + 1));
      bytes = buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    return unreadable(
      error instanceof Error && "code" in error && error.code === "ENOENT" ? "no such file" : "could not be read",
    );
  }
  if (bytes.length > MAX_SECRET_BYTES) return unreadable(`longer than a secret is (${MAX_SECRET_BYTES} bytes)`);
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes).replace(/\r?\n$/, "");
    return text === "" ? unreadable("is empty") : { type: "secret", text };
  } catch {
    return unreadable("is no text in UTF-8");
  }
};
