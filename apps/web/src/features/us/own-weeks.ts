/**
 * One's own records → what *Us* and the report show of them. Runs in the worker.
 *
 * The seed is fixed, so that the same records give the same ends of intervals whenever the page is opened.
 */
import { collectSessions, createRandom, summarizeOwnRecords, takeOwnRecords } from "@undivided/insight";
import type { GuessPair, OwnWeeks, SummaryRequest } from "./summary-messages.ts";

/** As on the command line. */
const SEED = 1;

export const toOwnWeeks = ({ records, owner, from, to }: SummaryRequest): OwnWeeks => {
  const summary = summarizeOwnRecords(records, { owner, from, to, changeDay: null, random: createRandom(SEED) });
  const own = takeOwnRecords(records, owner, { from, to });
  const guessed = new Map(own.lookBacks.map(({ together, guess }) => [together, guess]));
  const guesses = collectSessions(own.togethers, own.moments).sessions.flatMap(
    ({ id, day, hours, count }): readonly GuessPair[] => {
      const guess = guessed.get(id) ?? null;
      return guess === null || hours === 0 ? [] : [{ day, guess, count }];
    },
  );
  return { summary, guesses };
};
