/** What an older build left behind, met by this one: its devices, its relay's data, its backup, its frames (fixtures/older). */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { stretchPassphrase } from "@undivided/vault/argon2id";
import { decodeAnswer, decodeRequest, encodeAnswer, encodeRequest } from "@undivided/vault/relay";
import type { DeviceWorld } from "../../apps/cli/src/device/device-action.ts";
import { createRelayClient } from "../../apps/cli/src/device/relay-client.ts";
import { createMemoryIo } from "../../apps/cli/src/memory-io.ts";
import { createDeviceVerb } from "../../apps/cli/src/verbs/device.ts";
import { createImportVerb } from "../../apps/cli/src/verbs/import.ts";
import type { Verb } from "../../apps/cli/src/verbs/verb.ts";
import { createVerifyVerb } from "../../apps/cli/src/verbs/verify.ts";
import { startCall } from "../survival/device-process.ts";
import { FIXTURE_SECRETS } from "./fixture.ts";

const TIMEOUT = 300_000;
const builds = fileURLToPath(new URL("../../fixtures/older/", import.meta.url));
const root = mkdtempSync(join(tmpdir(), "undivided-older-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

type Line = Record<string, unknown>;
interface Expected {
  readonly madeAt: string;
  readonly code: string;
  readonly ada: readonly Line[];
  readonly ben: readonly Line[];
  readonly seenByAda: readonly Line[];
  readonly seenByBen: readonly Line[];
}
interface Frame {
  readonly from: "device" | "relay";
  readonly bytes: string;
}

const { pin, passphrase } = FIXTURE_SECRETS;
const world: DeviceWorld = { connect: createRelayClient, stretch: stretchPassphrase };
const verbs: Readonly<Record<string, Verb>> = {
  device: createDeviceVerb(world),
  import: createImportVerb(world),
  verify: createVerifyVerb(stretchPassphrase),
};
const folders = readdirSync(builds, { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? [one.name] : []));

test("there is a fixture of an older build", () => expect(folders.length).toBeGreaterThan(0));

describe.each(folders)("what the build of %s left", (build) => {
  const from = join(builds, build);
  const expected: Expected = JSON.parse(readFileSync(join(from, "expected.json"), "utf8"));
  const frames = readFileSync(join(from, "exchange.jsonl"), "utf8")
    .trimEnd()
    .split("\n")
    .map((line): Frame => JSON.parse(line));

  /** An hour after it was made: what is shared ends by itself, and a relay forgets what nobody opens for years. */
  const skewMs = Date.parse(expected.madeAt) + 3_600_000 - Date.now();
  const call = async (args: readonly string[], secret = ""): Promise<readonly Line[]> => {
    const io = createMemoryIo(root, { env: { UNDIVIDED_SECRET: secret }, now: () => Date.now() + skewMs });
    const [name = "", ...rest] = args;
    const code = await verbs[name]?.run(rest, io);
    if (code !== 0) throw new Error(`${args.join(" ")}: ${io.stderr.text()}`);
    return io.stdout
      .text()
      .split("\n")
      .filter((line) => line !== "")
      .map((line): Line => JSON.parse(line));
  };
  const idsOf = (lines: readonly Line[]) => lines.map(({ id }) => String(id)).toSorted();
  const textsOf = (lines: readonly Line[]) => lines.map((line) => JSON.stringify(line)).toSorted();

  test(
    "is opened, brought in step, written on, deleted from and left by this one, and its relay goes on with its data",
    async () => {
      const path = (name: string) => join(root, build, name);
      cpSync(from, join(root, build), { recursive: true });
      const relay = startCall(["serve", "--port", "0", "--host", "127.0.0.1", "--data", path("relay")], {
        program: fileURLToPath(new URL("../survival/skewed-main.ts", import.meta.url)),
        env: { SKEW_MS: String(skewMs) },
      });
      const address = String((await relay.line())["listening"]).replace(/\/$/, "");
      try {
        const on = (dir: string, action: string, secret = "") =>
          call(["device", ...`${action} --relay ${address}`.split(" "), "--dir", path(dir)], secret);
        // By the code and the relay's data alone, before any device has brought it anything.
        await on("recovered", "recover", expected.code);
        expect(textsOf(await on("recovered", "show"))).toEqual(textsOf(expected.ada));

        expect(textsOf(await on("ada", "show"))).toEqual(textsOf(expected.ada));
        expect(textsOf(await on("ben", "show"))).toEqual(textsOf(expected.ben));
        expect(textsOf(await on("second", "show", pin))).toEqual(textsOf(expected.ada));
        expect(await on("ada", "show --partner")).toEqual(expected.seenByAda);
        expect(await on("ben", "show --partner")).toEqual(expected.seenByBen);
        expect([expected.seenByAda.length, expected.seenByBen.length]).toEqual([1, 1]);

        const [written] = await on("second", "log bid missed", pin);
        const shared = expected.ada.find(({ type }) => type === "good-moment");
        await on("ada", `delete ${String(shared?.["id"])}`);
        const left = [...idsOf(expected.ada).filter((id) => id !== shared?.["id"]), String(written?.["id"])].toSorted();
        for (const [dir, secret] of [
          ["ada", ""],
          ["recovered", ""],
          ["second", pin],
        ] as const) {
          expect(idsOf(await on(dir, "show", secret)), dir).toEqual(left);
        }
        expect(await on("ben", "show --partner")).toEqual([]);
        for (const dir of ["ada", "ben"]) {
          expect(await on(dir, "status")).toMatchObject([{ pairing: "paired", relayReached: true, inStep: true }]);
        }
        expect(await on("ben", "leave")).toEqual([{ left: true }]);
        expect(await on("ada", "status")).toMatchObject([{ pairing: "ended", ours: null }]);
        expect(await on("ada", "show --partner")).toEqual([]);
        expect(textsOf(await on("ben", "show"))).toEqual(textsOf(expected.ben));
      } finally {
        relay.child.kill("SIGTERM");
        await relay.ended;
      }
    },
    TIMEOUT,
  );

  test(
    "as a sealed backup is whole and brings every record back",
    async () => {
      const file = join(from, "ada.backup");
      const [verified] = await call(["verify", file], passphrase);
      expect(verified).toMatchObject({ whole: true, format: "sealed" });
      const dir = join(root, `${build}-restored`);
      const [report] = await call(["import", file, "--dir", dir], passphrase);
      expect(report).toMatchObject({ added: verified?.["records"], leftOut: 0 });
      const shown = idsOf(await call(["device", "show", "--dir", dir], passphrase));
      expect(shown.length).toBe(verified?.["records"]);
      expect(idsOf(expected.ada)).toEqual(expect.arrayContaining(shown));
    },
    TIMEOUT,
  );

  test("as frames between devices and relay is read, and written again byte for byte", () => {
    const kinds = new Set<string>();
    for (const { from: side, bytes } of frames) {
      const frame = new Uint8Array(Buffer.from(bytes, "base64"));
      const name = `${side} ${frame[0]}`;
      kinds.add(name);
      const request = side === "device" ? decodeRequest(frame) : undefined;
      const answer = side === "relay" ? decodeAnswer(frame) : undefined;
      const again = request === undefined ? answer && encodeAnswer(answer) : encodeRequest(request);
      expect(again && Buffer.from(again).toString("base64"), name).toBe(bytes);
    }
    expect(kinds.size).toBeGreaterThan(8);
  });
});
