/**
 * Crossing by kind of app, only where its owner wants it: the looks in which an app of a kind was seen.
 *
 * A look with several kinds counts in each of them, with all its minutes: a source tells which apps a look held, seldom how long each.
 */
import { APP_KINDS, type AppKind, type Instant, type Interval } from "@undivided/domain";
import type { ScreenSession } from "../phone/screen-session.ts";
import { crossHistory, type Crossing } from "./cross.ts";
import { toLookStretches, type LookStretches } from "./stretches.ts";

export interface KindCrossing {
  readonly kind: AppKind;
  readonly crossing: Crossing;
  readonly stretches: LookStretches;
}

/** Kinds that occur, in the order of `APP_KINDS`. `sessions` in time order. */
export const crossByKind = <S extends ScreenSession>(
  sessions: readonly S[],
  kindsOf: (session: S) => readonly AppKind[],
  observed: readonly Interval<Instant>[],
  together: readonly Interval<Instant>[],
): readonly KindCrossing[] =>
  APP_KINDS.flatMap((kind) => {
    const own = sessions.filter((session) => kindsOf(session).includes(kind));
    if (own.length === 0) return [];
    return [
      {
        kind,
        crossing: crossHistory(own, observed, together),
        stretches: toLookStretches(own, observed, together),
      },
    ];
  });
