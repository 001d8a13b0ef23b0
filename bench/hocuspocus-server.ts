/** Hocuspocus with its database extension over `node:sqlite`, in a process of its own; says its port as a line. For `relay.ts`. */
import { DatabaseSync } from "node:sqlite";
import { Database } from "@hocuspocus/extension-database";
import { Server } from "@hocuspocus/server";

const [file = ":memory:"] = process.argv.slice(2);
const database = new DatabaseSync(file);
database.exec(
  "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE documents (name TEXT PRIMARY KEY, state BLOB)",
);
const read = database.prepare("SELECT state FROM documents WHERE name = ?");
const write = database.prepare("INSERT OR REPLACE INTO documents (name, state) VALUES (?, ?)");

const server = new Server({
  quiet: true,
  port: 0,
  address: "127.0.0.1",
  stopOnSignals: false,
  extensions: [
    new Database({
      fetch: async ({ documentName }) => {
        const state = read.get(documentName)?.["state"];
        return state instanceof Uint8Array ? state : null;
      },
      store: async ({ documentName, state }) => void write.run(documentName, state),
    }),
  ],
});
await server.listen();
console.log(JSON.stringify({ port: server.address.port }));
