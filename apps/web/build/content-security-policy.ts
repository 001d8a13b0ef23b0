/**
 * The Content-Security-Policy of the app, written into the built HTML so that it holds on any static server.
 *
 * Nothing inline, nothing evaluated, nothing from another origin; scripts can be made from text or addresses only
 * through the two named Trusted Types policies (Svelte's templates; the app's own, `src/platform/trusted-types.ts`).
 * The relay sends the same as a header, with `frame-ancestors 'none'`, which a meta element cannot carry
 * (`apps/relay/src/security-headers.ts`); a browser keeps to both, so one that differed would only be hard to read.
 */
import type { Plugin } from "vite";

const directives: Readonly<Record<string, string>> = {
  "default-src": "'none'",
  "script-src": "'self'",
  "style-src": "'self'",
  "img-src": "'self'",
  "font-src": "'self'",
  "connect-src": "'self'",
  "worker-src": "'self'",
  "manifest-src": "'self'",
  "base-uri": "'none'",
  "form-action": "'none'",
  "require-trusted-types-for": "'script'",
  "trusted-types": "svelte-trusted-html default",
};

export const contentSecurityPolicy = Object.entries(directives)
  .map(([name, value]) => `${name} ${value}`)
  .join("; ");

/** Only in a build: the development server needs inline styles and its own socket. */
export const contentSecurityPolicyMeta = (): Plugin => ({
  name: "undivided:content-security-policy",
  apply: "build",
  transformIndexHtml: {
    order: "post",
    handler: () => [
      {
        tag: "meta",
        attrs: { "http-equiv": "Content-Security-Policy", content: contentSecurityPolicy },
        injectTo: "head-prepend",
      },
    ],
  },
});
