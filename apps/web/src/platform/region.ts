/**
 * The language of the interface with its region, for `Intl`: what `getLocale` is for messages.
 *
 * The app sets once how it is read; before that, and in tests, it is what the language alone says.
 */
import { getLocale } from "../paraglide/runtime.js";
import { pickRegion } from "./pick-language.ts";

let read = (): string => pickRegion(getLocale(), []);

export const getRegion = (): string => read();

export const overwriteGetRegion = (other: () => string): void => {
  read = other;
};
