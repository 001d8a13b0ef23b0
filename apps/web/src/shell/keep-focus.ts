/**
 * Keeps the focus on the page when what had it goes away: a button whose tap replaces the screen, an item that is deleted, a
 * dialog that closes. Without it a keyboard begins anew at some unseen place and a screen reader falls silent.
 *
 * It goes to the heading where the screen is another one, else to what remains beside it: what came after it, or before it at the
 * end of a list. Never into a field for text, since that would open the keyboard of a phone. What stood beside the page (a toast)
 * gives it back to what was tapped on the page. A press beside everything takes the focus away, and that is left so.
 */
interface Surrounding {
  readonly within: Element;
  /** What came next in it. */
  readonly after: Element | null;
}
interface Held {
  readonly element: HTMLElement;
  /** From its parent outwards. */
  readonly around: readonly Surrounding[];
  readonly heading: string;
}

const BESIDE = 'a[href], button:not(:disabled), summary, input:is([type="radio"], [type="checkbox"]):not(:disabled)';

const headingOf = (root: ParentNode): HTMLElement | null => root.querySelector<HTMLElement>("main h1");

const isThere = (element: HTMLElement): boolean =>
  element.isConnected && !element.matches(":disabled") && element.checkVisibility();

const isOnPage = (element: Element): boolean => element.closest("main") !== null;

const hold = (root: HTMLElement, element: HTMLElement): Held => {
  const around: Surrounding[] = [];
  let inner: Element = element;
  for (let one = element.parentElement; one !== null && one !== root; one = one.parentElement) {
    around.push({ within: one, after: inner.nextElementSibling });
    inner = one;
  }
  return { element, around, heading: headingOf(root)?.textContent ?? "" };
};

const isFrom = (start: Element, one: Element): boolean =>
  start.contains(one) || (start.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

const nearestIn = ({ within, after }: Surrounding): HTMLElement | null => {
  const all = [...within.querySelectorAll<HTMLElement>(BESIDE)].filter(isThere);
  const last = all.at(-1) ?? null;
  if (after === null) return last;
  return all.find((one) => !after.isConnected || isFrom(after, one)) ?? last;
};

/** Where the focus goes from what went; null while the page that comes has no heading yet. */
const nextTo = (root: HTMLElement, { element, around, heading }: Held): HTMLElement | null => {
  const now = headingOf(root);
  if (now === null || now.textContent !== heading || element.tagName === "H1") return now;
  const left = around.find(({ within }) => within.isConnected);
  return left !== undefined && isOnPage(left.within) ? (nearestIn(left) ?? now) : now;
};

/** The same inside a dialog, which the focus does not leave. */
const nextWithin = (dialog: Element, { around }: Held): HTMLElement | null => {
  const left = around.find(({ within }) => within.isConnected && dialog.contains(within));
  const beside = left === undefined ? null : nearestIn(left);
  return beside ?? dialog.querySelector<HTMLElement>("h1") ?? dialog.querySelector<HTMLElement>(BESIDE);
};

/** Nothing has the focus, or what is just losing it. */
const isFree = (): boolean => {
  const { activeElement: active } = document;
  return active === document.body || !(active instanceof HTMLElement) || !isThere(active);
};

/** For an element that lives as long as the app does. */
export const keepFocus = (root: HTMLElement): void => {
  let held: Held | null = null;
  /** The last one outside of dialogs: there the focus goes when a dialog closes. */
  let below: Held | null = null;
  /** Where the focus was at the last tap on the page itself: there it goes when the toast that came of it was answered. */
  let tapped: Held | null = null;
  let isDue = false;
  let isPressed = false;

  const look = (): void => {
    isDue = false;
    if (!isFree()) return;
    const dialog = document.querySelector("dialog[open]");
    const last = dialog === null ? below : held;
    if (last === null) return;
    const isLost = !isThere(last.element) && last.around.every(({ within }) => within.tagName !== "MAIN");
    const from = dialog === null && isLost ? (tapped ?? last) : last;
    const next = isThere(from.element) ? from.element : dialog === null ? nextTo(root, from) : nextWithin(dialog, from);
    next?.focus({ preventScroll: true });
    next?.scrollIntoView({ block: "nearest" });
  };
  // After the frame in which the page itself may have moved the focus.
  const lookSoon = (): void => {
    if (isDue || below === null) return;
    isDue = true;
    requestAnimationFrame(look);
  };

  root.addEventListener("focusin", ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    held = hold(root, target);
    if (target.closest("dialog") === null) below = held;
  });
  // Before the page answers it, which may take it away.
  root.addEventListener(
    "click",
    ({ target }) => {
      if (target instanceof Element && isOnPage(target) && target.closest("dialog") === null) tapped = below;
    },
    { capture: true },
  );
  document.addEventListener("mousedown", () => {
    isPressed = true;
    setTimeout(() => (isPressed = false));
  });
  // Given away by a press, or to the browser's own window: not where it was taken by a change of the page, such as a move within it.
  root.addEventListener("focusout", ({ target, relatedTarget }) => {
    if (relatedTarget !== null || held?.element !== target || (!isPressed && document.hasFocus())) return;
    const left = held;
    setTimeout(() => {
      if (held !== left || !isThere(left.element) || !isFree()) return;
      held = null;
      if (below === left) below = tapped = null;
    });
  });
  new MutationObserver(lookSoon).observe(root, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ["disabled", "open"],
  });
};
