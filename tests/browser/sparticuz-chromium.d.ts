/** What we use of the package, which is not installed on most machines. */
declare module "@sparticuz/chromium" {
  export const inflate: (archive: string) => Promise<string>;
  const packaged: { readonly executablePath: () => Promise<string> };
  // eslint-disable-next-line undivided/no-default-export -- the package has one
  export default packaged;
}
