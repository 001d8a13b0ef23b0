/**
 * Files: see `commands/files.ts`.
 *
 * Reading in adds what is not there, changes what is older, and leaves the rest: twice the same file is once. What was deleted
 * here stays deleted. A line of another person is refused: a record is written by whom it is about.
 */
import {
  decodeRecord,
  encodeRecord,
  ok,
  parseInstant,
  parsePersonId,
  parseRecordId,
  type Json,
  type JsonObject,
  type KnownRecord,
  type RecordId,
} from "@undivided/domain";
import { isJsonObject, ownValue } from "@undivided/domain/codecs";
import type { Files, ImportFault, ImportOptions, ImportReport } from "../commands/files.ts";
import type { Core } from "../core.ts";
import type { Done } from "../journal.ts";
import { OWN_DOCUMENT_TYPES } from "../own/documents.ts";
import type { OwnView } from "../own/own-view.ts";
import { parseText } from "../own/parse-text.ts";
import { readCsv } from "./read-csv.ts";
import { LAST_COLUMN, writeCsv, writeJsonLines } from "./write-files.ts";

interface Line {
  readonly line: number;
  readonly json: Json | undefined;
}

type Outcome = "added" | "changed" | "unchanged" | "keptNewer" | "deleted";

/** What is there. Reading it takes time in all records, so it is read anew only for an identifier that came before in the file. */
interface There {
  readonly of: (id: RecordId) => OwnView;
}

const createThere = (own: () => OwnView): There => {
  let view = own();
  const asked = new Set<RecordId>();
  return {
    of: (id) => {
      if (asked.has(id)) {
        view = own();
        asked.clear();
      }
      asked.add(id);
      return view;
    },
  };
};

export const createFiles = (core: Core): Files => {
  const { deps, own } = core;

  const importLines = (lines: readonly Line[], { file, adopt }: ImportOptions): Done<ImportReport> =>
    core.inTurn(async () => {
      const owners = new Set(lines.map(({ json }) => ownerOf(json)).filter((one) => one !== null));
      const isAdopted = adopt && owners.size === 1;
      const counts: Record<Outcome, number> = { added: 0, changed: 0, unchanged: 0, keptNewer: 0, deleted: 0 };
      const faults: ImportFault[] = [];
      const there = createThere(own);
      for (const { line, json } of lines) {
        const read = await importOne(json, isAdopted, there);
        if (read.type === "error") return read;
        if (typeof read.value === "string") counts[read.value] += 1;
        else faults.push({ file, line, ...read.value });
      }
      return ok({ ...counts, faults });
    });

  const importOne = async (
    json: Json | undefined,
    isAdopted: boolean,
    there: There,
  ): Done<Outcome | Pick<ImportFault, "reason" | "path">> => {
    if (json === undefined) return ok({ reason: "not-json", path: [] });
    if (!isJsonObject(json)) return ok({ reason: "not-an-object", path: [] });
    const { saved, ...fields } = json;
    const whole = isAdopted ? { ...fields, owner: deps.person } : fields;
    const decoded = decodeRecord(whole);
    if (decoded.type === "error") return ok({ reason: decoded.error.type, path: decoded.error.path });
    const record = decoded.value;
    if (ownValue(whole, "owner") !== deps.person) return ok({ reason: "another-person", path: ["owner"] });
    if (record.type === "unknown") return importNewer(whole, there);
    return importKnown(record, typeof saved === "string" ? saved : null, there);
  };

  const importKnown = async (record: KnownRecord, saved: string | null, known: There): Done<Outcome> => {
    const view = known.of(record.id);
    if (view.deleted.has(record.id)) return ok("deleted");
    const there = view.all.get(record.id);
    if (there !== undefined) {
      if (JSON.stringify(encodeRecord(there.record)) === JSON.stringify(encodeRecord(record))) return ok("unchanged");
      const at = saved === null ? null : parseInstant(saved);
      const isNewer = at?.type === "ok" && at.value > there.stamp.ms && there.record.type === record.type;
      if (!isNewer) return importSteps(record, there.record);
    }
    const put = await core.putRecord(record);
    return put.type === "error" ? put : ok(there === undefined ? "added" : "changed");
  };

  /** Corrections only grow: those that are missing are taken in, whichever of the two is newer. */
  const importSteps = async (record: KnownRecord, there: KnownRecord): Done<Outcome> => {
    if (record.type !== "moment" || there.type !== "moment") return ok("keptNewer");
    const known = new Set(there.corrections.map((step) => JSON.stringify(step)));
    const missing = record.corrections.filter((step) => !known.has(JSON.stringify(step)));
    if (missing.length === 0) return ok("keptNewer");
    const put = await core.putRecord({ ...there, corrections: [...there.corrections, ...missing] });
    return put.type === "error" ? put : ok("changed");
  };

  /** What a newer app wrote: taken in if it is not there, and never changed. The journal's own documents are no records. */
  const importNewer = async (
    original: JsonObject,
    known: There,
  ): Done<Outcome | Pick<ImportFault, "reason" | "path">> => {
    const id = parseRecordId(textOf(original, "id"));
    if (id.type === "error") return ok({ reason: "not-an-id", path: ["id"] });
    if (OWN_DOCUMENT_TYPES.includes(textOf(original, "type"))) return ok({ reason: "not-in-the-list", path: ["type"] });
    const view = known.of(id.value);
    if (view.deleted.has(id.value)) return ok("deleted");
    const there = view.newer.get(id.value);
    if (there !== undefined || view.all.has(id.value)) {
      return ok(JSON.stringify(there?.original) === JSON.stringify(original) ? "unchanged" : "keptNewer");
    }
    const put = await deps.mine.write({ type: "put", id: id.value, text: JSON.stringify(original) });
    return put.type === "error" ? put : ok("added");
  };

  return {
    toJsonLines: async () => ok(writeJsonLines(own())),
    toCsv: async () => ok(writeCsv(own())),
    importJsonLines: (text, options) => {
      const lines = withoutMark(text)
        .split("\n")
        .map((line, index) => ({ line: index + 1, text: line.trim() }));
      const filled = lines.filter((one) => one.text !== "");
      return importLines(
        filled.map((one) => ({ line: one.line, json: parseText(one.text) })),
        options,
      );
    },
    importCsv: (text, options) => {
      const [head, ...rows] = readCsv(withoutMark(text));
      const column = head?.cells.indexOf(LAST_COLUMN) ?? -1;
      return importLines(
        rows.map(({ line, cells }) => ({ line, json: parseText(cells[column] ?? "") })),
        options,
      );
    },
  };
};

/** A byte order mark, as spreadsheets write it. */
const withoutMark = (text: string): string => (text.startsWith("\uFEFF") ? text.slice(1) : text);

const textOf = (object: JsonObject, name: string): string => {
  const value = ownValue(object, name);
  return typeof value === "string" ? value : "";
};

const ownerOf = (json: Json | undefined): string | null => {
  if (json === undefined || !isJsonObject(json)) return null;
  const owner = parsePersonId(textOf(json, "owner"));
  return owner.type === "ok" ? owner.value : null;
};
