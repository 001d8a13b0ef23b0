/**
 * Safety words: what two people compare when they pair. Four numbers of 0 to 255 become four words of a list.
 *
 * The lists are entries of their own (`@undivided/vault/safety-words/en`, `…/es`), loaded only when somebody pairs. The same
 * place in each list is the same thing, so that two screens in two languages can be compared too.
 */
import type { SafetyNumbers } from "./handshake.ts";

/** @throws Error if the list does not have 256 words. */
export const wordsOf = (list: readonly string[], numbers: SafetyNumbers): readonly string[] => {
  if (list.length !== 256) throw new Error("a list of safety words has 256");
  return numbers.map((number) => list[number] ?? "");
};
