/**
 * One's own records → what *Us* and the report show of them. Runs in the worker.
 *
 * The seed is fixed, so that the same records give the same ends of intervals whenever the page is opened.
 */
import type { FiguresForBoth } from "@undivided/domain";
import {
  collectSessions,
  createRandom,
  figuresForReport,
  summarizeOwnRecords,
  takeOwnRecords,
} from "@undivided/insight";
import type { FiguresRequest, GuessPair, OwnWeeks, SummaryRequest } from "./summary-messages.ts";

/** As on the command line. */
const SEED = 1;

export const toOwnWeeks = ({ records, owner, from, to }: SummaryRequest): OwnWeeks => {
  const options = { owner, from, to, changeDay: null, random: createRandom(SEED) };
  const summary = summarizeOwnRecords(records, options);
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

export const toOwnFigures = ({ records, owner, weeks }: FiguresRequest): FiguresForBoth =>
  figuresForReport(records, { owner, from: weeks.from, until: weeks.until, random: createRandom(SEED) });
