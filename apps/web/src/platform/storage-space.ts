/**
 * Whether what is kept on this device is safe from being cleared by the browser.
 *
 * A browser may clear what a site keeps when space runs short, or (Safari) when a site that is no installed app was not used for
 * a week, unless it has promised not to. Asking is quiet in Chromium and Safari, which decide by themselves, and a question to the
 * person in Firefox: so it is asked at a moment when there is something to keep.
 */
export type Durability =
  | "durable"
  /** The browser may clear it. */
  | "best-effort"
  /** This browser does not say. */
  | "not-known";

export interface StorageSpace {
  readonly durability: () => Promise<Durability>;
  /** Asks the browser to keep it. From a tap, since a browser may ask the person. */
  readonly askForDurability: () => Promise<Durability>;
}

export interface StorageView {
  readonly navigator: { readonly storage?: Partial<Pick<StorageManager, "persist" | "persisted">> };
}

export const createStorageSpace = ({ navigator }: StorageView): StorageSpace => {
  const ask = async (how: (() => Promise<boolean>) | undefined): Promise<Durability> => {
    if (how === undefined) return "not-known";
    try {
      return (await how()) ? "durable" : "best-effort";
    } catch {
      return "not-known";
    }
  };
  return {
    durability: () => ask(navigator.storage?.persisted?.bind(navigator.storage)),
    askForDurability: () => ask(navigator.storage?.persist?.bind(navigator.storage)),
  };
};
