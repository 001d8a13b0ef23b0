/** De un lado al otro, en español. */
import type { SheetTexts } from "./sheet.ts";

export const sheet: SheetTexts = {
  title: "De «tú siempre» a «yo siento»",
  insteadOf: "Lo que se escapa",
  say: "Lo que llega más lejos",
  pairs: {
    "always-on-it": {
      insteadOf: "«Siempre estás con ese aparato».",
      say: "«Esta noche te echo de menos. ¿Diez minutos sin nada más?».",
      why: "«Siempre» invita a buscar la excepción. Un deseo invita a decir que sí.",
    },
    "never-listen": {
      insteadOf: "«Nunca me escuchas».",
      say: "«Me sentí a solas contando eso. ¿Te lo cuento luego?».",
      why: "Un sentimiento no se discute, y un momento se puede buscar.",
    },
    "more-important": {
      insteadOf: "«Te importa más tu teléfono que yo».",
      say: "«Para mí es importante saber que te importo».",
      why: "Un cariño no se puede demostrar. Se puede pedir.",
    },
    "so-rude": {
      insteadOf: "«Eres de una falta de educación…».",
      say: "«Sentí que importaba poco cuando apareció el teléfono».",
      why: "Una palabra sobre una persona cierra la conversación. Una palabra sobre un momento la abre.",
    },
    "who-are-you-writing": {
      insteadOf: "«¿Y ahora a quién le escribes?».",
      say: "«Si antes me dices una palabra, espero mejor».",
      why: "Una pregunta así puede sonar a vigilancia. En una palabra ofrecida es más fácil confiar.",
    },
    "like-your-mother": {
      insteadOf: "«Eres igual que tu madre».",
      say: "«Quiero hablar de esta noche, solo de esta noche».",
      why: "Una noche es lo bastante pequeña como para arreglarla.",
    },
    "whatever-then": {
      insteadOf: "«Haz lo que quieras, como siempre».",
      say: "«Me estoy cerrando. Necesito una pausa y a las nueve vuelvo».",
      why: "Una pausa con hora no es un portazo.",
    },
    "you-too": {
      insteadOf: "«¡Y tú más!».",
      say: "«Es verdad, he sido yo. Lo guardo».",
      why: "Quien empieza por su parte ya ha empezado a reparar.",
    },
  },
};
