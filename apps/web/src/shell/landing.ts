/**
 * Where the reader stands after a change of page: at the place that the address names (`/guide/evidence#doss-2016`), else at
 * the heading.
 *
 * The texts of a page are files of their own, so its place may come after the page: until then the reader stands at the
 * heading, and the place is taken when it is there. A first load is left to the browser.
 */

/** The address that a link leads to, fragment and all; `null` where the browser itself jumps within the page. */
export const addressOf = (link: URL, pathname: string): string | null =>
  link.hash !== "" && link.pathname === pathname ? null : link.pathname + link.hash;

export interface Spot {
  readonly focus: (options: { readonly preventScroll: boolean }) => void;
}

/** What landing needs of the browser. */
export interface Ground<S extends Spot> {
  /** `#doss-2016`, or empty. */
  readonly fragment: () => string;
  readonly find: (id: string) => S | null;
  readonly heading: () => Spot | null;
  /** Lets the browser jump to its own fragment, so that it scrolls there and marks the place as `:target`. */
  readonly jump: (fragment: string) => void;
  /** Calls back whenever the page has changed, until it is told to stop. */
  readonly onChange: (look: () => void) => () => void;
}

export const createLanding = <S extends Spot>(ground: Ground<S>): (() => void) => {
  let stop = (): void => undefined;

  const arrive = (): boolean => {
    const fragment = ground.fragment();
    const place = fragment === "" ? null : ground.find(fragment.slice(1));
    if (place === null) return false;
    ground.jump(fragment);
    place.focus({ preventScroll: true });
    return true;
  };

  return () => {
    stop();
    stop = () => undefined;
    if (arrive()) return;
    ground.heading()?.focus({ preventScroll: true });
    const awaited = ground.fragment();
    if (awaited === "") return;
    const end = ground.onChange(() => {
      if (ground.fragment() !== awaited || arrive()) end();
    });
    stop = end;
  };
};

/** For the page itself: stand at the place or the heading; a later call takes the place of an earlier one that still waits. */
export const land = createLanding({
  fragment: () => location.hash,
  find: (id) => document.getElementById(id),
  heading: () => document.querySelector<HTMLElement>("main h1"),
  jump: (fragment) => location.replace(fragment),
  onChange: (look) => {
    const observer = new MutationObserver(look);
    observer.observe(document.body, { subtree: true, childList: true });
    return () => observer.disconnect();
  },
});
