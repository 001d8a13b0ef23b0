/** `undivided device correct`, `delete` and `undo`: about one's own records, afterwards. */
import { CORRECTIONS, formatInstant, type Correction } from "@undivided/domain";
import { wrongCall } from "../../read-options.ts";
import { exitCodes, writeJson } from "../../verbs/verb.ts";
import type { DeviceAction } from "../device-action.ts";
import { describeJournalFault } from "../fault-words.ts";
import { readRecordWord } from "../log/record-word.ts";
import { failWith } from "../open-vault.ts";
import { withSession } from "../session.ts";

const correctUsage = `undivided device correct ID WORD [--announced-minutes N] [--take-back] --dir DIR

Says something about one of my own moments; it outweighs every sensor. WORD is one of
${CORRECTIONS.join(", ")}.

  --announced-minutes N  for said-why-first: how long was announced
  --take-back            takes the word back

One line of JSON: {"id":"…","correction":"needed","said":true}`;

const MINUTE_MS = 60_000;

const isCorrection = (word: string | undefined): word is Correction => CORRECTIONS.some((one) => one === word);

const runCorrect: DeviceAction["run"] = async (call, io) => {
  const { given } = call;
  const [id, word, surplus] = given.words;
  if (surplus !== undefined) return wrongCall(`"${surplus}" is one word too many`);
  const record = readRecordWord({ ...given, words: id === undefined ? [] : [id] });
  if (record.type === "wrong") return record;
  if (!isCorrection(word)) return wrongCall(`the word is one of ${CORRECTIONS.join(", ")}`);
  const minutes = given.text("announced-minutes");
  const isBack = given.flag("take-back");
  if (minutes !== undefined && (isBack || word !== "said-why-first" || !/^[1-9]\d{0,3}$/.test(minutes))) {
    return wrongCall("--announced-minutes is a whole number, and goes with said-why-first");
  }
  return withSession(call, io, { inStep: "both" }, async ({ journal: { records } }) => {
    const done = isBack
      ? await records.takeBack(record.id, word)
      : await records.correct(record.id, word, minutes === undefined ? undefined : Number(minutes) * MINUTE_MS);
    if (done.type === "error") return failWith(io, call, describeJournalFault(done.error));
    await writeJson(io.stdout, { id: record.id, correction: word, said: !isBack });
    return exitCodes.done;
  });
};

const deleteUsage = `undivided device delete ID --dir DIR

Deletes one of my own records on all devices, and ends its sharing at once. It can be undone for a short while.

One line of JSON: {"deleted":"…","undo":"…","until":"…"}; "undivided device undo" takes the id under "undo".`;

const runDelete: DeviceAction["run"] = async (call, io) => {
  const record = readRecordWord(call.given);
  if (record.type === "wrong") return record;
  return withSession(call, io, { inStep: "both" }, async ({ journal }) => {
    const removal = await journal.records.remove(record.id);
    if (removal.type === "error") return failWith(io, call, describeJournalFault(removal.error));
    const { id, until } = removal.value;
    await writeJson(io.stdout, { deleted: record.id, undo: id, until: formatInstant(until) });
    return exitCodes.done;
  });
};

const undoUsage = `undivided device undo ID --dir DIR

Brings back what was just deleted; ID is the one that "undivided device delete" wrote under "undo".

One line of JSON: {"undone":"…"}`;

const runUndo: DeviceAction["run"] = async (call, io) => {
  const removal = readRecordWord(call.given);
  if (removal.type === "wrong") return removal;
  return withSession(call, io, { inStep: "both" }, async ({ journal }) => {
    const done = await journal.records.undo(removal.id);
    if (done.type === "error") return failWith(io, call, describeJournalFault(done.error));
    await writeJson(io.stdout, { undone: removal.id });
    return exitCodes.done;
  });
};

export const correctAction: DeviceAction = {
  name: "correct",
  summary: "say something about one of my moments afterwards",
  usage: correctUsage,
  options: { "announced-minutes": "text", "take-back": "flag" },
  run: runCorrect,
};

export const deleteAction: DeviceAction = {
  name: "delete",
  summary: "delete one of my records, with undo",
  usage: deleteUsage,
  options: {},
  run: runDelete,
};

export const undoAction: DeviceAction = {
  name: "undo",
  summary: "bring back what was just deleted",
  usage: undoUsage,
  options: {},
  run: runUndo,
};
