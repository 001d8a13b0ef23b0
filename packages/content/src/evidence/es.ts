/** Lo que se sabe, en español. */
import type { EvidenceTexts } from "./evidence-page.ts";

export const evidence: EvidenceTexts = {
  title: "Lo que se sabe y lo que no",
  lead: "La mayoría de los estudios preguntan qué se notó y qué se sintió. Casi ninguno vio el teléfono, y casi ninguno puede decir qué causó qué.",
  findings: {
    "worse-days": {
      title: "Los días con más interrupciones son peores",
      found:
        "173 parejas llevaron un diario durante 14 días. Cuando la tecnología interrumpía más de lo habitual, la relación se sentía peor, con más conflictos por la tecnología, peores ratos y un ánimo más bajo.",
      limit: "Es lo que notaron, ese mismo día; el ánimo puede teñir ambas cosas.",
    },
    "in-kind": {
      title: "Hay quien responde igual",
      found:
        "Dos diarios de diez días, de 75 y de 196 personas, preguntaron por mirar el propio teléfono como respuesta. En el segundo, las personas que temen que las dejen lo hacían más, en busca de apoyo y aprobación.",
      limit: "El relato de una parte, día a día. Nadie observó dos actos seguidos.",
    },
    "hardly-noticed": {
      title: "Apenas se nota",
      found:
        "Se observó a 100 pares de estudiantes diez minutos en un restaurante. Salió un teléfono en 62, y pocas personas supieron decirlo después.",
      limit: "Estudiantes en público, no parejas en casa.",
    },
    "bothers-few": {
      title: "La mayor parte del uso no molesta",
      found:
        "De 383 personas británicas que viven en pareja, el 15 % veía como negativo el uso del teléfono de la otra; la mayoría lo llamó neutro o positivo.",
      limit: "Una encuesta, un país.",
    },
    "reason-understanding-sharing": {
      title: "Un motivo, sentir comprensión, compartir la pantalla",
      found:
        "Un motivo importante dicho en voz alta suavizó el efecto en un experimento (324 personas). Sentir comprensión iba con menos malestar en un diario (133 personas). El uso que incluye a la pareja iba con menos daño en dos encuestas (507 y 386 personas).",
      limit: "Una escena en un experimento, el relato de una parte, un solo momento.",
    },
    "shut-out": {
      title: "Quedarse fuera, más que discutir",
      found:
        "En dos encuestas (507 y 386 personas), la sensación de quedarse fuera explicó más que las discusiones o los celos la relación entre el uso del teléfono y estar menos a gusto en pareja.",
      limit: "Un solo momento. Lo que explica una relación no tiene por qué causarla.",
    },
    "calls-and-company": {
      title: "Avisos y compañía",
      found:
        "87 personas anotaron 829 encuentros: el uso del teléfono iba con el uso de las demás y con el número de avisos. En encuentros de gente joven grabados en vídeo, la atención se alejaba muchas veces antes de que saliera el teléfono.",
      limit: "Leídos como resúmenes; qué iba con qué, no qué causó qué.",
    },
    "web-programmes": {
      title: "Un programa por internet puede ayudar a parejas",
      found:
        "300 parejas asignadas al azar: más satisfacción que en la lista de espera (d = 0,69); solo con mensajes automáticos, menos (d = 0,40). Una versión para una sola persona no mejoró la relación.",
      limit: "Parejas con problemas en Estados Unidos, ocho horas de trabajo, y no es nuestro programa.",
    },
    "writing-from-outside": {
      title: "Escribir como alguien de fuera que desea lo mejor",
      found:
        "120 parejas durante dos años, la mitad, elegida al azar, con 21 minutos de esa escritura en el segundo. La valoración del matrimonio bajó al principio en los dos grupos, y siguió bajando solo sin la escritura.",
      limit: "Un solo estudio, sobre conflictos y no sobre teléfonos.",
    },
    "if-then": {
      title: "Los planes «si pasa esto, entonces» ayudan con los propósitos",
      found: "94 pruebas, d = 0,65 de media.",
      limit: "Metas de todo tipo, pocas sobre teléfonos; los resúmenes antiguos suelen ser demasiado favorables.",
    },
    "insight-alone": {
      title: "Verlo no basta",
      found:
        "Una prueba aleatoria de diez días con 143 estudiantes redujo la distracción, según su propio relato, y no la costumbre. Los avisos sobre el propio uso no bajaron ni el tiempo de pantalla ni las consultas en 73 personas.",
      limit: "Pequeñas, cortas y casi siempre con estudiantes.",
    },
    "offer-to-turn-back": {
      title: "Poder dar media vuelta funciona mejor que un mensaje",
      found:
        "Con 500 personas, la opción de no entrar tuvo el mayor efecto, y un mensaje para reflexionar, ninguno. En la vida diaria, 280 personas abrieron las apps elegidas un 57 % menos tras seis semanas.",
      limit: "Personas que habían decidido usarla y, en la vida diaria, sin grupo de comparación.",
    },
    "breaks-can-be-found": {
      title: "Un teléfono puede encontrar las pausas de una conversación",
      found:
        "En diez grupos de amistades en un restaurante, las pausas se encontraron con una precisión del 92 % y una exhaustividad del 82,5 %.",
      limit: "Otros fines que los nuestros, y amistades, no parejas.",
    },
    "looks-at-the-lock": {
      title: "La mayoría de las miradas se queda en la pantalla bloqueada",
      found:
        "En los registros de 1960 teléfonos hubo de media 57 miradas al día, y en el 43 % de ellas se desbloqueó. En los de 29279 teléfonos y tabletas fue el 46 %, con 60 miradas al día a un teléfono.",
      limit:
        "Personas que eligieron registrar su teléfono, casi todas antes de 2017; medias de personas muy distintas.",
    },
    "short-looks": {
      title: "Muchas miradas son breves",
      found:
        "En los teléfonos de 21 personas, cerca del 40 % de las veces que se abrió una aplicación duró menos de 15 segundos. Tres estudios describen un hábito de comprobar: breve, una y otra vez; se vivía como una molestia.",
      limit: "Pocas personas, teléfonos de 2012 y 2014; en el primero aplicaciones y no miradas.",
    },
    "own-guess-of-looks": {
      title: "Cuántas veces es difícil de adivinar",
      found:
        "23 personas calcularon cuántas veces al día usaban su teléfono. Los cálculos no iban con lo que sus teléfonos contaron en dos semanas.",
      limit: "23 personas.",
    },
  },
  contestedTitle: "Lo que se cuenta por todas partes y no es seguro",
  contested: {
    "mere-presence": {
      title: "«Un teléfono en la mesa estropea la conversación»",
      text: "Se encontró en 2013 en dos experimentos; dos intentos posteriores de repetirlo no lo encontraron.",
    },
    "share-of-bids": {
      title: "«Las parejas felices responden a 86 de cada 100 gestos; las demás, a 33»",
      text: "No encontramos ninguna tabla publicada detrás de estas cifras. No son meta ni nota.",
    },
    "predicting-divorce": {
      title: "«Un divorcio se puede predecir con un 94 % de acierto»",
      text: "Esas cifras describen lo bien que una ecuación encaja con las parejas de las que salió. Con otras parejas cae en picado.",
    },
    "five-to-one": {
      title: "«Cinco cosas buenas por cada mala»",
      text: "Una descripción de grupos que por el camino se volvió regla. No pudimos comprobar el original.",
    },
  },
  notShownTitle: "Lo que nadie ha demostrado",
  notShown: {
    "that-one-causes": "Que mirar el teléfono una vez cause algo en una pareja.",
    "that-fewer-helps":
      "Que hacerlo menos mejore una relación. Quizá sean las mismas personas quienes hacen ambas cosas.",
    "that-undivided-helps": "Que Undivided ayude. Nadie lo ha estudiado.",
    "who-follows-whom":
      "Que los descuidos vayan por turnos entre dos personas, y no que haya sido una noche difícil para las dos.",
    "how-long-a-reason-lasts": "Cuánto tiempo excusa un motivo. Los dos minutos de aquí son una regla nuestra.",
    "other-couples":
      "Gran cosa sobre parejas de más allá de unos pocos países, sobre parejas mayores o sobre parejas en peligro.",
  },
  readOnly: {
    accounts: "Leído a través de lo que otras personas cuentan, no en el propio artículo.",
    nothing: "No se pudo leer; aquí nada se apoya en ello.",
  },
  open: {
    "authors-and-title": "No se pudo consultar quién lo escribió ni el título; están en la dirección.",
    "order-and-title": "No se pudo consultar el título ni el orden de quienes firman.",
    authors: "Firmas tomadas de un anuncio anterior del mismo estudio.",
    numbers: "La revista, el volumen o las páginas no se pudieron comparar con la página de la editorial.",
    all: "No se pudo consultar el título ni las revistas.",
  },
};
