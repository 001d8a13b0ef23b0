/**
 * The app's Trusted Types policy: an address becomes a script (a worker, the service worker) only on our own origin.
 *
 * It is the browser's `default` policy, so `new Worker(new URL("./x.worker.ts", import.meta.url), { type: "module" })`
 * works as written. Text never becomes a script or markup: for those the policy has no rule, so the browser refuses.
 */
export interface TrustedTypesFactory {
  readonly createPolicy: (name: string, rules: { readonly createScriptURL: (address: string) => string }) => unknown;
}

/** @throws TypeError for an address on another origin: a broken invariant, never reached by input. */
export const ownScriptAddress = (origin: string, address: string): string => {
  const url = new URL(address, origin);
  if (url.origin !== origin) throw new TypeError(`a script from another origin: ${url.origin}`);
  return url.href;
};

/** Does nothing in browsers without Trusted Types. */
export const installTrustedTypes = (factory: TrustedTypesFactory | undefined, origin: string): void => {
  factory?.createPolicy("default", { createScriptURL: (address) => ownScriptAddress(origin, address) });
};
