/**
 * The headers that every answer carries: the page may load and reach nothing but its own origin.
 *
 * **Privacy:** `Content-Security-Policy` makes "no third-party request" a rule of the browser, not a promise;
 * `Permissions-Policy` leaves the sensors that together time reads and takes away the others.
 */

/**
 * Names of the Trusted Types policies that may turn text into markup or into the address of a script: Svelte's own
 * (svelte/src/internal/client/dom/reconciler.js), and `default`, by which the app lets through scripts of its own origin
 * only (apps/web/src/platform/trusted-types.ts).
 */
const trustedTypesPolicies = ["svelte-trusted-html", "default"];

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  `trusted-types ${trustedTypesPolicies.join(" ")}`,
].join("; ");

const allowedFeatures = ["accelerometer", "camera", "gyroscope", "microphone", "screen-wake-lock"];
/** Named one by one: the header has no word for "everything else", and an unknown name is a warning in the console. */
const deniedFeatures = [
  "display-capture",
  "geolocation",
  "hid",
  "idle-detection",
  "local-fonts",
  "magnetometer",
  "midi",
  "payment",
  "serial",
  "usb",
  "xr-spatial-tracking",
];

export const securityHeaders: Readonly<Record<string, string>> = {
  "content-security-policy": contentSecurityPolicy,
  "permissions-policy": [
    ...allowedFeatures.map((feature) => `${feature}=(self)`),
    ...deniedFeatures.map((feature) => `${feature}=()`),
  ].join(", "),
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};
