/** Guided talk: see `commands/talk.ts`. One document for each person, with their last tap; deleted at the end. */
import { err, ok, type Instant } from "@undivided/domain";
import type { Talk } from "../commands/talk.ts";
import type { Core } from "../core.ts";
import type { Done } from "../journal.ts";
import type { TalkSignals } from "../ours/documents.ts";
import { postedOf, type Posted } from "../ours/ours-view.ts";
import { isRecent } from "../together/session.ts";

export const createTalk = (core: Core): Talk => {
  const { deps, now } = core;

  const latest = (whose: "mine" | "theirs"): Posted<TalkSignals> | undefined =>
    postedOf(core.ours()?.[whose] ?? [], "talk")
      .filter(({ document }) => isRecent(document.at, now()))
      .toSorted((one, other) => other.document.at - one.document.at)
      .at(0);
  /** A tap is of the moment in which it was made: the time to be back after a break is reckoned from it. */
  const change = (tap: Partial<Pick<TalkSignals, "step" | "isPaused">>): Done => {
    const at = now();
    return core.inTurn(async () => {
      const current = latest("mine");
      if (current === undefined) return err({ type: "not-running" });
      return core.post(current.id, { ...current.document, at, ...tap });
    });
  };

  return {
    state: () => {
      const mine = latest("mine");
      if (mine === undefined) return null;
      const theirs = latest("theirs");
      const { step, isPaused } = mine.document;
      if (theirs === undefined) return { step, isPaused, pausedAt: lastPause([mine]), other: null, begins: null };
      const other = { step: theirs.document.step, isPaused: theirs.document.isPaused };
      // Both identifiers are random and known to both: a lot that neither can see beforehand and both read alike.
      return { step, isPaused, pausedAt: lastPause([mine, theirs]), other, begins: mine.id < theirs.id };
    },
    enter: (step) =>
      core.inTurn(async () => {
        if (latest("mine") !== undefined) return err({ type: "already-running" });
        if (!isStep(step)) return err({ type: "not-a-length" });
        return core.post(deps.randomId(), { type: "talk", version: 1, at: now(), step, isPaused: false });
      }),
    goTo: (step) => (isStep(step) ? change({ step }) : Promise.resolve(err({ type: "not-a-length" }))),
    pause: () => change({ isPaused: true }),
    resume: () => change({ isPaused: false }),
    stop: () => core.inTurn(() => (core.ours() === null ? Promise.resolve(ok(null)) : core.unpost(ownTalks(core)))),
  };
};

const lastPause = (posted: readonly Posted<TalkSignals>[]): Instant | null => {
  const [latest] = posted.filter(({ document }) => document.isPaused).toSorted((a, b) => b.document.at - a.document.at);
  return latest?.document.at ?? null;
};

const isStep = (step: number): boolean => Number.isInteger(step) && step >= 0 && step <= 100;

const ownTalks = (core: Core) => postedOf(core.ours()?.mine ?? [], "talk").map(({ id }) => id);

/** A talk that was never stopped, because the app was, ends by itself. */
export const clearTalks = (core: Core): Done =>
  core.unpost(
    postedOf(core.ours()?.mine ?? [], "talk")
      .filter(({ document }) => !isRecent(document.at, core.now()))
      .map(({ id }) => id),
  );
