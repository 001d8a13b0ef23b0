import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseEpochMs, type Instant } from "@undivided/domain";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openReminders } from "./open-reminders.ts";
import { openReminderDatabase, type ReminderStore } from "./reminder-store.ts";
import { createReminders, RING_WITHIN_MS, type Reminders } from "./reminders.ts";
import type { Push, PushOutcome } from "./send-push.ts";

const START = 1_800_000_000_000;
const MINUTE = 60_000;
const PHONE = "https://fcm.googleapis.com/fcm/send/ann";
const SITE = "https://home.example.org";

let folder = "";
let now = START;
let sent: Push[] = [];
let answers: PushOutcome[] = [];
let store: ReminderStore;
let reminders: Reminders;

const at = (ms: number): Instant => {
  const parsed = parseEpochMs(ms);
  if (parsed.type === "error") throw new Error("no time");
  return parsed.value;
};
const name = (first: number): Uint8Array<ArrayBuffer> => new Uint8Array(32).fill(first);
const open = (): void => {
  const opened = openReminderDatabase(join(folder, "reminders.sqlite"));
  if (opened.type !== "opened") throw new Error(opened.type);
  store = opened.store;
  reminders = createReminders({
    ...{ store, clock: () => now, services: [], contact: null },
    send: (push) => {
      sent.push(push);
      return Promise.resolve(answers.shift() ?? { type: "sent" });
    },
    onFault: (error) => {
      throw error;
    },
  });
};
/** Ticks each `stepMs` until `until`. */
const pass = async (until: number, stepMs = MINUTE): Promise<void> => {
  for (; now < until; now += stepMs) {
    reminders.tick();
    await reminders.idle();
  }
};
const leave = (times: readonly number[], phone = 1, endpoint = PHONE) =>
  reminders.leave(name(phone), endpoint, times.map(at), SITE);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "undivided-reminders-"));
  [now, sent, answers] = [START, [], []];
  open();
});
afterEach(() => {
  reminders.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe("reminders of a relay", () => {
  it("ring each phone at its times, and forget it after the last", async () => {
    leave([START + 5 * MINUTE, START + 10 * MINUTE]);
    leave([START + 10 * MINUTE], 2, "https://web.push.apple.com/ben");
    await pass(START + 4 * MINUTE);
    expect(sent).toEqual([]);
    await pass(START + 20 * MINUTE);
    expect(sent.map(({ endpoint }) => endpoint)).toEqual([PHONE, PHONE, "https://web.push.apple.com/ben"]);
    expect(store.count()).toBe(0);
  });

  it("take what a phone leaves in place of what it left before", async () => {
    leave([START + 5 * MINUTE, START + 6 * MINUTE]);
    leave([START + 8 * MINUTE]);
    await pass(START + 7 * MINUTE);
    expect(sent).toHaveLength(0);
    await pass(START + 20 * MINUTE);
    expect(sent).toHaveLength(1);
    leave([]);
    expect(store.count()).toBe(0);
  });

  it("ring again after a service was busy, later each time, and as it asks", async () => {
    leave([START + MINUTE]);
    answers = [
      { type: "later", afterMs: 0 },
      { type: "later", afterMs: 120_000 },
    ];
    await pass(START + 30 * MINUTE, 1000);
    expect(sent).toHaveLength(3);
    const [, second, third] = sent.map(({ ttlMs }) => START + MINUTE + RING_WITHIN_MS - ttlMs - START);
    expect(second).toBe(MINUTE + 15_000);
    expect(third).toBe(MINUTE + 15_000 + 120_000);
    expect(store.count()).toBe(0);
  });

  it("give up on a busy service after half an hour, and keep what comes next week", async () => {
    answers = Array.from({ length: 50 }, () => ({ type: "later", afterMs: 0 }) as const);
    leave([START + MINUTE, START + 600 * MINUTE]);
    await pass(START + 60 * MINUTE, 5000);
    const tries = sent.length;
    expect(tries).toBeGreaterThan(4);
    expect(tries).toBeLessThan(10);
    expect(Math.min(...sent.map(({ ttlMs }) => ttlMs))).toBeGreaterThanOrEqual(0);
    answers = [];
    await pass(START + 601 * MINUTE);
    expect(sent).toHaveLength(tries + 1);
  });

  it("forget a phone that is gone, and one time that was refused", async () => {
    leave([START + MINUTE, START + 9 * MINUTE]);
    leave([START + MINUTE, START + 9 * MINUTE], 2);
    answers = [{ type: "gone" }, { type: "refused" }];
    await pass(START + 20 * MINUTE);
    expect(sent).toHaveLength(3);
  });

  it("keep a try that is due while the phone leaves other times, and move it with its address", async () => {
    answers = [{ type: "later", afterMs: 120_000 }];
    leave([START + MINUTE]);
    await pass(START + 2 * MINUTE);
    expect(leave([START + 50 * MINUTE])).toBe("kept");
    expect(reminders.leave(name(1), `${PHONE}-2`, null, SITE)).toBe("kept");
    expect(reminders.leave(name(9), `${PHONE}-2`, null, SITE)).toBe("unknown-phone");
    await pass(START + 60 * MINUTE);
    expect(sent.map(({ endpoint }) => endpoint)).toEqual([PHONE, `${PHONE}-2`, `${PHONE}-2`]);
  });

  it("do not send again what was on its way when the relay was killed", async () => {
    leave([START + MINUTE, START + 300 * MINUTE]);
    now = START + MINUTE;
    expect(store.takeDue(now, START, 9)).toHaveLength(1);
    store.close();
    now = START + 5 * MINUTE;
    open();
    await pass(START + 299 * MINUTE);
    expect(sent).toEqual([]);
    await pass(START + 310 * MINUTE);
    expect(sent.map(({ ttlMs }) => ttlMs)).toEqual([RING_WITHIN_MS]);
  });

  it("do not ring what is half an hour old when the relay comes back", async () => {
    leave([START + MINUTE, START + 2 * MINUTE, START + 300 * MINUTE]);
    store.close();
    now = START + 100 * MINUTE;
    open();
    await pass(START + 310 * MINUTE);
    expect(sent.map(({ ttlMs }) => ttlMs)).toEqual([RING_WITHIN_MS]);
  });

  it("go only to the services of the browsers' makers and those that were named", () => {
    const kept = [
      PHONE,
      "https://updates.push.services.mozilla.com/wpush/v2/x",
      "https://web.push.apple.com/x",
      "https://wns2-par02p.notify.windows.com/w/?token=x",
    ];
    const refused = [
      ...["http://fcm.googleapis.com/x", "https://fcm.googleapis.com:8443/x", "https://u:p@fcm.googleapis.com/x"],
      ...[
        "https://fcm.googleapis.com.example.org/x",
        "https://evilpush.apple.com.example.org/",
        "https://push.apple.com/",
      ],
      ...[
        "https://127.0.0.1/x",
        "http://169.254.169.254/latest",
        "https://[::1]/x",
        "file:///etc/passwd",
        "",
        "nothing",
      ],
      ...["https://xnotify.windows.com/", `https://fcm.googleapis.com/${"x".repeat(1024)}`],
    ];
    expect(kept.map((endpoint) => leave([START + MINUTE], 1, endpoint))).toEqual(kept.map(() => "kept"));
    expect(refused.map((endpoint) => leave([START + MINUTE], 2, endpoint))).toEqual(
      refused.map(() => "not-a-push-service"),
    );
  });

  it("say the address of the app to the service where its operator named none", async () => {
    leave([START + MINUTE]);
    await pass(START + 3 * MINUTE);
    const claims = Buffer.from(
      /t=[^.]+\.([^.]+)/.exec(sent[0]?.authorization ?? "")?.[1] ?? "",
      "base64url",
    ).toString();
    expect(JSON.parse(claims)).toMatchObject({ aud: "https://fcm.googleapis.com", sub: SITE });
  });
});

describe("a database of reminders that is broken", () => {
  it("is set aside and begun anew", () => {
    const lines: string[] = [];
    const elsewhere = mkdtempSync(join(tmpdir(), "undivided-reminders-"));
    writeFileSync(
      join(elsewhere, "reminders.sqlite"),
      "no database, but longer than a header of one would have to be".repeat(20),
    );
    const opened = openReminders(elsewhere, { say: (line) => lines.push(line), services: [], contact: null });
    expect(opened?.reminders.publicKey).toMatch(/^[\w-]{87}$/);
    expect(lines).toEqual([expect.stringContaining("reminders.sqlite.broken-1")]);
    opened?.close();
    rmSync(elsewhere, { recursive: true });
  });
});
