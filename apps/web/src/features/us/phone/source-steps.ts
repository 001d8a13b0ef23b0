/** How to get the file, source by source, step by step, each with a drawing of what is on the screen then. */
import { m } from "../../../paraglide/messages.js";

export interface SketchRow {
  readonly kind: "row" | "switch" | "button" | "code";
  readonly text: string;
  /** The one to tap or to type. */
  readonly marked?: true;
}

/** A screen in the app's own drawing; the names on it are those of the other program. */
export interface Sketch {
  readonly frame: "phone" | "computer";
  readonly title: string;
  readonly rows: readonly SketchRow[];
}

export interface Step {
  readonly text: string;
  readonly sketch?: Sketch;
  /** Lines to copy, exactly as they are. */
  readonly code?: readonly string[];
}

export interface SourceSteps {
  readonly id: string;
  readonly title: string;
  readonly steps: readonly Step[];
  /** What it sees, and what it cannot see. */
  readonly sees: string;
}

const row = (text: string): SketchRow => ({ kind: "row", text });
const marked = (kind: SketchRow["kind"], text: string): SketchRow => ({ kind, text, marked: true });
const phone = (title: string, ...rows: readonly SketchRow[]): Sketch => ({ frame: "phone", title, rows });
const computer = (title: string, ...rows: readonly SketchRow[]): Sketch => ({ frame: "computer", title, rows });

const EXPORT = "Export all buckets as JSON";
const choose = (text: string, name: string): Step => ({
  text,
  sketch: computer(m.steps_picked(), marked("row", name)),
});

const activityWatch = (): SourceSteps => ({
  id: "activitywatch",
  title: m.steps_aw_title(),
  steps: [
    { text: m.steps_aw_1(), sketch: phone("ActivityWatch", marked("switch", m.steps_aw_access())) },
    {
      text: m.steps_aw_2(),
      sketch: phone("Raw Data", row("aw-watcher-android"), row("aw-watcher-android-unlock"), marked("button", EXPORT)),
    },
    {
      text: m.steps_aw_3(),
      code: ["adb forward tcp:5600 tcp:5600"],
      sketch: computer("localhost:5600/api/0/export", { kind: "code", text: '{"buckets": { … } }' }),
    },
    choose(m.steps_choose(), "aw-buckets-export.json"),
  ],
  sees: m.steps_aw_sees(),
});

const desktop = (): SourceSteps => ({
  id: "activitywatch-desktop",
  title: m.steps_desk_title(),
  steps: [
    {
      text: m.steps_desk_1(),
      sketch: computer("Raw Data", row("aw-watcher-window"), row("aw-watcher-afk"), marked("button", EXPORT)),
    },
    choose(m.steps_desk_2(), "aw-buckets-export.json"),
    { text: m.steps_desk_3(), code: ["npx undivided history --activitywatch http://localhost:5600 --user LAPTOP"] },
  ],
  sees: m.steps_desk_sees(),
});

const homeAssistant = (): SourceSteps => ({
  id: "home-assistant",
  title: m.steps_ha_title(),
  steps: [
    {
      text: m.steps_ha_1(),
      sketch: phone(
        m.steps_ha_sensors(),
        { kind: "row", text: m.steps_ha_battery() },
        marked("switch", m.steps_ha_interactive()),
      ),
    },
    {
      text: m.steps_ha_2(),
      sketch: computer(
        m.steps_ha_history(),
        row("binary_sensor.my_phone_interactive"),
        marked("button", m.steps_ha_download()),
      ),
    },
    choose(m.steps_ha_3(), "history.csv"),
  ],
  sees: m.steps_ha_sees(),
});

const homeAssistantRest = (): SourceSteps => ({
  id: "home-assistant-rest",
  title: m.steps_rest_title(),
  steps: [
    { text: m.steps_rest_1(), sketch: computer(m.steps_rest_security(), marked("button", m.steps_rest_create())) },
    {
      text: m.steps_rest_2(),
      code: [
        'curl -H "Authorization: Bearer TOKEN" "http://HOME:8123/api/history/period/2026-11-01T00:00:00Z?end_time=2026-11-08T00:00:00Z&filter_entity_id=binary_sensor.MY_PHONE_interactive&minimal_response" > history.json',
      ],
    },
    choose(m.steps_rest_3(), "history.json"),
  ],
  sees: m.steps_ha_sees(),
});

