/**
 * What two people do, before and after the part that does it is here: see [Note: For two]. Without it the read models are those of
 * somebody who shares nothing and is shown nothing, and a command fetches it first.
 */
import { err } from "@undivided/domain";
import type { OwnSharing } from "./commands/sharing.ts";
import type { Core } from "./core.ts";
import type { ForTwo } from "./for-two.ts";
import type { Done, Journal } from "./journal.ts";

const SHARES_NOTHING: OwnSharing = { items: [], weekly: [], spiral: null };

export const createTwoCommands = (
  core: Core,
): Pick<Journal, "talk" | "sharing" | "proposals" | "agreements" | "report"> => {
  const there = core.forTwo;
  const run = async <T>(command: (two: ForTwo) => Done<T>): Done<T> => {
    const two = there() ?? (await core.fetchForTwo());
    return two === null ? err({ type: "unreachable" }) : command(two);
  };
  const hasAgreements = (): boolean => [...core.own().records.values()].some(({ type }) => type === "agreement");

  return {
    talk: {
      state: () => there()?.talk.state() ?? null,
      enter: (step) => run(({ talk }) => talk.enter(step)),
      goTo: (step) => run(({ talk }) => talk.goTo(step)),
      pause: () => run(({ talk }) => talk.pause()),
      resume: () => run(({ talk }) => talk.resume()),
      stop: () => run(({ talk }) => talk.stop()),
    },
    sharing: {
      own: () => there()?.sharing.own() ?? SHARES_NOTHING,
      fromPartner: () => there()?.sharing.fromPartner() ?? null,
      preview: (record) => there()?.sharing.preview(record) ?? null,
      spiral: () => there()?.sharing.spiral() ?? null,
      shareItem: (record, days) => run(({ sharing }) => sharing.shareItem(record, days)),
      withdrawItem: (record) => run(({ sharing }) => sharing.withdrawItem(record)),
      openWeekly: (kind, days) => run(({ sharing }) => sharing.openWeekly(kind, days)),
      closeWeekly: (kind) => run(({ sharing }) => sharing.closeWeekly(kind)),
      openSpiral: (days) => run(({ sharing }) => sharing.openSpiral(days)),
      closeSpiral: () => run(({ sharing }) => sharing.closeSpiral()),
    },
    proposals: {
      lists: () => there()?.proposals.lists() ?? { mine: [], theirs: [], agreed: [] },
      propose: (proposed, days) => run(({ proposals }) => proposals.propose(proposed, days)),
      accept: (id) => run(({ proposals }) => proposals.accept(id)),
      putAway: (id) => run(({ proposals }) => proposals.putAway(id)),
      takeBack: (id) => run(({ proposals }) => proposals.takeBack(id)),
    },
    agreements: {
      list: () => {
        // One's own words are there also without the other: they show once the part that reads them is here.
        if (there() === null && hasAgreements()) void core.fetchForTwo();
        return there()?.agreements.list() ?? [];
      },
      write: (sentence) => run(({ agreements }) => agreements.write(sentence)),
      sign: (agreement, wording) => run(({ agreements }) => agreements.sign(agreement, wording)),
      end: (agreement) => run(({ agreements }) => agreements.end(agreement)),
    },
    report: {
      own: () => there()?.report.own() ?? null,
      given: () => there()?.report.given() ?? [],
      confirm: (weeks, figures, days) => run(({ report }) => report.confirm(weeks, figures, days)),
      takeBack: () => run(({ report }) => report.takeBack()),
      shown: () => there()?.report.shown() ?? null,
    },
  };
};
