/** Capítulo 1, darse cuenta, en español. */
import { sourced } from "../../sourced.ts";
import type { ChapterText } from "../chapters.ts";

export const chapter: ChapterText<"notice"> = {
  title: "Darse cuenta",
  question: "¿Qué es esa cosa tan pequeña, y por qué apenas se ve?",
  short: [
    "Un microrrechazo es un acto pequeño, casi siempre sin intención, que hace que la otra persona se sienta menos importante que otra cosa. Un teléfono que aparece a mitad de frase. Un «ajá» sin levantar la vista. El dorso de una pantalla en la puerta, en lugar de un hola.",
    "Uno no es nada. Cuentan porque son muchos y porque casi nadie los nota: ni quien los hace ni, a menudo, quien los siente.",
    sourced(
      "Cuando se observó a estudiantes, de dos en dos, en un restaurante, pocas personas supieron decir después si se había usado un teléfono.",
      "vanden-abeele-2019",
    ),
    "Así que el primer paso no es dejar de hacer nada. Es verlo en lo que hago yo, sin ponerme nota. Buscarlo en la otra persona no forma parte de esto.",
  ],
  sections: {
    "what-it-is": {
      title: "Qué es",
      passages: [
        "Son las siete y cinco y alguien cuenta su día. Un zumbido, un vistazo, «sigue, que te escucho». No ha pasado nada. Y aun así la historia se queda un poco más corta de lo que iba a ser.",
        "Eso es un microrrechazo. Nadie quería hacer daño. Había un motivo, o ninguno; la mano fue más rápida. Lo que llega al otro lado también es pequeño: por un momento quedé en segundo lugar.",
        sourced(
          "En la investigación lo llaman «phubbing» de pareja o «tecnoferencia». Ninguna de las dos palabras hace falta para notarlo.",
          "mcdaniel-2019",
          "beukeboom-2021",
        ),
      ],
    },
    "why-it-slips-by": {
      title: "Por qué se escapa",
      passages: [
        "Un vistazo dura dos segundos. A quien lo da le parece más corto y a quien espera, más largo, y después nadie lo recuerda.",
        sourced(
          "Se observó durante diez minutos a 100 pares de estudiantes, sin que lo supieran, y en 62 salió un teléfono. En tres de cada diez de ellos miraron la pantalla a la vez. Pocas personas supieron decir después qué habían hecho, o qué había hecho la otra.",
          "vanden-abeele-2019",
        ),
        "Eran estudiantes, y no parejas en casa. Pero quien compara durante una semana su propia estimación con su propia cuenta puede encontrar una diferencia. No es un defecto de carácter: las costumbres están hechas para funcionar sin que se noten.",
      ],
    },
    "what-does-not-count": {
      title: "Qué no cuenta",
      passages: [
        "Mucho de lo que hacen los teléfonos junto a una pareja no molesta o es agradable: el mapa, la foto que pasa de mano en mano, la canción para la cocina, la llamada del colegio.",
        sourced(
          "De 383 personas que viven en pareja, 15 de cada 100 veían como algo negativo el uso del teléfono de la otra. A la mayoría le parecía neutro o bueno. Quienes lo veían mal echaban de menos más atención.",
          "co-present-2024",
        ),
        "Por eso aquí solo cuentan las veces en plena conversación, sin pausa, sin compartir la pantalla y sin una palabra antes. Lo que diga quien miró su teléfono pesa más que cualquier sensor.",
      ],
    },
    "how-to-notice": {
      title: "Cómo notarlo",
      passages: [
        "Deja los teléfonos a un lado, toca «empezar» y habla. Después, cada teléfono muestra lo que notó, y por qué, solo a quien lo lleva. Corregir es un toque.",
        "Primero, adivina. Lo interesante es la distancia entre lo que creías y lo que se contó, y es solo tuya.",
        "Para lo que ningún sensor ve está el registro, y cada línea empieza por «yo». También lo bueno cuenta: un gesto con respuesta, una mirada, diez minutos con las manos vacías.",
      ],
    },
  },
  examples: {
    "at-the-door":
      "Una llave en la cerradura. En el pasillo, un pulgar termina un mensaje: cuatro segundos. Cuando levanta la vista, el abrigo ya está colgado y hay luz en la cocina.",
    "the-restaurant":
      "«¿Qué calle era?». Sale un teléfono, para las dos personas. La calle aparece; tres titulares después, llega la sopa.",
    "half-a-huh":
      "«Quieren trasladar a todo el departamento». «Ajá». «Bueno, da igual». «¡No, cuenta!». Pero ahora se cuenta más corto.",
  },
  takeaway: "Uno no es nada, muchos ya son algo, y lo primero es ver los míos.",
  exercise: {
    title: "Veinte minutos y una estimación",
    text: "Empieza hoy un rato en pareja. Al final, primero adivina; después mira tus propios momentos y corrige lo que no sea así.",
    action: "Empezar",
  },
};
