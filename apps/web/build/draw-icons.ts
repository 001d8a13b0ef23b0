/**
 * Draws the PNG icons from `public/icon.svg` and `public/plain-icon.svg` with a real browser: `node apps/web/build/draw-icons.ts [path of Chromium]`.
 *
 * The drawing is maskable (full-bleed ground, the figure inside the safe circle); the icons that nobody masks get round
 * corners of their own. Run by hand when the drawing changes; the pictures are committed.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";

const folder = join(import.meta.dirname, "../public");

/** The app's own picture, and the plain one for a home screen that others look at. */
const drawings = [
  { file: "icon.svg", prefix: "" },
  { file: "plain-icon.svg", prefix: "plain-" },
] as const;

const icons = [
  { name: "icon-192", size: 192, corner: 0.22 },
  { name: "icon-512", size: 512, corner: 0.22 },
  { name: "maskable-512", size: 512, corner: 0 },
  { name: "apple-touch-icon", size: 180, corner: 0 }, // the system rounds it
] as const;

const browser = await chromium.launch({
  executablePath: process.argv[2] ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
mkdirSync(join(folder, "icons"), { recursive: true });
for (const { file, prefix } of drawings) {
  const drawing = readFileSync(join(folder, file), "utf8");
  for (const { name, size, corner } of icons) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(
      `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px;border-radius:${size * corner}px}</style>${drawing}`,
    );
    writeFileSync(join(folder, `icons/${prefix}${name}.png`), await page.screenshot({ omitBackground: true }));
    await page.close();
  }
}
await browser.close();
