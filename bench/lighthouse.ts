/**
 * What Lighthouse says of the first visit and of *Today*, in real Chromium, throttled as for a mid-range phone on slow 4G.
 *
 * Lighthouse is not among the packages of the project (176 MB): it is installed beside this file when this bench is run. The scores of
 * performance are medians of three; the others are the same each time. Limits: a score is about a page, not about its use, and its
 * performance is worth what the machine is: nothing else should run meanwhile.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { ensureApp } from "../scripts/setup/build.mjs";
import { ensurePackages } from "../scripts/setup/install.mjs";
import { findChromium, type ChromiumProgram } from "../tests/browser/chromium.ts";
import { serveApp } from "../tests/browser/serve-app.ts";

export interface LighthouseFigure {
  readonly bench: "lighthouse";
  readonly page: "first visit" | "Today";
  /** Out of 100. */
  readonly performance: number;
  readonly accessibility: number;
  readonly bestPractices: number;
  readonly largestContentfulPaintMs: number;
  readonly totalBlockingTimeMs: number;
  readonly cumulativeLayoutShift: number;
  /** Audits that do not pass, by their names. */
  readonly wanting: readonly string[];
}

const RUNS = 3;
const categories = ["performance", "accessibility", "best-practices"] as const;
const folder = join(import.meta.dirname, "lighthouse");

interface Report {
  readonly categories: Readonly<
    Record<
      string,
      { readonly score: number | null; readonly auditRefs: readonly { readonly id: string }[] } | undefined
    >
  >;
  readonly audits: Readonly<
    Record<string, { readonly score: number | null; readonly numericValue?: number } | undefined>
  >;
}

const isReport = (value: unknown): value is Report =>
  typeof value === "object" && value !== null && "categories" in value && "audits" in value;

/** In a Chromium of its own on a profile, so that *Today* finds what was begun there. */
const runLighthouse = (url: string, program: ChromiumProgram, profile: string): Report => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(folder, "node_modules/lighthouse/cli/index.js"),
      url,
      `--chrome-flags=${["--headless=new", ...program.args, `--user-data-dir=${profile}`].join(" ")}`,
      "--disable-storage-reset",
      `--only-categories=${categories.join(",")}`,
      "--output=json",
      "--output-path=stdout",
      "--quiet",
      "--no-enable-error-reporting",
    ],
    {
      encoding: "utf8",
      env: { ...process.env, ...program.env, CHROME_PATH: program.executablePath },
      maxBuffer: 64_000_000,
      timeout: 180_000,
    },
  );
  if (status !== 0) throw new Error(`lighthouse ended with ${status ?? "no answer"}: ${stderr.slice(0, 500)}`);
  const report: unknown = JSON.parse(stdout);
  if (!isReport(report)) throw new Error("lighthouse wrote something else than a report");
  return report;
};

const medianOf = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[values.length >> 1] ?? NaN;

const figureOf = (page: LighthouseFigure["page"], reports: readonly Report[]): LighthouseFigure => {
  const score = (category: (typeof categories)[number]): number =>
    Math.round(100 * medianOf(reports.map((report) => report.categories[category]?.score ?? NaN)));
  const value = (audit: string, digits: number): number =>
    Number(medianOf(reports.map((report) => report.audits[audit]?.numericValue ?? NaN)).toFixed(digits));
  const wanting = reports.flatMap(({ categories: scored, audits }) =>
    Object.values(scored).flatMap((category) =>
      (category?.auditRefs ?? []).flatMap(({ id }) => {
        const one = audits[id]?.score;
        return typeof one === "number" && one < 0.9 ? [id] : [];
      }),
    ),
  );
  return {
    bench: "lighthouse",
    page,
    performance: score("performance"),
    accessibility: score("accessibility"),
    bestPractices: score("best-practices"),
    largestContentfulPaintMs: value("largest-contentful-paint", 0),
    totalBlockingTimeMs: value("total-blocking-time", 0),
    cumulativeLayoutShift: value("cumulative-layout-shift", 3),
    wanting: [...new Set(wanting)].sort(),
  };
};

/** "Just me", as a person taps it. */
const begin = async (url: string, program: ChromiumProgram, profile: string): Promise<void> => {
  const { executablePath, args, env } = program;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: [...args],
    env: { ...process.env, ...env },
  });
  const page = await context.newPage();
  await page.goto(url);
  await page.locator("main button").first().click();
  await page.locator("nav ul").waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await context.close();
};

const repeat = (run: () => Report): readonly Report[] => Array.from({ length: RUNS }, run);

export const benchLighthouse = async (): Promise<readonly LighthouseFigure[]> => {
  await ensureApp(console.error);
  await ensurePackages(folder, { development: false, words: "Installing Lighthouse (176 MB) …" });
  const [app, program] = [await serveApp(), await findChromium()];
  const profiles = mkdtempSync(join(tmpdir(), "undivided-lighthouse-"));
  try {
    // A profile for each run of the first visit: the second would find the app in its cache.
    let fresh = 0;
    const first = repeat(() => runLighthouse(app.url, program, join(profiles, `first-${(fresh += 1)}`)));
    const begun = join(profiles, "begun");
    await begin(app.url, program, begun);
    const today = repeat(() => runLighthouse(app.url, program, begun));
    return [figureOf("first visit", first), figureOf("Today", today)];
  } finally {
    await app.stop();
    rmSync(profiles, { recursive: true, force: true });
  }
};

if (import.meta.main) for (const figure of await benchLighthouse()) console.log(JSON.stringify(figure));
