/** Causas en español. */
import type { CauseTexts } from "./causes.ts";

export const causes: CauseTexts = {
  habit: {
    title: "La mano fue más rápida que yo",
    inside:
      "No había ningún motivo. Un hueco de dos segundos y el teléfono ya estaba en la mano. Las costumbres ahorran pensar; esta, donde no hace falta.",
    instead: [
      "Darle un sitio a unos pasos: el estante del pasillo en vez de la mesa.",
      "Si ya está en la mano: boca abajo, decir «costumbre» y levantar la vista.",
      "Darle a la mano otra cosa: una taza, un lápiz, la mano de tu pareja.",
    ],
    found:
      "En una prueba de diez días con estudiantes, observar el propio uso, con ejercicios, redujo la distracción según su propio relato, pero no la costumbre. En otra, poder dar media vuelta a la entrada de una app hizo más que un mensaje para reflexionar.",
  },
  notification: {
    title: "Se iluminó o vibró",
    inside:
      "Algo llamó, y desde la infancia aprendemos a contestar. El aviso no sabe que alguien está en mitad de una historia.",
    instead: [
      "Por la noche, que solo puedan llamar unas pocas personas; el resto puede esperar.",
      "Dejarlo donde no lleguen la luz ni el zumbido: boca abajo, en un cajón, en otra habitación.",
      "Si de verdad tiene que entrar una llamada, decirlo al principio: «Espero una llamada del médico».",
    ],
    found: "En los encuentros cotidianos que anotaron 87 personas, los teléfonos salían más donde entraban más avisos.",
  },
  bored: {
    title: "Me aburría",
    inside:
      "No pasaba gran cosa, y lo nuevo está a un toque. Aburrirse no es un desprecio: son ganas de que ocurra algo.",
    instead: [
      "Decirlo en voz alta, como invitación: «Tengo ganas de moverme. ¿Salimos?».",
      "Hacer una pregunta que lleve un año sin hacerse.",
      "Quedarse dos minutos más. Detrás del aburrimiento suele haber una idea.",
    ],
    found: null,
  },
  overwhelmed: {
    title: "Todo era demasiado",
    inside: "Ruido, niños, una lista en la cabeza. La pantalla es una habitación pequeña con una puerta que se cierra.",
    instead: [
      "Pedir esa habitación sin rodeos: «Diez minutos a solas y vuelvo».",
      "Agua en las muñecas, la ventana abierta, cinco respiraciones largas.",
      "Pasar la lista al papel para que la cabeza pueda soltarla.",
    ],
    found: null,
  },
  "wanting-out-of-this-talk": {
    title: "Quería salir de esa conversación",
    inside:
      "Se hizo demasiado íntima, subió de tono o daba vueltas. Mirar a otro lado es una forma educada de irse sin levantarse.",
    instead: [
      "Nombrarlo con cariño: «Noto que me cierro. ¿Seguimos a las ocho?».",
      "Pedir una pausa con final, y volver a la hora.",
      "Moverse: la misma conversación cuesta menos caminando.",
    ],
    found:
      "Cuando se grabó en vídeo a personas con sus teléfonos, muchas veces primero se alejaba la atención y después salía el teléfono.",
  },
  triggered: {
    title: "Algo me había tocado una herida",
    inside: "Una palabra, un tono, y algo viejo se despertó. El teléfono calma deprisa porque no pregunta nada.",
    instead: [
      "Una mano en la barriga y contar cuatro respiraciones; el calor pasa como una ola.",
      "«Eso me ha removido algo. Necesito un minuto; no es por ti».",
      "Después, a solas, escribir la frase que dolió.",
    ],
    found: null,
  },
  rejected: {
    title: "Sentía rechazo",
    inside: "Tendí la mano y no volvió nada. En el teléfono hay alguien que contesta enseguida.",
    instead: [
      "Pedirlo otra vez, sin adornos: «Me gustaría pasar cinco minutos contigo».",
      "Decir lo que siento en lugar de demostrarlo: «Ahora mismo siento un poco de soledad».",
      "Recordar un buen momento de esta semana; es tan cierto como este.",
    ],
    found:
      "En un diario de diez días, las personas que temen que las dejen miraban más a menudo su propio teléfono como respuesta, en busca de apoyo y aprobación.",
  },
  "worry-about-missing-out": {
    title: "Temía perderme algo",
    inside: "En otra parte pasa algo, y aquí solo es martes. Sería bueno estar también allí.",
    instead: [
      "Elegir dos momentos al día para las novedades y esperarlos con ganas.",
      "Preguntarse qué se perdería en esta habitación si nadie levantara la vista.",
      "Avisar a una persona de que lo leerás mañana.",
    ],
    found: null,
  },
  "comparing-with-other-lives": {
    title: "Compararse con otras vidas",
    inside:
      "Otras cocinas están más ordenadas y otras parejas ríen junto al mar. Por un momento, mi propia noche parece gris.",
    instead: [
      "Decir una cosa de esta noche que ninguna foto mostraría.",
      "Silenciar tres cuentas que dejan mal sabor, sin ceremonias.",
      "Contar qué me dio envidia. A menudo hay dentro un deseo que se puede cumplir entre dos.",
    ],
    found: null,
  },
  "zoning-out": {
    title: "Desconectar",
    inside:
      "El día fue largo y la cabeza quiere parar. Deslizar la pantalla parece descanso, aunque no siempre descansa.",
    instead: [
      "Desconectar de verdad: acostarse y cerrar los ojos diez minutos.",
      "No hacer nada en compañía, con los pies tocándose.",
      "Algo para las manos que no pida cabeza: pelar, doblar, tejer.",
    ],
    found: null,
  },
  drifting: {
    title: "Buscar algo e irse por las ramas",
    inside:
      "Era para dos: el restaurante, el nombre de aquel actor. Luego un toque llevó al siguiente, y la otra persona se quedó esperando.",
    instead: [
      "Decir en voz alta qué se busca, y guardarlo al encontrarlo.",
      "Buscarlo en una sola pantalla, entre dos.",
      "Dejarlo sin resolver. No saber el nombre de un actor da juego para todo el camino.",
    ],
    found: null,
  },
  "taking-for-granted": {
    title: "Dar por hecho",
    inside:
      "La otra persona está ahí, como siempre. Lo que siempre está se vuelve parte de los muebles, sin que nadie lo quiera.",
    instead: [
      "Fijarse cada día en una cosa que echaría de menos sin ella, y decirla.",
      "Saludarse como si alguien llegara de visita.",
      "Preguntar algo que no sabes, aunque parezca que ya lo sabes todo.",
    ],
    found: null,
  },
  "saving-the-good-for-the-weekend": {
    title: "Guardar lo bueno para el fin de semana",
    inside:
      "Entre semana se funciona y el viernes se vive. Pero antes del viernes hay cuatro días, y el viernes suele llegar con sueño.",
    instead: [
      "Pasar una cosa buena al martes: la vela, el baño, el desayuno largo.",
      "Que sea pequeña, veinte minutos, para que sobreviva a un mal día.",
      "Atarla a algo que ocurre de todos modos, como doblar la ropa.",
    ],
    found: null,
  },
  "tit-for-tat": {
    title: "Pues yo también",
    inside:
      "La otra persona mira una pantalla, así que enciendo la mía. Parece justo, y ahora hay dos personas esperando a que la otra levante la vista.",
    instead: [
      "Levantar la vista primero, una vez, como regalo y no como préstamo.",
      "«Te echo de menos. ¿Y si los guardamos?».",
      "Hacer otra cosa con las manos, cerca.",
    ],
    found:
      "Dos estudios con diarios preguntaron por mirar el propio teléfono como respuesta, y hay quien lo hace. En encuentros cotidianos, se usaba más el teléfono donde otras personas usaban el suyo. Estos estudios no pueden decir quién empezó.",
  },
  "work-without-an-end": {
    title: "Trabajo sin final",
    inside: "Un correo más y tendré calma. No llega nunca, porque siempre hay alguien que sigue escribiendo.",
    instead: [
      "Poner un final que se vea: computadora cerrada, zapatos cambiados.",
      "Escribir en papel la primera tarea de mañana y dejarla sobre el teclado.",
      "Si no queda otra: decir cuánto, sentarse en otro sitio y volver a esa hora.",
    ],
    found: null,
  },
};
