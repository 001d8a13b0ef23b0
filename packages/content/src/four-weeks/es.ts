/** Cuatro semanas en español. */
import type { FourWeeksTexts } from "./four-weeks.ts";

export const fourWeeks: FourWeeksTexts = {
  title: "Cuatro semanas, de una en una",
  lead: "Elige una o dos tareas por semana. Si una semana sale torcida, se acaba sin más, y la siguiente empieza en su día.",
  alone: "Para una sola persona: todo esto trata de tu parte. Puede mejorar tus noches; no cambia a nadie más.",
  weeks: {
    notice: { title: "Semana 1: darse cuenta", focus: "Solo mirar. Todavía nada tiene que ser distinto." },
    "reunions-and-meals": {
      title: "Semana 2: la puerta y la mesa",
      focus: "Dos momentos del día que son para las personas.",
    },
    bids: { title: "Semana 3: los gestos pequeños", focus: "Responder a uno más que la semana pasada." },
    "talk-and-agreement": {
      title: "Semana 4: hablar, y una cosa pequeña",
      focus: "Decir mi parte y quedarme con una cosa.",
    },
  },
  tasks: {
    "three-times-together": "Tres ratos en pareja, de veinte minutos",
    "log-for-a-week": "Apuntar mis propios momentos una semana, según vengan",
    "guess-before-looking": "Adivinar antes de mirar, cada vez",
    "one-minute-inquiry": "Mirar dos veces, un minuto, lo que había detrás",
    "hello-with-empty-hands": "Un hola con las manos vacías, tres veces",
    "shelf-in-the-hall": "Darle a mi teléfono un sitio lejos de la mesa",
    "basket-at-supper": "Los teléfonos en la cesta en dos cenas",
    "one-if-then-plan": "Un plan propio: si pasa esto, entonces",
    "catch-one-more": "Responder a un gesto más cada día",
    "six-scenes": "Practicar con seis escenas",
    "a-later-with-a-time": "Cada «luego» mío lleva hora",
    "a-good-moment-a-day": "Fijarme en un buen momento al día",
    "prepare-three-sentences": "Preparar tres frases propias",
    "one-talk": "Una conversación de media hora",
    "one-i-will": "Una frase que empiece por «yo voy a»",
    "look-back-honestly": "Mirar atrás, también a lo que no cambió",
  },
  lookBack: ["¿Qué fue distinto en los días corrientes?", "¿Con qué me quedé y qué dejé?", "¿Qué cosa se queda?"],
  honest:
    "Cuatro semanas son pocas, y las noches también. Si los números son demasiado inciertos para decir algo, se dirá eso.",
};
