/**
 * Preloads the two fonts of the first screen, so that they arrive with the styles and not after them.
 *
 * The names carry a hash that only the bundle knows; without a match the build fails, so that a renamed font file
 * cannot silently cost a second round trip.
 */
import type { Plugin } from "vite";

const first = ["fraunces-latin-opsz-normal", "figtree-latin-wght-normal"];

export const fontPreload = (): Plugin => ({
  name: "undivided:font-preload",
  apply: "build",
  transformIndexHtml: {
    order: "post",
    handler: (_html, { bundle }) => {
      const files = Object.keys(bundle ?? {});
      return first.map((font) => {
        const file = files.find((name) => name.includes(font));
        if (file === undefined) throw new Error(`font not in the bundle: ${font}`);
        return {
          tag: "link",
          attrs: { rel: "preload", href: `/${file}`, as: "font", type: "font/woff2", crossorigin: "" },
          injectTo: "head" as const,
        };
      });
    },
  },
});
