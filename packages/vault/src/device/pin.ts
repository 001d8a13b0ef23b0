/** The PIN or passphrase of the lock, in one form however it was typed. */

/** Four digits are the least that is taken; docs/threat-model.md says what they are worth. */
export const MIN_PIN_LETTERS = 4;
const MAX_PIN_LETTERS = 512;

/**
 * NFKC, no white space at its ends, and digits of any script as 0–9: a keyboard in another language opens the same lock.
 * `undefined` if it is too short or too long.
 */
export const normalisePin = (typed: string): string | undefined => {
  if (typed.length > 4 * MAX_PIN_LETTERS) return undefined;
  const plain = typed
    .normalize("NFKC")
    .trim()
    .replace(/\p{Nd}/gu, (digit) => digitValue(digit));
  const letters = Array.from(plain).length;
  return letters < MIN_PIN_LETTERS || letters > MAX_PIN_LETTERS ? undefined : plain;
};

/** Decimal digits stand in runs of ten that begin with zero (Unicode, section 4.6). */
const digitValue = (digit: string): string => {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
};
