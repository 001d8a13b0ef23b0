/** The web app manifest: what a phone needs to install the app. */
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
