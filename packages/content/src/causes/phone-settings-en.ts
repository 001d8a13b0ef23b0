/** Settings of the phone in English. */
import type { PhoneSettingTexts } from "./phone-settings.ts";

export const phoneSettings: PhoneSettingTexts = {
  note: "Menus differ by version and maker. If a name isn’t there, the search field at the top of the settings usually finds it. Each of you sets your own phone, never the other’s.",
  settings: {
    "focus-mode": {
      title: "A focus for the evening",
      helps: "Only the people you choose can ring through. The rest waits till it’s over.",
      ios: "Settings › Focus › + › Custom. Choose people who may call, then a time under “Set a Schedule”.",
      android:
        "Settings › Modes (or Sound & vibration) › Do Not Disturb › People › Calls: choose who may ring, then a schedule. Focus mode, under Digital Wellbeing, is something else: it pauses apps and lets everybody ring.",
    },
    "notification-summary": {
      title: "Notifications in one batch",
      helps: "What isn’t urgent arrives twice a day instead of forty times.",
      ios: "Settings › Notifications › Scheduled Summary: choose the times and the apps.",
      android: "Settings › Notifications › app by app: switch off or set to “Silent” what can wait.",
    },
    "grey-screen": {
      title: "A grey screen",
      helps: "Without colour the phone is a tool again, and rather dull. Some like it, some switch it off after a day.",
      ios: "Settings › Accessibility › Display & Text Size › Color Filters › Grayscale.",
      android: "Settings › Digital Wellbeing & parental controls › Bedtime mode › Customise › Grayscale.",
    },
    "app-limit": {
      title: "An end for one app",
      helps: "A limit that speaks up after twenty minutes. It can be passed, but no longer without noticing.",
      ios: "Settings › Screen Time › App Limits › Add Limit.",
      android: "Settings › Digital Wellbeing & parental controls › the chart › the hourglass beside the app.",
    },
    "quiet-nights": {
      title: "Quiet from a set hour",
      helps: "The screen goes dim and silent at the same time every evening, and the day has an end.",
      ios: "Health › Sleep: set the hours. Settings › Focus › Sleep: choose who may still ring.",
      android:
        "Settings › Digital Wellbeing & parental controls › Bedtime mode (on Samsung, Sleep mode): set the hours.",
    },
    "tidy-home-screen": {
      title: "An empty first page",
      helps:
        "Only tools on the first page, everything with a feed three swipes away. It leaves room for a second thought.",
      ios: "Hold an app icon until it moves and drag it to another page or into the App Library.",
      android: "Hold an app icon and drag it to another page or off the screen; it stays in the list of apps.",
    },
  },
};