const aware = (): SourceSteps => ({
  id: "aware",
  title: m.steps_aware_title(),
  steps: [
    {
      text: m.steps_aware_1(),
      sketch: phone("AWARE", marked("switch", "Screen"), { kind: "switch", text: "Applications" }),
    },
    {
      text: m.steps_aware_2(),
      sketch: computer("screen.csv", { kind: "code", text: "timestamp,device_id,screen_status" }),
    },
    choose(m.steps_aware_3(), "screen.csv"),
  ],
  sees: m.steps_aware_sees(),
});

const dumpsys = (): SourceSteps => ({
  id: "dumpsys",
  title: m.steps_adb_title(),
  steps: [
    { text: m.steps_adb_1(), sketch: phone(m.steps_adb_options(), marked("switch", m.steps_adb_usb())) },
    { text: m.steps_adb_2(), code: ["adb shell dumpsys usagestats > usage.txt"] },
    choose(m.steps_adb_3(), "usage.txt"),
  ],
  sees: m.steps_adb_sees(),
});

const shortcuts = (): SourceSteps => {
  const line = (verb: string): string => `${m.steps_ios_formatted()},${verb},${m.steps_ios_name()}`;
  return {
    id: "shortcuts",
    title: m.steps_ios_title(),
    steps: [
      {
        text: m.steps_ios_1(),
        sketch: phone(
          m.steps_ios_automation(),
          row(m.steps_ios_app()),
          marked("switch", m.steps_ios_opened()),
          marked("switch", m.steps_ios_run()),
        ),
      },
      {
        text: m.steps_ios_2(),
        sketch: phone(
          m.steps_ios_actions(),
          row(m.steps_ios_format()),
          marked("row", m.steps_ios_text()),
          row(m.steps_ios_append()),
        ),
        code: [line("open")],
      },
      {
        text: m.steps_ios_3(),
        sketch: phone(m.steps_ios_automation(), row(m.steps_ios_app()), marked("switch", m.steps_ios_closed())),
        code: [line("close")],
      },
      choose(m.steps_lines_choose(), "undivided.txt"),
    ],
    sees: m.steps_ios_sees(),
  };
};

const tasker = (): SourceSteps => ({
  id: "tasker",
  title: m.steps_tasker_title(),
  steps: [
    {
      text: m.steps_tasker_1(),
      sketch: phone("Tasker", row("Display State: On"), row("Display State: Off"), row("Display Unlocked")),
    },
    {
      text: m.steps_tasker_2(),
      sketch: phone(
        "Write File",
        marked("row", "%TIMES,on"),
        marked("switch", "Append"),
        marked("switch", "Add Newline"),
      ),
      code: ["%TIMES,on", "%TIMES,off", "%TIMES,unlock"],
    },
    choose(m.steps_lines_choose(), "undivided.txt"),
  ],
  sees: m.steps_tasker_sees(),
});

const macroDroid = (): SourceSteps => ({
  id: "macrodroid",
  title: m.steps_macro_title(),
  steps: [
    {
      text: m.steps_macro_1(),
      sketch: phone("MacroDroid", row("Screen On"), row("Screen Off"), row("Device Unlocked")),
    },
    {
      text: m.steps_macro_2(),
      sketch: phone("Write to File", marked("row", "[system_time],on"), row("Append")),
      code: ["[system_time],on", "[system_time],off", "[system_time],unlock"],
    },
    choose(m.steps_lines_choose(), "undivided.txt"),
  ],
  sees: m.steps_macro_sees(),
});

/** On an iPhone automations are the only way. */
export const sourceSteps = (): readonly SourceSteps[] => [
  activityWatch(),
  shortcuts(),
  tasker(),
  macroDroid(),
  homeAssistant(),
  homeAssistantRest(),
  dumpsys(),
  aware(),
  desktop(),
];
