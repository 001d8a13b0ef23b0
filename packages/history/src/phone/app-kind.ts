/**
 * What kind of app an app is, by its name or package as a source writes it.
 *
 * Method: a short list of widely used apps by words of their name, and of words that say what an app is for ("mail", "maps"). The first line
 * that fits decides, so `com.google.android.apps.messaging` is messages and not tools. Launchers and the system's own screens are no app.
 * Limits: whatever is not on the list is `other`, and a name may mislead: it is what its owner looks at together and apart, no finding.
 */
import { APP_KINDS, type AppKind } from "@undivided/domain";

/** Lower case; a word fits at the beginning of a word of the name, one with a dot anywhere in a package. */
const KIND_WORDS: readonly (readonly [AppKind, readonly string[]])[] = [
  [
    "messages",
    "whatsapp telegram signal securesms threema viber naver.line kakao wechat tencent.mm messag mms sms facebook.orca messenger discord slack skype teams snapchat element imessage conversations mensajes nachrichten".split(
      " ",
    ),
  ],
  ["calls", "dialer incallui telecom phone call facetime teléfono llamadas telefon".split(" ")],
  [
    "social",
    "instagram facebook katana tiktok musically trill twitter threads reddit pinterest tumblr linkedin mastodon bluesky bsky vkontakte bereal tinder bumble hinge badoo grindr".split(
      " ",
    ),
  ],
  ["mail", "android.gm. mail gmail outlook k-9 k9 protonmail thunderbird spark correo".split(" ")],
  [
    "video-music",
    "youtube netflix spotify music disney primevideo amazon.avod hbo twitch vlc videolan podcast antennapod pocketcasts deezer soundcloud plex video tv radio música audible".split(
      " ",
    ),
  ],
  [
    "web",
    "chrome firefox fennec safari browser brave opera vivaldi duckduckgo edge emmx sbrowser googlequicksearchbox navegador".split(
      " ",
    ),
  ],
  [
    "games",
    "game games king candycrush supercell clash roblox mojang minecraft pokemon niantic chess lichess sudoku solitaire wordle juego spiel duolingo".split(
      " ",
    ),
  ],
  [
    "reading",
    "news kindle reader feed flipboard wikipedia guardian nytimes bbc pocket books libro noticias".split(" "),
  ],
  [
    "tools",
    "map maps waze calendar clock alarm deskclock camera gallery photo photos calculator weather bank banking paypal wallet notes keep todo settings files uber transit translate calendario reloj cámara galería clima ajustes".split(
      " ",
    ),
  ],
];

const NO_APP = ["launcher", "systemui", "nexuslauncher", "trebuchet", "keyguard", "inputmethod", "springboard"];

const partsOf = (name: string): readonly string[] => name.toLowerCase().split(/[^\p{L}\p{N}]+/u);
const holds = (name: string, parts: readonly string[], word: string): boolean =>
  /[.-]/.test(word) ? `${name}.`.includes(word) : parts.some((part) => part.startsWith(word));

/** Null for what is no app: the home screen, the lock screen, a keyboard. */
export const kindOfApp = (name: string): AppKind | null => {
  const lower = name.toLowerCase();
  const parts = partsOf(name);
  if (name.trim() === "" || NO_APP.some((word) => parts.some((part) => part.endsWith(word)))) return null;
  return KIND_WORDS.find(([, words]) => words.some((word) => holds(lower, parts, word)))?.[0] ?? "other";
};

/** Of all apps of a look, each kind once, in the order of `APP_KINDS`. */
export const kindsOfApps = (apps: readonly string[]): readonly AppKind[] => {
  const found = new Set(apps.map(kindOfApp));
  return APP_KINDS.filter((kind) => found.has(kind));
};
