import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createMemoryIo, type MemoryWorld } from "./memory-io.ts";
import { readSecret } from "./secret.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "undivided-secret-"));
  await writeFile(join(folder, "pin"), "from the file\r\n");
  await writeFile(join(folder, "lines"), "two\nlines\n");
  await writeFile(join(folder, "empty"), "\n");
  await writeFile(join(folder, "picture"), Uint8Array.of(0xff, 0xd8, 0xff));
  await writeFile(join(folder, "long"), "x".repeat(5000));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const read = (world: MemoryWorld, file?: string) =>
  readSecret(createMemoryIo(folder, world), {
    what: "PIN",
    option: "secret-file",
    file,
    variable: "UNDIVIDED_SECRET",
  });
const everywhere = { env: { UNDIVIDED_SECRET: "from the variable" }, typed: ["typed"] };

describe("a secret", () => {
  it("comes from the named file first, then from the environment, then from the terminal", async () => {
    expect(await read(everywhere, "pin")).toEqual({ type: "secret", text: "from the file" });
    expect(await read(everywhere)).toEqual({ type: "secret", text: "from the variable" });
    expect(await read({ typed: ["typed"] })).toEqual({ type: "secret", text: "typed" });
    expect(await read({ env: { UNDIVIDED_SECRET: "" }, typed: ["typed"] })).toEqual({ type: "secret", text: "typed" });
  });

  it("that is new is typed twice, and no secret when the two differ", async () => {
    const typing = (...typed: readonly string[]) =>
      readSecret(createMemoryIo(folder, { typed }), {
        what: "PIN",
        option: "secret-file",
        file: undefined,
        variable: "UNDIVIDED_SECRET",
        isNew: true,
      });
    expect(await typing("4711", "4711")).toEqual({ type: "secret", text: "4711" });
    expect(await typing("4711", "4712")).toEqual({ type: "none", words: "what was typed was not the same twice" });
    expect(await typing("4711")).toMatchObject({ type: "none" });
  });

  it("is none where there is no terminal, and never read from a pipe", async () => {
    expect(await read({ input: "1234\n" })).toEqual({
      type: "none",
      words: "needs the PIN: in a file named by --secret-file, in UNDIVIDED_SECRET, or typed at a terminal",
    });
  });

  it("keeps its own line breaks and loses only the last", async () => {
    expect(await read({}, "lines")).toEqual({ type: "secret", text: "two\nlines" });
  });

  it("says what is wrong with its file, and falls back on nothing else", async () => {
    expect(await read(everywhere, "none")).toEqual({ type: "unreadable", words: "--secret-file none: no such file" });
    expect(await read(everywhere, "empty")).toEqual({ type: "unreadable", words: "--secret-file empty: is empty" });
    expect(await read(everywhere, "picture")).toMatchObject({ type: "unreadable" });
    expect(await read(everywhere, "long")).toMatchObject({ type: "unreadable" });
    expect(await read(everywhere, ".")).toMatchObject({ type: "unreadable" });
  });
});
