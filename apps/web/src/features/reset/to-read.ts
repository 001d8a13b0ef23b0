/** What of the other's waits to be read, apart from the words of agreements: the page that says so loads none of them. */
import type { Agreement } from "@undivided/journal";

/** Words of the other's that its owner has neither answered nor signed: they wait without a word on this screen alone. */
export const isToBeRead = ({ mine, theirs, isSignedByMe }: Agreement): boolean =>
  mine.length === 0 && theirs.length > 0 && !isSignedByMe;
