/**
 * The web app manifests: what a phone needs to install the app. `plain.webmanifest` differs in name and pictures only, for a
 * home screen that others look at; which of them the page names is chosen in the app (`src/platform/home-screen.ts`).
 */
import type { Plugin } from "vite";
import type { ManifestOptions } from "vite-plugin-pwa";

export const manifest: Partial<ManifestOptions> = {
  id: "/",
  name: "Undivided",
  short_name: "Undivided",
  description:
    "Undivided helps two people notice the small moments when a phone comes first, understand them without blame, and turn back towards each other.",
  lang: "en",
  start_url: "/",
  scope: "/",
  display: "standalone",
  background_color: "#fbf6ef",
  theme_color: "#fbf6ef",
  categories: ["lifestyle", "health"],
  icons: [
    { src: "/icons/icon-192.png", sizes: "192x192", type: "image/png", purpose: "any" },
    { src: "/icons/icon-512.png", sizes: "512x512", type: "image/png", purpose: "any" },
    { src: "/icons/maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
  ],
};

const plainManifest: Partial<ManifestOptions> = {
  ...manifest,
  name: "Evenings",
  short_name: "Evenings",
  description: "Evenings",
  background_color: "#fbf6ef",
  icons: [
    { src: "/icons/plain-icon-192.png", sizes: "192x192", type: "image/png", purpose: "any" },
    { src: "/icons/plain-icon-512.png", sizes: "512x512", type: "image/png", purpose: "any" },
    { src: "/icons/plain-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
  ],
};

export const plainManifestFile = (): Plugin => ({
  name: "undivided:plain-manifest",
  apply: "build",
  generateBundle() {
    this.emitFile({ type: "asset", fileName: "plain.webmanifest", source: JSON.stringify(plainManifest) });
  },
});
