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
    unimportant: { feelsLike: "Como si cualquier otra cosa fuera antes.", iFelt: "Sentí que importaba poco" },
    lonely: { feelsLike: "Dos personas en una habitación, y yo a solas.", iFelt: "Sentí soledad" },
    "left-out": { feelsLike: "Pasaba algo, y yo no era parte de ello.", iFelt: "Sentí que me quedaba fuera" },
    sad: { feelsLike: "Un peso callado, cerca de las lágrimas.", iFelt: "Sentí tristeza" },
    angry: { feelsLike: "Un calor rápido, con algo más blando debajo.", iFelt: "Sentí enfado" },
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
    "to-be-two": "Me encanta cuando por un rato no hay nadie más.",
    "rest-together": "Echo de menos una calma que sea de dos.",
    "a-word-first": "Si antes hay una palabra, esperar me resulta fácil.",
  },
  wishes: {
    "ten-minutes": "¿Podemos tener diez minutos sin teléfonos esta noche?",
    "phones-away-at-meals": "¿Te apetece probar con los teléfonos en la cesta durante la cena?",
    "say-why-first": "¿Te apetece probar a decir por qué antes de mirar el teléfono?",
    "look-when-arriving": "Me gustaría una mirada y un hola cuando alguien llega a casa.",
    "tell-me-when": "Si no es buen momento, dime cuándo lo sería.",
    "just-hear-me": "No necesito respuesta; me basta con que lo oigas.",
  },
  statement: "{felt} {when}. {need} {wish}",
};
