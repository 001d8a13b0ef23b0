/**
 * The real Chromium that the journeys run in: found, tried, and launched the same way everywhere.
 *
 * In this order: CHROMIUM_PATH; a Chromium, Chrome or Edge of the system; the one in the npm package @sparticuz/chromium,
 * which `npm test` installs in this folder only where the system has none (see bring.ts). A program is believed when it has
 * shown a page.
 */
import { access, constants } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { unpackPackagedChromium } from "./packaged-chromium.ts";

export interface ChromiumProgram {
  readonly executablePath: string;
  readonly args: readonly string[];
  /** What its environment needs beside this process's own. */
  readonly env: Readonly<Record<string, string>>;
}

export interface LaunchOptions {
  /** Absolute path of a WAV file that every microphone hears from its start, over and over. */
  readonly voiceFile?: string;
  /** Further command line switches of Chromium. */
  readonly args?: readonly string[];
}

/**
 * Chromium takes only the last list of what is switched off, so this one says again what Playwright's says (1.65, chromiumSwitches) before
 * what is meant here: the popups of an address bar that nobody sees, drawn anew for every device, were two thirds of the work of
 * starting one (2.2 s of processor time for a browser with two devices, 0.7 s without: medians of three, Chromium 156).
 */
const switchedOff = [
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "HttpsFirstBalancedModeAutoEnable",
  "LensOverlay",
  "MediaRouter",
  "PaintHolding",
  "ThirdPartyStoragePartitioning",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "TcpPortRandomizationWin",
  "OptimizationHints",
  "NetworkTimeServiceQuerying",
  "AimEnabled",
  "PreconnectToSearch",
  "msForceBrowserSignIn",
  "msEdgeUpdateLaunchServicesPreferredVersion",
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
];

/** Nothing but the page under test: no sandbox (root in a container has none), no calls home, no question on the screen. */
const standardArgs = [
  `--disable-features=${switchedOff.join(",")}`,
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const voiceArgs = (voiceFile: string): readonly string[] => [
  "--use-fake-device-for-media-stream",
  "--use-fake-ui-for-media-stream",
  `--use-file-for-fake-audio-capture=${voiceFile}`,
  "--autoplay-policy=no-user-gesture-required",
];

let found: Promise<ChromiumProgram> | undefined;

/** Looks once a process. Rejects with one line for people when no browser starts. */
export const findChromium = (): Promise<ChromiumProgram> => (found ??= lookForChromium());

/** The next `findChromium` looks again: something was installed meanwhile. */
export const forgetChromium = (): void => {
  found = undefined;
};

/** A browser with a fresh, temporary profile; the caller closes it. Rejects when there is none. */
export const launchChromium = async (options: LaunchOptions = {}): Promise<Browser> => {
  const program = await findChromium();
  const voice = options.voiceFile === undefined ? [] : voiceArgs(options.voiceFile);
  return launch(program, [...voice, ...(options.args ?? [])]);
};

const launch = (program: ChromiumProgram, args: readonly string[]): Promise<Browser> =>
  chromium.launch({
    executablePath: program.executablePath,
    args: [...program.args, ...args],
    env: { ...process.env, ...program.env },
    headless: true,
    timeout: 30_000,
  });

const lookForChromium = async (): Promise<ChromiumProgram> => {
  const named = process.env["CHROMIUM_PATH"];
  if (named !== undefined && named !== "") {
    const program = asProgram(named);
    if (await canShowPage(program)) return program;
    throw new Error(`no browser: CHROMIUM_PATH is "${named}", which does not start as a Chromium`);
  }
  for (const executablePath of await listSystemBrowsers()) {
    const program = asProgram(executablePath);
    if (await canShowPage(program)) return program;
  }
  const packaged = await unpackPackagedChromium();
  if (packaged !== undefined) {
    const program = asProgram(packaged.executablePath, packaged.env);
    if (await canShowPage(program)) return program;
  }
  throw new Error("no browser: install Chromium or Chrome, or set CHROMIUM_PATH to one");
};

const asProgram = (executablePath: string, env: Readonly<Record<string, string>> = {}): ChromiumProgram => ({
  executablePath,
  args: standardArgs,
  env,
});

const canShowPage = async (program: ChromiumProgram): Promise<boolean> => {
  try {
    const browser = await launch(program, []);
    try {
      const page = await browser.newPage();
      await page.setContent("<p>here</p>");
      return (await page.textContent("p")) === "here";
    } finally {
      await browser.close();
    }
  } catch {
    return false;
  }
};

const listSystemBrowsers = async (): Promise<readonly string[]> => {
  const present = await Promise.all(namePlaces().map(async (path) => ((await isExecutable(path)) ? [path] : [])));
  return present.flat();
};

const namePlaces = (): readonly string[] => {
  const from = (folders: readonly (string | undefined)[], files: readonly string[]): readonly string[] =>
    files.flatMap((file) =>
      folders.flatMap((folder) => (folder === undefined || folder === "" ? [] : [join(folder, file)])),
    );
  switch (process.platform) {
    case "darwin":
      return from(
        ["/Applications", join(process.env["HOME"] ?? "", "Applications")],
        [
          "Chromium.app/Contents/MacOS/Chromium",
          "Google Chrome.app/Contents/MacOS/Google Chrome",
          "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        ],
      );
    case "win32":
      return from(
        [process.env["ProgramFiles"], process.env["ProgramFiles(x86)"], process.env["LOCALAPPDATA"]],
        [
          "Chromium\\Application\\chrome.exe",
          "Google\\Chrome\\Application\\chrome.exe",
          "Microsoft\\Edge\\Application\\msedge.exe",
        ],
      );
    default:
      return from(
        [...(process.env["PATH"] ?? "").split(delimiter), "/usr/bin", "/snap/bin"],
        ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"],
      ).filter((path, index, paths) => paths.indexOf(path) === index);
  }
};

const isExecutable = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
