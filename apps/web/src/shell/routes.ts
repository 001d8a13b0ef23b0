/**
 * The addresses of the app as a typed union: plain paths on the History API, no hash.
 *
 * To add one: a line here and a line in `pages.ts`, which does not compile without it. An address in `withPart` may have one more
 * word at its end (`/help/lost-phone`), which its page makes sense of. Whatever is no known path is `unknown`, which has a
 * friendly page of its own.
 */
const paths = {
  today: "/",
  together: "/together",
  log: "/log",
  good: "/good",
  felt: "/felt-second",
  inquiry: "/inquiry",
  records: "/records",
  around: "/look-around",
  us: "/us",
  "check-in": "/us/check-in",
  report: "/us/report",
  both: "/us/both",
  spiral: "/us/spiral",
  phone: "/us/phone",
  reset: "/reset",
  guide: "/guide",
  try: "/try",
  recording: "/recording",
  trace: "/trace",
  install: "/install",
  recover: "/recover",
  pair: "/pair",
  settings: "/settings",
  access: "/settings/access",
  lock: "/settings/lock",
  devices: "/settings/devices",
  recovery: "/settings/recovery-code",
  backup: "/settings/backup",
  leave: "/settings/leave",
  language: "/settings/language",
  about: "/settings/about",
  help: "/help",
} as const satisfies Readonly<Record<string, `/${string}`>>;

export type KnownRouteType = keyof typeof paths;

const withPart: readonly KnownRouteType[] = ["help", "pair", "together", "guide", "reset", "inquiry", "records"];

export type Route =
  { readonly type: KnownRouteType; readonly part: string | null } | { readonly type: "unknown"; readonly path: string };

/** The five places of the app, in the order of the bar. */
export const places = ["today", "together", "us", "reset", "guide"] as const satisfies readonly KnownRouteType[];

export type Place = (typeof places)[number];

const isKnownRouteType = (type: string): type is KnownRouteType => Object.hasOwn(paths, type);

export const knownRouteTypes: readonly KnownRouteType[] = Object.keys(paths).filter(isKnownRouteType);

/** The address of a page, for `href`. */
export const pathOf = (type: KnownRouteType, part: string | null = null): string =>
  part === null ? paths[type] : `${paths[type]}/${part}`;

/** Total: any path has a route. A slash at the end is forgiven. */
export const parseRoute = (path: string): Route => {
  const trimmed = path.replace(/\/+$/, "") || "/";
  const type = knownRouteTypes.find((candidate) => paths[candidate] === trimmed);
  if (type !== undefined) return { type, part: null };
  const [, parent = "", part = ""] = /^(.+)\/([a-z0-9-]+)$/.exec(trimmed) ?? [];
  const wider = withPart.find((candidate) => paths[candidate] === parent);
  return wider === undefined ? { type: "unknown", path } : { type: wider, part };
};
