/** *Look at a recording* in a real browser: the example, own files, every way to walk through it, and what goes wrong. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import {
  desktop,
  expectNoSidewaysScroll,
  findAxeViolationsLightAndDark,
  visit,
  waitUntilKept,
  type Device,
} from "./journey.ts";
import { useApp } from "./app-under-test.ts";

const fixtures = join(import.meta.dirname, "../../fixtures");
const motionFiles = ["Accelerometer.csv", "Gyroscope.csv"].map((name) => join(fixtures, "motion/table-pickup", name));
const quietClip = join(fixtures, "sound/typing.wav");

const { overlookLast, open: openPlain } = useApp();

const open = async (options: BrowserContextOptions = {}): Promise<Device> => {
  const device = await openPlain({ viewport: desktop, ...options });
  await visit(device.page, "/recording");
  return device;
};

const openExample = async (page: Page): Promise<void> => {
  await page.getByRole("button", { name: "Open a real example" }).click();
  await page.getByRole("slider").waitFor();
};

const chooseFiles = (page: Page, files: Parameters<Page["setInputFiles"]>[1]): Promise<void> =>
  page.locator("input[type=file]").setInputFiles(files);

const slider = (page: Page): ReturnType<Page["getByRole"]> =>
  page.getByRole("slider", { name: "Position in the recording" });

const valueText = async (page: Page): Promise<string> => (await slider(page).getAttribute("aria-valuetext")) ?? "";

const text = (name: string, content: string): { name: string; mimeType: string; buffer: Buffer } => ({
  name,
  mimeType: "text/plain",
  buffer: Buffer.from(content),
});

describe("the example", () => {
  it("opens by one tap and shows the counted moment with its reasons", async () => {
    const { page } = await open();
    await openExample(page);
    await page.getByRole("heading", { level: 1, name: "One pick-up, and it counts" }).waitFor();
    const panel = page.getByRole("region", { name: "Moments" });
    await panel.getByRole("heading", { name: "Picked up while there was talk" }).waitFor();
    expect(await panel.getByRole("listitem").allInnerTexts()).toEqual([
      expect.stringMatching(/^It had been lying still for 4\d seconds\./),
      expect.stringMatching(/^There was talk in the room, with no break before\./),
      expect.stringMatching(/^Whether the other phone was in use is not known\./),
    ]);
    await page.getByText("Two real recordings put together").waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
  });

  it("has a table behind the picture with the same moment", async () => {
    const { page } = await open();
    await openExample(page);
    await page.getByText("As a table").click();
    const moment = page.getByRole("row", { name: /Moment, counted/ });
    await expect.poll(() => moment.count()).toBe(1);
    expect(await moment.getByRole("rowheader").innerText()).toMatch(/^1:0[67]\.\d$/);
    expect(await page.getByRole("row", { name: /The room: not known/ }).count()).toBe(2);
  });

  it("says where it comes from and under which licences", async () => {
    const { page } = await open();
    await openExample(page);
    const address = await page.getByRole("link", { name: "Where they come from" }).getAttribute("href");
    const source = await (await page.request.get(address ?? "")).text();
    expect(source).toContain("GNU General Public License");
    expect(source).toContain("CC BY 4.0");
  });

  it("opens without a network once it was opened with one", async () => {
    const { page, context } = await open();
    await waitUntilKept(page);
    await openExample(page);
    await context.setOffline(true);
    await visit(page, "/recording");
    await openExample(page);
    await page.getByRole("heading", { level: 1, name: "One pick-up, and it counts" }).waitFor();
  });

  it("says what still works when it cannot be fetched", async () => {
    const { page, context, faults } = await open();
    await waitUntilKept(page);
    await context.setOffline(true);
    await page.getByRole("button", { name: "Open a real example" }).click();
    await page.getByRole("alert").getByText("The example could not be fetched.").waitFor();
    await chooseFiles(page, motionFiles);
    await page.getByRole("heading", { level: 1, name: "One pick-up, left open" }).waitFor();
    // The browser itself reports each fetch that failed; nothing else went wrong.
    overlookLast();
    expect(faults.filter((fault) => !fault.startsWith("Failed to load resource"))).toEqual([]);
    await context.close();
  });
});

describe("walking through a recording", () => {
  it("needs nothing but the keyboard", async () => {
    const { page } = await open();
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");
    for (let tabs = 0; tabs < 20 && (await focused()) !== "Open a real example"; tabs += 1)
      await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await slider(page).waitFor();
    for (
      let tabs = 0;
      tabs < 20 && !(await slider(page).evaluate((input) => input === document.activeElement));
      tabs += 1
    ) {
      await page.keyboard.press("Tab");
    }
    expect(await valueText(page)).toBe("1:07. in hand · talk · a moment, counted");
    await page.keyboard.press("Home");
    expect(await valueText(page)).toBe("0:20. at rest · sound not known: not recorded yet");
    await page.keyboard.press("PageDown");
    expect(await valueText(page)).toBe("0:44. at rest · quiet");
    await page.keyboard.press("ArrowLeft");
    expect(await valueText(page)).toBe("0:43. at rest · sound not known: not recorded yet");
    await page.keyboard.press("End");
    expect(await valueText(page)).toMatch(/^1:36\./);
    await page.keyboard.press("PageUp");
    await page.keyboard.press("PageUp");
    expect(await valueText(page)).toBe("1:07. in hand · talk · a moment, counted");
    // Closer: measured values are worth saying.
    await page.keyboard.press("+");
    await page.keyboard.press("+");
    await page.keyboard.press("ArrowRight");
    expect(await valueText(page)).toMatch(/^1:07\.\d\. in hand, \d+° from rest · talk, speech \d+% likely/);
  });

  it("follows a finger and a mouse, and the sign of a moment attracts them", async () => {
    const { page } = await open();
    await openExample(page);
    const box = await page.locator(".plot").boundingBox();
    if (box === null) throw new Error("no plot");
    await page.mouse.click(box.x + 2, box.y + 60);
    expect(await valueText(page)).toMatch(/^0:20\. at rest/);
    // The moment lies at (66.9 − 20) / 76 of the width; eight pixels beside it are near enough.
    await page.mouse.click(box.x + box.width * (46.9 / 76) - 8, box.y + 60);
    expect(await valueText(page)).toBe("1:07. in hand · talk · a moment, counted");
    await page.mouse.move(box.x + 2, box.y + 60);
    await page.locator(".reading").getByText("0:20").waitFor();
    expect(await valueText(page)).toMatch(/^1:07\./); // looking is not going there
  });

  it("comes closer and back by buttons", async () => {
    const { page } = await open();
    await openExample(page);
    const back = page.getByRole("button", { name: "Step back" });
    expect(await back.isDisabled()).toBe(true);
    const before = await page.locator(".axis span").allInnerTexts();
    await page.getByRole("button", { name: "Come closer" }).click();
    expect(await page.locator(".axis span").allInnerTexts()).not.toEqual(before);
    await page.getByRole("button", { name: "All", exact: false }).first().click();
    expect(await page.locator(".axis span").allInnerTexts()).toEqual(before);
  });

  it("opens the table on paper", async () => {
    const { page } = await open();
    await openExample(page);
    await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    await page.getByRole("row", { name: /Moment, counted/ }).waitFor();
  });
});

describe("own files", () => {
  it("leave a pick-up open without sound, and out of every count", async () => {
    const { page } = await open();
    await chooseFiles(page, motionFiles);
    await page.getByRole("heading", { level: 1, name: "One pick-up, left open" }).waitFor();
    await page.getByText("It is in no count.").waitFor();
    const panel = page.getByRole("region", { name: "Moments" });
    await panel.getByText(/whether there was talk cannot be known/).waitFor();
  });

  it("do not count a pick-up in a silence, and move the sound where it belongs", async () => {
    const { page } = await open();
    await chooseFiles(page, [...motionFiles, quietClip]);
    await page.getByRole("heading", { level: 1, name: "One pick-up, left open" }).waitFor();
    await page.getByLabel("The sound begins at second").fill("50");
    await page.getByRole("button", { name: "Move the sound" }).click();
    await page.getByRole("heading", { level: 1, name: "One pick-up, and it does not count" }).waitFor();
    await page.getByRole("heading", { name: "Picked up after a break" }).waitFor();
  });

  it("can be dropped", async () => {
    const { page } = await open();
    const contents = motionFiles.map((file) => ({
      name: file.split("/").at(-1) ?? "",
      content: readFileSync(file, "utf8"),
    }));
    const transfer = await page.evaluateHandle((files) => {
      const made = new DataTransfer();
      for (const { name, content } of files) made.items.add(new File([content], name));
      return made;
    }, contents);
    await page.dispatchEvent("main h1", "drop", { dataTransfer: transfer });
    await page.getByRole("heading", { level: 1, name: "One pick-up, left open" }).waitFor();
  });

  it("are read although one of them is no recording, which is named", async () => {
    const { page } = await open();
    await chooseFiles(page, [...motionFiles, join(import.meta.dirname, "../../LICENSE")]);
    await page.getByText("LICENSE is not a kind of recording that is known here.").waitFor();
    await page.getByRole("heading", { level: 1, name: "One pick-up, left open" }).waitFor();
  });

  it("have their bad lines named by file, line and reason", async () => {
    const { page } = await open();
    const lines = readFileSync(motionFiles[0] ?? "", "utf8")
      .split("\n")
      .slice(0, 3000);
    lines[1500] = "spilled coffee,1,2,3";
    await chooseFiles(page, text("Accelerometer.csv", lines.join("\n")));
    await page.getByText("1 line was skipped").click();
    await page.getByText(/Accelerometer\.csv, line 1,501: “spilled coffee” in column .+ is not a number/).waitFor();
  });

  it("that are broken get a sentence each, and a way on", async () => {
    const { page } = await open();
    const wav = readFileSync(quietClip).subarray(0, 9000);
    const cases = [
      [text("empty.csv", ""), "empty.csv is empty."],
      [
        text("diary.txt", "dear diary\n"),
        "diary.txt is not a kind of recording that is known here. The list below says which are.",
      ],
      [text("Accelerometer.csv", "time,z,y,x\n1,1,1,1\n"), "Accelerometer.csv is acceleration without gravity."],
      [
        text("Barometer.csv", "time,z,y,x\n1,1,1,1\n"),
        "the name must say Accelerometer, Gravity, TotalAcceleration or Gyroscope",
      ],
      [{ name: "cut.wav", mimeType: "audio/wav", buffer: wav }, "cut.wav is cut off"],
      [
        { name: "song.mp3", mimeType: "audio/mpeg", buffer: Buffer.from("ID3\u0004rest of it") },
        "song.mp3 is MP3 sound. Only WAV is read",
      ],
    ] as const;
    for (const [file, sentence] of cases) {
      await chooseFiles(page, file);
      await page.getByRole("alert").getByText(sentence).waitFor();
    }
    await page.getByRole("heading", { level: 1, name: "This recording cannot be shown" }).waitFor();
    await openExample(page);
    await page.getByRole("heading", { level: 1, name: "One pick-up, and it counts" }).waitFor();
  });

  it("of a long recording show how far the reading is, and can be stopped", async () => {
    const { page } = await open();
    const [head, ...rows] = readFileSync(motionFiles[0] ?? "", "utf8")
      .trim()
      .split("\n");
    const long: string[] = [head ?? ""];
    for (let round = 0; round < 40; round += 1) {
      for (const row of rows) {
        const [seconds, ...axes] = row.split(",");
        long.push([Number(seconds) + round * 141, ...axes].join(","));
      }
    }
    const folder = mkdtempSync(join(tmpdir(), "undivided-long-"));
    const file = join(folder, "Accelerometer.csv");
    writeFileSync(file, long.join("\n"));
    await chooseFiles(page, file);
    const bar = page.getByRole("progressbar");
    await expect
      .poll(async () => Number(await bar.getAttribute("value").catch(() => 0)), { interval: 20 })
      .toBeGreaterThan(0);
    await page.getByRole("button", { name: "Stop" }).click();
    await page.getByRole("heading", { level: 1, name: "Look at a recording" }).waitFor();
    rmSync(folder, { recursive: true });
  });
});

describe("the page in every state", () => {
  it("is clean for axe and fits every width, light and dark", async () => {
    const { page } = await open({ bypassCSP: true });
    await chooseFiles(page, text("diary.txt", "dear diary\n"));
    await page.getByRole("alert").waitFor();
    expect(await findAxeViolationsLightAndDark(page)).toEqual([]);
    await openExample(page);
    await page.getByText("As a table").click();
    for (const width of [1280, 1000, 390, 320]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await findAxeViolationsLightAndDark(page), `at ${width}`).toEqual([]);
      await expectNoSidewaysScroll(page);
    }
    await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
    await expectNoSidewaysScroll(page);
  });

  it("speaks Spanish", async () => {
    const { page } = await open({ locale: "es-ES" });
    await page.getByRole("button", { name: "Abrir un ejemplo real" }).click();
    await page.getByRole("heading", { level: 1, name: "Una vez en la mano, y cuenta" }).waitFor();
    const panel = page.getByRole("region", { name: "Momentos" });
    await panel.getByText("Se hablaba en la habitación, sin pausa antes.").waitFor();
  });
});
