/** `undivided device share` and `withdraw`: what the other may see, and no longer. */
import { formatInstant, type Instant, type Result } from "@undivided/domain";
import type { Journal, JournalFault } from "@undivided/journal";
import { wrongCall } from "../../read-options.ts";
import { exitCodes, writeJson, writeLine } from "../../verbs/verb.ts";
import type { DeviceAction } from "../device-action.ts";
import { describeJournalFault } from "../fault-words.ts";
import { openingFields, readOpening, WEEKLY_TYPES, type Opening } from "../log/opening.ts";
import { failWith } from "../open-vault.ts";
import { withSession } from "../session.ts";

const shareUsage = `undivided device share ID [--days N] [--preview] --dir DIR
undivided device share --weekly KIND [--days N] --dir DIR
undivided device share --spiral [--days N] --dir DIR

Lets the other see one record, one small summary a week, or the times for the spiral. It ends by itself after --days
(default 28). Each sees at most what both have open. What was seen cannot be made unseen.

  ID            one record; "undivided device show" lists them. What the other would see of it is said first
  --preview     only say what the other would see: {"view":…}, or {"view":null} for nothing
  --weekly KIND of each week that is over: ${WEEKLY_TYPES.join(", ")}
  --spiral      times of slips inside times together, the one exception to "nothing finer than the day"

One line of JSON: {"shared":{"id":"…"},"until":"…"}, with "weekly" or "spiral" in place of "id".`;

const withdrawUsage = `undivided device withdraw ID --dir DIR
undivided device withdraw --weekly KIND --dir DIR
undivided device withdraw --spiral --dir DIR

Ends at once what was shared. The other's screen looks as if it had never been there; what was seen was seen. ID is a record of
mine; that it was not shared is no failure.

One line of JSON: {"withdrawn":{"id":"…"}}, with "weekly" or "spiral" in place of "id".`;

const runShare: DeviceAction["run"] = async (call, io) => {
  const opening = readOpening(call.given);
  if (opening.type === "wrong") return opening;
  const days = readDays(call.given.text("days"));
  if (days === null) return wrongCall(`--days is "${call.given.text("days") ?? ""}", and it is whole days, at least 1`);
  const isPreview = call.given.flag("preview");
  if (isPreview && opening.type !== "item") return wrongCall("--preview goes with one record");
  return withSession(call, io, { inStep: isPreview ? "before" : "both" }, async ({ journal }) => {
    const view = opening.type === "item" ? journal.sharing.preview(opening.id) : undefined;
    if (isPreview) {
      await writeJson(io.stdout, { view: view ?? null });
      return exitCodes.done;
    }
    if (view !== undefined && view !== null) {
      await writeLine(io.stderr, `the other sees, while they share this kind too: ${JSON.stringify(view)}`);
    }
    const done = await openTo(journal, opening, days);
    if (done.type === "error") return failWith(io, call, describeJournalFault(done.error));
    const until = untilOf(journal, opening);
    await writeJson(io.stdout, {
      shared: openingFields(opening),
      until: until === undefined ? null : formatInstant(until),
    });
    return exitCodes.done;
  });
};

/** `undefined`: as long as the journal chooses. */
const readDays = (text: string | undefined): number | undefined | null => {
  if (text === undefined) return undefined;
  return /^[1-9]\d{0,4}$/.test(text) ? Number(text) : null;
};

const openTo = (journal: Journal, opening: Opening, days: number | undefined): Promise<Result<null, JournalFault>> => {
  switch (opening.type) {
    case "item":
      return journal.sharing.shareItem(opening.id, days);
    case "weekly":
      return journal.sharing.openWeekly(opening.kind, days);
    case "spiral":
      return journal.sharing.openSpiral(days);
  }
};

const untilOf = (journal: Journal, opening: Opening): Instant | undefined => {
  const own = journal.sharing.own();
  switch (opening.type) {
    case "item":
      return own.items.find(({ record }) => record === opening.id)?.until;
    case "weekly":
      return own.weekly.find(({ kind }) => kind === opening.kind)?.until;
    case "spiral":
      return own.spiral?.until;
  }
};

const runWithdraw: DeviceAction["run"] = async (call, io) => {
  const opening = readOpening(call.given);
  if (opening.type === "wrong") return opening;
  return withSession(call, io, { inStep: "both" }, async ({ journal }) => {
    const done = await closeTo(journal, opening);
    if (done.type === "error") return failWith(io, call, describeJournalFault(done.error));
    await writeJson(io.stdout, { withdrawn: openingFields(opening) });
    return exitCodes.done;
  });
};

const closeTo = (journal: Journal, opening: Opening): Promise<Result<null, JournalFault>> => {
  switch (opening.type) {
    case "item":
      return journal.sharing.withdrawItem(opening.id);
    case "weekly":
      return journal.sharing.closeWeekly(opening.kind);
    case "spiral":
      return journal.sharing.closeSpiral();
  }
};

export const shareAction: DeviceAction = {
  name: "share",
  summary: "let the other see one record, a weekly summary, or the spiral",
  usage: shareUsage,
  options: { weekly: "text", spiral: "flag", days: "text", preview: "flag" },
  run: runShare,
};

export const withdrawAction: DeviceAction = {
  name: "withdraw",
  summary: "end what was shared, at once",
  usage: withdrawUsage,
  options: { weekly: "text", spiral: "flag" },
  run: runWithdraw,
};
