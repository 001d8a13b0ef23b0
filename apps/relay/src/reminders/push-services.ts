/**
 * To which addresses this relay may send a push: those of the browsers' makers, and what its operator named.
 *
 * A phone brings the address to which its pushes go, so without a list anybody could make the relay ask any machine that it can
 * reach. Sources of the hosts: the endpoints that Chrome, Firefox, Safari and Edge hand out, as their makers' pages name them.
 */

/** A name that begins with a dot stands for every host below it. */
const KNOWN_HOSTS = [
  "fcm.googleapis.com",
  "updates.push.services.mozilla.com",
  ".push.apple.com",
  ".notify.windows.com",
] as const;

/** Longer ones are made by nobody; it bounds what a row takes. */
export const MAX_ENDPOINT_LENGTH = 1024;

const isKnownHost = (host: string): boolean =>
  KNOWN_HOSTS.some((known) => (known.startsWith(".") ? host.endsWith(known) : host === known));

/** Total. `origins`: what the operator named, each as `URL.origin` writes it; these alone may be plain HTTP or have a port. */
export const isPushService = (endpoint: string, origins: readonly string[]): boolean => {
  if (endpoint.length > MAX_ENDPOINT_LENGTH || !URL.canParse(endpoint)) return false;
  const { protocol, hostname, port, username, password, origin } = new URL(endpoint);
  if (username !== "" || password !== "") return false;
  return origins.includes(origin) || (protocol === "https:" && port === "" && isKnownHost(hostname));
};
