/** Which language to speak: the stored choice, else the first of the browser's languages that the app has. */
export const pickLanguage = <L extends string>(
  available: readonly [L, ...L[]],
  stored: string | null,
  wanted: readonly string[],
): L => {
  const find = (tag: string): L | undefined =>
    available.find((language) => tag.toLowerCase() === language || tag.toLowerCase().startsWith(`${language}-`));
  const chosen = stored === null ? undefined : find(stored);
  if (chosen !== undefined) return chosen;
  for (const tag of wanted) {
    const found = find(tag);
    if (found !== undefined) return found;
  }
  return available[0];
};
