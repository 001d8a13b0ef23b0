import { describe, expect, it } from "vitest";
import { runCommandLine } from "./command-line.ts";
import { createMemoryIo } from "./memory-io.ts";
import type { Verb } from "./verbs/verb.ts";

const echo: Verb = {
  name: "echo",
  summary: "say it again",
  usage: "undivided echo WORD",
  run: async (args, io) => {
    await io.stdout.write(`${JSON.stringify(args)}\n`);
    return 0;
  },
};

const run = async (...args: readonly string[]) => {
  const io = createMemoryIo();
  const loaded: string[] = [];
  const loaders = {
    echo: async () => {
      loaded.push("echo");
      return echo;
    },
    other: async () => {
      loaded.push("other");
      return { ...echo, name: "other" };
    },
  };
  const code = await runCommandLine(loaders, "1.2.3", args, io);
  return { code, stdout: io.stdout.text(), stderr: io.stderr.text(), loaded };
};

describe("the command line", () => {
  it("runs the called verb with what follows its name, and loads no other", async () => {
    const { code, stdout, loaded } = await run("echo", "a", "--b");
    expect({ code, stdout, loaded }).toEqual({ code: 0, stdout: '["a","--b"]\n', loaded: ["echo"] });
  });

  it("lists every verb on standard output when asked for help", async () => {
    for (const word of ["--help", "-h", "help"]) {
      const { code, stdout, stderr } = await run(word);
      expect(code).toBe(0);
      expect(stdout).toMatch(/^ {2}echo {3}say it again\n {2}other {2}say it again$/m);
      expect(stderr).toBe("");
    }
  });

  it("explains a verb wherever --help stands before --", async () => {
    expect(await run("echo", "x", "--help")).toMatchObject({ code: 0, stdout: "undivided echo WORD\n" });
    expect(await run("echo", "--", "--help")).toMatchObject({ code: 0, stdout: '["--","--help"]\n' });
  });

  it("is a wrong call without a verb, and says what there is on standard error", async () => {
    const { code, stdout, stderr } = await run();
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("undivided <verb> [options]");
  });

  it("is a wrong call with an unknown verb, also one that every object has", async () => {
    for (const name of ["ecoh", "toString", "__proto__", ""]) {
      const { code, stdout, stderr } = await run(name);
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).toBe(
        `undivided: no verb "${name}"; there is echo, other. "undivided --help" says what each does.\n`,
      );
    }
  });

  it("says the version it was given", async () => {
    expect(await run("--version")).toMatchObject({ code: 0, stdout: "1.2.3\n" });
  });
});
