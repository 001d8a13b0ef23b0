/** Builds the app into `dist`: static files with hashed names, the service worker, the manifest. */
import { paraglideVitePlugin } from "@inlang/paraglide-js";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";
import { VitePWA } from "vite-plugin-pwa";
import project from "./package.json" with { type: "json" };
import { chunkGroups } from "./build/chunks.ts";
import { contentSecurityPolicyMeta } from "./build/content-security-policy.ts";
import { fontPreload } from "./build/font-preload.ts";
import { manifest, otherManifestFiles } from "./build/manifest.ts";
import { messageCompilerOptions } from "./build/messages.ts";
import { voiceAssets } from "./build/voice-assets.ts";
import { withoutEval } from "./build/without-eval.ts";

export default defineConfig({
  root: import.meta.dirname,
  define: { "import.meta.env.VITE_APP_VERSION": JSON.stringify(project.version) },
  build: {
    target: "es2023",
    assetsInlineLimit: 0, // a data: address would need a hole in the Content-Security-Policy
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: { output: { codeSplitting: { groups: chunkGroups() } } },
  },
  worker: { format: "es" },
  plugins: [
    paraglideVitePlugin(messageCompilerOptions),
    svelte(),
    voiceAssets(),
    withoutEval(),
    contentSecurityPolicyMeta(),
    fontPreload(),
    otherManifestFiles(),
    VitePWA({
      strategies: "injectManifest",
      srcDir: "src",
      filename: "service-worker.ts",
      injectRegister: false,
      manifest,
      injectManifest: {
        globPatterns: [
          "**/*.{html,js,css,woff2,svg,webmanifest}",
          "icons/icon-192.png",
          "icons/*apple-touch-icon.png",
          "assets/figtree-latin-{400,600}-normal-*.woff",
        ],
        // What only the voice engine needs is fetched when sound is first switched on, and kept from then on.
        // What lays out a PDF is kept with the rest, its two faces too: 245 kB compressed on 1.16 MB, so that a card is saved without a network.
        globIgnores: ["**/voice-worklet-*", "**/voice-weights-*", "**/*-latin-ext-*"],
        injectionPoint: "self.__WB_MANIFEST",
        target: "es2023",
      },
    }),
  ],
});
