/**
 * Where the person is: the History API as one reactive value.
 *
 * Links stay plain `<a href>`; a plain click on one of our own addresses is taken over here, everything else (new tab,
 * download, another origin) is left to the browser.
 */
import { addressOf } from "./landing.ts";
import { parseRoute, pathOf, type KnownRouteType, type Route } from "./routes.ts";

export interface Router {
  readonly current: Route;
  /** Counts the changes of page, so that a page can tell a first load from a navigation. */
  readonly moves: number;
  readonly go: (type: KnownRouteType, part?: string) => void;
  /** Like `go`, but Back leads past the page that is left. */
  readonly replace: (type: KnownRouteType, part?: string) => void;
}

/** The address that a click asks this app to show, or `null` where the click is the browser's own affair. */
export const ownAddressOf = (event: MouseEvent, origin: string): URL | null => {
  if (
    event.defaultPrevented ||
    event.button !== 0 ||
    event.metaKey ||
    event.ctrlKey ||
    event.shiftKey ||
    event.altKey
  ) {
    return null;
  }
  const target = event.target instanceof Element ? event.target.closest("a") : null;
  if (target === null || !target.hasAttribute("href") || target.target !== "" || target.hasAttribute("download"))
    return null;
  const url = new URL(target.href);
  if (url.origin !== origin) return null;
  // A file of the build (the example's licence, an icon) is a document of its own, not a page of the app.
  if (/\.[a-z0-9]+$/i.test(url.pathname)) return null;
  return url;
};

export const createRouter = (view: Window): Router => {
  let current = $state.raw<Route>(parseRoute(view.location.pathname));
  let moves = $state(0);
  let path = view.location.pathname;

  const show = (next: string): void => {
    path = next;
    current = parseRoute(next);
    moves += 1;
  };

  const push = (next: string): void => {
    if (next !== view.location.pathname) view.history.pushState(null, "", next);
    show(view.location.pathname);
    view.scrollTo(0, 0);
  };

  view.addEventListener("popstate", () => {
    // A jump within the page (the link to its content) is no change of page.
    if (view.location.pathname !== path) show(view.location.pathname);
  });
  view.document.addEventListener("click", (event) => {
    const url = ownAddressOf(event, view.location.origin);
    const address = url === null ? null : addressOf(url, view.location.pathname);
    if (address === null) return;
    event.preventDefault();
    push(address);
  });

  return {
    get current() {
      return current;
    },
    get moves() {
      return moves;
    },
    go: (type, part) => push(pathOf(type, part)),
    replace: (type, part) => {
      const path = pathOf(type, part);
      view.history.replaceState(null, "", path);
      show(path);
      view.scrollTo(0, 0);
    },
  };
};
