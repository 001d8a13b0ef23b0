/**
 * Makes the fixture of an older build: `node tests/older/make-fixture.ts MAIN FOLDER`, where MAIN is the older build's
 * `apps/cli/src/main.ts`. Three devices of two people, a relay, a sealed backup, and the frames that devices and relay exchanged
 * (fixtures/older/SOURCE.md).
 */
import { spawn } from "node:child_process";
import { createServer } from "node:http";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { join, resolve } from "node:path";
import { WebSocket, WebSocketServer } from "ws";
import { linesOf, pairFolders, type CallOptions } from "../survival/device-process.ts";
import { FIXTURE_SECRETS } from "./fixture.ts";

const SUBPROTOCOL = "undivided-relay.1";
/** Of each kind of frame so many are kept, none of them long. */
const FRAMES_OF_A_KIND = 3;
const MAX_FRAME_BYTES = 4096;

const [program, target] = process.argv.slice(2).map((path) => resolve(path));
if (program === undefined || target === undefined) throw new Error("name the older build's main.ts, and a folder");
const path = (name: string): string => join(target, name);
await rm(target, { recursive: true, force: true });
await mkdir(target, { recursive: true });

const relay = spawn(process.execPath, [program, "serve", "--port", "0", "--data", path("relay")], {
  stdio: ["ignore", "pipe", "inherit"],
});
const upstream = await new Promise<string>((found) =>
  createInterface({ input: relay.stdout }).once("line", (line) => {
    const { listening }: { listening: string } = JSON.parse(line);
    found(listening);
  }),
);

/** Between devices and relay, and keeps what goes by. */
const frames: string[] = [];
const kept = new Map<string, number>();
const keep = (from: "device" | "relay", frame: Buffer): void => {
  const kind = `${from} ${frame[0] ?? 0}`;
  const count = kept.get(kind) ?? 0;
  if (count >= FRAMES_OF_A_KIND || frame.length > MAX_FRAME_BYTES) return;
  kept.set(kind, count + 1);
  frames.push(JSON.stringify({ from, bytes: frame.toString("base64") }));
};
const server = createServer();
const sockets = new WebSocketServer({ server, handleProtocols: () => SUBPROTOCOL, perMessageDeflate: false });
sockets.on("connection", (device) => {
  const link = new WebSocket(`${upstream.replace(/^http/, "ws").replace(/\/$/, "")}/relay`, [SUBPROTOCOL]);
  const early: Buffer[] = [];
  link.on("open", () => early.splice(0).forEach((frame) => link.send(frame)));
  device.on("message", (frame: Buffer) => {
    keep("device", frame);
    if (link.readyState === WebSocket.OPEN) link.send(frame);
    else early.push(frame);
  });
  link.on("message", (frame: Buffer) => {
    keep("relay", frame);
    device.send(frame);
  });
  link.on("close", () => device.close());
  device.on("close", () => link.close());
});
await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
const address = server.address();
const url = typeof address === "object" && address !== null ? `http://127.0.0.1:${address.port}` : "";

const { pin, passphrase } = FIXTURE_SECRETS;
const call = (args: string, dir: string, more: CallOptions = {}) =>
  linesOf([...args.split(" "), "--dir", path(dir)], { ...more, program });
const locked: CallOptions = { env: { UNDIVIDED_SECRET: pin } };

for (const dir of ["ada", "ben"]) await call(`device init --relay ${url}`, dir);
await pairFolders(path("ada"), path("ben"), { host: { program }, guest: { program } });
for (const kind of ["bid answered", "bid missed", "felt-second lonely"]) await call(`device log ${kind}`, "ada");
const [moment] = await call("device log moment quick-reply", "ada");
await call(`device correct ${String(moment?.["id"])} needed`, "ada");
const [gone] = await call("device log good-moment six-second-kiss", "ada");
await call(`device delete ${String(gone?.["id"])}`, "ada");
for (const [dir, kind] of [
  ["ada", "eye-contact"],
  ["ben", "bid-answered"],
] as const) {
  const [logged] = await call(`device log good-moment ${kind}`, dir);
  await call(`device share ${String(logged?.["id"])}`, dir);
}
await pairFolders(path("ada"), path("second"), {
  ...{ own: true, host: { ...locked, program }, guest: { ...locked, program } },
});
const [made] = await call("device code", "ada", locked);
await call(`export --out ${path("ada.backup")}`, "ada", {
  env: { UNDIVIDED_SECRET: pin, UNDIVIDED_BACKUP_SECRET: passphrase },
});
await call("device lock --off", "ada", locked);
await call("device log bid answered", "second", locked);
for (const dir of ["ben", "ada"]) await call("device status", dir);
const expected = {
  madeAt: new Date().toISOString(),
  code: made?.["code"],
  ada: await call("device show", "ada"),
  ben: await call("device show", "ben"),
  seenByAda: await call("device show --partner", "ada"),
  seenByBen: await call("device show --partner", "ben"),
};
await writeFile(path("expected.json"), `${JSON.stringify(expected, null, 2)}\n`);
await writeFile(path("exchange.jsonl"), frames.map((frame) => `${frame}\n`).join(""));
sockets.close();
server.closeAllConnections();
server.close();
relay.kill("SIGTERM");
await new Promise((ended) => relay.once("exit", ended));
