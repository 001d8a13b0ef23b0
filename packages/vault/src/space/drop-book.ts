/** Drops that could not take effect yet: their entry has not come, or who dropped it does not count, or not yet. */
import type { Entry } from "../envelope/entry.ts";
import type { EntryRef } from "../log/log-store.ts";
import { decodeDropStatement } from "./drop-statement.ts";

/** Says whether the drop of `place` by the statement at `by` is settled. */
export type TryDrop = (place: EntryRef, by: EntryRef) => boolean;

export interface WaitingDrop {
  readonly place: EntryRef;
  readonly by: EntryRef;
}

export interface DropBook {
  readonly placesOf: (entry: Entry) => readonly EntryRef[];
  readonly wait: (place: EntryRef, by: EntryRef) => void;
  readonly retryAt: (place: EntryRef, tryDrop: TryDrop) => void;
  readonly retry: (tryDrop: TryDrop) => void;
  readonly waiting: () => readonly WaitingDrop[];
}

const placeKey = ({ device, counter }: EntryRef): string => `${device}/${counter}`;

export const createDropBook = (): DropBook => {
  const waitingByPlace = new Map<string, readonly WaitingDrop[]>();
  const retryAt = (place: EntryRef, tryDrop: TryDrop): void => {
    const waiting = waitingByPlace.get(placeKey(place));
    if (waiting?.some(({ by }) => tryDrop(place, by))) waitingByPlace.delete(placeKey(place));
  };
  return {
    placesOf: ({ body }) => (body === null ? [] : (decodeDropStatement(body) ?? [])),
    wait: (place, { device, counter }) => {
      const known = waitingByPlace.get(placeKey(place)) ?? [];
      if (known.some(({ by }) => by.device === device && by.counter === counter)) return;
      waitingByPlace.set(placeKey(place), [...known, { place, by: { device, counter } }]);
    },
    retryAt,
    retry: (tryDrop) => {
      for (const [first] of [...waitingByPlace.values()]) if (first !== undefined) retryAt(first.place, tryDrop);
    },
    waiting: () => [...waitingByPlace.values()].flat(),
  };
};
