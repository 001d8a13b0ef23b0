/** Capítulo 2, causas, en español. */
import { sourced } from "../../sourced.ts";
import type { ChapterText } from "../chapters.ts";

export const chapter: ChapterText<"causes"> = {
  title: "Causas",
  question: "¿Qué hace que la mano lo busque?",
  short: [
    "Cuando sale el teléfono, rara vez hay mala voluntad detrás. Casi siempre hay algo que pide alivio: demasiado ruido, aburrimiento, una conversación demasiado íntima, el temor a perderse algo. O nada: solo una costumbre.",
    "El teléfono da algo: una pausa, una risa, una respuesta, alguien que contesta enseguida. Mientras ninguna otra cosa te dé lo mismo, un buen propósito rara vez dura.",
    sourced(
      "Saberlo no basta. En una prueba de diez días con estudiantes, observarse y hacer ejercicios redujo la distracción, según su propio relato, y dejó igual la costumbre y el tiempo en redes.",
      "throuvala-2020",
    ),
    "Por eso, después de un momento, una pregunta merece un minuto: ¿qué había justo antes, qué me dio, y qué otra cosa podría dármelo?",
  ],
  sections: {
    "not-bad-will": {
      title: "Rara vez mala voluntad",
      passages: [
        "Desde fuera parece una elección: la pantalla y no yo. Desde dentro casi nunca la hubo. Hubo un hueco de dos segundos y una mano que se sabe el camino.",
        "Las dos cosas son ciertas a la vez. No fue a propósito, y dolió igual. La conversación se hace más fácil cuando nadie tiene que demostrar ni lo uno ni lo otro.",
      ],
    },
    "the-moment-before": {
      title: "El momento de antes",
      passages: [
        "La causa está en los segundos anteriores. Todo era demasiado. No pasaba nada. El tema tocó una herida. Sentí rechazo. Se iluminó. Quería salir de ahí.",
        sourced(
          "Cuando se grabó en vídeo a gente joven con sus teléfonos, muchas veces primero se alejaba la atención y después salía el teléfono. Entonces el teléfono no es el principio: es la salida que queda más a mano.",
          "respecifying-2023",
        ),
        sourced(
          "También importa lo que entra: en los encuentros cotidianos que anotaron 87 personas, el uso del teléfono iba de la mano del número de avisos que entraban.",
          "connection-cues-2026",
        ),
      ],
    },
    "what-it-gives": {
      title: "Lo que da",
      passages: [
        "Si te lo preguntas con cariño, hay respuesta: alivio, consuelo, un pequeño premio, una excusa para estar en otra parte. Tener una necesidad no es ninguna vergüenza. Solo merece un camino que no deje a nadie de lado.",
        "Cuando todo es demasiado: pedir diez minutos y volver. Cuando hay aburrimiento: decirlo, como invitación. Cuando la conversación pesa: poner una hora para seguir. Para cada causa de la lista hay dos o tres caminos así, y ajustes de tu teléfono que ayudan.",
        sourced(
          "Un pequeño obstáculo ayuda más que un sermón. En un experimento con 500 personas, lo que más efecto tuvo fue poder dar media vuelta antes de abrir una app; un mensaje para pensárselo no tuvo ninguno.",
          "gruening-2023",
        ),
      ],
    },
    "the-pull-of-two": {
      title: "El tirón de dos",
      passages: [
        sourced(
          "Las pantallas van en compañía: en encuentros cotidianos se usaba más el teléfono donde otras personas usaban el suyo. Dos estudios con diarios preguntaron por mirar el propio teléfono como respuesta, y hay quien lo hace.",
          "connection-cues-2026",
          "thomas-2022",
          "southampton-2025",
        ),
        "Nadie ha demostrado que vaya y venga en cuestión de minutos, y «¿quién empezó?» no tiene respuesta que ayude. Basta con que una de las dos personas levante la vista primero, como un regalo.",
      ],
    },
  },
  examples: {
    "after-the-school-run":
      "Dos criaturas, un zapato perdido y el teléfono sobre la lavadora. Tres minutos de titulares en el baño: nunca se trató de los titulares. Se trataba de una puerta que se cierra.",
    "the-hard-subject":
      "«Sobre la Navidad con tu familia…». Y justo entonces parece urgente mirar cuánta batería queda.",
    "for-us-both":
      "«Miro a qué hora abren». Abren a las diez. A las nueve y diez, una de las dos personas lee sobre una tormenta en Ohio.",
  },
  takeaway: "La mano busca algo. Si sé qué es, puedo encontrarlo más cerca.",
  exercise: {
    title: "Un minuto, cinco preguntas",
    text: "Piensa en tu último momento y contesta lo que salga con facilidad. Puedes saltarte cualquier pregunta, y aquí nadie más puede verlo.",
    action: "Mirar un momento",
  },
};
