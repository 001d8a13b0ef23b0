import { expect, it } from "vitest";
import { reportText } from "./report-text.ts";

it("a report holds facts about the program, one a line, and nothing else", () => {
  const text = reportText({
    version: "0.1.0",
    language: "es",
    browser: "Mozilla/5.0",
    screen: { width: 390, height: 844 },
    offline: "ready",
    installed: true,
    durability: "durable",
    home: "open",
    senses: { motion: true, microphone: false, wakeLock: true },
  });
  expect(text.split("\n")).toEqual([
    "Undivided 0.1.0",
    "browser: Mozilla/5.0",
    "language: es",
    "screen: 390 x 844",
    "kept for use without a network: ready",
    "on the home screen: yes",
    "storage: durable",
    "state: open",
    "motion sensor known to the browser: yes",
    "microphone known to the browser: no",
    "screen can be kept on: yes",
    "",
  ]);
});
