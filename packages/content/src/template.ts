/** Sentences with places to fill, written `{name}`. The places of a sentence are the same in every language. */

const PLACE = /\{(\w+)\}/g;

/** The names of the places, each once, in the order of the alphabet. */
export const placesOf = (template: string): readonly string[] =>
  [...new Set([...template.matchAll(PLACE)].map(([, name]) => name ?? ""))].sort();

/** Fills every place; what is put in is never read as a template itself. A place without a part is left empty. */
export const fillTemplate = (template: string, parts: Readonly<Record<string, string>>): string =>
  template
    .replace(PLACE, (_, name: string) => (Object.hasOwn(parts, name) ? (parts[name] ?? "") : ""))
    .replace(/\s{2,}/g, " ")
    .trim();
