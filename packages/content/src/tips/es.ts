/** Diez consejos en español. */
import type { TipTexts } from "./tips.ts";

export const tips: TipTexts = {
  title: "Diez cosas pequeñas",
  tips: {
    "a-place-outside": {
      title: "Que tenga su propia cama",
      text: "Un estante o una cesta, a unos pasos de donde se habla.",
    },
    "hello-first": { title: "Primero, hola", text: "Las manos vacías en la puerta, lo que dura una respiración." },
    "say-why": { title: "Decir antes por qué", text: "«Dos minutos, es del colegio». Y de vuelta a su sitio." },
    "one-screen-two-heads": { title: "Una pantalla, dos cabezas", text: "Si es para dos, mirarlo en pareja." },
    "answer-small": { title: "Responder a lo pequeño", text: "Un «¿sí?» y una mirada ya son una respuesta." },
    "a-later-with-a-time": { title: "Un «luego» con hora", text: "«A las ocho», y a las ocho estar ahí." },
    "own-first": { title: "Primero, lo mío", text: "Fijarme en mis momentos. Los de la otra persona son suyos." },
    "softer-word": {
      title: "Buscar la palabra más suave",
      text: "Detrás de «qué falta de educación» suele haber soledad. Y decirla.",
    },
    "good-on-a-tuesday": {
      title: "Algo bueno en martes",
      text: "Veinte minutos, sin gastar, sin guardarlo para el viernes.",
    },
    "notice-the-good": {
      title: "Fijarse en lo bueno",
      text: "Una vez al día, algo que salió bien. Y decirlo en voz alta.",
    },
  },
};
