/**
 * In which region's way to write days, times and numbers: as the browser asks for that language. English without a region is written
 * as most of the world writes it.
 */
export const pickRegion = (language: string, wanted: readonly string[]): string =>
  wanted.find((tag) => tag.toLowerCase().startsWith(`${language}-`) && isRegion(tag)) ??
  (language === "en" ? "en-GB" : language);

const isRegion = (tag: string): boolean => {
  try {
    // Knows the same languages as what writes days and numbers, but does not read them all to say so (25 ms and more in Chromium).
    return Intl.PluralRules.supportedLocalesOf(tag).length > 0;
  } catch {
    return false; // no language tag at all
  }
};

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
