/**
 * The name and the icon that the app gets on the home screen: its own, or plain ones. Chosen before it is installed, since a
 * phone takes both over at that moment. The tab and its title follow; inside, the app is called what it is called.
 *
 * There is a manifest for each name in each language (`build/manifest.ts`), all of one app; Safari on iPhone reads the two elements
 * beside them.
 * Limits: until the first script runs a page has the title that stands in its file.
 */
import type { Language } from "./language.svelte.ts";
import type { SmallStore } from "./small-store.ts";

export type HomeScreenName = "own" | "plain";

export interface HomeScreen {
  readonly chosen: HomeScreenName;
  readonly choose: (name: HomeScreenName) => void;
  /** Null where it is the app's own. */
  readonly plainTitle: (language: Language) => string | null;
  /** Puts on the page what a browser takes over from it. To be called again when the name or the language changes. */
  readonly wear: (language: Language) => void;
}

const key = "home-screen";

interface Look {
  readonly manifest: Readonly<Record<Language, string>>;
  readonly icon: string;
  readonly mark: string;
  readonly title: Readonly<Record<Language, string>>;
}

const looks: Readonly<Record<HomeScreenName, Look>> = {
  own: {
    manifest: { en: "/manifest.webmanifest", es: "/es.webmanifest" },
    icon: "/icons/apple-touch-icon.png",
    mark: "/mark.svg",
    title: { en: "Undivided", es: "Undivided" },
  },
  plain: {
    manifest: { en: "/plain.webmanifest", es: "/plain-es.webmanifest" },
    icon: "/icons/plain-apple-touch-icon.png",
    mark: "/plain-icon.svg",
    title: { en: "Evenings", es: "Veladas" },
  },
};

export const createHomeScreen = (document: Document, store: SmallStore): HomeScreen => {
  let chosen = $state<HomeScreenName>(store.read(key) === "plain" ? "plain" : "own");
  const set = (selector: string, attribute: string, value: string): void => {
    const element = document.querySelector(selector);
    if (element?.getAttribute(attribute) !== value) element?.setAttribute(attribute, value);
  };
  return {
    get chosen() {
      return chosen;
    },
    choose: (name) => {
      store.write(key, name === "plain" ? "plain" : null);
      chosen = name;
    },
    plainTitle: (language) => (chosen === "plain" ? looks.plain.title[language] : null),
    wear: (language) => {
      const { manifest, icon, mark, title } = looks[chosen];
      set("link[rel=manifest]", "href", manifest[language]);
      set("link[rel=apple-touch-icon]", "href", icon);
      set("link[rel=icon]", "href", mark);
      set("meta[name=apple-mobile-web-app-title]", "content", title[language]);
    },
  };
};
