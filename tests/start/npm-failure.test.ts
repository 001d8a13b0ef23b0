import { describe, expect, it } from "vitest";
import { explainNpmFailure } from "../../scripts/setup/npm.mjs";

const log = "A complete log of this run can be found in: /home/me/.npm/_logs/2026-11-22T23_44_49_071Z-debug-0.log";

describe("what npm says when it fails becomes one line", () => {
  it.each(["ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ETIMEDOUT", "ENOTCACHED", "E503"])(
    "for the network: %s",
    (code) => {
      const line = explainNpmFailure(`npm error code ${code}\nnpm error network request failed\nnpm error ${log}\n`);
      expect(line).toMatch(
        new RegExp(`^no package registry can be reached \\(${code}\\)\\..* npm's log: /home/me/.*\\.log$`),
      );
    },
  );

  it("in the spelling of older npm too", () => {
    const line = explainNpmFailure(`npm ERR! code ENOTFOUND\nnpm ERR! errno ENOTFOUND\n\nnpm ERR! ${log}\n`);
    expect(line).toMatch(/^no package registry can be reached \(ENOTFOUND\)\..* npm's log: .*\.log$/);
  });

  it("for a folder that may not be written to", () => {
    const line = explainNpmFailure("npm error code EACCES\nnpm error syscall mkdir\nnpm error path /usr/lib/x\n");
    expect(line).toBe("npm may not write to /usr/lib/x (EACCES).");
  });

  it("for a full disk", () => {
    expect(explainNpmFailure("npm error code ENOSPC\n")).toBe("the disk is full (ENOSPC).");
  });

  it("for anything else, with npm's own first reason", () => {
    const line = explainNpmFailure(
      `npm error code EINTEGRITY\nnpm error sha512-abc integrity checksum failed\nnpm error ${log}`,
    );
    expect(line).toMatch(
      /^npm could not install the packages \(EINTEGRITY\): sha512-abc integrity checksum failed npm's log: /,
    );
  });

  it("even for silence", () => {
    expect(explainNpmFailure("")).toBe("npm could not install the packages (unknown): ");
  });
});
