/** Capítulo 5, volver, en español. */
import { sourced, withHelp } from "../../sourced.ts";
import type { ChapterText } from "../chapters.ts";

export const chapter: ChapterText<"reset"> = {
  title: "Volver",
  question: "¿Cómo se encuentra el camino de vuelta cuando se ha acumulado?",
  short: [
    "Empieza por tu parte. «He notado en mí…» abre una puerta que «tú nunca…» cierra.",
    "Después, preguntar y escuchar hasta el final. Repetir lo que se oyó antes de decir nada propio. Casi siempre preferimos que nos entiendan a que nos den la razón.",
    "Pedir perdón por algo concreto, preguntar qué lo haría un poco mejor y acordar una cosa pequeña con fecha. Cada cual escribe su frase, y empieza por «yo voy a».",
    sourced(
      "Los programas por internet que llevan a las parejas por pasos así han ayudado, de media. El nuestro no se ha estudiado, y una versión para una sola persona no cambió la relación.",
      "doss-2016",
      "le-2023",
      "nowlan-2017",
    ),
    withHelp(
      "Si hablar no es seguro, porque una de las dos personas teme cómo pueda reaccionar la otra, deja este capítulo cerrado y mira la página de ayuda.",
    ),
  ],
  sections: {
    "own-it-first": {
      title: "Primero, mi parte",
      passages: [
        "Prepararse a solas, en el propio teléfono o en papel: qué he notado en mí, qué siento, qué deseo. Tres frases bastan.",
        "Empieza por lo más pequeño que sea cierto sin duda. «Esta semana lo miré tres veces mientras hablabas». No le hace falta ningún «pero».",
        "Las cifras son para uso propio. Quien enseña alguna de las suyas lo hace para empezar a hablar, y nadie pide las de la otra persona.",
      ],
    },
    "listen-to-the-end": {
      title: "Escuchar hasta el final",
      passages: [
        "Una persona habla tres minutos y la otra solo escucha. Después: «He oído que… ¿Es así?», y solo cuando sea así, cambio.",
        sourced(
          "En un diario de siete días, sentir comprensión, y que se toma en serio lo que se dice, iba con menos malestar los días en que un teléfono se ponía en medio.",
          "frackowiak-2023",
        ),
        "Escuchar no es estar de acuerdo. Es prestar la propia atención durante tres minutos.",
      ],
    },
    "sorry-and-repair": {
      title: "Perdón, y reparar",
      passages: [
        "Un buen perdón es exacto y corto: qué hice, que veo lo que causó, qué intentaré la próxima vez. Sin explicaciones en la misma frase.",
        "Después, una pregunta: «¿Hay algo que lo haría un poco mejor?». Quizá sea un té, quizá un paseo, quizá hoy nada.",
        "Una disculpa puede tardar en asentarse. «Gracias, todavía me duele» es una respuesta sincera.",
      ],
    },
    "one-small-thing": {
      title: "Una cosa pequeña",
      passages: [
        "Un acuerdo, para dos o cuatro semanas, tan pequeño que funcione en un mal día. Cada cual escribe el suyo: «Yo voy a dejarlo en el estante al llegar».",
        "Termina por sí mismo si no se renueva. No hay castigo, y cada cual puede terminar el suyo cuando quiera, sin decir por qué.",
        "Lo que no es tema de ningún acuerdo: contraseñas, lugares, mirar dentro de un teléfono. No creemos que la confianza nazca de la vigilancia.",
      ],
    },
    "when-it-heats-up": {
      title: "Cuando sube la temperatura",
      passages: [
        "El cuerpo es más rápido que las palabras. La voz alta, la cara caliente, las mismas tres frases de siempre: hora de una pausa.",
        "Una pausa tiene final: «Necesito veinte minutos; a las nueve vuelvo». Respirar, caminar, agua. Sin ensayar el discurso.",
        "Quien la pidió vuelve a la hora, aunque solo sea para decir: hoy no, mañana después del desayuno.",
        withHelp(
          "El miedo no es lo mismo que el enfado. Si una de las dos personas tiene miedo, una conversación de pareja no es el camino; puede ayudar la gente que sabe de esto.",
        ),
      ],
    },
  },
  examples: {
    "i-have-noticed":
      "«He notado que llevo el teléfono en la mano cuando entro. Ni siquiera veo quién está ahí. No es así como quiero llegar a casa».",
    "say-back":
      "«He oído que el domingo fue duro. Que era como si yo no estuviera. ¿Es así?». «Casi. Como si no estuviera yo».",
    "the-smallest-agreement":
      "«Yo voy a dejarlo en el pasillo durante la cena, hasta final de mes». Dos firmas. La sopa se enfría.",
  },
  takeaway: "Primero mi parte, escuchar hasta el final y una cosa pequeña con fecha.",
  exercise: {
    title: "Preparar tres frases",
    text: "A solas, en cinco minutos: qué he notado en mí, qué siento, qué deseo. Si habrá conversación, y cuándo, se decide después.",
    action: "Preparar a solas",
  },
};
