import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "./app.ts";
import { loadSite, type Site } from "./site.ts";

const script = "console.log('undivided');\n".repeat(200);
const hashed = "/assets/index-B2sX8f_a.js";
const navigation = { "sec-fetch-mode": "navigate", accept: "text/html" };
let folder = "";
let site: Site | undefined;

const request = (path: string, headers: Readonly<Record<string, string>> = {}, method = "GET") =>
  createApp(site).request(path, { method, headers: { ...headers } });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "undivided-site-"));
  const dist = join(folder, "dist");
  await mkdir(join(dist, "assets"), { recursive: true });
  await writeFile(join(folder, "secret.txt"), "outside");
  await writeFile(join(dist, "index.html"), "<!doctype html><title>Undivided</title>");
  await writeFile(join(dist, hashed), script);
  await writeFile(join(dist, `${hashed}.br`), brotliCompressSync(script));
  await writeFile(join(dist, "service-worker.js"), script);
  await writeFile(join(dist, "manifest.webmanifest"), "{}");
  await writeFile(join(dist, ".inputs"), "a note of the build");
  site = await loadSite(dist);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("the served site", () => {
  it.each([
    ["/", "text/html; charset=utf-8"],
    [hashed, "text/javascript; charset=utf-8"],
    ["/manifest.webmanifest", "application/manifest+json"],
    ["/healthz", "application/json"],
  ])("sends %s as %s", async (path, type) => {
    const response = await request(path);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe(type);
  });

  it("lets a hashed asset be kept for good, and everything else be asked for again", async () => {
    expect((await request(hashed)).headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    for (const path of ["/", "/index.html", "/service-worker.js", "/manifest.webmanifest"]) {
      expect((await request(path)).headers.get("cache-control")).toBe("no-cache");
    }
  });

  it("takes the compressed form that the build left, or makes one, when the browser can read it", async () => {
    const brotli = await request(hashed, { "accept-encoding": "gzip, deflate, br" });
    expect(brotli.headers.get("content-encoding")).toBe("br");
    const zipped = await request("/service-worker.js", { "accept-encoding": "gzip, br" });
    expect(zipped.headers.get("content-encoding")).toBe("gzip");
    expect(gunzipSync(Buffer.from(await zipped.arrayBuffer())).toString()).toBe(script);
    const refused = await request(hashed, { "accept-encoding": "gzip, br;q=0" });
    expect(refused.headers.get("content-encoding")).toBe("gzip");
    expect((await request(hashed)).headers.get("content-encoding")).toBeNull();
    expect((await request(`${hashed}.br`)).status).toBe(404);
  });

  it("answers 304 without a body to a browser that has this very form", async () => {
    const first = await request(hashed, { "accept-encoding": "br" });
    const etag = first.headers.get("etag") ?? "";
    const again = await request(hashed, { "accept-encoding": "br", "if-none-match": `"other", W/${etag}` });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
    expect(again.headers.get("etag")).toBe(etag);
    expect((await request(hashed, { "if-none-match": etag })).status).toBe(200);
  });

  it("answers HEAD as GET, without the body", async () => {
    const response = await request(hashed, {}, "HEAD");
    expect(response.status).toBe(200);
    expect(response.headers.get("content-length")).toBe(String(script.length));
    expect(await response.text()).toBe("");
  });

  it("opens the app at its own addresses when a person goes there", async () => {
    const byHeader = await request("/together/look-back", navigation);
    expect(await byHeader.text()).toContain("Undivided");
    const olderBrowser = await request("/us", { accept: "text/html,*/*" });
    expect(olderBrowser.status).toBe(200);
  });

  it.each([
    ["/assets/gone-12345678.js", navigation],
    ["/us", { "sec-fetch-mode": "cors", accept: "text/html" }],
    ["/us", { accept: "*/*" }],
    ["/favicon.ico", navigation],
    ["/.inputs", {}],
  ])("fails for a missing part rather than sending HTML: %s %j", async (path, headers) => {
    expect((await request(path, headers)).status).toBe(404);
  });

  it.each([
    "/../secret.txt",
    "/..%2fsecret.txt",
    "/%2e%2e/secret.txt",
    "/assets/..%2f..%2fsecret.txt",
    "/..%5csecret.txt",
    "//secret.txt",
    "/%00",
    "/%ff",
    "/etc/passwd%00.html",
  ])("never climbs out of the folder: %s", async (path) => {
    const response = await request(path, navigation);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe("not found\n");
  });

  it("refuses methods that change something", async () => {
    const response = await request("/", {}, "POST");
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("GET, HEAD");
  });

  it("carries the strict headers on every kind of answer", async () => {
    for (const path of ["/", hashed, "/healthz", "/gone.js"]) {
      const { headers } = await request(path);
      expect(headers.get("content-security-policy")).toContain(
        "default-src 'none'; script-src 'self'; style-src 'self'",
      );
      expect(headers.get("content-security-policy")).not.toMatch(/unsafe|https?:|\*/);
      expect(headers.get("permissions-policy")).toMatch(/camera=\(self\).*microphone=\(self\).*geolocation=\(\)/);
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
      expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
    }
  });
});

describe("without a built app", () => {
  it("answers the health address and nothing else", async () => {
    expect(await loadSite(join(folder, "no-such-folder"))).toBeUndefined();
    expect(await loadSite(join(folder, "dist/assets"))).toBeUndefined();
    const app = createApp(undefined);
    expect(await (await app.request("/healthz")).json()).toEqual({ status: "ok" });
    expect((await app.request("/", { headers: navigation })).status).toBe(404);
  });
});
