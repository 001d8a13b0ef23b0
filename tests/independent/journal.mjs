/** docs/spec/journal.md: records as a person sees them, what the journal keeps beside them, and what two show each other. */

/** A moment's corrections are fields of the shared record of the same identifier, in the order of `at`, then of their names. */
const withCorrections = (record, shared) => {
  const fields = shared.find(({ id }) => id === record.id)?.fields ?? {};
  const steps = Object.entries(fields)
    .map(([name, text]) => ({ name, step: JSON.parse(text) }))
    .sort(
      (one, other) =>
        (one.step.at === other.step.at ? 0 : one.step.at < other.step.at ? -1 : 1) || (one.name < other.name ? -1 : 1),
    );
  return { ...record, corrections: steps.map(({ step }) => step) };
};

/** Records have an `id` of their own in their text; documents of the journal do not. */
export const assemble = ({ own, authors = [], shared, unread }) => {
  const texts = own.map((text) => JSON.parse(text));
  return {
    unread,
    records: texts
      .filter(({ id }) => id !== undefined)
      .map((record) => (record.type === "moment" ? withCorrections(record, shared) : record)),
    documents: texts.map((text, at) => ({ ...text, author: authors[at] })).filter(({ id }) => id === undefined),
  };
};

const DAY_MS = 86_400_000;

/** "Exchange", rule 6: views of the other in slots where one's own views stand too, with both signs. */
export const shownTo = (member, documents, now) => {
  const valid = documents.filter(({ from, until }) => Date.parse(from) - DAY_MS <= now && now < Date.parse(until));
  const stands = (type, slot, isMine) =>
    valid.some((one) => one.type === type && one.slot === slot && (one.author === member) === isMine);
  return valid
    .filter(({ type, author }) => type === "view" && author !== member)
    .filter(({ slot }) => stands("view", slot, true) && stands("sign", slot, true) && stands("sign", slot, false))
    .map(({ view }) => view);
};
