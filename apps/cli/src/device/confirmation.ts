/** A yes of the person at this device: `--confirm`, or the word on standard input. Everything else is no. */
import { type Io, writeLine } from "../verbs/verb.ts";

/** `question` is shown only where it is asked. Nothing that comes over the network can answer it. */
export const isConfirmed = async (io: Io, byOption: boolean, question: string): Promise<boolean> => {
  if (byOption) return true;
  await writeLine(io.stderr, question);
  const answer = await io.stdin.readLine();
  return answer?.trim().toLowerCase() === "yes";
};
