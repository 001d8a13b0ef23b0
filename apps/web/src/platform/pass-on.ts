/**
 * Hands a link on: by the system's share sheet where there is one, else into the clipboard. Both only from a tap.
 *
 * **Privacy:** what is chosen in the share sheet is the system's affair; this app learns whether it was used, nothing else.
 */
export interface PassOn {
  readonly canSend: boolean;
  /** False if its owner thought better of it, or it failed. */
  readonly send: (link: string) => Promise<boolean>;
  readonly copy: (link: string) => Promise<boolean>;
}

export const createPassOn = ({ navigator }: Window): PassOn => {
  const canSend = "share" in navigator;
  return {
    canSend,
    send: async (link) => {
      try {
        await navigator.share({ url: link });
        return true;
      } catch {
        return false;
      }
    },
    copy: async (link) => {
      try {
        await navigator.clipboard.writeText(link);
        return true;
      } catch {
        return false;
      }
    },
  };
};
