/** What its owner shares now, as one list: each with its words, its end, and the way to stop it. */
import { dayOfRecord, type Instant, type KnownRecord, type RecordType } from "@undivided/domain";
import type { Journal } from "@undivided/journal";
import { dayWords } from "../../kept/number-words.ts";
import { m } from "../../paraglide/messages.js";

export interface Share {
  readonly id: string;
  readonly what: () => string;
  readonly until: Instant;
  readonly stop: (journal: Journal) => ReturnType<Journal["sharing"]["closeSpiral"]>;
}

/** Words for one record of a kind; kinds that are never shared one by one have the plain ones. */
const itemWords = (type: RecordType | null): string => {
  switch (type) {
    case "moment":
      return m.share_item_moment();
    case "good-moment":
      return m.share_item_good();
    case "felt-second":
      return m.share_item_felt();
    default:
      return m.share_item_other();
  }
};

/** With its day, which is all that the other phone is told of when it was: two of one kind are told apart. */
const itemOnDay = (record: KnownRecord | null): string =>
  record === null
    ? itemWords(null)
    : m.share_item_on({ what: itemWords(record.type), day: dayWords(dayOfRecord(record)) });

const weeklyWords = (kind: RecordType): string => {
  switch (kind) {
    case "moment":
      return m.share_weekly_moment();
    case "bid":
      return m.share_weekly_bid();
    case "check-in":
      return m.share_weekly_check_in();
    default:
      return m.share_weekly_other();
  }
};

export const listShares = (journal: Journal): readonly Share[] => {
  const { items, weekly, spiral } = journal.sharing.own();
  const report = journal.report.own();
  return [
    ...weekly.map(({ kind, until }) => ({
      id: `weekly ${kind}`,
      what: () => weeklyWords(kind),
      until,
      stop: ({ sharing }: Journal) => sharing.closeWeekly(kind),
    })),
    ...items.map(({ record, until }) => ({
      id: record,
      what: () => itemOnDay(journal.records.get(record)),
      until,
      stop: ({ sharing }: Journal) => sharing.withdrawItem(record),
    })),
    ...(spiral === null
      ? []
      : [
          {
            id: "spiral",
            what: () => m.share_spiral(),
            until: spiral.until,
            stop: ({ sharing }: Journal) => sharing.closeSpiral(),
          },
        ]),
    ...(report === null
      ? []
      : [
          {
            id: "report",
            what: () => m.share_report(),
            until: report.until,
            stop: (open: Journal) => open.report.takeBack(),
          },
        ]),
  ];
};
