/** Settings of the phone in English. */
import type { PhoneSettingTexts } from "./phone-settings.ts";

export const phoneSettings: PhoneSettingTexts = {
  note: "Menus differ by version and maker. If a name is not there, the search field at the top of the settings mostly finds it. Each sets their own phone, nobody the other's.",
  settings: {
    "focus-mode": {
      title: "A focus for the evening",
      helps: "Only the people you choose can ring through. The rest waits until it is over.",
      ios: "Settings › Focus › + › Custom. Choose people who may call, then a time under “Set a Schedule”.",
      android:
        "Settings › Digital Wellbeing & parental controls › Focus mode: choose the apps that pause, then a schedule.",
    },
    "notification-summary": {
      title: "News in one bundle",
      helps: "What is not urgent arrives twice a day instead of forty times.",
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
      ios: "Settings › Focus › Sleep: set the hours.",
      android: "Settings › Digital Wellbeing & parental controls › Bedtime mode: set the hours.",
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
