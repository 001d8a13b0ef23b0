/**
 * Report about both: see `commands/report-of-both.ts`.
 *
 * A yes fixes its author's figures by their hash, with 128 random bits so that nobody can try the few figures there are. Two
 * yeses to the same weeks make one digest, and only then do the figures follow, each under that digest. A yes makes one report:
 * once its author could read one, another yes of the other makes none with it.
 */
import {
  addDays,
  addToInstant,
  err,
  FEWEST_REPORT_WEEKS,
  joinFigures,
  mondayOf,
  MOST_REPORT_WEEKS,
  ok,
  SHARING_DAYS,
  type Instant,
} from "@undivided/domain";
import { figuresForBoth, object, recordId } from "@undivided/domain/codecs";
import type { Digests } from "../both/digests.ts";
import type { ReportOfBoth, ReportWeeks, ShownReport } from "../commands/report-of-both.ts";
import type { Core } from "../core.ts";
import { derivedId, digestOf } from "../ids.ts";
import type { Done } from "../journal.ts";
import type { OursDocument } from "../ours/documents.ts";
import { postedOf, type OursView } from "../ours/ours-view.ts";
import type { ReportYes } from "../own/documents.ts";
import { documentsOf, type WithId } from "../own/own-view.ts";
import { parseText } from "../own/parse-text.ts";
import type { Exchange } from "./exchange.ts";
import { isValidAt } from "./validity.ts";

const DAY_MS = 86_400_000;
const WEEK_DAYS = 7;

type Made = NonNullable<ReportYes["made"]>;

/** What is hashed; the salt keeps it from being guessed. */
const saltedFigures = object({ salt: recordId, figures: figuresForBoth });

/** Wanted in `ours` now, in the order in which it is to be put. */
export interface WantedReport {
  readonly secret: string;
  readonly name: "report-yes" | "report-figures";
  readonly document: OursDocument;
}

export const createReportOfBoth = (
  core: Core,
  digests: Digests,
  exchange: Exchange,
  isInTogetherTime: () => boolean,
): ReportOfBoth => {
  const { deps, own, now } = core;
  const given = (): readonly ReportWeeks[] => givenIn(core).map(({ weeks }) => weeks);
  const remove = (yeses: readonly WithId<ReportYes>[]): Done => core.deleteOwn(yeses.map(({ id }) => id));

  return {
    own: () => {
      const yes = yesOf(core);
      const figures = yes === null ? null : figuresIn(yes.figures);
      return yes === null || figures === null ? null : { weeks: yes.weeks, figures, until: yes.until };
    },
    given,
    confirm: (weeks, figures, days = SHARING_DAYS) =>
      core.inTurn(async () => {
        const space = core.ours() === null ? undefined : deps.ours()?.replica.space;
        if (space === undefined) return err({ type: "not-paired" });
        if (!Number.isSafeInteger(days) || days < 1) return err({ type: "not-a-length" });
        if (!areWholeWeeks(weeks) || weeks.until >= core.today()) return err({ type: "not-whole-weeks" });
        if (given().some((one) => overlap(one, weeks) && !areSame(one, weeks)))
          return err({ type: "overlaps-another" });
        const written = figuresForBoth.encode(figures);
        const readBack = figuresForBoth.decode(written, []);
        if (readBack.type === "error") return err({ type: "invalid-record", error: readBack.error });
        if (figures.halfHours.length !== weeksIn(weeks)) return err({ type: "not-whole-weeks" });
        const text = JSON.stringify(saltedFigures.encode({ salt: deps.randomId(), figures: readBack.value }));
        const old = documentsOf(own(), "report-yes");
        const from = now();
        const put = await core.putOwn(deps.randomId(), {
          ...{ type: "report-yes", version: 1, space, weeks, figures: text },
          ...{ from, until: addToInstant(from, days * DAY_MS), made: null },
        });
        if (put.type === "error") return put;
        const gone = await remove(old);
        return gone.type === "error" ? gone : exchange.settle();
      }),
    takeBack: () =>
      core.inTurn(async () => {
        const gone = await remove(documentsOf(own(), "report-yes"));
        return gone.type === "error" ? gone : exchange.settle();
      }),
    shown: (): ShownReport | null => {
      const [yes, ours] = [yesOf(core), core.ours()];
      if (yes === null || yes.made === null || ours === null || isInTogetherTime()) return null;
      const { digest, theirs } = yes.made;
      const at = now();
      const isSaid = postedOf(ours.theirs, "report-yes").some(
        ({ document }) => isValidAt(document, at) && areSame(document.weeks, yes.weeks) && document.over === theirs,
      );
      // Who shows nothing sees nothing.
      const isMineThere = postedOf(ours.mine, "report-figures").some(({ document }) => document.digest === digest);
      const other = postedOf(ours.theirs, "report-figures").find(
        ({ document }) =>
          isValidAt(document, at) && document.digest === digest && digests.of(document.figures) === theirs,
      );
      if (!isSaid || !isMineThere || other === undefined) return null;
      const [mine, others] = [figuresIn(yes.figures), figuresIn(other.document.figures)];
      const figures = mine === null || others === null ? null : joinFigures(mine, others);
      return figures?.hours.length === weeksIn(yes.weeks) ? { weeks: yes.weeks, digest, figures } : null;
    },
  };
};

