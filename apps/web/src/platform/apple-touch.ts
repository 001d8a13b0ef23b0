/** Telling an iPhone or iPad, where some things work from the home screen only. */

/** iPadOS calls itself a Mac, but no Mac has several touch points. */
export const isAppleTouch = (navigator: Pick<Navigator, "userAgent" | "maxTouchPoints">): boolean =>
  /iPhone|iPad|iPod/.test(navigator.userAgent) ||
  (navigator.userAgent.includes("Macintosh") && navigator.maxTouchPoints > 1);
