import { describe, expect, test } from "vitest";
import { kindOfApp, kindsOfApps } from "./app-kind.ts";

describe("the kind of an app", () => {
  test.each([
    ["com.whatsapp", "messages"],
    ["WhatsApp", "messages"],
    ["com.google.android.apps.messaging", "messages"],
    ["org.thoughtcrime.securesms", "messages"],
    ["com.facebook.orca", "messages"],
    ["com.facebook.katana", "social"],
    ["Instagram", "social"],
    ["com.zhiliaoapp.musically", "social"],
    ["com.google.android.gm", "mail"],
    ["com.google.android.gms", "other"],
    ["com.google.android.apps.photos", "tools"],
    ["com.google.android.apps.maps", "tools"],
    ["jp.naver.line.android", "messages"],
    ["Gmail", "mail"],
    ["com.fsck.k9", "mail"],
    ["com.google.android.youtube", "video-music"],
    ["com.android.chrome", "web"],
    ["Maps", "tools"],
    ["com.google.android.dialer", "calls"],
    ["Llamadas", "calls"],
    ["com.king.candycrushsaga", "games"],
    ["com.example.thing", "other"],
  ])("%s", (name, kind) => {
    expect(kindOfApp(name)).toBe(kind);
  });

  test.each(["com.sec.android.app.launcher", "com.google.android.apps.nexuslauncher", "com.android.systemui", "", " "])(
    "%j is no app",
    (name) => {
      expect(kindOfApp(name)).toBeNull();
    },
  );

  test("of a look is each kind once, in a fixed order", () => {
    expect(kindsOfApps(["Maps", "Signal", "WhatsApp", "Launcher", "Gmail"])).toEqual(["messages", "mail", "tools"]);
  });
});
