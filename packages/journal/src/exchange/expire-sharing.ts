/** What of one's own sharing is over. */
import type { Core } from "../core.ts";
import type { Done } from "../journal.ts";
import { documentsOf } from "../own/own-view.ts";

/**
 * Within a turn. Openings and yeses to a report that ended, and shares of records that are gone for good: deleted, so that no clock
 * set back revives them.
 */
export const expireSharing = (core: Core): Done => {
  const at = core.now();
  const own = core.own();
  const over = [
    ...documentsOf(own, "opening").filter(({ until }) => until <= at),
    ...documentsOf(own, "share").filter(({ until, record }) => until <= at || !own.all.has(record)),
    ...documentsOf(own, "report-yes").filter(({ until }) => until <= at),
  ];
  return core.deleteOwn(over.map(({ id }) => id));
};
