/**
 * The web app manifests: what a phone needs to install the app, in each language. The plain ones differ in name and pictures only,
 * for a home screen that others look at; which of them the page names is chosen in the app (`src/platform/home-screen.svelte.ts`).
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

const spanish: Partial<ManifestOptions> = {
  description:
    "Undivided ayuda a dos personas a notar los pequeños momentos en que un teléfono va primero, a entenderlos sin culpa y a volver a mirarse.",
  lang: "es",
};

const plain = (name: string): Partial<ManifestOptions> => ({
  name,
  short_name: name,
  description: name,
  icons: [
    { src: "/icons/plain-icon-192.png", sizes: "192x192", type: "image/png", purpose: "any" },
    { src: "/icons/plain-icon-512.png", sizes: "512x512", type: "image/png", purpose: "any" },
    { src: "/icons/plain-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
  ],
});

/** All of one app, whose `id` they share. */
const others: Readonly<Record<string, Partial<ManifestOptions>>> = {
  "es.webmanifest": { ...manifest, ...spanish },
  "plain.webmanifest": { ...manifest, ...plain("Evenings") },
  "plain-es.webmanifest": { ...manifest, ...spanish, ...plain("Veladas") },
};

export const otherManifestFiles = (): Plugin => ({
  name: "undivided:other-manifests",
  apply: "build",
  generateBundle() {
    for (const [fileName, content] of Object.entries(others)) {
      this.emitFile({ type: "asset", fileName, source: JSON.stringify(content) });
    }
  },
});
