/** The words that two people compare, shown and confirmed, on either side of a pairing. */
import { setTimeout as wait } from "node:timers/promises";
import { wordsOf, type DeviceWords, type PairingPurpose } from "@undivided/vault";
import { exitCodes, type Io, writeJson, writeLine } from "../verbs/verb.ts";
import { isConfirmed } from "./confirmation.ts";
import type { DeviceCall } from "./device-action.ts";
import { describePairFault } from "./device-words.ts";
import { failWith } from "./open-vault.ts";

export const WORD_LANGUAGES = ["en", "es"] as const;
export type WordLanguage = (typeof WORD_LANGUAGES)[number];

export const isWordLanguage = (text: string): text is WordLanguage => WORD_LANGUAGES.some((one) => one === text);

const loadWords = async (language: WordLanguage): Promise<readonly string[]> =>
  language === "es"
    ? (await import("@undivided/vault/safety-words/es")).SAFETY_WORDS
    : (await import("@undivided/vault/safety-words/en")).SAFETY_WORDS;

/** So long is tried to tell the other side of a no, should the relay be out of reach just now. */
const DECLINE_WAIT_MS = 3000;

/**
 * Ends with the exit code, once both sides have confirmed or either has not. Nothing is given away before this side's own yes.
 */
export const compareWords = async (
  call: DeviceCall,
  io: Io,
  words: DeviceWords,
  purpose: PairingPurpose,
  language: WordLanguage,
): Promise<typeof exitCodes.done | typeof exitCodes.failed> => {
  await writeJson(io.stdout, { words: wordsOf(await loadWords(language), words.numbers) });
  const question =
    "Do both screens show these words, in this order? Look at the other one, or hear its owner read them. Then type yes:";
  if (!(await isConfirmed(io, call.given.flag("confirm"), question))) {
    // A no that was said is heard at once; a call that was told to end, ends.
    if (io.signal.aborted) words.cancel();
    else await Promise.race([words.decline(), wait(DECLINE_WAIT_MS, null, { ref: false })]);
    await failWith(io, call, "not confirmed: nothing was paired, and the invitation is used up.");
    return exitCodes.failed;
  }
  await writeLine(io.stderr, "waiting for the other side");
  const paired = await words.confirm();
  if (paired.type === "error") {
    await failWith(io, call, describePairFault(paired.error));
    return exitCodes.failed;
  }
  if (paired.value.type === "unsure") {
    await failWith(
      io,
      call,
      "the connection ended before the other side said that it kept everything: look there. If it is not paired, invite again.",
    );
    return exitCodes.failed;
  }
  await writeJson(io.stdout, { paired: purpose });
  return exitCodes.done;
};
