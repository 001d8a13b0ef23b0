/**
 * The relay's pushes against a push service on this machine, beside those of the npm package `web-push`: the real `undivided serve` in
 * a process of its own, killed in between.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createPrivateKey } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import webPush from "web-push";
import { openReminderDatabase } from "../../apps/relay/src/reminders/reminder-store.ts";
import { createVapid, makeVapidKey } from "../../apps/relay/src/reminders/vapid.ts";
import { startRelay, type RelayProcess } from "../relay/relay-process.ts";
import { startPushService, type PushService } from "./push-service.ts";

let folder = "";
let service: PushService;
let relay: RelayProcess | null = null;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "undivided-push-"));
  service = await startPushService();
});
afterEach(async () => {
  await relay?.kill();
  relay = null;
  await service.close();
  rmSync(folder, { recursive: true, force: true });
});

const SECRET = "c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXMtMTI";
const headers = (secret: string) => ({ authorization: `Bearer ${secret}`, "content-type": "application/json" });
const start = async (port = 0): Promise<RelayProcess> =>
  (relay = await startRelay(folder, port, [
    ...["--push-service", service.origin],
    ...["--push-contact", "mailto:who@example.org"],
  ]));
const put = async (url: string, body: unknown, secret = SECRET): Promise<number> => {
  const answer = await fetch(`${url}/relay/reminders`, {
    method: "PUT",
    headers: headers(secret),
    body: JSON.stringify(body),
  });
  return answer.status;
};
const keyOf = async (url: string): Promise<unknown> => {
  const value: unknown = await (await fetch(`${url}/relay/reminders`)).json();
  return typeof value === "object" && value !== null && "key" in value ? value.key : null;
};
const endpoint = (name: string): string => `${service.origin}/push/${name}`;

const openedAgain = () => {
  const opened = openReminderDatabase(join(folder, "reminders.sqlite"));
  if (opened.type !== "opened") throw new Error(opened.type);
  return opened;
};

describe("a push", () => {
  it("is what web-push would send with the same key, and a push service takes either", async () => {
    const der = makeVapidKey();
    const vapid = createVapid(der, Date.now);
    const { d = "" } = createPrivateKey({ key: Buffer.from(der), type: "pkcs8", format: "der" }).export({
      format: "jwk",
    });
    const theirs = webPush.generateRequestDetails({ endpoint: endpoint("a") }, null, {
      vapidDetails: { subject: "mailto:who@example.org", publicKey: vapid.publicKey, privateKey: d },
      ...{ TTL: 1800, urgency: "high", topic: "reminder" },
    });
    const sent = await fetch(theirs.endpoint, {
      method: theirs.method,
      headers: Object.fromEntries(Object.entries(theirs.headers).map(([name, value]) => [name, String(value)])),
    });
    expect(sent.status).toBe(201);
    const ours = await fetch(theirs.endpoint, {
      method: "POST",
      headers: {
        authorization: vapid.authorize(theirs.endpoint, "mailto:who@example.org"),
        ...{ ttl: "1800", urgency: "high", topic: "reminder" },
      },
    });
    expect(ours.status).toBe(201);
    const [first, second] = service.taken.map((push) => ({ ...push, at: 0 }));
    expect(second).toEqual(first);
    expect(service.refused).toEqual([]);
  });

  it("that is signed for another service, by another key or for too long is refused by the one on this machine", async () => {
    const clock = Date.now();
    const [good, other] = [createVapid(makeVapidKey(), () => clock), createVapid(makeVapidKey(), () => clock)];
    const token = good.authorize(endpoint("a"), "mailto:who@example.org");
    const authorizations = [
      good.authorize("https://push.example.org/push/a", "mailto:who@example.org"),
      token.replace(/k=.*$/, `k=${other.publicKey}`),
      createVapid(makeVapidKey(), () => clock + 86_400_000).authorize(endpoint("a"), "mailto:who@example.org"),
    ];
    for (const authorization of authorizations) {
      const answer = await fetch(endpoint("a"), { method: "POST", headers: { authorization, ttl: "0" } });
      expect(answer.status).toBe(403);
    }
    expect(service.taken).toEqual([]);
  });
});

describe("a relay that rings", () => {
  it("sends an empty push at each time, once, with its own key and a bounded life, and forgets the phone after the last", async () => {
    const { url } = await start();
    const now = Date.now();
    expect(await put(url, { endpoint: endpoint("ann"), times: [now + 1200, now + 3600] })).toBe(204);
    await expect.poll(() => service.taken.length, { timeout: 10_000 }).toBe(2);
    const key = await keyOf(url);
    for (const push of service.taken) {
      expect(push).toMatchObject({ path: "/push/ann", bodyBytes: 0, urgency: "high", topic: "reminder", key });
      expect(push.contact).toBe("mailto:who@example.org");
      expect(push.ttl).toBeGreaterThan(1780);
      expect(push.ttl).toBeLessThanOrEqual(1800);
    }
    expect(service.taken[0]?.at).toBeGreaterThanOrEqual(now + 1200);
    // No word of the phone is left in the file.
    await relay?.stop();
    expect(readFileSync(join(folder, "reminders.sqlite")).includes(endpoint("ann"))).toBe(false);
    expect(relay?.words()).not.toContain("/push/");
  });

  it("rings a time once through kill -9, keeps its key, and does not ring in heaps what it missed", async () => {
    const { url, port } = await start();
    const key = await keyOf(url);
    const now = Date.now();
    const later = now + 3_600_000;
    await put(url, { endpoint: endpoint("ann"), times: [now + 800, now + 2600, now + 2800, later] });
    await expect.poll(() => service.taken.length, { timeout: 10_000 }).toBe(1);
    await relay?.kill();
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, now + 3500 - Date.now())));
    await start(port);
    expect(await keyOf(url)).toBe(key);
    // What was missed comes as one.
    await expect.poll(() => service.taken.length, { timeout: 10_000 }).toBe(2);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(service.taken).toHaveLength(2);
    await relay?.stop();
    const { store } = openedAgain();
    expect(store.takeDue(later + 1000, later, 9)).toMatchObject([{ endpoint: endpoint("ann"), due: later }]);
    store.close();
  });

  it("asks again after 503, never again after 410, and changes or forgets for nobody without the secret", async () => {
    const { url } = await start();
    const now = Date.now();
    service.answerNext({ status: 410 });
    await put(url, { endpoint: endpoint("gone"), times: [now + 500, now + 2500] });
    await new Promise((resolve) => setTimeout(resolve, 4500));
    expect(service.taken).toEqual([]);

    const other = SECRET.replace("c2", "d2");
    await put(url, { endpoint: endpoint("ann"), times: [Date.now() + 3000] });
    expect(await put(url, { endpoint: endpoint("eve") }, other)).toBe(404);
    const deleted = await fetch(`${url}/relay/reminders`, { method: "DELETE", headers: headers(other) });
    expect(deleted.status).toBe(204);
    await expect.poll(() => service.taken.map(({ path }) => path), { timeout: 10_000 }).toEqual(["/push/ann"]);

    await put(url, { endpoint: endpoint("ann"), times: [Date.now() + 1500] });
    await fetch(`${url}/relay/reminders`, { method: "DELETE", headers: headers(SECRET) });
    await new Promise((resolve) => setTimeout(resolve, 3500));
    expect(service.taken).toHaveLength(1);
  });
});
