/** Capítulo 4, prevenir, en español. */
import { sourced } from "../../sourced.ts";
import type { ChapterText } from "../chapters.ts";

export const chapter: ChapterText<"prevent"> = {
  title: "Prevenir",
  question: "¿Qué hace más fácil estar presente?",
  short: [
    "Hace falta menos voluntad de lo que parece, y más muebles. Un estante en el pasillo consigue lo que no consigue ningún propósito.",
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
        "Lo que está a mano acaba en la mano. Una cesta, un cajón, un estante con el cargador: unos pasos le dan tiempo a la mano para darse cuenta.",
        "También ayudan los propios ajustes: un modo para la noche, los avisos en un paquete, la pantalla en gris. Cada cual prepara su propio teléfono. Nadie, el ajeno.",
        sourced(
          "Un escalón funciona mejor que un recordatorio: con 73 personas, los avisos sobre el propio uso no bajaron ni el tiempo de pantalla ni las consultas, mientras que con una app que ofrece dar media vuelta se abrieron menos las apps elegidas.",
          "loid-2020",
          "gruening-2023",
        ),
      ],
    },
    "small-rituals": {
      title: "Rituales pequeños, en martes",
      passages: [
        "Un ritual es algo pequeño que las dos personas saben que va a pasar. Ahorra decidir, y le recuerda al día que en él hay una pareja.",
        "Los mejores son cortos y van atados a algo que ocurre de todos modos: llegar, cenar, doblar la ropa, apagar la luz. Quien se salta uno se ha saltado uno; no hay nada que recuperar.",
        "Elegir uno para la puerta y otro para la mesa. Para un mes, sobra.",
      ],
    },
    "answering-bids": {
      title: "Responder a los gestos",
      passages: [
        "Durante todo el día las personas se buscan de formas diminutas: un comentario, un suspiro, algo que se enseña. La pregunta es: ¿estás ahí?",
        "La respuesta puede ser tan pequeña como la pregunta. Los ojos, un segundo. Una mano de vuelta. «Ahora no, a las ocho», y que sean las ocho.",
        "Circulan cifras sobre cuántos de estos gestos responden las parejas felices. No encontramos ninguna tabla publicada detrás, así que aquí no hay meta. Basta con atrapar uno más que ayer.",
      ],
    },
    "say-why-first": {
      title: "Decir antes por qué",
      passages: [
        "«Miro a qué hora pasa el autobús». Unas palabras, y ya se sabe: se trata del autobús, y hay vuelta.",
        sourced(
          "En un experimento, un motivo importante dicho en voz alta suavizó la sensación de quedar fuera. Era una escena en una pantalla, y no la noche de una pareja.",
          "schuster-2023",
        ),
        "También ayuda a quien lo dice. Al decir el motivo en voz alta se nota cuándo no hay ninguno.",
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
        "Con uno basta. A la semana, mirar la propia cuenta y quedarse con él o cambiarlo.",
      ],
    },
  },
  examples: {
    "the-shelf-in-the-hall":
      "Un estante, dos cargadores, un cuenco para las llaves. Desde entonces el hola tiene dos manos.",
    "two-minutes": "«Dos minutos, le contesto a mamá». Son tres. «Ya está. Ibas por lo de la escalera».",
    "the-tuesday-candle": "Palitos de pescado, una vela y las copas buenas. «¿Qué se celebra?». «El martes».",
  },
  takeaway: "Unos pasos de distancia, un ritual pequeño y una palabra antes.",
  exercise: {
    title: "Uno para la puerta",
    text: "Elegir un ritual de cinco minutos o menos para la llegada a casa y probarlo tres veces esta semana.",
    action: "Buscar un ritual",
  },
};
