/** Moments that their owner's own times leave outside: kept, and counted and shown nowhere. */
import type { KnownRecord } from "@undivided/domain";
import type { OwnView } from "../own/own-view.ts";

/** Whether it was noticed in a time together and lies before or after it, since the times were put right. */
export const liesOutside = ({ records }: Pick<OwnView, "records">, record: KnownRecord): boolean => {
  if (record.type !== "moment" || record.source.type !== "sensed") return false;
  const time = records.get(record.source.together);
  return time?.type === "together" && (record.at < time.start || (time.end !== null && record.at > time.end));
};
