/** `undivided device show`: own records, or what the other shares. */
import {
  encodeRecord,
  formatInstant,
  isRecordType,
  parseCivilDate,
  RECORD_TYPES,
  type RecordType,
} from "@undivided/domain";
import type { Journal, RecordQuery } from "@undivided/journal";
import { type GivenOptions, wrongCall, type WrongCall } from "../../read-options.ts";
import { exitCodes, type Io, writeJson } from "../../verbs/verb.ts";
import type { DeviceAction } from "../device-action.ts";
import { withSession } from "../session.ts";

const usage = `undivided device show [--type KIND]… [--from DAY] [--until DAY] --dir DIR
undivided device show --partner --dir DIR
undivided device show --sharing --dir DIR
undivided device show --spiral --dir DIR

Own records, one line of JSON each, newest day first, as docs/spec/records.md writes them.

  --type KIND    only this kind; may come again: ${RECORD_TYPES.join(", ")}
  --from DAY     --until DAY   only from that day on, until that day; both included
  --partner      what the other shares now, one line each: single records, {"week":…} summaries, and check-ins that both
                 answered. Nothing shared, ended, taken back, unanswered, too little: all the same, no line, and no way
                 to learn which
  --sharing      what I share: {"shared":"item","id":…,"until":…}, {"shared":"weekly","type":…,"until":…},
                 {"shared":"spiral","until":…}
  --spiral       the times of both inside times together, if both opened that: a file for "undivided spiral", else nothing`;

const run: DeviceAction["run"] = async (call, io) => {
  const { given } = call;
  if (given.words[0] !== undefined) return wrongCall(`"${given.words[0]}" is one word too many`);
  const views = (["partner", "sharing", "spiral"] as const).filter((name) => given.flag(name));
  const [view, other] = views;
  if (other !== undefined) return wrongCall(`--${String(view)} does not go with --${other}`);
  const query = readQuery(given);
  if (query.type === "wrong") return query;
  const chosen = ["type", "from", "until"].find((name) => given.flag(name));
  if (view !== undefined && chosen !== undefined) return wrongCall(`--${chosen} does not go with --${view}`);
  return withSession(call, io, { inStep: "before" }, async ({ journal }) => {
    switch (view) {
      case "partner":
        await showPartner(journal, io);
        break;
      case "sharing":
        await showSharing(journal, io);
        break;
      case "spiral":
        await showSpiral(journal, io);
        break;
      default:
        for (const record of journal.records.find(query.query)) await writeJson(io.stdout, encodeRecord(record));
    }
    return exitCodes.done;
  });
};

const readQuery = (given: GivenOptions): { readonly type: "query"; readonly query: RecordQuery } | WrongCall => {
  const types: RecordType[] = [];
  for (const name of given.texts("type")) {
    if (!isRecordType(name)) return wrongCall(`--type is "${name}", and there is ${RECORD_TYPES.join(", ")}`);
    types.push(name);
  }
  const days: Record<string, RecordQuery["from"]> = {};
  for (const name of ["from", "until"] as const) {
    const text = given.text(name);
    if (text === undefined) continue;
    const day = parseCivilDate(text);
    if (day.type === "error") return wrongCall(`--${name} is "${text}", and a day is YYYY-MM-DD`);
    days[name] = day.value;
  }
  return { type: "query", query: { ...(types.length > 0 ? { types } : {}), ...days } };
};

/** Silence has one form: no line. */
const showPartner = async (journal: Journal, io: Io): Promise<void> => {
  const shown = journal.sharing.fromPartner();
  if (shown === null) return;
  for (const view of [...shown.items, ...shown.weeks]) await writeJson(io.stdout, view);
  for (const { week, mine, theirs } of shown.checkIns) {
    await writeJson(io.stdout, { type: "check-in", week, mine, theirs });
  }
};

const showSharing = async (journal: Journal, io: Io): Promise<void> => {
  const { items, weekly, spiral } = journal.sharing.own();
  for (const { record, until } of items) {
    await writeJson(io.stdout, { shared: "item", id: record, until: formatInstant(until) });
  }
  for (const { kind, until } of weekly) {
    await writeJson(io.stdout, { shared: "weekly", type: kind, until: formatInstant(until) });
  }
  if (spiral !== null) await writeJson(io.stdout, { shared: "spiral", until: formatInstant(spiral.until) });
};

const showSpiral = async (journal: Journal, io: Io): Promise<void> => {
  const times = journal.sharing.spiral();
  if (times === null) return;
  await writeJson(io.stdout, { unit: "ms", windows: times.windows, streams: [times.mine, times.theirs] });
};

export const showAction: DeviceAction = {
  name: "show",
  summary: "show own records, or what the other shares",
  usage,
  options: { type: "texts", from: "text", until: "text", partner: "flag", sharing: "flag", spiral: "flag" },
  run,
};
