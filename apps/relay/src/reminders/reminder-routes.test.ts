import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Hono } from "hono";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createApp } from "../app.ts";
import { openReminders, type OpenedReminders } from "./open-reminders.ts";
import { CHANGES_OF_ADDRESS } from "./reminder-routes.ts";
import { MAX_AHEAD_MS, MAX_TIMES } from "./reminder-request.ts";

const NOW = 1_800_000_000_000;
const SECRET = "c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXMtMTI";
const ENDPOINT = "https://fcm.googleapis.com/fcm/send/ann";

let folder = "";
let opened: OpenedReminders;
let app: Hono;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "undivided-routes-"));
  const made = openReminders(folder, { say: () => undefined, clock: () => NOW, services: [], contact: null });
  if (made === null) throw new Error("not opened");
  opened = made;
  app = createApp(undefined, { reminders: opened.reminders });
});
afterEach(() => {
  opened.close();
  rmSync(folder, { recursive: true, force: true });
});

const put = async (body: unknown, more: Readonly<Record<string, string>> = {}): Promise<readonly [number, string]> => {
  const answer = await app.request("/relay/reminders", {
    method: "PUT",
    headers: { authorization: `Bearer ${SECRET}`, "content-type": "application/json", ...more },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  return [answer.status, await answer.text()];
};
const refused = (why: string): string => JSON.stringify({ refused: why });

describe("what a phone says of its reminders", () => {
  it.each([
    ["nothing", "", [400, refused("malformed")]],
    ["no JSON", "{", [400, refused("malformed")]],
    ["no address", { times: [] }, [400, refused("malformed")]],
    ["times that are none", { endpoint: ENDPOINT, times: ["soon"] }, [400, refused("malformed")]],
    ["half a millisecond", { endpoint: ENDPOINT, times: [NOW + 0.5] }, [400, refused("malformed")]],
    [
      "too many",
      { endpoint: ENDPOINT, times: Array.from({ length: MAX_TIMES + 1 }, (_, n) => NOW + n) },
      [400, refused("too-many")],
    ],
    ["too far", { endpoint: ENDPOINT, times: [NOW + MAX_AHEAD_MS + 1] }, [400, refused("too-far")]],
    ["another machine", { endpoint: "https://127.0.0.1/", times: [NOW + 1] }, [403, refused("not-a-push-service")]],
    ["an address alone, of nobody known", { endpoint: ENDPOINT }, [404, refused("unknown-phone")]],
    [
      "as much as it may",
      { endpoint: ENDPOINT, times: Array.from({ length: MAX_TIMES }, (_, n) => NOW + n) },
      [204, ""],
    ],
  ])("is answered by name: %s", async (_what, body, answer) => {
    expect(await put(body)).toEqual(answer);
  });

  it("is taken from who has a secret and says JSON, and is short", async () => {
    const body = { endpoint: ENDPOINT, times: [NOW + 1000] };
    expect(await put(body, { authorization: "" })).toEqual([401, refused("no-secret")]);
    expect(await put(body, { authorization: `Bearer ${SECRET}x` })).toEqual([401, refused("no-secret")]);
    // What a form of another page may send without asking.
    expect(await put(body, { "content-type": "text/plain" })).toEqual([400, refused("malformed")]);
    expect(await put({ ...body, more: "x".repeat(5000) })).toEqual([413, refused("too-large")]);
  });

  it("is limited for an address, and a limit names when to come again; the key can be read all the same", async () => {
    for (let count = 0; count < CHANGES_OF_ADDRESS.burst; count += 1) await put("");
    const answer = await app.request("/relay/reminders", { method: "DELETE" });
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([429, "10"]);
    expect((await app.request("/relay/reminders")).status).toBe(200);
  });

  it("is not asked for where the relay rings nobody", async () => {
    const without = createApp(undefined);
    expect((await without.request("/relay/reminders")).status).toBe(404);
    expect((await without.request("/relay/reminders", { method: "PUT" })).status).toBe(405);
  });

  it("is answered by no page of another origin being let in", async () => {
    const answer = await app.request("/relay/reminders", { headers: { origin: "https://example.org" } });
    expect(answer.headers.get("access-control-allow-origin")).toBeNull();
    expect(answer.headers.get("cross-origin-resource-policy")).toBe("same-origin");
  });
});
