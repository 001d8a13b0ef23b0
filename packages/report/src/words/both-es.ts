/** The report about both, in Spanish. */
import type { BothWords } from "./both-words.ts";

export const bothEs: BothWords = {
  title: "Nuestro tiempo en común",
  subtitle: (period, weeks, hours) => `${period} · ${weeks} semanas · ${hours} horas en común`,
  period: (from, to) => `del ${from} al ${to}`,
  preface:
    "Este informe no puede mostrar quién causó qué, ni por qué, y no prueba nada sobre nadie. Contiene cifras de las dos partes juntas, " +
    "de semanas enteras, y rangos en lugar de números exactos. Cada cual dijo que sí a justo este informe, en su propio teléfono, sabiendo que " +
    "quien conoce sus propias cifras puede deducir más o menos las de la otra parte.",
  sections: {
    together: "Tiempo en común",
    moments: "Momentos",
    towards: "Responder al otro",
    felt: "Cómo fueron las semanas",
    missing: "Todavía no basta",
    method: "Cómo se midió",
    limits: "Lo que no puede mostrar",
  },
  hours: {
    title: (hours, weeks) => `${hours} horas en común en ${weeks} semanas`,
    axis: "horas por semana",
    description: (weeks, least, most) =>
      `Gráfico de barras de ${weeks} semanas, una barra por las horas en común de cada una: de ${least} a ${most}.`,
    head: ["semana del", "horas en común"],
  },
  rate: (low, high) =>
    `En una hora en común un teléfono fue primero de ${low} a ${high} veces mientras hablábamos, contando los dos teléfonos.`,
  change: {
    less: (low, high) =>
      `En la segunda mitad de estas semanas fue menos a menudo que en la primera: de ${low} a ${high} veces lo de antes.`,
    more: (low, high) =>
      `En la segunda mitad de estas semanas fue más a menudo que en la primera: de ${low} a ${high} veces lo de antes.`,
    unclear: (low, high) =>
      `Entre la primera y la segunda mitad de estas semanas no hay un cambio claro: encaja todo entre ${low} y ${high} veces lo de antes.`,
  },
  towards: (low, high) => `En común guardamos de ${low} a ${high} buenos momentos y gestos con respuesta.`,
  answers: { close: "sentirnos cerca", fun: "divertirnos" },
  felt: {
    rising: (answers) => `Sube en estas semanas, como media de las dos partes: ${answers}.`,
    falling: (answers) => `Baja en estas semanas, como media de las dos partes: ${answers}.`,
    unclear: (answers) => `Ni sube ni baja con claridad, como media de las dos partes: ${answers}.`,
  },
  missing: {
    rate: "Momentos en una hora en común",
    change: "La segunda mitad frente a la primera",
    close: "Sentirnos cerca",
    fun: "Divertirnos",
  },
  missingWhy: "Para esto hubo demasiado poco. Es habitual y no dice nada de nadie.",
  method: [
    "Solo entran los ratos a los que se unieron las dos partes. Cada teléfono calculó sus propias cifras, las redondeó hacia fuera a una cuadrícula gruesa y dio al otro teléfono esos rangos y nada más. Los rangos son intervalos del 90 %, sumados como independientes; el redondeo los hace algo más anchos.",
    "Un momento es cuando un teléfono reposaba, se levantó y había conversación, salvo que quien lo usa dijera otra cosa; la última palabra es suya. Los momentos vienen en grupos, así que los intervalos se ensanchan según lo que difieren los ratos en común.",
  ],
  limits: [
    "No puede mostrar qué causó nadie, ni por qué, ni cuánto de una cifra es de quién. Cifras que se mueven a la vez no tienen por qué tener que ver entre sí.",
    "Los momentos que un teléfono no vio, y los ratos en que nadie tocó empezar, no entran en ninguna cifra. Ninguna cifra de aquí es una meta: lo que la investigación halló en grupos no es medida para dos personas.",
  ],
  mark: (mark) => `Marca de este informe, la misma en los dos teléfonos: ${mark}.`,
};
