/**
 * The rooms of the house and who may import whom, as ESLint settings (docs/adr/0002).
 *
 * Every import is turned into the path it reaches, so a package name, a relative path and a symbolic link into another
 * room are all the same to the check. Limits: sees literal specifiers only; that dynamic imports have literal ones is a
 * rule of its own in eslint.config.js.
 */
import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { importX } from "eslint-plugin-import-x";

/** Room → the rooms it may import, beside itself. A path below a room opens only that part of it. */
export const allowedByRoom = {
  "packages/domain": [],
  "packages/sensing": ["packages/domain"],
  "packages/history": ["packages/domain"],
  "packages/insight": ["packages/domain"],
  "packages/content": ["packages/domain"],
  "packages/vault": ["packages/domain"],
  "packages/journal": ["packages/domain", "packages/vault"],
  "apps/web": ["packages"],
  "apps/relay": ["packages/domain", "packages/vault/src/relay"],
  "apps/cli": ["packages", "apps/relay"],
};

/** Parts of the app that may not import certain other parts, beside features, which never import each other. */
const forbiddenInApp = [
  { target: "apps/web/src/ui", from: ["packages", "apps/web/src/features"], why: "ui/ knows no domain" },
  { target: "apps/web/src/platform", from: ["apps/web/src/features"], why: "platform/ only wraps browser APIs" },
];

/** The settings that check the rooms of the work tree at `root`. */
export const createRoomConfig = (root) => ({
  name: "undivided/rooms",
  files: ["packages/**/*.{ts,svelte}", "apps/**/*.{ts,svelte}"],
  plugins: { "import-x": importX },
  settings: { "import-x/resolver-next": [createRoomResolver(root)] },
  rules: {
    "import-x/no-restricted-paths": ["error", { basePath: root, zones: createZones(root) }],
    // A room is entered by its exports, never by a path into its inside.
    "import-x/no-relative-packages": "error",
    "import-x/no-unresolved": ["error", { ignore: ["^(?!@undivided/)"] }],
  },
});

const createZones = (root) => {
  const rooms = Object.keys(allowedByRoom);
  const zones = rooms.flatMap((room) => {
    const allowed = allowedByRoom[room];
    return ["packages", "apps"].map((floor) => ({
      target: room,
      from: floor,
      except: [room, ...allowed].flatMap((path) =>
        path === floor ? ["."] : path.startsWith(`${floor}/`) ? [`./${path.slice(floor.length + 1)}`] : [],
      ),
      message: `${room} may import ${allowed.length === 0 ? "no other room" : `only ${allowed.join(", ")}`}.`,
    }));
  });
  const features = join(root, "apps/web/src/features");
  for (const entry of existsSync(features) ? readdirSync(features, { withFileTypes: true }) : []) {
    if (!entry.isDirectory()) continue;
    zones.push({
      target: `apps/web/src/features/${entry.name}`,
      from: "apps/web/src/features",
      except: [`./${entry.name}`],
      message: "A feature never imports another feature.",
    });
  }
  for (const { target, from, why } of forbiddenInApp) zones.push({ target, from, message: `${why}.` });
  return zones;
};

/** Resolves what belongs to the house: relative paths, and `@undivided/<room>` through that room's `exports`. */
const createRoomResolver = (root) => ({
  interfaceVersion: 3,
  name: "undivided-rooms",
  resolve(specifier, importer) {
    const [path] = specifier.split("?", 1);
    if (path.startsWith(".")) return { found: true, path: realPath(resolve(dirname(importer), path)) };
    const match = /^@undivided\/([^/]+)(\/.+)?$/.exec(path);
    if (match === null) return { found: false };
    const [, name, inside = ""] = match;
    const room = ["packages", "apps"].map((floor) => join(root, floor, name)).find((folder) => existsSync(folder));
    if (room === undefined) return { found: false };
    const { exports = {} } = JSON.parse(readFileSync(join(room, "package.json"), "utf8"));
    const target = exports[`.${inside}`];
    return typeof target === "string" ? { found: true, path: join(room, target) } : { found: false };
  },
});

/** A file that does not exist (yet) still has a place. */
const realPath = (path) => (existsSync(path) ? realpathSync(path) : path);
