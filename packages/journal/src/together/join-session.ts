/**
 * Joins one time together with the other's side of it, if there is one: the record says so, and its taps stand in `ours` from then
 * on.
 */
import { joinedTaps, ok, type TogetherRecord } from "@undivided/domain";
import { instant, listOf, object, oneOf, orNull } from "@undivided/domain/codecs";
import type { Core } from "../core.ts";
import type { Done } from "../journal.ts";
import type { JoinedTaps } from "../ours/documents.ts";
import { joinTimes, otherSides } from "./one-time.ts";
import { dropSignals, type Session } from "./session.ts";

export const joinSession = async (core: Core, session: Session, record: TogetherRecord): Done => {
  const ours = core.ours();
  if (ours === null) return ok(null);
  const joined = joinTimes(record, session, otherSides(ours));
  if (joined === null) return ok(null);
  const isNew = JSON.stringify(joined) !== JSON.stringify(record.participation);
  const whole: TogetherRecord = isNew ? { ...record, participation: joined } : record;
  if (isNew) {
    const put = await core.putRecord(whole);
    if (put.type === "error") return put;
  }
  if (!ours.deleted.has(session.taps) && !ours.mine.some(({ id }) => id === session.taps)) {
    const posted = await postTaps(core, session, whole);
    if (posted.type === "error") return posted;
  }
  return dropSignals(core, [session.signals]);
};

const taps = object({
  type: oneOf(["together"]),
  start: instant,
  pauses: listOf(object({ from: instant, until: orNull(instant) })),
  end: orNull(instant),
});

const postTaps = async (core: Core, session: Session, record: TogetherRecord): Done => {
  const shown = joinedTaps(record, core.deps.person);
  const view = shown === null ? null : taps.decode(shown, []);
  if (view?.type !== "ok") return ok(null);
  const { signals, heard } = session;
  const document: JoinedTaps = { type: "taps", version: 1, signals, heard, view: view.value };
  return core.post(session.taps, document);
};
