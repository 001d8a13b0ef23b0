/** La charla guiada en español. */
import type { TalkTexts } from "./talk.ts";

export const talk: TalkTexts = {
  before:
    "Dura más o menos media hora, o menos si hace falta menos. Cualquiera de las dos personas puede pausar o parar cuando quiera, y no se pierde nada. Una noche con sueño no es buena noche para esto.",
  steps: {
    prepare: {
      title: "Primero, a solas",
      invite: "Tres respuestas cortas para ti. Aquí nadie más puede leerlas; lo que se diga después lo decides tú.",
      starters: ["He notado en mí que…", "Con eso siento…", "Deseo…"],
    },
    "own-it": {
      title: "Mi parte",
      invite: "Una persona empieza con algo propio que sea cierto sin duda. La otra solo escucha. Después, cambio.",
      starters: ["He notado en mí…", "Esta semana yo…", "Lo que me gustaría hacer de otra manera es…"],
    },
    listen: {
      title: "Preguntar y escuchar",
      invite:
        "Una persona pregunta cómo ha sido y escucha hasta el final. Después repite lo que oyó, hasta que la otra diga: sí, es eso.",
      starters: ["¿Cómo ha sido para ti?", "He oído que…", "¿Es así?", "¿Hay algo más?"],
    },
    "sorry-and-repair": {
      title: "Perdón, y reparar",
      invite:
        "Algo exacto y sin «pero». Después, una pregunta: ¿qué lo haría un poco mejor? Un perdón puede entrar despacio.",
      starters: ["Siento haber…", "Veo que eso…", "¿Hay algo que lo haría un poco mejor?", "Gracias por decirlo."],
    },
    "one-small-thing": {
      title: "Una cosa pequeña",
      invite:
        "Cada cual piensa una cosa propia, tan pequeña que sirva en un mal día. Cada cual escribe su frase en su teléfono, o ninguna.",
      starters: ["Yo voy a…"],
    },
    close: {
      title: "Para terminar",
      invite:
        "Una frase por persona sobre algo bueno de la otra, y después algo que no tenga nada que ver con todo esto.",
      starters: ["Me gustó cómo…", "Gracias por…"],
    },
  },
  preparations: {
    noticed: { question: "¿Qué he notado en mí?", starter: "He notado en mí que…" },
    feel: { question: "¿Qué siento con eso?", starter: "Siento…" },
    wish: { question: "¿Qué deseo?", starter: "Deseo…" },
  },
  roles: {
    speaker: "Ahora hablas tú. Corto también vale.",
    listener: "Ahora escuchas tú. Todavía no hay nada que contestar.",
    changeOver: "El cambio, cuando quieras.",
  },
  pause: {
    title: "Una pausa",
    text: "Veinte minutos es una buena medida. Quien la necesita lo dice; no hacen falta motivos.",
    breathe: "Tomar aire contando cuatro, soltarlo contando seis. Caminar un poco. Dejar el discurso sin escribir.",
    comeBack: "De vuelta a las {time}",
    notToday: "Hoy no. Otro día está bien.",
  },
  writing: {
    title: "Siete minutos desde fuera",
    invite:
      "Piensa en un desacuerdo de estas semanas. Alguien que desea lo mejor a las dos personas lo ha visto todo. Escribe desde ahí; aquí nadie más lo lee.",
    questions: {
      "what-they-would-see": "¿Qué vería esa persona, y qué podría salir de bueno?",
      "what-they-would-wish": "¿Cómo podría mirarlo así la próxima vez?",
      "what-gets-in-the-way": "¿Qué lo hace difícil, y qué me ayudaría a pesar de todo?",
    },
  },
  stopped: "Se queda aquí. Lo que cada cual escribió antes sigue ahí para otro día, o se puede borrar.",
  done: "Eso ha sido una charla de verdad. Ahora un té, un paseo o la cama.",
};
