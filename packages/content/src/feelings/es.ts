/** Sentimientos y frases en primera persona, en español. Con sustantivos: así nadie tiene que elegir un género. */
import type { FeelingTexts } from "./feelings.ts";

export const feelings: FeelingTexts = {
  firstWords: {
    rude: "«Qué falta de educación»",
    "something-is-off": "«Algo no va bien»",
    whatever: "«Lo que tú digas»",
    "never-mind": "«Déjalo, da igual»",
    ignored: "«Es como hablarle a la pared»",
    annoyed: "«Me saca de quicio»",
  },
  feelings: {
    rejected: { feelsLike: "Como si una puerta se cerrara justo al llegar yo.", iFelt: "Sentí rechazo" },
    unimportant: { feelsLike: "Como si cualquier otra cosa fuera antes que yo.", iFelt: "Sentí que importaba poco" },
    lonely: { feelsLike: "Dos personas en una habitación, y yo a solas.", iFelt: "Sentí soledad" },
    "left-out": { feelsLike: "Pasaba algo, y yo no era parte.", iFelt: "Sentí que me quedaba fuera" },
    sad: { feelsLike: "Un peso callado, cerca de las lágrimas.", iFelt: "Sentí tristeza" },
    angry: { feelsLike: "Un calor rápido, con algo más suave debajo.", iFelt: "Sentí enfado" },
  },
  occurrences: {
    "mid-sentence": "cuando apareció un teléfono en mitad de mi frase",
    arriving: "cuando entré y nadie levantó la vista",
    "at-the-table": "cuando había un teléfono encendido durante la comida",
    "side-by-side": "cuando cada cual tenía una pantalla en el mismo sofá",
    "something-important": "cuando contaba algo que me importa y se perdió",
    "in-bed": "cuando una pantalla fue la última luz de la noche",
  },
  needs: {
    "to-matter": "Para mí es importante saber que te importo.",
    "to-be-heard": "Para mí es importante poder contar algo hasta el final.",
    closeness: "Para mí es importante sentirte cerca.",
    "to-be-two": "Me encanta cuando por un rato solo estamos tú y yo.",
    "rest-together": "Extraño un rato de calma contigo.",
    "a-word-first": "Si antes hay una palabra, me cuesta menos esperar.",
  },
  wishes: {
    "ten-minutes": "¿Podemos tener diez minutos sin teléfonos esta noche?",
    "phones-away-at-meals": "¿Quieres probar con los teléfonos en la cesta durante la cena?",
    "say-why-first": "¿Quieres probar a decir por qué antes de mirar el teléfono?",
    "look-when-arriving": "Me gustaría una mirada y un hola cuando alguien llega a casa.",
    "tell-me-when": "Si no es buen momento, dime cuándo lo sería.",
    "just-hear-me": "No necesito respuesta; me basta con que lo oigas.",
  },
  statement: "{felt} {when}. {need} {wish}",
};
