import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { randomBytes } from "@undivided/vault/relay";
import { logStoreCases } from "@undivided/vault/log-store.contract";
import { describe, test } from "vitest";
import { setUpTables } from "../../apps/relay/src/store/mailbox-tables.ts";
import { createSqliteMailboxStore } from "../../apps/relay/src/store/sqlite-mailbox-store.ts";

describe("the mailbox store over SQLite, as a LogStore", () => {
  test.each(logStoreCases)("$title", async ({ run }) => {
    const folder = mkdtempSync(join(tmpdir(), "undivided-mailboxes-"));
    const database = new DatabaseSync(join(folder, "mailboxes.sqlite"));
    try {
      setUpTables(database, randomBytes(16));
      const open = () => createSqliteMailboxStore(database, { day: () => 1, onError: () => undefined });
      // One process has the file to itself: a second store is another one over the same connection.
      await run(open(), async () => open());
    } finally {
      database.close();
      rmSync(folder, { recursive: true });
    }
  });
});
