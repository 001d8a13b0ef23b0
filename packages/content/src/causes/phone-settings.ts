/**
 * Settings of one's own phone that help, and where they were found when this was last checked.
 *
 * Names in menus move with every version and maker, so each carries its day and the page that named it. Nothing here is
 * ever set by the app, on one's own phone or on another's.
 * Limits: read in stored copies of pages about iOS 15 and later and Android 9 and later, most of them no maker's own, tried on no phone of ours. Five
 * Spanish names in menus ("Resumen programado", "Límites de uso", "Modos", "Personas", "modo Dormir") were found on no page that could be read.
 */
export const PHONE_SETTINGS = [
  "focus-mode",
  "notification-summary",
  "grey-screen",
  "app-limit",
  "quiet-nights",
  "tidy-home-screen",
] as const;
export type PhoneSettingId = (typeof PHONE_SETTINGS)[number];

/** When they were last compared with the pages below; the two of iOS for grey and for the summary, a day earlier. */
export const PHONE_SETTINGS_CHECKED = "2026-11-26";

export interface SettingPage {
  readonly url: string;
  /** The day or year that the page itself gives; null if it gives none. */
  readonly dated: string | null;
}

const page = (url: string, dated: string | null = null): SettingPage => ({ url, dated });

const android = page("https://feedcutter.xyz/guides/android-digital-wellbeing-2026/", "2026-05-27");
const bedtime = page("https://teknojava.com/how-to-use-bedtime-mode-on-android/");
const iosGrey = page("https://www.ultrabookbattery.com/blog/archives/20");
const iosNotifications = page(
  "https://iphoneipadfix.com/guides/iphone-notifications-management-guide-2026.html",
  "2026",
);
const iosFocus = page("https://developer.apple.com/documentation/appintents/defining-your-app-s-focus-filter.md");
const iosFocusSpanish = page(
  "https://www.actualidadiphone.com/como-configurar-el-modo-de-concentracion-notificaciones-y-no-molestar-en-tu-ipad/",
  "2025-09-08",
);
const iosFocusLatin = page("https://islabit.com/120139/que-modo-enfoque-como-usarlo-ios-15.html");
const iosSummary = page("https://blog.ipro.cc/how-to-use-iphone-scheduled-summary-and-android-phone-controls/");
const iosScreenTime = page("https://support.apple.com/es-mx/guide/iphone/iphb0c7313c9/17.0/ios/17.0");
const androidSpanish = page(
  "https://noticias.compudemano.com/discusion/digital-wellbeing-guia-completa-del-bienestar-digital-en-android.406103",
);

const androidPeople = page("https://thedailytechfeed.com/?p=12132");
const androidCalls = page("https://www.techbone.net/android/user-manual/allow-deny-calls-do-not-disturb");
const androidPeopleSpanish = page(
  "https://la100.cienradios.com/tecnologia/como-activar-y-usar-el-modo-no-molestar-para-evitar-interrupciones-en-el-celular/",
);
const iosSleep = page("https://techiemag.co.uk/how-to-set-up-sleep-schedules-in-ios");
const samsungSleep = page("https://www.androidpolice.com/bedtime-mode-guide/", "2024-09-10");

/** An ordinary thing that needs no menu names no page. */
export const SETTING_PAGES: Readonly<Record<PhoneSettingId, readonly SettingPage[]>> = {
  "focus-mode": [
    iosFocus,
    iosFocusSpanish,
    iosFocusLatin,
    androidPeople,
    androidCalls,
    androidPeopleSpanish,
    android,
    androidSpanish,
  ],
  "notification-summary": [iosSummary, iosNotifications],
  "grey-screen": [iosGrey, bedtime],
  "app-limit": [iosScreenTime, android],
  "quiet-nights": [iosSleep, iosFocusSpanish, bedtime, samsungSleep, androidSpanish],
  "tidy-home-screen": [],
};

export interface PhoneSettingText {
  readonly title: string;
  readonly helps: string;
  readonly ios: string;
  readonly android: string;
}

export interface PhoneSettingTexts {
  readonly note: string;
  readonly settings: Readonly<Record<PhoneSettingId, PhoneSettingText>>;
}
