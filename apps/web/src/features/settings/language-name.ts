/** A language's own name for itself, with a capital, as lists of languages show it: "Español" for `es`. */
export const languageName = (locale: string): string => {
  const name = new Intl.DisplayNames([locale], { type: "language" }).of(locale) ?? locale;
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
};
