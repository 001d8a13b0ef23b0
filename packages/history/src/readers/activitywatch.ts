/**
 * ActivityWatch's export (`/api/0/export`): buckets of events, newest first, without ids.
 *
 * Buckets of the phone's watcher, under old and new names: `aw-watcher-android…` of type `currentwindow` (the app in the
 * foreground with its duration) and `os.lockscreen.unlocks`. Any other `currentwindow` and `afkstatus` are a laptop's.
 * Source: the exports of aw-server and aw-server-rust, and the buckets that aw-android makes.
 * Limits: sees neither the screen nor looks at the lock screen.
 */
import type { Json } from "@undivided/domain";
import { fieldOf, textOf, type JsonPath } from "../bytes/json-items.ts";
import { FIRST_MS, LAST_MS } from "../clock/times.ts";
import { showField } from "../history-error.ts";
import { MAX_LOOK_MS } from "../phone/screen-session.ts";
import type { Owner } from "../phone/owner-gate.ts";
import type { HistoryFormat, HistorySink } from "./reader.ts";
import { readJson } from "./json-file.ts";
import { readTime } from "./text-rows.ts";

interface BucketEvent {
  readonly value: Json;
  readonly line: number;
}

interface Bucket {
  readonly id: string;
  type: string | null;
  hostname: string | null;
  /** Events that came before the bucket said what it is: nothing in JSON keeps an order of keys. */
  readonly waiting: BucketEvent[];
}

type BucketKind = "windows" | "unlocks" | "idle";

export const activityWatch: HistoryFormat = {
  source: "activitywatch",
  recognise: ({ text }) => /^\uFEFF?\s*\{/.test(text) && /"buckets"\s*:/.test(text),
  read: (file, sink) => {
    let bucket: Bucket | null = null;

    const takeAll = (of: Bucket): void => {
      for (const event of of.waiting.splice(0)) takeEvent(sink, of, event);
    };

    return readJson(
      file,
      sink,
      {
        isItem: (path) => path[0] === "buckets" && (isMeta(path) || isEvent(path)),
        onItem: (path, value, line) => {
          const id = path[1] ?? "";
          bucket ??= { id, type: null, hostname: null, waiting: [] };
          if (isEvent(path)) {
            bucket.waiting.push({ value, line });
            if (bucket.type !== null && bucket.hostname !== null) takeAll(bucket);
          } else if (path[2] === "type") bucket.type = textOf(value);
          else bucket.hostname = textOf(value);
        },
        onLeave: (path) => {
          if (path.length !== 2 || path[0] !== "buckets" || bucket === null) return;
          takeAll(bucket);
          bucket = null;
        },
      },
      // A file that is cut off within a bucket.
      () => {
        if (bucket !== null) takeAll(bucket);
      },
    );
  },
};

const isMeta = (path: JsonPath): boolean => path.length === 3 && (path[2] === "type" || path[2] === "hostname");
const isEvent = (path: JsonPath): boolean => path.length === 4 && path[2] === "events" && path[3] === "*";

const kindOf = ({ id, type }: Bucket): BucketKind | null => {
  if (type === "os.lockscreen.unlocks") return "unlocks";
  if (type === "currentwindow") return "windows";
  return type === "afkstatus" || (type === null && id.startsWith("aw-watcher-afk")) ? "idle" : null;
};

const ownerOf = ({ id, hostname }: Bucket): Owner => ({
  type: id.startsWith("aw-watcher-android") ? "phone" : "laptop",
  person: null,
  device: hostname === null || hostname === "" ? id : hostname,
});

const takeEvent = (sink: HistorySink, bucket: Bucket, { value, line }: BucketEvent): void => {
  const kind = kindOf(bucket);
  if (kind === null || !sink.admit(ownerOf(bucket)) || sink.hasFailed()) return;
  const timestamp = textOf(fieldOf(value, "timestamp"));
  if (timestamp === null) {
    sink.skip(line, { type: "missing-value", column: "timestamp" });
    return;
  }
  const from = readTime(sink, timestamp, line);
  if (from === null) return;
  if (kind === "unlocks") {
    sink.screen(from, "unlocked");
    sink.seen(from);
    return;
  }
  const seconds = fieldOf(value, "duration");
  const until = typeof seconds === "number" && seconds >= 0 ? from + Math.round(seconds * 1000) : NaN;
  if (!(until >= FIRST_MS && until < LAST_MS)) {
    sink.skip(line, { type: "not-a-duration", text: showField(JSON.stringify(seconds ?? null)) });
    return;
  }
  const named = fieldOf(value, "data");
  const isUse = kind === "windows" || textOf(fieldOf(named, "status")) === "not-afk";
  if (isUse && until - from > MAX_LOOK_MS) {
    sink.skip(line, { type: "longer-than-a-day", text: showField(JSON.stringify(seconds ?? null)) });
    return;
  }
  if (kind === "idle") {
    if (isUse) sink.active(from, until);
  } else {
    const app = textOf(fieldOf(named, "app")) ?? textOf(fieldOf(named, "package"));
    if (app === null || app === "") {
      sink.skip(line, { type: "missing-value", column: "app" });
      return;
    }
    sink.app(from, until, app);
  }
  sink.seen(from);
  sink.seen(until);
};
