/** `undivided device log`: what I did, felt or received. */
import type { RecordId, Result } from "@undivided/domain";
import type { Journal, JournalFault } from "@undivided/journal";
import { wrongCall } from "../../read-options.ts";
import { exitCodes, type Io, writeJson, writeLine } from "../../verbs/verb.ts";
import type { DeviceAction, DeviceCall } from "../device-action.ts";
import { describeDecodeError, describeJournalFault } from "../fault-words.ts";
import { localToday } from "../local-clock.ts";
import { LOG_OPTIONS, readJsonDraft, readLogDraft, type JsonDraftOutcome, type LogDraft } from "../log/log-draft.ts";
import { failWith, type Ending } from "../open-vault.ts";
import { withSession } from "../session.ts";

const usage = `undivided device log moment WORD [--at TIME] --dir DIR
undivided device log felt-second WORD [--day DAY] --dir DIR
undivided device log good-moment WORD [--day DAY] --dir DIR
undivided device log bid answered|missed [--day DAY] --dir DIR
undivided device log reflection [--about ID] [--doing TEXT] [--before WORD]… [--after WORD]…
                                [--gave-me TEXT] [--else-could-give TEXT] --dir DIR
undivided device log check-in [--week DAY] [--felt-important N] [--felt-close N] [--safe-to-be-vulnerable N]
                              [--felt-respected N] [--had-fun-together N] [--own-stress N] --dir DIR
undivided device log - [--strict] --dir DIR

Logs what I did, felt or received; nothing can be logged about somebody else. It is private until shared.

  moment       picked-up-in-mid-talk, quick-reply, email-while-listening, phone-at-the-door, scrolled-beside-you,
               half-an-answer, missed-a-bid, looked-up-and-drifted; --at in UTC, default now
  felt-second  rejected, unimportant, lonely, left-out, sad, angry
  good-moment  bid-answered, eye-contact, six-second-kiss, ten-minutes-without-phones
  bid          one that I received, and answered or missed
  reflection   a minute of self-inquiry; --before and --after may come again
               --before  overwhelmed, bored, wanting-out-of-this-talk, triggered, rejected, habit, notification,
                         worry-about-missing-out
               --after   relief, stress, comfort, reward, nothing
  check-in     six answers from 1 (not at all) to 5 (very much), each may be left out; --week is its Monday, default
               the week that is over
  -            records as JSON from standard input, one a line, as docs/spec/records.md writes them but without id and
               owner; version may be left out. A bad line is named and passed over; --strict ends with the first
  --day        YYYY-MM-DD, default today

One line of JSON for each record: {"id":"…","type":"moment"}`;

const run: DeviceAction["run"] = async (call, io) => {
  const { given } = call;
  if (given.words[0] === "-")
    return given.words.length === 1 ? runLines(call, io) : wrongCall("- takes no further word");
  if (given.flag("strict")) return wrongCall("--strict goes with -");
  const draft = readLogDraft(given, () => localToday(io.now));
  if (draft.type === "wrong") return draft;
  return withSession(call, io, { inStep: "after" }, async ({ journal }) => {
    const written = await write(journal, draft);
    if (written.type === "ok") {
      await writeJson(io.stdout, { id: written.value, type: draft.type });
      return exitCodes.done;
    }
    return failWith(io, call, describeJournalFault(written.error));
  });
};

const write = (journal: Journal, draft: LogDraft): Promise<Result<RecordId, JournalFault>> => {
  const { records } = journal;
  switch (draft.type) {
    case "moment":
      return records.logMoment(draft.kind, draft.at);
    case "felt-second":
      return records.logFeltSecond(draft.feeling, draft.day);
    case "good-moment":
      return records.logGoodMoment(draft.kind, draft.day);
    case "bid":
      return records.logBid(draft.outcome, draft.day);
    case "reflection":
      return records.reflect(draft.answers);
    case "check-in":
      return records.checkIn(draft.week, draft.answers);
  }
};

const INPUT = "standard input";

const runLines = (call: DeviceCall, io: Io): Ending =>
  withSession(call, io, { inStep: "after" }, async ({ journal }) => {
    const isStrict = call.given.flag("strict");
    let skipped = 0;
    for (let number = 1; ; number += 1) {
      const line = await io.stdin.readLine();
      if (line === null) break;
      if (line.trim() === "") continue;
      const read = readJsonDraft(line);
      const written = read.type === "draft" ? await journal.records.add(read.record) : null;
      if (read.type === "draft" && written?.type === "ok") {
        await writeJson(io.stdout, { id: written.value, type: read.record.type });
        continue;
      }
      const isBadLine = read.type !== "draft" || (written?.type === "error" && isAboutTheRecord(written.error));
      const why =
        read.type === "draft"
          ? written?.type === "error"
            ? describeJournalFault(written.error)
            : ""
          : describeBadLine(read);
      await writeLine(io.stderr, `${INPUT}:${number}: ${why}`);
      if (!isBadLine || isStrict) return exitCodes.failed;
      skipped += 1;
    }
    if (skipped > 0) await writeLine(io.stderr, `${INPUT}: ${skipped} ${skipped === 1 ? "line" : "lines"} left out`);
    return exitCodes.done;
  });

const isAboutTheRecord = ({ type }: JournalFault): boolean =>
  ["invalid-record", "too-long", "not-found", "not-yours"].includes(type);

const describeBadLine = (read: Exclude<JsonDraftOutcome, { readonly type: "draft" }>): string => {
  switch (read.type) {
    case "unreadable":
      return describeDecodeError(read.error);
    case "not-yours-to-give":
      return `${read.field} is given by the journal, leave it out`;
    case "unknown-kind":
      return "a kind of record that this version does not know";
  }
};

export const logAction: DeviceAction = {
  name: "log",
  summary: "log what I did, felt or received",
  usage,
  options: { ...LOG_OPTIONS, strict: "flag" },
  run,
};
