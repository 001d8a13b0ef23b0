/**
 * Joining: finds out afterwards whether a time together was one of both, and clears away what it no longer needs.
 *
 * Part of tending. A session stays beside its record until the other side has had `MATCH_DAYS` to come; then it counts alone
 * for good. Taps that both keep stand in `ours` under another name than the signals before them, which are deleted with
 * everything that was tapped on the way.
 */
import { addToInstant, ok, type TogetherRecord } from "@undivided/domain";
import { inOrder, type Core } from "../core.ts";
import type { Done } from "../journal.ts";
import { documentsOf } from "../own/own-view.ts";
import { dropSignals, FORGOTTEN_MS, isHere, isRecent, type Session } from "./session.ts";

/** As long as anything that is shared lasts. */
export const MATCH_DAYS = 28;

const DAY_MS = 86_400_000;

/** Its session is over: the other did not come, or its record is gone. */
const forget = async (core: Core, session: Session): Done => {
  const dropped = await dropSignals(core, [session.signals, session.taps]);
  return dropped.type === "error" ? dropped : core.deleteOwn([session.id]);
};

/** `isRunningHere` tells the sessions that this very app is running. */
export const tendSessions = (core: Core, isRunningHere: (session: Session) => boolean): Done =>
  inOrder(documentsOf(core.own(), "session"), async (session) => {
    const now = core.now();
    const { all, records } = core.own();
    const known = all.get(session.together)?.record;
    if (known?.type !== "together") {
      // Its record may be on its way from another device, or was never written because the app was stopped.
      return isRecent(session.alive, now) ? ok(null) : forget(core, session);
    }
    if (!records.has(session.together)) return dropSignals(core, [session.signals, session.taps]);
    if (known.end === null) {
      const isForgotten = isHere(core, known) && !isRunningHere(session) && now - session.alive >= FORGOTTEN_MS;
      return isForgotten ? endForgotten(core, session, known) : ok(null);
    }
    // One for nobody else stays as long as what was sensed may still be added.
    const keptMs = session.with === "nobody" ? FORGOTTEN_MS : MATCH_DAYS * DAY_MS;
    const isOver = now >= addToInstant(known.end, keptMs);
    return isOver ? forget(core, session) : (core.forTwo()?.join(session, known) ?? Promise.resolve(ok(null)));
  });

/** It ended when it was last known to run. */
const endForgotten = (core: Core, session: Session, record: TogetherRecord): Done => {
  const last = record.pauses.at(-1);
  const tapped = last?.until ?? last?.from ?? record.start;
  const end = session.alive > tapped ? session.alive : tapped;
  return core.putRecord({ ...record, end, sound: session.soundWasOn, unknown: session.unknown });
};
