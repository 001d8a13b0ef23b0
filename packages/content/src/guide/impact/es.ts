/** Capítulo 3, efectos, en español. */
import { sourced } from "../../sourced.ts";
import type { ChapterText } from "../chapters.ts";

export const chapter: ChapterText<"impact"> = {
  title: "Efectos",
  question: "¿Qué provoca, y con cuánta seguridad se sabe?",
  short: [
    "Una sola vez se olvida antes de la cena. Muchas pueden sumarse en una sensación sin nombre: algo no va bien. Quien queda en segundo lugar suele decir «qué falta de educación», y lo que siente es soledad, o que importa poco.",
    sourced(
      "En un diario de 173 parejas durante 14 días, la relación se sentía peor los días en que la tecnología interrumpía más de lo habitual, y el ánimo bajaba. Qué viene antes, el diario no lo puede decir.",
      "mcdaniel-2019",
    ),
    sourced(
      "No siempre es así. Decir un motivo importante suavizó la sensación de quedar de lado, y sentir comprensión iba con menos malestar en esos días.",
      "schuster-2023",
      "frackowiak-2023",
    ),
    "Crece en silencio y en las dos direcciones. También es una buena noticia: se le puede dar la vuelta desde cualquiera de los dos lados.",
  ],
  sections: {
    "one-is-nothing": {
      title: "Uno no es nada",
      passages: [
        "Dos personas que se quieren aguantan muchos momentos sueltos. El problema es la suma, porque nadie la lleva y porque parece decir algo de la pareja más que de un aparato.",
        sourced(
          "Los días con más interrupciones de lo habitual para cada persona, 173 parejas contaron más conflictos por la tecnología, menos ratos buenos cara a cara y un ánimo más bajo. Se les preguntó por lo que notaban, ese mismo día; un mal día puede teñir ambas cosas.",
          "mcdaniel-2019",
        ),
      ],
    },
    "the-one-who-waits": {
      title: "Quien espera",
      passages: [
        "Empieza como un calor pequeño: qué falta de educación. Debajo suele haber algo más suave. Estaba en mitad de una frase, y por un momento fue como si yo no estuviera.",
        sourced(
          "En dos encuestas, la sensación de quedarse fuera explicaba más del daño que las peleas o los celos.",
          "beukeboom-2021",
        ),
        "Encontrar la palabra justa es la mitad del camino. La soledad se puede consolar. Ante «qué falta de educación» solo queda defenderse.",
      ],
    },
    "both-ways": {
      title: "En las dos direcciones",
      passages: [
        "Quien espera bastante acaba por encontrar su propia pantalla. Entonces hay dos personas en el mismo sofá, y cada una cree que la otra se ha ido.",
        sourced(
          "Algunas personas cuentan en sus diarios que miraron su propio teléfono como respuesta. Es el relato de una parte, día a día; nadie observó una secuencia de dos actos.",
          "thomas-2022",
          "southampton-2025",
        ),
        "Desde dentro no se puede saber si va por turnos o si fue una noche difícil para las dos. Tampoco hace falta. Cualquiera puede ponerle fin.",
      ],
    },
    "not-every-phone": {
      title: "No todos los teléfonos",
      passages: [
        sourced(
          "Un motivo importante, dicho en voz alta, suavizó el efecto en un experimento en línea con 324 personas.",
          "schuster-2023",
        ),
        sourced(
          "Cuando la pantalla incluía a la pareja, o se le contaba de qué iba, se hablaba de menos daño.",
          "beukeboom-2021",
        ),
        sourced(
          "En un diario de siete días con 133 personas, sentir comprensión iba con menos malestar en esos días.",
          "frackowiak-2023",
        ),
        sourced(
          "Que el teléfono esté sin más sobre la mesa es otra cosa: una vez se encontró que estropeaba la conversación, y dos intentos de repetirlo fallaron. Así que aquí nadie manda esconderlo por eso.",
          "przybylski-2013",
          "crowley-2018",
          "linares-2021",
        ),
      ],
    },
  },
  examples: {
    "the-story-that-shrank":
      "La historia de la nueva compañera tenía una parte central. Se quedó sin contar, porque se encendió una pantalla. Al día siguiente ya no hubo historia.",
    "two-lights":
      "Las diez, un dormitorio a oscuras y dos caras azules. «Buenas noches». «Buenas». A las dos les habría gustado decir otra cosa.",
    "the-map":
      "Dos cabezas sobre un mapa y un pulgar en el ferri. Hay un teléfono en medio, y nadie va en segundo lugar.",
  },
  takeaway: "Debajo de «qué falta de educación» suele haber una palabra más suave, y es más fácil responderle.",
  exercise: {
    title: "Encontrar la palabra",
    text: "Piensa en una noche en que algo no iba bien. Elige la primera palabra y después la que hay detrás. Se queda contigo mientras no decidas otra cosa.",
    action: "Sentí que iba en segundo lugar",
  },
};
