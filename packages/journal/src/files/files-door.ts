/** Files: see `commands/files.ts`. What reads and writes them is fetched when it is asked for. */
import { err } from "@undivided/domain";
import type { Files } from "../commands/files.ts";
import type { Core } from "../core.ts";
import type { Done } from "../journal.ts";

export const createFilesDoor = (core: Core): Files => {
  const run = async <T>(command: (files: Files) => Done<T>): Done<T> => {
    let part;
    try {
      part = await import("./files-part.ts");
    } catch {
      return err({ type: "unreachable" });
    }
    return command(part.createFiles(core));
  };
  return {
    toJsonLines: () => run((files) => files.toJsonLines()),
    toCsv: () => run((files) => files.toCsv()),
    importJsonLines: (text, options) => run((files) => files.importJsonLines(text, options)),
    importCsv: (text, options) => run((files) => files.importCsv(text, options)),
  };
};
