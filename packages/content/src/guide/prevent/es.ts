/** Capítulo 4, prevenir, en español. */
import { sourced } from "../../sourced.ts";
import type { ChapterText } from "../chapters.ts";

export const chapter: ChapterText<"prevent"> = {
  title: "Prevenir",
  question: "¿Qué hace más fácil estar presente?",
  short: [
    "Hace falta menos voluntad de lo que parece, y más muebles. Un estante en el pasillo suele conseguir más que un propósito.",
    "Rituales pequeños en días corrientes: un hola con las manos vacías, diez minutos sobre el día, la ropa doblada a cuatro manos. No tienen que esperar al viernes.",
    "Respuestas pequeñas a gestos pequeños: «¿Sí?», con los ojos. Un no que dice cuándo. Una palabra antes de que salga la mano: «dos minutos, es del colegio».",
    sourced(
      "Y un plan con la forma «cuando pase esto, haré aquello». En 94 pruebas, planes así ayudaron a hacer lo que se pretendía; la mayoría trataban de metas distintas del teléfono.",
      "gollwitzer-2006",
    ),
  ],
  sections: {
    "a-place-for-phones": {
      title: "Un sitio para los teléfonos",
      passages: [
        "Si lo tengo cerca, la mano va sola muchas veces. Una cesta, un cajón, un estante con el cargador: unos pasos me dan tiempo para darme cuenta.",
        "También ayudan los ajustes: un modo para la noche, los avisos en un solo paquete, la pantalla en gris. Cada cual prepara su propio teléfono, nunca el ajeno.",
        sourced(
          "Un pequeño obstáculo funciona mejor que un recordatorio: con 73 personas, los avisos sobre el propio uso no bajaron ni el tiempo de pantalla ni las consultas, mientras que con una app que ofrece dar media vuelta se abrieron menos las apps elegidas.",
          "loid-2020",
          "gruening-2023",
        ),
      ],
    },
    "small-rituals": {
      title: "Rituales pequeños, en martes",
      passages: [
        "Un ritual es algo pequeño que las dos personas saben que va a pasar. Ahorra decidir, y hasta un día lleno guarda un momento para la pareja.",
        "Los mejores son cortos y van atados a algo que ocurre de todos modos: llegar, cenar, doblar la ropa, apagar la luz. Si te saltas uno, te has saltado uno; no hay nada que recuperar.",
        "Elige uno para la puerta y otro para la mesa. Para un mes es más que suficiente.",
      ],
    },
    "answering-bids": {
      title: "Responder a los gestos",
      passages: [
        "Durante todo el día las personas se buscan de formas diminutas: un comentario, un suspiro, algo que se enseña. La pregunta es: ¿estás ahí?",
        "La respuesta puede ser tan pequeña como la pregunta. Los ojos, un segundo. Una mano de vuelta. «Ahora no, a las ocho», y que sean las ocho.",
        "Circulan cifras sobre cuántos de estos gestos responden las parejas felices. No encontramos ninguna tabla publicada detrás, así que aquí no hay meta. Basta con responder a uno más que ayer.",
      ],
    },
    "say-why-first": {
      title: "Decir antes por qué",
      passages: [
        "«Miro a qué hora pasa el autobús». Unas palabras, y ya se sabe que es por el autobús y que vuelves.",
        sourced(
          "En un experimento, un motivo importante dicho en voz alta suavizó la sensación de quedar fuera. Era una escena en una pantalla, y no la noche de una pareja.",
          "schuster-2023",
        ),
        "También te ayuda a ti. Al decir el motivo en voz alta notas cuándo no hay ninguno.",
      ],
    },
    "if-then": {
      title: "Si pasa esto, entonces",
      passages: [
        "Un propósito dice qué debería ser. Un plan dice cuándo: «Al entrar, lo dejo en el estante antes de quitarme el abrigo».",
        sourced(
          "Planes así se han probado muchas veces, con metas de todo tipo, con un efecto claro y probablemente menor de lo que dicen los resúmenes antiguos.",
          "gollwitzer-2006",
        ),
        "Con uno basta. A la semana, mira tu propia cuenta y quédate con él o cámbialo.",
      ],
    },
  },
  examples: {
    "the-shelf-in-the-hall":
      "Un estante, dos cargadores, un cuenco para las llaves. Desde entonces hay dos manos libres para el hola.",
    "two-minutes": "«Dos minutos, le contesto a mamá». Son tres. «Ya está. Ibas por lo de la escalera».",
    "the-tuesday-candle": "Palitos de pescado, una vela y las copas buenas. «¿Qué se celebra?». «El martes».",
  },
  takeaway: "Unos pasos de distancia, un ritual pequeño y una palabra antes.",
  exercise: {
    title: "Uno para la puerta",
    text: "Elige un ritual de cinco minutos o menos para la llegada a casa y pruébalo tres veces esta semana.",
    action: "Buscar un ritual",
  },
};
