/**
 * The rooms of the house and who may import whom, as one ESLint rule (docs/adr/0002).
 *
 * Every import is turned into the folder it reaches, so a package name, a relative path and a path through a symbolic link
 * are all the same to the check. Limits: sees literal specifiers only; that dynamic imports have literal ones is a rule of
 * its own in create-config.mjs.
 */
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, join, relative, resolve, sep } from "node:path";

/** Room → the rooms it may import beside itself. `packages` means all of them; an entry point names one export of a room. */
const allowedByRoom = {
  "packages/domain": [],
  "packages/lines": [],
  "packages/sensing": ["packages/domain", "packages/lines"],
  "packages/history": ["packages/domain", "packages/lines"],
  "packages/insight": ["packages/domain"],
  "packages/content": ["packages/domain"],
  // The words of a report stand with what they say (docs/adr/0017).
  "packages/report": ["packages/domain", "packages/insight"],
  "packages/vault": ["packages/domain"],
  "packages/journal": ["packages/domain", "packages/vault"],
  "apps/web": ["packages"],
  "apps/relay": ["packages/domain", "packages/vault/relay"],
  "apps/cli": ["packages", "apps/relay"],
};

/** Parts of the app: [importer, imported, why not]. `*` is one folder; a part may always import itself. */
const forbiddenInApp = [
  ["apps/web/src/features/*", "apps/web/src/features/*", "a feature never imports another feature"],
  ["apps/web/src/ui", "apps/web/src/features/*", "ui/ knows no feature"],
  ["apps/web/src/ui", "packages/*", "ui/ knows no domain"],
  ["apps/web/src/ui", "apps/web/src/home", "ui/ knows nothing of what is kept"],
  ["apps/web/src/home", "apps/web/src/features/*", "home/ is below the features"],
  ["apps/web/src/reminders", "apps/web/src/features/*", "reminders/ is below the features"],
  ["apps/web/src/platform", "apps/web/src/home", "platform/ only wraps browser APIs"],
  ["apps/web/src/platform", "apps/web/src/features/*", "platform/ only wraps browser APIs"],
];

/** Tests may use Node; they keep to the rooms all the same. */
const isTest = (path) => /\.(test|contract)\.ts$/.test(path);

const rule = {
  meta: {
    type: "problem",
    schema: [],
    messages: {
      unknownRoom: '"{{room}}" is no known room: give it a line in scripts/lint/rooms.mjs.',
      forbidden: "{{room}} may import {{allowed}}, not {{target}}.",
      inside: "{{target}} is entered by its exports, not by a path into its inside.",
      notExported: "{{target}} does not export that.",
      node: "A package runs in the browser too: nothing of Node.",
      part: "{{why}}.",
    },
  },
  create: (context) => {
    const root = context.cwd;
    const file = toPath(root, context.filename);
    const room = roomOf(file);
    if (room === undefined) return {};
    const allowed = allowedByRoom[room];
    if (allowed === undefined) {
      return { Program: (node) => context.report({ node, messageId: "unknownRoom", data: { room } }) };
    }
    const check = (node) => {
      const specifier = node?.value;
      if (typeof specifier !== "string") return;
      const breach = findBreach({ root, file, room, allowed, specifier: specifier.split("?", 1)[0] });
      if (breach !== undefined) context.report({ node, ...breach });
    };
    return {
      ImportDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      TSImportType: (node) => check(node.source ?? node.argument?.literal),
    };
  },
};

const findBreach = ({ root, file, room, allowed, specifier }) => {
  if (isBuiltin(specifier)) {
    return room.startsWith("packages/") && !isTest(file) ? { messageId: "node" } : undefined;
  }
  const reached = specifier.startsWith(".") ? reachByPath(root, file, room, specifier) : reachByName(root, specifier);
  if (reached === undefined) return undefined;
  if (reached.breach !== undefined) return reached.breach;
  const part = forbiddenInApp.find(
    ([from, to]) => isInside(file, from) && isInside(reached.path, to) && partOf(file, to) !== partOf(reached.path, to),
  );
  if (part !== undefined) return { messageId: "part", data: { why: part[2] } };
  if (reached.room === room || isAllowed(allowed, reached.entry)) return undefined;
  const names = allowed.length === 0 ? "no other room" : `only ${allowed.join(", ")}`;
  return { messageId: "forbidden", data: { room, allowed: names, target: reached.entry } };
};

const isAllowed = (allowed, entry) =>
  allowed.some(
    (name) => name === entry || (name === "packages" && entry.startsWith("packages/")) || entryBelow(name, entry),
  );

/** A whole room (`packages/domain`) stands for each of its entry points; one entry point only for itself. */
const entryBelow = (name, entry) => name.split("/").length === 2 && entry.startsWith(`${name}/`);

/** A relative path may move within the room only, wherever its links lead. */
const reachByPath = (root, file, room, specifier) => {
  const target = resolve(root, dirname(file), specifier);
  const path = toPath(root, existsSync(target) ? realpathSync(target) : target);
  const reachedRoom = roomOf(path);
  if (isTest(file) && path.startsWith("tests/")) return undefined;
  if (reachedRoom === room) return { room, path, entry: room };
  return { breach: { messageId: "inside", data: { target: reachedRoom ?? "the rest of the project" } } };
};

/** `@undivided/<room>` and its named entry points; `undefined` for what is not of the house. */
const reachByName = (root, specifier) => {
  const match = /^@undivided\/([^/]+)(\/.+)?$/.exec(specifier);
  if (match === null) return undefined;
  const [, name, inside = ""] = match;
  const room = Object.keys(allowedByRoom).find((candidate) => candidate.endsWith(`/${name}`)) ?? `packages/${name}`;
  const entry = `${room}${inside}`;
  const manifest = join(root, room, "package.json");
  const exported = existsSync(manifest)
    ? JSON.parse(readFileSync(manifest, "utf8")).exports?.[`.${inside}`]
    : undefined;
  if (exported === undefined) return { breach: { messageId: "notExported", data: { target: room } } };
  return { room, path: entry, entry };
};

const roomOf = (path) => /^(packages|apps)\/[^/]+(?=\/)/.exec(path)?.[0];

const toPath = (root, file) => relative(root, file).split(sep).join("/");

const partOf = (path, pattern) => path.split("/").slice(0, pattern.split("/").length).join("/");

const isInside = (path, pattern) => {
  const parts = path.split("/");
  return pattern
    .split("/")
    .every((name, index) => parts[index] !== undefined && (name === "*" || name === parts[index]));
};

export const roomsPlugin = { rules: { imports: rule } };
