/** Escenas para practicar, en español. */
import type { SceneTexts } from "./scenes.ts";

export const scenes: SceneTexts = {
  "bird-at-the-window": {
    scene: "En el desayuno: «Mira, ha vuelto el pájaro carpintero».",
    choices: [
      {
        says: "«Mm», sin levantar la vista de la pantalla.",
        why: "El pájaro era lo de menos. Se trataba de mirar un momento por la misma ventana.",
      },
      { says: "Levantar la vista: «¿Dónde?».", why: "Una palabra y una mirada: un gesto pequeño no pide más." },
      {
        says: "«Diez segundos, acabo esta línea». Y después mirar.",
        why: "Una espera corta y con final también es respuesta, si la mirada llega de verdad.",
      },
    ],
  },
  "sigh-at-the-desk": {
    scene: "Un suspiro largo desde el escritorio, y nada más.",
    choices: [
      {
        says: "«Ese suspiro pesaba». Y esperar.",
        why: "Un suspiro es una llamada sin palabras. Nombrarlo muestra que se oyó, y no exige nada.",
      },
      { says: "Volver a ponerse los auriculares.", why: "Vuelve el silencio, y parece que nadie oyó el suspiro." },
      { says: "Una mano en el hombro al pasar: «¿Café en cinco minutos?».", why: "Dice: me di cuenta, y ahora vengo." },
    ],
  },
  "look-at-this-clip": {
    scene: "«Mira, como tú con la escalera»: un teléfono en el aire con un vídeo tonto.",
    choices: [
      { says: "«Mándamelo».", why: "El vídeo se verá luego, pero la risa ya no será compartida." },
      {
        says: "«Cuando acabe con la cebolla. Quiero reírme sin llorar».",
        why: "Un momento claro y, de paso, una broma devuelta.",
      },
      {
        says: "Acercarse y verlo en la misma pantalla.",
        why: "Mirar la misma pantalla también es un rato en pareja. No todo teléfono separa.",
      },
    ],
  },
  "hand-on-the-shoulder": {
    scene: "Al pasar, una mano se posa en tu hombro.",
    choices: [
      {
        says: "Poner la tuya encima durante una respiración.",
        why: "Una caricia contesta a otra. No hacen falta palabras.",
      },
      { says: "Sonreír sin girarse: «No te vayas. Casi termino».", why: "La sonrisa dice que la mano era bienvenida." },
      { says: "Seguir escribiendo.", why: "Quizá gustó, pero desde fuera no hay forma de saberlo." },
    ],
  },
  "guess-who-called": {
    scene: "«Adivina quién ha llamado hoy».",
    choices: [
      {
        says: "«Ni idea, ¿quién?», mientras sigue el dedo en la pantalla.",
        why: "La pregunta es buena, pero nadie parece esperar la respuesta.",
      },
      {
        says: "Poner el teléfono boca abajo y probar suerte: «¿El rey?».",
        why: "Seguir el juego ya es una respuesta; quién era puede venir después.",
      },
      {
        says: "«Quiero la historia entera. ¿Aguanta hasta que estacione?».",
        why: "Muestra las ganas de oírla.",
      },
    ],
  },
  "which-shirt": {
    scene: "Dos camisas en alto: «¿Esta o aquella?».",
    choices: [
      {
        says: "Mirar las dos, elegir una y decir por qué.",
        why: "Rara vez se trata de la camisa. Da gusto que alguien mire con cariño.",
      },
      { says: "«Las dos van bien».", why: "Se dice rápido, y suena a que da igual." },
      { says: "«Ponlas otra vez a la luz, que ya voy».", why: "Acercarse dice que importa." },
    ],
  },
  "long-day-door": {
    scene: "Se abre la puerta. «Vaya día».",
    choices: [
      {
        says: "«Siéntate primero. En un minuto soy todo oídos».",
        why: "Un minuto se espera bien, si la promesa se cumple.",
      },
      { says: "«El mío también, no te imaginas».", why: "Será verdad, pero ahora hablan dos y no escucha nadie." },
      {
        says: "Levantarse, tomar la bolsa y abrazar.",
        why: "Primero el saludo. La historia puede venir luego.",
      },
    ],
  },
  "joke-that-fell-flat": {
    scene: "Un juego de palabras y, después, una mirada llena de esperanza.",
    choices: [
      { says: "Seguir leyendo como si nada.", why: "Hacer una broma y no oír nada da un poco de soledad." },
      { says: "Quejarse en voz alta y sonreír.", why: "Una buena queja dice que la broma llegó." },
      { says: "Levantar un dedo: «Espera… ay, no. ¡Ay, no!».", why: "Reírse tarde también es reírse." },
    ],
  },
  "walk-round-the-block": {
    scene: "«¿Damos una vuelta a la manzana?». Llovizna.",
    choices: [
      { says: "«Hoy no puedo con mi alma. ¿Mañana después de cenar?».", why: "Dice que no al paseo, y cuándo sí." },
      {
        says: "«Diez minutos. Busco el paraguas grande».",
        why: "Un sí pequeño y con final cuesta menos que uno grande.",
      },
      { says: "«Está lloviendo».", why: "Es verdad, pero deja la pregunta sin respuesta." },
    ],
  },
  "quiet-at-supper": {
    scene: "La cena está más callada de lo normal.",
    choices: [
      {
        says: "Mirar las noticias; total, nadie habla.",
        why: "El silencio puede ser descanso o puede ser otra cosa. Con una pantalla delante cuesta saberlo.",
      },
      {
        says: "«Me gusta estar aquí contigo. ¿Te ronda algo?».",
        why: "Primero cariño, y después una pregunta que se puede dejar sin contestar.",
      },
      {
        says: "Quedarse, comer despacio y dejar el silencio en paz.",
        why: "Quedarse también es una respuesta. De lo demás se puede hablar luego.",
      },
    ],
  },
  "how-much-salt": {
    scene: "Desde la cocina: «¿Cuánta sal le pondrías?».",
    choices: [
      {
        says: "Acercarse y probar.",
        why: "La receta dice cuánta. Lo que se buscaba era alguien junto a la cocina.",
      },
      { says: "«Búscalo».", why: "Para eso no hacía falta preguntar." },
      {
        says: "«Dos correos más y voy a probar. Guárdame una cuchara».",
        why: "Dos correos son una espera corta.",
      },
    ],
  },
  "cold-feet": {
    scene: "Unos pies fríos buscan los tuyos bajo la manta.",
    choices: [
      { says: "Apartarse hacia el borde.", why: "Estaban fríos, sin duda. Aun así puede doler que los aparten." },
      { says: "«Primero calcetines, después son tuyos».", why: "Es un sí con una condición pequeña y un guiño." },
      { says: "Dar un grito y quedárselos.", why: "Hay gestos que llegan fríos. Una respuesta cálida los calienta." },
    ],
  },
  "old-story-again": {
    scene: "Empieza una historia que ya conoces.",
    choices: [
      { says: "«Eso ya me lo contaste».", why: "Es verdad, y la historia termina ahí." },
      {
        says: "Preguntar por la parte que nunca quedó clara.",
        why: "En una historia vieja suele haber algo nuevo si alguien pregunta.",
      },
      {
        says: "«Me encanta esa. ¿Me la cuentas cuando duerman los niños?».",
        why: "Es un sí a la historia, con tiempo para oírla.",
      },
    ],
  },
  "worry-about-a-parent": {
    scene: "«Creo que mamá está perdiendo memoria».",
    choices: [
      {
        says: "Dejarlo todo: «Cuéntame qué viste».",
        why: "Hay gestos callados que importan mucho. Este pide toda la atención.",
      },
      { says: "«Lleva así años».", why: "Quiere consolar, pero hace que la preocupación parezca menor de lo que es." },
      {
        says: "«Eso importa. Acuesto a los niños y nos sentamos».",
        why: "Muestra que es serio, y le busca un momento.",
      },
    ],
  },
  "small-good-news": {
    scene: "«¡Los tomates ya tienen la primera flor!».",
    choices: [
      {
        says: "«¿Me la enseñas después de la llamada? Quiero verla con luz».",
        why: "Muestra ganas de verla, y dice cuándo.",
      },
      { says: "«Qué bien», a la pantalla.", why: "La palabra es amable, pero falta la mirada." },
      { says: "Ir a verla.", why: "Una buena noticia se disfruta más si alguien viene a verla." },
    ],
  },
  "glance-over-a-child": {
    scene: "Por encima de una criatura que pregunta lo mismo por novena vez, una mirada.",
    choices: [
      { says: "Devolverla, con las cejas en alto.", why: "Medio segundo, y ya son dos en el mismo equipo." },
      { says: "Más tarde: «Nueve veces. Las conté».", why: "Así que la mirada sí se vio." },
      { says: "Aprovechar para mirar los mensajes.", why: "La mirada no encuentra a nadie al otro lado." },
    ],
  },
  "bad-dream": {
    scene: "De noche: «He soñado algo horrible».",
    choices: [
      { says: "«Duérmete».", why: "A las tres de la noche cuesta quedarse a solas con eso." },
      { says: "Acercarse: «¿Me lo quieres contar?».", why: "A oscuras bastan un brazo y una pregunta." },
      {
        says: "Abrazar fuerte: «Aquí estoy. Me lo cuentas en el desayuno, si quieres».",
        why: "Quizá no queden fuerzas para hablar. Para estar cerca, sí.",
      },
    ],
  },
  "broken-cup": {
    scene: "Ruido en la cocina. «Ay, no, la taza azul».",
    choices: [
      {
        says: "Ir con el recogedor: «La azul buena. Qué pena».",
        why: "Primero se ve lo que se perdió; barrer puede esperar.",
      },
      { says: "«Solo era una taza».", why: "Para ti quizá. Ese «ay, no» decía otra cosa." },
      { says: "«Estoy en la ducha, déjalo, que te ayudo».", why: "Saber que alguien viene ya ayuda." },
    ],
  },
  "humming-in-the-kitchen": {
    scene: "Alguien tararea en la cocina: aquella canción de entonces.",
    choices: [
      { says: "En la cena: «Tarareabas nuestra canción».", why: "Da gusto oírlo, aunque sea horas después." },
      { says: "Unirse desde el pasillo.", why: "Es una respuesta sin una sola palabra." },
      {
        says: "Cerrar la puerta, que empieza la llamada.",
        why: "A veces no queda otra. Quizá había tiempo para una sonrisa antes.",
      },
    ],
  },
  "plan-for-the-summer": {
    scene: "«En verano me gustaría dormir una noche al raso».",
    choices: [
      { says: "«¿Con esa espalda?».", why: "Será sensato, pero corta el sueño." },
      { says: "«¿Dónde te pondrías?».", why: "Se puede soñar sin prometer nada." },
      { says: "«Ay, sí. El domingo lo soñamos con calma».", why: "Es un sí al sueño, con un día para él." },
    ],
  },
  headache: {
    scene: "«Me va a estallar la cabeza».",
    choices: [
      { says: "Bajar la luz y traer agua.", why: "Contesta con hechos y sin ruido." },
      { says: "«Demasiada pantalla, seguro».", why: "Puede que sea verdad. Ahora ayuda más otra cosa." },
      { says: "«Acuéstate un rato, acabo los platos y voy».", why: "Terminar los platos ya ayuda." },
    ],
  },
  "line-from-a-book": {
    scene: "«Escucha esta frase».",
    choices: [
      { says: "«Yo también leo».", why: "Es justo, y la frase se queda sin oír." },
      {
        says: "«Déjame acabar la página y me la lees despacio».",
        why: "«Despacio» dice que hay ganas de oírla.",
      },
      {
        says: "Bajar el libro propio y escuchar con la cara.",
        why: "Lo que le encanta a alguien dice mucho de esa persona.",
      },
    ],
  },
  "do-you-remember": {
    scene: "«¿Te acuerdas de la casa de la estufa verde?».",
    choices: [
      { says: "«¡Y del humo! ¿Quién salió por la ventana?».", why: "Ahora hay dos de vuelta en aquella casa." },
      { says: "«De eso hace veinte años».", why: "Es verdad, pero nadie preguntaba por el año." },
      {
        says: "«Sí. Guárdalo para el viaje, que lo quiero entero».",
        why: "Así el viaje ya tiene algo que esperar con ganas.",
      },
    ],
  },
  "sorry-for-earlier": {
    scene: "«Antes he estado cortante. Perdón».",
    choices: [
      {
        says: "«Gracias. Aún me escuece un poco; hablemos después de cenar».",
        why: "Es sincero y amable, y reparar puede llevar su tiempo.",
      },
      {
        says: "«Gracias por decirlo». Y mirar a los ojos.",
        why: "Pedir perdón cuesta, y aquí encuentra respuesta.",
      },
      {
        says: "«No pasa nada», sin levantar la vista.",
        why: "Las palabras dicen que sí, pero la disculpa casi no encuentra respuesta.",
      },
    ],
  },
  "ping-in-mid-story": {
    scene: "En mitad de la historia se ilumina tu teléfono.",
    choices: [
      {
        says: "Solo un vistazo; «sigue, que te escucho».",
        why: "La historia se oye, pero cuesta contarla a alguien que mira a otro lado.",
      },
      {
        says: "Darle la vuelta: «Sigue. ¿Qué dijo ella?».",
        why: "Es un segundo, y muestra qué va primero.",
      },
      {
        says: "«Puede que sea del colegio. Lo miro y vuelvo».",
        why: "Un motivo importante, dicho antes, y un camino de vuelta.",
      },
    ],
  },
  "tea-in-the-doorway": {
    scene: "En la puerta, dos tazas: «¿Té?».",
    choices: [
      {
        says: "Hacer sitio: «Siéntate mientras está caliente».",
        why: "El té era también una forma de pedir compañía.",
      },
      { says: "«Sí, por favor. Dos minutos y voy a la mesa».", why: "Dice dónde y cuándo será ese rato." },
      { says: "«Déjalo por ahí».", why: "El té llega, y se toma a solas." },
    ],
  },
};
