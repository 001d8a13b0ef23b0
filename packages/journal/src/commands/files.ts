/** Own records as text, to take away and to bring back. The sealed form is the device's backup. */
import type { DecodeFault } from "@undivided/domain";
import type { Done } from "../journal.ts";

export interface ImportFault {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly reason: DecodeFault | "another-person";
  /** Where in the record. */
  readonly path: readonly (string | number)[];
}

export interface ImportReport {
  readonly added: number;
  readonly changed: number;
  /** The same is there already. */
  readonly unchanged: number;
  /** What is there is newer. */
  readonly keptNewer: number;
  /** Was deleted here, and stays so. */
  readonly deleted: number;
  readonly faults: readonly ImportFault[];
}

export interface ImportOptions {
  /** Named in faults. */
  readonly file: string;
  /**
   * Records of a single other owner become this person's: for a backup of one's own from before a new start. **Privacy:** a
   * file is what its bearer says it is; the interface asks whether it is their own.
   */
  readonly adopt: boolean;
}

export interface Files {
  /** One record a line, each with `saved`; ends with a line break unless empty. */
  readonly toJsonLines: () => Done<string>;
  /** For a spreadsheet: type, id, day, saved, one column for each field, and the whole record in the last. */
  readonly toCsv: () => Done<string>;
  /** Bad lines are named and passed over. Again with the same file changes nothing. */
  readonly importJsonLines: (text: string, options: ImportOptions) => Done<ImportReport>;
  /** A file that `toCsv` wrote; its last column is what is read. */
  readonly importCsv: (text: string, options: ImportOptions) => Done<ImportReport>;
}
