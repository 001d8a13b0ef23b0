/**
 * A phone whose camera looks at the screen of another: Chromium's fake camera plays a film of one frame, made of a real picture of
 * that screen as a hand would hold the camera, askew and not quite sharp.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { launchChromium } from "../browser/chromium.ts";

/** Of the film, as of an ordinary camera. */
const WIDTH = 640;
const HEIGHT = 480;

export interface CameraPhone {
  readonly browser: Browser;
  readonly close: () => Promise<void>;
}

/** `seen`: a PNG of what stands before the camera. A context still has to allow the camera. */
export const launchCameraPhone = async (seen: Buffer): Promise<CameraPhone> => {
  const folder = mkdtempSync(join(tmpdir(), "undivided-camera-"));
  const film = join(folder, "screen.y4m");
  const browser = await launchChromium({
    args: ["--use-fake-device-for-media-stream", `--use-file-for-fake-video-capture=${film}`],
  });
  // The file is read when the camera is opened, and this browser can draw it.
  writeFileSync(film, toFilm(await drawHeld(browser, seen)));
  return {
    browser,
    close: async () => {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** YUV4MPEG2: a line, then for each frame a line, the brightness of every pixel, and of every fourth two colours: here none. */
const toFilm = (brightness: Buffer): Buffer => {
  const noColour = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  return Buffer.concat([
    Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`),
    Buffer.from("FRAME\n"),
    brightness,
    noColour,
  ]);
};

const drawHeld = async (browser: Browser, seen: Buffer): Promise<Buffer> => {
  const page = await browser.newPage();
  const drawn = await page.evaluate(
    async ({ png, width, height }) => {
      const picture = await createImageBitmap(new Blob([Uint8Array.from(atob(png), (byte) => byte.charCodeAt(0))]));
      const canvas = new OffscreenCanvas(width, height);
      const context = canvas.getContext("2d");
      if (context === null) throw new Error("nothing to draw on");
      context.fillStyle = "#777";
      context.fillRect(0, 0, width, height);
      context.translate(width / 2, height / 2);
      context.rotate(0.07);
      context.filter = "blur(0.7px) contrast(0.8)";
      const side = height * 0.86;
      context.drawImage(picture, -side / 2, -side / 2, side, (side * picture.height) / picture.width);
      const { data } = context.getImageData(0, 0, width, height);
      let text = "";
      for (let at = 0; at < data.length; at += 4) {
        const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
        text += String.fromCharCode(Math.round(0.299 * red + 0.587 * green + 0.114 * blue));
      }
      return btoa(text);
    },
    { png: seen.toString("base64"), width: WIDTH, height: HEIGHT },
  );
  await page.close();
  return Buffer.from(drawn, "base64");
};
