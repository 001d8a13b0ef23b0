/** The report in Spanish. */
import type { ReportWords } from "./report-words.ts";

const times = (count: number): string => (count === 1 ? "1 rato en común" : `${count} ratos en común`);
const moments = (count: number): string => (count === 1 ? "1 momento" : `${count} momentos`);

export const es: ReportWords = {
  title: "Mi tiempo en común",
  subtitle: (period, count, hours) =>
    [period, times(count), `${hours} horas`].filter((part) => part !== null).join(" · "),
  period: (from, to) => `del ${from} al ${to}`,
  preface:
    "Hecho con mis propios registros, en mi propio dispositivo. Habla de mí: no dice nada de nadie más y no es una nota. " +
    "Un momento es cuando mi teléfono fue primero mientras hablábamos. Cada rango de abajo es un intervalo del 90 %.",
  sections: {
    moments: "Momentos",
    towards: "Responder al otro",
    felt: "Cómo fueron las semanas",
    patterns: "Qué acompaña a mis momentos",
    missing: "Todavía no basta",
    method: "Cómo se midió",
    limits: "Lo que no puede mostrar",
  },
  range: (low, high) => `${low} a ${high}`,
  figure: ({ value, low, high }) => `${value} (${low} a ${high})`,

  rate: (count, hours, { value, low, high }) =>
    `Tuve ${moments(count)} en ${hours} horas en común: ${value} por hora (${low} a ${high}).`,
  onlyCount: (count, hours) => `Tuve ${moments(count)} en ${hours} horas en común.`,
  open: (count, rate) =>
    (count === 1 ? "1 más queda abierto" : `${count} más quedan abiertos`) +
    ": no se sabe si estábamos hablando. " +
    (rate === null
      ? "No entran en ninguna cifra."
      : `Si todos contaran, serían ${rate.value} por hora (${rate.low} a ${rate.high}).`),
  leftOut: (count) =>
    `${moments(count)} ${count === 1 ? "quedó" : "quedaron"} fuera: una pausa, una pantalla compartida, algo necesario o un error del teléfono.`,
  outside: (count) =>
    `${moments(count)} fuera de todo rato en común no ${count === 1 ? "entra" : "entran"} en ninguna tasa.`,
  unseen: (hours) => `En otras ${hours} horas en común mi teléfono no supo nada; no entran en ninguna cifra.`,
  unfinished: (count) => `${times(count)} sin final conocido no ${count === 1 ? "entra" : "entran"} en ninguna cifra.`,
  falseAlarms: ({ value, low, high }, isCarried) =>
    `De lo que mi teléfono tomó por un momento, el ${value} fueron falsas alarmas según lo que dije (${low} a ${high}).` +
    (isCarried ? " El extremo inferior de la tasa ya lo tiene en cuenta." : ""),
  trend: {
    less: ({ value, low, high }) => `Fue a menos: de una semana a otra cambió un ${value} (${low} a ${high}).`,
    more: ({ value, low, high }) => `Fue a más: de una semana a otra cambió un ${value} (${low} a ${high}).`,
    unclear: ({ low, high }) => `Sin cambio claro de una semana a otra: encaja todo entre ${low} y ${high} por semana.`,
  },
  trendTitle: {
    less: "Menos momentos por hora de una semana a otra",
    more: "Más momentos por hora de una semana a otra",
    unclear: "Sin cambio claro en los momentos por hora",
  },
  noTrendTitle: "Momentos por hora, semana a semana",
  changeTitle: {
    less: (day) => `Menos momentos por hora desde el ${day}`,
    more: (day) => `Más momentos por hora desde el ${day}`,
    unclear: (day) => `Antes y después del ${day}: aún no se distingue`,
  },
  change: {
    less: (day, { value, low, high }) => `Desde el ${day} son ${value} veces los de antes (${low} a ${high}): menos.`,
    more: (day, { value, low, high }) => `Desde el ${day} son ${value} veces los de antes (${low} a ${high}): más.`,
    unclear: (day, { value, low, high }) =>
      `Desde el ${day} son ${value} veces los de antes (${low} a ${high}): puede no haber cambio.`,
  },
  guess: {
    less: ({ value, low, high }, pairs) =>
      `Antes de mirar atrás estimé menos de los que conté: ${value} por rato en común (${low} a ${high}; ${pairs} estimaciones).`,
    more: ({ value, low, high }, pairs) =>
      `Antes de mirar atrás estimé más de los que conté: ${value} por rato en común (${low} a ${high}; ${pairs} estimaciones).`,
    unclear: ({ low, high }, pairs) =>
      `Mi propia estimación antes de mirar atrás acierta más o menos: se desvía de ${low} a ${high} por rato en común (${pairs} estimaciones).`,
  },
  weekly: {
    axis: "por hora",
    evenAxis: "cada rato en común",
    change: (day) => `desde el ${day}`,
    description: (weeks) =>
      `Gráfico de líneas de ${weeks} semanas: momentos por hora de tiempo en común con una banda para el intervalo; debajo, una columna de puntos por cada rato en común.`,
    head: ["semana del", "horas", "momentos", "por hora"],
  },

  bids: (answered, received, { value, low, high }) =>
    `Respondí a ${answered} de los ${received} gestos que noté: ${value} (${low} a ${high}).`,
  goodMoments: (count) => `Guardé ${count === 1 ? "1 buen momento" : `${count} buenos momentos`}.`,

  questions: {
    feltImportant: "sentirme importante",
    feltClose: "sentirme cerca",
    safeToBeVulnerable: "poder mostrarme vulnerable",
    feltRespected: "sentir respeto",
    hadFunTogether: "divertirnos",
    ownStress: "mi estrés",
  },
  felt: {
    rising: (questions) => `Sube en estas semanas: ${questions}.`,
    falling: (questions) => `Baja en estas semanas: ${questions}.`,
    unclear: "Ninguna de mis respuestas sube o baja con claridad.",
    title: "Cambio de mis respuestas, en puntos por semana",
    description: "Seis filas, cada una un punto con su intervalo: cómo cambiaron mis respuestas semanales de 1 a 5.",
    head: ["respuesta", "puntos por semana"],
  },

  before: {
    overwhelmed: "agobio",
    bored: "aburrimiento",
    "wanting-out-of-this-talk": "querer salir de la conversación",
    triggered: "algo me saltó",
    rejected: "rechazo",
    habit: "costumbre",
    notification: "un aviso",
    "worry-about-missing-out": "miedo a perderme algo",
  },
  after: { relief: "alivio", stress: "estrés", comfort: "consuelo", reward: "recompensa", nothing: "nada" },
  causes: {
    title: (word, named, of) => `Justo antes, lo más frecuente: ${word} (${named} de ${of} reflexiones)`,
    unranked: (words, of) => `Nombrado hasta ahora como presente justo antes: ${words} (${of} reflexiones)`,
    description:
      "Filas de lo que nombré como presente justo antes, cada una con su parte de mis reflexiones y un intervalo.",
    head: ["justo antes", "parte de mis reflexiones"],
    after: (word) => `Después, lo más frecuente: ${word}.`,
    afterUnranked: (words) => `Nombrado hasta ahora para después: ${words}.`,
  },
  levels: {
    morning: "mañana",
    afternoon: "tarde",
    evening: "última hora de la tarde",
    night: "noche",
    monday: "lunes",
    tuesday: "martes",
    wednesday: "miércoles",
    thursday: "jueves",
    friday: "viernes",
    saturday: "sábado",
    sunday: "domingo",
    "calmer-week": "semanas tranquilas",
    "stressed-week": "semanas de estrés",
  },
  patterns: {
    none: "Ninguna parte del día, día de la semana o tipo de semana destaca más que el azar.",
    some: (levels) =>
      `Destacan más que el azar: ${levels}. De lo que se señala así, alrededor de una décima parte es azar de todos modos.`,
    title: "Momentos por hora, como múltiplo de mi media",
    description: "Filas de días y tipos de semana, cada una un punto con su intervalo alrededor de 1, que es mi media.",
    head: ["cuándo", "veces mi media"],
    more: (level, { value, low, high }) => `${level} (más: ${value} veces mi media, ${low} a ${high})`,
    fewer: (level, { value, low, high }) => `${level} (menos: ${value} veces mi media, ${low} a ${high})`,
  },

  missing: {
    none: "Hubo suficiente para todo lo anterior.",
    what: {
      rate: "Momentos por hora",
      trend: "El cambio de una semana a otra",
      change: "Antes y después",
      guess: "Cálculo y cuenta",
      bids: "Gestos con respuesta",
      felt: "Cómo fueron las semanas",
      causes: "Qué había antes",
      patterns: "Días y tipos de semana",
      falseAlarms: "Falsas alarmas de mi teléfono",
    },
    line: (what, have, need, unit) => `${what}: ${have} de ${need} ${unit}.`,
    units: {
      hours: "horas en común",
      stretches: "ratos en común",
      events: "entradas",
      weeks: "semanas",
      answers: "respuestas",
    },
    noChange: "Antes y después: no hay ningún día marcado en que cambiara algo.",
    nothingBefore: (day) => `Antes y después: ningún rato en común es anterior al día marcado, el ${day}.`,
  },
  method: [
    "Las horas son las que hay entre mis propios toques, menos las pausas y los tramos en que no se supo del movimiento o de la página. Un momento cuenta si el teléfono reposaba, se levantó y había conversación, salvo que yo dijera otra cosa; la última palabra es mía.",
    "Los momentos vienen en grupos, así que los intervalos se ensanchan según lo que difieren los ratos en común. Antes y después se comparan intercambiando ratos enteros. Los días se acercan a mi media cuando saben poco, y solo se señalan con una regla que deja los hallazgos falsos en una décima parte.",
  ],
  limits: [
    "No puede mostrar qué causó nadie, ni por qué. Cifras que se mueven a la vez no tienen por qué tener que ver entre sí.",
    "Los momentos que el teléfono no vio, y los ratos en que nadie tocó empezar, no entran en ninguna cifra. Si los ratos dependen unos de otros durante semanas, los intervalos son demasiado estrechos.",
    "Ninguna parte o tasa de aquí es una meta: lo que la investigación halló en grupos no es medida para dos personas.",
  ],
  showTable: "Como tabla",
};
