/**
 * The built app as the server holds it: every file in memory, found by its exact path.
 *
 * The build is a few megabytes. Held in memory it is one consistent snapshot (a build that runs meanwhile is never served
 * half), and a request can only name what is in the map: there is no path to climb out of.
 * Limits: a new build is seen after a restart.
 */
import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { getMimeType } from "hono/utils/mime";

export type Encoding = "br" | "gzip";

export interface Asset {
  readonly contentType: string;
  /** Whether the name carries a hash of the content, so that it never changes. */
  readonly immutable: boolean;
  /** A short hash of the plain content. */
  readonly hash: string;
  readonly plain: Buffer;
  readonly encoded: Readonly<Partial<Record<Encoding, Buffer>>>;
}

/** By path from the root of the site, decoded, with its leading slash. */
export type Site = ReadonlyMap<string, Asset>;

/** The page that every navigation gets. */
export const indexPath = "/index.html";

/** Reads a built app. `undefined` when there is none: no such folder, or no `index.html` in it. */
export const loadSite = async (folder: string): Promise<Site | undefined> => {
  const index = await stat(join(folder, indexPath)).catch(() => undefined);
  if (index?.isFile() !== true) return undefined;
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const contentByPath = new Map<string, Buffer>();
  for (const entry of entries) {
    // A name with a leading dot is a note of the build to itself.
    if (!entry.isFile() || entry.name.startsWith(".")) continue;
    const file = join(entry.parentPath, entry.name);
    contentByPath.set(`/${relative(folder, file).split(sep).join("/")}`, await readFile(file));
  }
  const site = new Map<string, Asset>();
  for (const [path, plain] of contentByPath) {
    if (isCompressedSibling(path, contentByPath)) continue;
    const contentType = getMimeType(path) ?? "application/octet-stream";
    const brotli = contentByPath.get(`${path}.br`);
    const zipped = contentByPath.get(`${path}.gz`) ?? (await compress(contentType, plain));
    site.set(path, {
      contentType,
      immutable: hashedName.test(path),
      hash: createHash("sha256").update(plain).digest("base64url").slice(0, 22),
      plain,
      encoded: { ...(brotli && { br: brotli }), ...(zipped && { gzip: zipped }) },
    });
  }
  return site;
};

/** Vite puts what it names by content into `assets/`: `assets/index-B2sX8f_a.js`. */
const hashedName = /^\/assets\/.+-[\w-]{8,}\.[a-z0-9]+$/;

const isCompressedSibling = (path: string, contentByPath: ReadonlyMap<string, Buffer>): boolean =>
  /\.(br|gz)$/.test(path) && contentByPath.has(path.replace(/\.(br|gz)$/, ""));

/** What is compressed already, or so short that it fits one packet anyway, is left alone. */
const compress = async (contentType: string, plain: Buffer): Promise<Buffer | undefined> => {
  if (plain.length < 1400 || /^(image\/(?!svg)|audio|video|font\/woff)/.test(contentType)) return undefined;
  const zipped = await promisify(gzip)(plain, { level: 9 });
  return zipped.length < plain.length * 0.9 ? zipped : undefined;
};
