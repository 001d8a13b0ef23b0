/** Days that are written into the source. */
import { parseCivilDate, type CivilDate } from "@undivided/domain";

/** @throws if `text` is no day: a slip of the pen in this room, found by the first test that loads it. */
export const day = (text: string): CivilDate => {
  const parsed = parseCivilDate(text);
  if (parsed.type === "error") throw new Error(`"${text}" is no day.`);
  return parsed.value;
};
