import { describe, expect, test } from "vitest";
import { LANGUAGES } from "../language.ts";
import { loadTexts } from "../load.ts";
import { fillTemplate, placesOf } from "../template.ts";
import { SENTENCES } from "./agreements.ts";
import { noSubjectOf, withoutBeginning } from "./no-subject-of.ts";

describe.each(LANGUAGES)("in %s", (language) => {
  test("every sentence begins with what its author will do, and asks nothing of the other", async () => {
    const { starters } = await loadTexts("agreements", language);
    const sentence = SENTENCES[language];
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
      expect(noSubjectOf(text)).toBeNull();
      expect(text).not.toMatch(
        /passw|code|where|location|message|read |check|contrase|códig|ubicaci|mensaj|leer|revis/i,
      );
    }
  });
});

describe("a sentence", () => {
  test.each([
    ["give you my password", "passwords"],
    ["Tell you the PIN", "passwords"],
    ["tell you the code of my phone", "passwords"],
    ["give you the code", "passwords"],
    ["darte mi contraseña", "passwords"],
    ["decirte el código del móvil", "passwords"],
    ["darte mi clave", "passwords"],
    ["share my location with you", "places"],
    ["always tell you where I am", "places"],
    ["tell you where I’m going", "places"],
    ["compartir mi ubicación", "places"],
    ["decirte siempre dónde estoy", "places"],
    ["avisarte adónde voy", "places"],
    ["show you my messages every evening if you show me yours", "messages"],
    ["never let you go out again, and read your messages", "messages"],
    ["read your messages every night", "messages"],
    ["let you read all my chats", "messages"],
    ["check your WhatsApp", "messages"],
    ["leer tus mensajes", "messages"],
    ["mostrarte mis chats cada noche", "messages"],
    ["revisarte los mensajes", "messages"],
    ["look into your phone", "looking-into-a-phone"],
    ["let you look through my phone", "looking-into-a-phone"],
    ["revisar tu celular", "looking-into-a-phone"],
    ["dejarte mirar mi teléfono", "looking-into-a-phone"],
    ["keep my phone unlocked on the table", "looking-into-a-phone"],
    ["remove the lock from my phone", "looking-into-a-phone"],
    ["not lock my phone", "looking-into-a-phone"],
    ["let you unlock it", "looking-into-a-phone"],
    ["hand over my phone", "looking-into-a-phone"],
    ["put my phone where you can see it", "looking-into-a-phone"],
    ["dejar mi teléfono sin bloqueo", "looking-into-a-phone"],
    ["quitar el bloqueo del teléfono", "looking-into-a-phone"],
    ["dejar que revises mi celular", "looking-into-a-phone"],
    ["add your fingerprint to my phone", "passwords"],
    ["poner tu huella en mi teléfono", "passwords"],
    ["stop seeing my friends", "messages"],
    ["not talk to Anna any more", "messages"],
    ["never see him again", "messages"],
    ["block my ex", "messages"],
    ["ask for permission before I go out", "messages"],
    ["tell you who I met", "messages"],
    ["show you who called", "messages"],
    ["dejar de ver a mis amigas", "messages"],
    ["no hablar con Ana nunca más", "messages"],
    ["bloquear a mi ex", "messages"],
    ["pedirte permiso antes de salir", "messages"],
    ["no salir sin ti", "messages"],
    ["contarte con quién estuve", "messages"],
    ["put it away if you do", "what-the-other-does"],
    ["never let you go out again", "what-the-other-does"],
    ["remind you 3: you promised", "what-the-other-does"],
    ["guardarlo si tú lo guardas", "what-the-other-does"],
    ["dejar el mío si me dejas el tuyo", "what-the-other-does"],
    ["dejar el móvil a cambio de algo", "what-the-other-does"],
  ])("“%s” is refused", (text, subject) => {
    expect(noSubjectOf(text)).toBe(subject);
  });

  test.each([
    "leave my phone in the hall at supper",
    "leave my phone where I cannot hear it",
    "read my messages only after supper",
    "check my phone less",
    "answer my e-mails before I come home",
    "not look at my phone when you speak to me",
    "let you finish your sentence",
    "make you a coffee in the morning",
    "keep what I promised you",
    "pin a note on the fridge",
    "stop writing code at nine",
    "look at you when you come in",
    "show you that I listen",
    "call you when I am late",
    "look up if somebody speaks to me",
    "stop texting my friends at supper",
    "not write to anybody at supper any more than I must",
    "not talk about work at supper ever again",
    "never call in late again",
    "never look at it again while you speak",
    "not talk to you from behind a screen again",
    "leave the door unlocked for you",
    "block an hour for us on Sunday",
    "delete the app that I open most",
    "tell you who the song is by",
    "face you when you tell me something",
    "mirarte al hablar",
    "dejar de escribir a mis amigas durante la cena",
    "no mirarlo en la mesa nunca más",
    "no hablar más alto que tú",
    "borrar la aplicación que más abro",
    "contarte con quién comparto el turno",
    "salir a caminar sin el teléfono",
    "leer mis mensajes después de cenar",
    "mirar menos el móvil",
    "dejar el teléfono en la entrada si hay visita",
    "decir que sí más veces",
    "dejar el teléfono si las niñas duermen",
    "contarte mi día al llegar",
    "escucharte cuando me hables",
  ])("“%s” may stand", (text) => {
    expect(noSubjectOf(text)).toBeNull();
  });

  test("begins once, however it was typed", () => {
    for (const text of [
      "I will say why",
      "i'll say why",
      "I’ll  say why",
      "I will I will say why",
      "Yo voy a say why",
      "voy a say why",
    ])
      expect(withoutBeginning(text)).toBe("say why");
    expect(withoutBeginning(" willingly say why ")).toBe("willingly say why");
  });
});
