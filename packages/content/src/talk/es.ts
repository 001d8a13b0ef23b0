/** La conversación guiada en español. */
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
        "Algo exacto y sin «pero», o nada por hoy. Después, una pregunta: ¿qué lo haría un poco mejor? Un perdón puede tardar en asentarse.",
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
  turns: {
    "own-it": {
      leads: {
        role: "Ahora hablas tú. Corto también vale.",
        task: "Algo propio que sea cierto sin duda. No le hace falta ningún «pero».",
        words: ["He notado en mí…", "Esta semana yo…", "Lo que me gustaría hacer de otra manera es…"],
      },
      follows: {
        role: "Ahora escuchas tú. Todavía no hay nada que contestar.",
        task: "Solo escuchar, hasta el final. Con dar las gracias basta.",
        words: ["Gracias por contármelo."],
      },
    },
    listen: {
      leads: {
        role: "Ahora preguntas tú, y escuchas.",
        task: "Preguntar, después solo escuchar, después repetir lo que se oyó, hasta que llegue un «sí, es eso».",
        words: ["¿Cómo ha sido para ti?", "He oído que…", "¿Es así?", "¿Hay algo más?"],
      },
      follows: {
        role: "Ahora hablas tú. Corto también vale.",
        task: "Te preguntan cómo ha sido. Cuéntalo como fue para ti. Después escucha cómo te lo repiten y corrige lo que no sea del todo así.",
        words: ["Para mí fue…", "Casi. Fue más bien que…", "Sí, es eso."],
      },
    },
    "sorry-and-repair": {
      leads: {
        role: "Ahora hablas tú. Corto también vale.",
        task: "Algo exacto y sin «pero». Después, preguntar qué lo haría un poco mejor. Si no hay por qué pedir perdón, decirlo así, o simplemente seguir.",
        words: ["Siento haber…", "Veo que eso…", "¿Hay algo que lo haría un poco mejor?"],
      },
      follows: {
        role: "Ahora escuchas tú. Perdonar no tiene prisa.",
        task: "Un perdón puede tardar en asentarse. Se puede decir qué ayudaría, o que hoy nada.",
        words: ["Gracias por decirlo.", "Gracias, todavía me duele.", "Un poco mejor sería…"],
      },
    },
  },
  preparations: {
    noticed: { question: "¿Qué he notado en mí?", starter: "He notado en mí que…" },
    feel: { question: "¿Qué siento con eso?", starter: "Siento…" },
    wish: { question: "¿Qué deseo?", starter: "Deseo…" },
  },
  notes: { covered: "Lo que escribiste está guardado en este teléfono, solo para ti.", show: "Ver mis notas" },
  halves: { far: "Al otro lado", near: "De este lado" },
  time: { offered: "Unos {minutes} minutos, o menos", over: "El tiempo propuesto ya pasó. Sin prisa." },
  goOn: {
    stands: "La conversación está en el paso {step} de {steps}.",
    oneScreen: "Seguir en el paso {step}, en esta pantalla",
    twoPhones: "Seguir en el paso {step}, cada cual en su teléfono",
    anew: "Empezar de nuevo",
  },
  other: {
    ended: "La conversación terminó en el otro teléfono. Se queda donde estaban las dos personas.",
    stopToo: "Parar aquí también",
    isAhead: "El otro teléfono ya está en el paso {step}.",
    join: "Seguir en el paso {step}",
    isBehind: "El otro teléfono empieza en el paso {step}, así que ahí está la conversación ahora.",
  },
  smallThing: {
    sentence: "Yo voy a",
    hint: "Este teléfono guarda solo la frase de quien lo lleva, por cuatro semanas. La otra persona escribe en el suyo, ahora o después.",
    keep: "Guardar mi frase",
  },
  pause: {
    title: "Una pausa",
    text: "Veinte minutos es una buena medida. Quien la necesita lo dice; no hacen falta motivos.",
    breathe: "Tomar aire contando cuatro, soltarlo contando seis. Caminar un poco. Por ahora nada pide respuesta.",
    comeBack: "De vuelta a las {time}",
    over: "Los veinte minutos ya pasaron. Se puede seguir, o alargar la pausa.",
    longer: "Veinte minutos más",
    notToday: "Hoy no. Otro día está bien.",
    help: "Ayuda en la guía",
  },
  writing: {
    title: "Siete minutos desde fuera",
    invite:
      "Piensa en un desacuerdo de estas semanas. Alguien que desea lo mejor a las dos personas lo ha visto todo. Escribe desde ahí; aquí nadie más lo lee.",
    show: "Ver lo que escribí",
    delete: "Borrar esto",
    deleted: "Borrado.",
    bringBack: "Recuperarlo",
    questions: {
      "what-they-would-see": "¿Qué vería esa persona, y qué podría salir de bueno?",
      "what-they-would-wish": "¿Cómo podría mirarlo así la próxima vez?",
      "what-gets-in-the-way": "¿Qué lo hace difícil, y qué me ayudaría a pesar de todo?",
    },
  },
  stoppedTitle: "Se queda aquí",
  stopped: "Lo que se preparó sigue ahí para otro día, o se puede borrar.",
  done: "Ahora un té, un paseo o la cama.",
};
