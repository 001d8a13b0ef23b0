/** Hands a file that was made here to its owner: as a download, or to another app through the system's share sheet. */
export interface FileSaver {
  readonly download: (file: File) => void;
  readonly canShare: (file: File) => boolean;
  /** False if its owner thought better of it, or the system would not take it. */
  readonly share: (file: File) => Promise<boolean>;
}

/** Long enough for the slowest browser to begin the download. */
const KEEP_ADDRESS_MS = 60_000;

export const createFileSaver = (view: Window & typeof globalThis): FileSaver => ({
  download: (file) => {
    const address = view.URL.createObjectURL(file);
    const link = view.document.createElement("a");
    link.href = address;
    link.download = file.name;
    link.click();
    view.setTimeout(() => view.URL.revokeObjectURL(address), KEEP_ADDRESS_MS);
  },
  canShare: (file) => "canShare" in view.navigator && view.navigator.canShare({ files: [file] }),
  share: async (file) => {
    try {
      await view.navigator.share({ files: [file] });
      return true;
    } catch {
      return false;
    }
  },
});
