/** Texts of one list that say nearly the same: shared words against all words (Jaccard), short words left out. */
const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length > 3),
  );

export const likeness = (a: string, b: string): number => {
  const left = wordsOf(a);
  const right = wordsOf(b);
  const shared = [...left].filter((word) => right.has(word)).length;
  const all = new Set([...left, ...right]).size;
  return all === 0 ? 1 : shared / all;
};

export const nearDuplicates = (texts: readonly string[], limit: number): readonly (readonly [string, string])[] =>
  texts.flatMap((a, index) =>
    texts.slice(index + 1).flatMap((b) => (likeness(a, b) >= limit ? [[a, b] as const] : [])),
  );
