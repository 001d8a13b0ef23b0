/**
 * The name and the icon that the app gets on the home screen: its own, or plain ones. Chosen before it is installed, since a
 * phone takes both over at that moment; nothing else changes, inside the app it is called what it is called.
 *
 * The manifests of both say the same but for name and pictures (`build/manifest.ts`); Safari on iPhone reads the two elements
 * beside them.
 */
import type { SmallStore } from "./small-store.ts";

export type HomeScreenName = "own" | "plain";

export interface HomeScreen {
  readonly chosen: () => HomeScreenName;
  readonly choose: (name: HomeScreenName) => void;
}

const key = "home-screen";

const looks: Readonly<
  Record<HomeScreenName, { readonly manifest: string; readonly icon: string; readonly title: string }>
> = {
  own: { manifest: "/manifest.webmanifest", icon: "/icons/apple-touch-icon.png", title: "Undivided" },
  plain: { manifest: "/plain.webmanifest", icon: "/icons/plain-apple-touch-icon.png", title: "Evenings" },
};

export const createHomeScreen = (document: Document, store: SmallStore): HomeScreen => {
  const apply = (name: HomeScreenName): void => {
    const { manifest, icon, title } = looks[name];
    document.querySelector("link[rel=manifest]")?.setAttribute("href", manifest);
    document.querySelector("link[rel=apple-touch-icon]")?.setAttribute("href", icon);
    document.querySelector("meta[name=apple-mobile-web-app-title]")?.setAttribute("content", title);
  };
  const chosen = (): HomeScreenName => (store.read(key) === "plain" ? "plain" : "own");
  if (chosen() === "plain") apply("plain");
  return {
    chosen,
    choose: (name) => {
      store.write(key, name === "plain" ? "plain" : null);
      apply(name);
    },
  };
};
