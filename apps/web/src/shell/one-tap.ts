/**
 * The second half of a double tap is not a second wish. Without this it keeps a moment twice, answers a question that came under the
 * finger that very moment, or falls through a sheet that has just closed on what lies below.
 *
 * Swallowed is what comes on a button or a link within half a second of the last tap at nearly the same place; and Enter held down.
 * What is meant to be tapped many times in a row says so by `data-many-taps`: the keys of a PIN, a number that is counted up.
 */
const DOUBLE_MS = 500;
/** In CSS pixels: a finger does not come down twice on the same one. */
const REACH_PX = 32;

const CONTROLS = "button, a[href], summary";

const controlOf = (target: EventTarget | null): Element | null => {
  const control = target instanceof Element ? target.closest(CONTROLS) : null;
  return control?.closest("[data-many-taps]") === null ? control : null;
};

/** A mouse that clicks twice on purpose says that it did; a finger does not in every browser, so there the time alone tells. */
const isMouse = (event: MouseEvent): boolean => "pointerType" in event && event.pointerType === "mouse";

export const takeOneTap = (view: Window): void => {
  let last = { at: -Infinity, x: 0, y: 0 };
  const isTail = (event: MouseEvent): boolean =>
    event.timeStamp - last.at < DOUBLE_MS &&
    Math.hypot(event.clientX - last.x, event.clientY - last.y) < REACH_PX &&
    (event.detail > 1 || !isMouse(event));

  view.addEventListener(
    "click",
    (event) => {
      if (event.detail === 0) return; // by keyboard, by a program, or passed on by a label
      if (!isTail(event)) {
        last = { at: event.timeStamp, x: event.clientX, y: event.clientY };
        return;
      }
      if (controlOf(event.target) === null) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    { capture: true },
  );
  view.addEventListener(
    "keydown",
    (event) => {
      if (event.repeat && event.key === "Enter" && controlOf(event.target) !== null) event.preventDefault();
    },
    { capture: true },
  );
};
