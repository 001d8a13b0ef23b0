import { describe, expect, test } from "vitest";
import { LANGUAGES } from "../language.ts";
import { loadTexts } from "../load.ts";
import { fillTemplate, placesOf } from "../template.ts";

describe.each(LANGUAGES)("in %s", (language) => {
  test("every sentence begins with what its author will do, and asks nothing of the other", async () => {
    const { sentence, starters } = await loadTexts("agreements", language);
    expect(placesOf(sentence)).toEqual(["text"]);
    for (const text of Object.values(starters)) {
      expect(fillTemplate(sentence, { text })).toMatch(language === "en" ? /^I will \p{Ll}/u : /^Yo voy a \p{Ll}/u);
      expect(text).not.toMatch(/\b(you|your|we|us|tú|tu|tus|te|nos|juntos)\b/i);
      expect(text.length).toBeLessThanOrEqual(400);
    }
  });

  test("no ready sentence touches what is no subject for an agreement", async () => {
    const { starters } = await loadTexts("agreements", language);
    for (const text of Object.values(starters)) {
      expect(text).not.toMatch(
        /passw|code|where|location|message|read |check|contrase|códig|ubicaci|mensaj|leer|revis/i,
      );
    }
  });
});