/** Within a turn. Fixes the one report that a yes makes, once the other's figures for it are here. */
export const wantedReports = async (core: Core, ours: OursView): Done<readonly WantedReport[]> => {
  const yes = yesOf(core);
  if (yes === null) return ok([]);
  const { id: secret, weeks, figures, from, until } = yes;
  const over = await digestOf(figures);
  const said: WantedReport = {
    ...{ secret, name: "report-yes" },
    document: { type: "report-yes", version: 1, weeks, over, from, until },
  };
  const now = core.now();
  const [theirs] = postedOf(ours.theirs, "report-yes")
    .filter(({ document }) => isValidAt(document, now) && areSame(document.weeks, weeks))
    .toSorted((one, other) => (one.id < other.id ? -1 : 1));
  if (theirs === undefined) return ok([said]);
  const digest = await digestOf(
    JSON.stringify(["report-of-both", 1, weeks.from, weeks.until, ...[over, theirs.document.over].toSorted()]),
  );
  if (yes.made !== null && yes.made.digest !== digest) return ok([said]);
  const kept = await remember(core, yes);
  if (kept.type === "error") return kept;
  const made = { digest, theirs: theirs.document.over };
  if (yes.made === null && (await areThere(ours, made, now))) {
    const fixed = await core.putOwn(secret, asDocument({ ...yes, made }));
    if (fixed.type === "error") return fixed;
  }
  const document = { type: "report-figures", version: 1, digest, figures, from, until } as const;
  return ok([said, { secret, name: "report-figures", document }]);
};

const areThere = async (ours: OursView, { digest, theirs }: Made, now: Instant): Promise<boolean> => {
  for (const { document } of postedOf(ours.theirs, "report-figures")) {
    const isOfIt = isValidAt(document, now) && document.digest === digest;
    if (isOfIt && (await digestOf(document.figures)) === theirs) return true;
  }
  return false;
};

/** That these weeks were in a report, and nothing of what was in it. */
const remember = async (core: Core, { space, weeks }: ReportYes): Done => {
  if (givenIn(core).some((one) => areSame(one.weeks, weeks))) return ok(null);
  const id = await derivedId(space, "report-given", weeks.from, weeks.until);
  return core.putOwn(id, { type: "report-given", version: 1, space, weeks });
};

const givenIn = (core: Core) =>
  documentsOf(core.own(), "report-given").filter(({ space }) => space === core.deps.ours()?.replica.space);

/** The newest of this pairing that counts now; two own devices may have said one each. */
const yesOf = (core: Core): WithId<ReportYes> | null => {
  const now = core.now();
  const [newest] = documentsOf(core.own(), "report-yes")
    .filter((one) => one.space === core.deps.ours()?.replica.space && isValidAt(one, now))
    .toSorted((one, other) => other.from - one.from || (one.id < other.id ? -1 : 1));
  return newest ?? null;
};

const asDocument = ({ type, version, space, weeks, figures, from, until, made }: WithId<ReportYes>): ReportYes => ({
  ...{ type, version, space, weeks, figures, from, until, made },
});

const figuresIn = (text: string) => {
  const json = parseText(text);
  const decoded = json === undefined ? undefined : saltedFigures.decode(json, []);
  return decoded?.type === "ok" ? decoded.value.figures : null;
};

const areSame = (one: ReportWeeks, other: ReportWeeks): boolean => one.from === other.from && one.until === other.until;

const overlap = (one: ReportWeeks, other: ReportWeeks): boolean => one.from <= other.until && other.from <= one.until;

const weeksIn = ({ from, until }: ReportWeeks): number =>
  (Date.parse(addDays(until, 1)) - Date.parse(from)) / (WEEK_DAYS * DAY_MS);

const areWholeWeeks = (weeks: ReportWeeks): boolean => {
  const count = weeksIn(weeks);
  const isWhole = mondayOf(weeks.from) === weeks.from && Number.isInteger(count);
  return isWhole && count >= FEWEST_REPORT_WEEKS && count <= MOST_REPORT_WEEKS;
};
