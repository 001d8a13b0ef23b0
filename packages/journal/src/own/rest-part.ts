/** Rest: see `commands/rest.ts`. */
import { addDays, err, isRestBetween, ok, type RestRecord } from "@undivided/domain";
import type { Rest } from "../commands/rest.ts";
import { inOrder, type Core } from "../core.ts";

export const createRest = (core: Core): Rest => {
  const { deps, own, today } = core;
  const current = (): readonly RestRecord[] =>
    [...own().records.values()].filter(
      (one): one is RestRecord => one.type === "rest" && isRestBetween([one], today(), today()),
    );
  return {
    current: () => current().at(0) ?? null,
    begin: (why, until) =>
      core.inTurn(async () => {
        const id = deps.randomId();
        const put = await core.putRecord({ type: "rest", id, owner: deps.person, from: today(), until, why });
        return put.type === "error" ? put : ok(id);
      }),
    end: () =>
      core.inTurn(async () => {
        const resting = current();
        if (resting.length === 0) return err({ type: "nothing-there" });
        const yesterday = addDays(today(), -1);
        return inOrder(resting, (one) =>
          // Begun today and ended today: it was none.
          one.from > yesterday ? core.deleteOwn([one.id]) : core.putRecord({ ...one, until: yesterday }),
        );
      }),
  };
};
