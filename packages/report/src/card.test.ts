import { describe, expect, it } from "vitest";
import { drawCard, type BasketCard, type Card, type TipsCard } from "./card.ts";
import { titleOfPdf } from "./pdf.ts";
import { createTestPaper } from "./test-paper.contract.ts";

const basket: BasketCard = {
  type: "basket",
  language: "es",
  title: "Una tarjeta para la cesta",
  sentence: "Aquí duermen los teléfonos. Estamos allá.",
  address: "example.org/together",
  code: { side: 3, path: "M1 1h1v1h-1z" },
};
const tips: TipsCard = {
  type: "tips",
  language: "en",
  title: "Ten small things",
  tips: Array.from({ length: 10 }, (_, place) => ({ title: `Tip ${String(place)}`, text: `Text ${String(place)}` })),
};

const drawn = (card: Card) => {
  const made = createTestPaper();
  drawCard(card, made.paper, { regular: "regular", bold: "bold" });
  return made;
};

describe("a card to print", () => {
  it("says its title and language in the file and can be read aloud in order", () => {
    expect(titleOfPdf(tips)).toMatchObject({ lang: "en", info: { Title: "Ten small things" } });
    const { texts, elements, pages } = drawn(tips);
    expect(texts.slice(0, 4)).toEqual(["Ten small things", "1", "Tip 0", "Text 0"]);
    expect(texts.filter((text) => /^Tip/.test(text))).toEqual(tips.tips.map(({ title }) => title));
    expect(elements.filter(({ tag }) => tag === "LI")).toHaveLength(10);
    expect(pages()).toBe(1);
  });

  it("for the basket has the code as it was drawn, and its address in words below it and as its alternative text", () => {
    const { texts, paths, elements } = drawn(basket);
    expect(texts).toEqual(["Aquí duermen los teléfonos.", "Estamos allá.", basket.address]);
    expect(paths).toContain(basket.code.path);
    expect(elements.find(({ tag }) => tag === "Figure")?.alt).toBe(basket.address);
  });
});
