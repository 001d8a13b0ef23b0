import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createMemoryIo, type MemoryIo } from "../memory-io.ts";
import { createServeVerb } from "./serve.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "undivided-serve-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const buildSite = async (): Promise<string> => {
  const site = join(folder, "dist");
  await mkdir(site);
  await writeFile(join(site, "index.html"), "<!doctype html><title>Undivided</title>");
  return site;
};

/** Serves until `use` is done; resolves to the exit code and what was written. */
const serveWhile = async (
  site: string,
  args: readonly string[],
  use: (url: string, io: MemoryIo) => Promise<void>,
): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> => {
  const io = createMemoryIo(folder);
  const ended = createServeVerb(site).run(args, io);
  const line: unknown = JSON.parse(await io.stdout.firstLine());
  if (typeof line === "object" && line !== null && "listening" in line) await use(String(line.listening), io);
  io.stop();
  return { code: await ended, stdout: io.stdout.text(), stderr: io.stderr.text() };
};

const occupy = (host: string): Promise<{ readonly port: number; readonly server: Server }> =>
  new Promise((resolve) => {
    const server = createServer();
    server.listen({ port: 0, host }, () => {
      const address = server.address();
      resolve({ port: typeof address === "object" && address !== null ? address.port : 0, server });
    });
  });

describe("undivided serve", () => {
  it("serves the built app and stops when asked, with one line of JSON and no words", async () => {
    const ended = await serveWhile(await buildSite(), ["--port", "0"], async (url) => {
      expect(await (await fetch(url)).text()).toContain("<title>Undivided</title>");
    });
    expect(ended).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^\{"listening":"http:\/\/localhost:\d+"\}\n$/),
      stderr: "",
    });
  });

  it("answers on both addresses of localhost", async () => {
    await serveWhile(await buildSite(), ["--port=0"], async (url) => {
      const { port } = new URL(url);
      for (const host of ["127.0.0.1", "[::1]"]) {
        expect((await fetch(`http://${host}:${port}/healthz`)).status).toBe(200);
      }
    });
  });

  it("serves only the health address, and says so, while the app is not built", async () => {
    const ended = await serveWhile(join(folder, "dist"), ["--port", "0"], async (url) => {
      expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ status: "ok" });
      expect((await fetch(url)).status).toBe(404);
    });
    expect(ended).toMatchObject({ code: 0, stderr: "app not built: npm start builds it\n" });
  });

  it.each(["127.0.0.1", "::1"])("fails with one line when the port is in use on %s", async (host) => {
    const { port, server } = await occupy(host);
    const io = createMemoryIo(folder);
    const code = await createServeVerb(await buildSite()).run(["--port", String(port)], io);
    server.close();
    expect({ code, stdout: io.stdout.text() }).toEqual({ code: 1, stdout: "" });
    expect(io.stderr.text()).toBe(
      `undivided serve: port ${port} is in use; stop what uses it, or choose another with --port.\n`,
    );
  });

  it("fails with one line on an address that is not this machine's", async () => {
    const io = createMemoryIo(folder);
    const code = await createServeVerb(await buildSite()).run(["--port", "0", "--host", "203.0.113.7"], io);
    expect(code).toBe(1);
    expect(io.stderr.text()).toMatch(/^undivided serve: "203\.0\.113\.7" is no address of this machine.*\n$/);
  });

  it.each([
    [["--port", "65536"]],
    [["--port", "-1"]],
    [["--port", "80a"]],
    [["--port", ""]],
    [["--host", ""]],
    [["--data", ""]],
    [["--tls-cert", "cert.pem"]],
    [["--tls-key", "key.pem"]],
    [["--push-contact", "me"]],
    [["--push-service", "push.example.org"]],
    [["--push-service", "http://push.example.org"]],
    [["--push-service", "https://push.example.org/path"]],
    [["extra"]],
  ])("calls %j wrong", async (args) => {
    const io = createMemoryIo(folder);
    expect(await createServeVerb(folder).run(args, io)).toBe(2);
    expect(io.stdout.text()).toBe("");
    expect(io.stderr.text()).toMatch(/^undivided serve: [^\n]+\n$/);
  });

  it("fails with one line on a folder that another process uses, and on one that cannot be made", async () => {
    const site = await buildSite();
    await serveWhile(site, ["--port", "0", "--data", "kept"], async () => {
      const io = createMemoryIo(folder);
      expect(await createServeVerb(site).run(["--port", "0", "--data", "kept"], io)).toBe(1);
      expect(io.stderr.text()).toMatch(/^undivided serve: .*kept is in use by another process; [^\n]+\n$/);
    });
    await writeFile(join(folder, "file"), "");
    // Nobody can make a folder in `/proc`, and where there is none, making one in it fails for whoever is not root.
    for (const path of ["file", "/proc/undivided/data"]) {
      const io = createMemoryIo(folder);
      expect(await createServeVerb(site).run(["--port", "0", "--data", path], io)).toBe(1);
      expect(io.stderr.text()).toMatch(/^undivided serve: .* cannot be written to \(\w+\); [^\n]+\n$/);
    }
  });

  it("fails with one line on a certificate that is not there or is none", async () => {
    const site = await buildSite();
    await writeFile(join(folder, "cert.pem"), "no certificate");
    for (const [key, words] of [
      ["gone.pem", /gone\.pem cannot be read \(ENOENT\)\.\n$/],
      ["cert.pem", /the certificate and the key cannot be used together; [^\n]+\n$/],
    ] as const) {
      const io = createMemoryIo(folder);
      const args = ["--port", "0", "--tls-cert", "cert.pem", "--tls-key", key];
      expect(await createServeVerb(site).run(args, io)).toBe(1);
      expect(io.stdout.text()).toBe("");
      expect(io.stderr.text()).toMatch(words);
    }
  });
});
