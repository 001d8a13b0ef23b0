/** What a journey counts from outside the app: sealed entries on a phone, messages to its relay; and a pick-up that ends in an entry. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "playwright-core";
import { between, type Trace } from "../recorded/traces.ts";
import type { MotionSensors } from "./senses.ts";

/** Sealed entries that this phone has kept so far. */
export const countEntries = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open("undivided");
        opening.onerror = () => reject(new Error("not opened"));
        opening.onsuccess = () => {
          const database = opening.result;
          const counting = database.transaction("entries").objectStore("entries").count();
          counting.onsuccess = () => {
            database.close();
            resolve(counting.result);
          };
        };
      }),
  );

/** A sign of life is shorter, and goes out whatever happens. */
const SHORTEST_MESSAGE_BYTES = 64;

/** To be called before the page is opened. Gives how many messages that may hold something went to the relay so far. */
export const countMessages = (page: Page): (() => number) => {
  let sent = 0;
  page.on("websocket", (socket) =>
    socket.on("framesent", ({ payload }) => {
      if (payload.length >= SHORTEST_MESSAGE_BYTES) sent += 1;
    }),
  );
  return () => sent;
};

/** Seconds of the trace `table-pickup`: at rest, in a hand from 67 on. */
const LIFT = { from: 64_000, until: 72_000 } as const;
const LIFTS = 3;
const LOOKS = 40;
const LOOK_MS = 300;

/**
 * Picks the phone up in a time together and lays it back until what was noticed is kept: only then is it safe from a phone that dies.
 * A busy machine may play the trace too roughly for a pick-up; then it is lifted once more. Nothing else may write meanwhile.
 */
export const liftUntilKept = async (page: Page, sensors: MotionSensors, trace: Trace): Promise<void> => {
  const [still] = trace;
  if (still === undefined) throw new Error("an empty trace");
  const before = await countEntries(page);
  for (let lifts = 0; lifts < LIFTS; lifts += 1) {
    await sensors.play(between(trace, LIFT.from, LIFT.until));
    await sensors.lieStill(still);
    for (let looks = 0; looks < LOOKS; looks += 1) {
      if ((await countEntries(page)) > before) return;
      await sleep(LOOK_MS);
    }
  }
  throw new Error("no pick-up was kept");
};
