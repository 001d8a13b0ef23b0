/** Escenas para practicar, en español. */
import type { SceneTexts } from "./scenes.ts";

export const scenes: SceneTexts = {
  "bird-at-the-window": {
    scene: "En el desayuno: «Mira, ha vuelto el pájaro carpintero».",
    choices: [
      {
        says: "«Mm», sin levantar la vista de la pantalla.",
        why: "El pájaro era lo de menos. Lo que se ofrecía era un momento en la misma ventana.",
      },
      { says: "Levantar la vista: «¿Dónde?».", why: "Una palabra y dos ojos: un gesto pequeño no pide más." },
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
        why: "Un suspiro es una llamada sin palabras. Nombrarlo deja la puerta abierta y no exige nada.",
      },
      { says: "Volver a ponerse los auriculares.", why: "Vuelve el silencio, y el suspiro no lo ha oído nadie." },
      { says: "Una mano en el hombro al pasar: «¿Café en cinco minutos?».", why: "Dice: me di cuenta, y ahora vengo." },
    ],
  },
  "look-at-this-clip": {
    scene: "«Mira, como tú con la escalera»: un teléfono en el aire con un vídeo tonto.",
    choices: [
      { says: "«Mándamelo».", why: "El vídeo se verá. La risa a dos se habrá perdido." },
      {
        says: "«Cuando acabe con la cebolla. Quiero reírme sin llorar».",
        why: "Un momento claro y, de paso, una broma devuelta.",
      },
      {
        says: "Acercarse y verlo en la misma pantalla.",
        why: "Dos cabezas sobre una pantalla también son tiempo a dos. No todo teléfono separa.",
      },
    ],
  },
  "hand-on-the-shoulder": {
    scene: "Al pasar, una mano se posa en tu hombro.",
    choices: [
      {
        says: "Poner la tuya encima durante una respiración.",
        why: "El tacto se contesta con tacto. No hacen falta palabras.",
      },
      { says: "Sonreír sin girarse: «No te vayas. Casi termino».", why: "La mano sabe que era bienvenida." },
      { says: "Seguir escribiendo.", why: "Quizá gustó. Desde fuera no hay forma de saberlo." },
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
        says: "Poner el teléfono boca abajo y disparar: «¿El rey?».",
        why: "Seguir el juego es la respuesta; el nombre viene después.",
      },
      {
        says: "«Quiero la historia entera. ¿Aguanta hasta que aparque?».",
        why: "Deja claro cuántas ganas hay de oírla.",
      },
    ],
  },
  "which-shirt": {
    scene: "Dos camisas en alto: «¿Esta o aquella?».",
    choices: [
      {
        says: "Mirar las dos, elegir una y decir por qué.",
        why: "Rara vez se trata de la camisa. Se trata de una mirada amable.",
      },
      { says: "«Las dos van bien».", why: "Se dice rápido, y cierra el asunto antes de abrirlo." },
      { says: "«Ponlas otra vez a la luz, que ya voy».", why: "Acercarse dice que importa." },
    ],
  },
  "long-day-door": {
    scene: "Se abre la puerta. «Vaya día».",
    choices: [
      { says: "«Siéntate primero. En un minuto soy todo oídos».", why: "Un minuto, con una promesa que se cumple." },
      { says: "«El mío también, no te imaginas».", why: "Será verdad, y ahora hablan dos y no escucha nadie." },
      {
        says: "Levantarse, tomar la bolsa y abrazar.",
        why: "Llegar es un momento en sí. La historia puede venir luego.",
      },
    ],
  },
  "joke-that-fell-flat": {
    scene: "Un juego de palabras y, después, una mirada llena de esperanza.",
    choices: [
      { says: "Seguir leyendo como si nada.", why: "Una broma que no cae en ningún sitio queda un poco sola." },
      { says: "Quejarse en voz alta y sonreír.", why: "Una buena queja vale por un aplauso." },
      { says: "Levantar un dedo: «Espera… ay, no. ¡Ay, no!».", why: "La risa con retraso también es risa." },
    ],
  },
  "walk-round-the-block": {
    scene: "«¿Damos una vuelta a la manzana?». Llovizna.",
    choices: [
      { says: "«Hoy no puedo con mi alma. ¿Mañana después de cenar?».", why: "Un no al paseo y un sí a la compañía." },
      {
        says: "«Diez minutos. Busco el paraguas grande».",
        why: "Un sí pequeño y con final cuesta menos que uno grande.",
      },
      { says: "«Está lloviendo».", why: "Queda contestado el tiempo, no la pregunta." },
    ],
  },
  "quiet-at-supper": {
    scene: "La cena está más callada de lo normal.",
    choices: [
      {
        says: "Mirar las noticias; total, nadie habla.",
        why: "El silencio puede ser descanso o pregunta. Una pantalla no oye ninguno de los dos.",
      },
      {
        says: "«Me gusta estar aquí contigo. ¿Te ronda algo?».",
        why: "Primero calor y después una pregunta que se puede rechazar.",
      },
      {
        says: "Quedarse, comer despacio y dejar el silencio en paz.",
        why: "Quedarse también contesta. De lo demás se puede hablar luego.",
      },
    ],
  },
  "how-much-salt": {
    scene: "Desde la cocina: «¿Cuánta sal le pondrías?».",
    choices: [
      { says: "Acercarse y probar.", why: "La sal la sabe la receta. La pregunta pedía compañía." },
      { says: "«Búscalo».", why: "Para eso no hacía falta preguntar." },
      {
        says: "«Dos correos más y voy a probar. Guárdame una cuchara».",
        why: "Dos es un número que se puede esperar.",
      },
    ],
  },
  "cold-feet": {
    scene: "Unos pies fríos buscan los tuyos bajo la manta.",
    choices: [
      { says: "Apartarse hacia el borde.", why: "Frío hace, sin duda. Los pies se llevan otra cosa." },
      { says: "«Primero calcetines, después son tuyos».", why: "Una condición con guiño es casi un sí." },
      { says: "Dar un grito y quedárselos.", why: "Hay gestos que llegan fríos. La respuesta los calienta." },
    ],
  },
  "old-story-again": {
    scene: "Empieza una historia que ya conoces.",
    choices: [
      { says: "«Eso ya me lo contaste».", why: "Correcto. La historia quería compañía, no comprobación." },
      {
        says: "Preguntar por la parte que nunca quedó clara.",
        why: "Una historia vieja se abre cuando alguien siente curiosidad.",
      },
      {
        says: "«Me encanta esa. ¿Me la cuentas cuando duerman los niños?».",
        why: "Querer oírla bien ya es una forma de escuchar.",
      },
    ],
  },
  "worry-about-a-parent": {
    scene: "«Creo que mamá está perdiendo memoria».",
    choices: [
      { says: "Dejarlo todo: «Cuéntame qué viste».", why: "Hay gestos callados y grandes. Piden las dos manos." },
      { says: "«Lleva así años».", why: "Quiere consolar, y deja la preocupación más pequeña de lo que es." },
      { says: "«Eso importa. Acuesto a los niños y nos sentamos».", why: "Reconoce el peso y le hace sitio." },
    ],
  },
  "small-good-news": {
    scene: "«¡Los tomates ya tienen la primera flor!».",
    choices: [
      {
        says: "«¿Me la enseñas después de la llamada? Quiero verla con luz».",
        why: "La alegría se guarda caliente hasta entonces.",
      },
      { says: "«Qué bien», a la pantalla.", why: "Como palabra, amable. A la alegría le gusta una cara." },
      { says: "Ir a verla.", why: "Una buena noticia pequeña es un regalo en la palma de la mano." },
    ],
  },
  "glance-over-a-child": {
    scene: "Por encima de una criatura que pregunta lo mismo por novena vez, una mirada.",
    choices: [
      { says: "Devolverla, con las cejas en alto.", why: "Una mirada dice: a una. Dura medio segundo." },
      { says: "Más tarde: «Nueve veces. Las conté».", why: "Al final, la mirada no se perdió." },
      { says: "Aprovechar para mirar los mensajes.", why: "La mirada vuelve sin respuesta." },
    ],
  },
  "bad-dream": {
    scene: "De noche: «He soñado algo horrible».",
    choices: [
      { says: "«Duérmete».", why: "Son las tres, y a solas se hace largo." },
      { says: "Acercarse: «¿Me lo quieres contar?».", why: "A oscuras bastan un brazo y una pregunta." },
      {
        says: "Abrazar fuerte: «Aquí estoy. Me lo cuentas en el desayuno, si quieres».",
        why: "Se permite no tener palabras. Cerca sí se puede estar.",
      },
    ],
  },
  "broken-cup": {
    scene: "Ruido en la cocina. «Ay, no, la taza azul».",
    choices: [
      { says: "Ir con el recogedor: «La azul buena. Qué pena».", why: "Antes que los pedazos van las palabras." },
      { says: "«Solo era una taza».", why: "Para una persona, sí. La otra acaba de decir que no." },
      { says: "«Estoy en la ducha, déjalo, que te ayudo».", why: "La ayuda que se anuncia ya ha llegado a medias." },
    ],
  },
  "humming-in-the-kitchen": {
    scene: "Alguien tararea en la cocina: aquella canción de entonces.",
    choices: [
      { says: "En la cena: «Tarareabas nuestra canción».", why: "Notarlo tarde también es notarlo." },
      { says: "Unirse desde el pasillo.", why: "Dos voces, y ninguna falta de letra." },
      { says: "Cerrar la puerta, que empieza la llamada.", why: "A veces toca. Por la rendija cabía una mirada." },
    ],
  },
  "plan-for-the-summer": {
    scene: "«En verano me gustaría dormir una noche al raso».",
    choices: [
      { says: "«¿Con esa espalda?».", why: "Había un deseo en la mesa y le llegó la factura." },
      { says: "«¿Dónde te pondrías?».", why: "Soñar a la par no firma nada." },
      { says: "«Ay, sí. El domingo lo soñamos con calma».", why: "El deseo ya tiene cita." },
    ],
  },
  headache: {
    scene: "«Me va a estallar la cabeza».",
    choices: [
      { says: "Bajar la luz y traer agua.", why: "Una respuesta en hechos y en voz baja." },
      { says: "«Demasiada pantalla, seguro».", why: "Puede que acierte. Acertar no refresca la frente." },
      { says: "«Acuéstate un rato, acabo los platos y voy».", why: "Relevar es una manera de acudir." },
    ],
  },
  "line-from-a-book": {
    scene: "«Escucha esta frase».",
    choices: [
      { says: "«Yo también leo».", why: "Es justo, y la frase vuelve a su libro." },
      {
        says: "«Déjame acabar la página y me la lees despacio».",
        why: "«Despacio» es la palabra que lo vuelve respuesta.",
      },
      {
        says: "Bajar el libro propio y escuchar con la cara.",
        why: "Lo que le encanta a alguien es una puerta a esa persona.",
      },
    ],
  },
  "do-you-remember": {
    scene: "«¿Te acuerdas de la casa de la estufa verde?».",
    choices: [
      { says: "«¡Y del humo! ¿Quién salió por la ventana?».", why: "Recordar es una habitación con dos puertas." },
      { says: "«De eso hace veinte años».", why: "No se preguntaba por el año." },
      {
        says: "«Sí. Guárdalo para el viaje, que lo quiero entero».",
        why: "Convierte una carretera larga en algo que apetece.",
      },
    ],
  },
  "sorry-for-earlier": {
    scene: "«Antes he estado cortante. Perdón».",
    choices: [
      {
        says: "«Gracias. Aún me escuece un poco; hablemos después de cenar».",
        why: "Sincero y amable. Reparar puede llevar su tiempo.",
      },
      {
        says: "«Gracias por decirlo». Y mirar a los ojos.",
        why: "Tender la mano tras una pelea es el gesto más valiente.",
      },
      {
        says: "«No pasa nada», sin levantar la vista.",
        why: "Las palabras dicen que sí, y la disculpa se queda en el umbral.",
      },
    ],
  },
  "ping-in-mid-story": {
    scene: "En mitad de la historia se ilumina tu teléfono.",
    choices: [
      {
        says: "Solo un vistazo; «sigue, que te escucho».",
        why: "Los oídos siguen aquí. La historia se ha quedado sin ojos.",
      },
      {
        says: "Darle la vuelta: «Sigue. ¿Qué dijo ella?».",
        why: "Un gesto mínimo, y la historia sabe que va primero.",
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
      { says: "Hacer sitio: «Siéntate mientras está caliente».", why: "El té era el sobre. La compañía, la carta." },
      { says: "«Sí, por favor. Dos minutos y voy a la mesa».", why: "Dice dónde y cuándo será el encuentro." },
      { says: "«Déjalo por ahí».", why: "El té llega. La persona se vuelve a ir." },
    ],
  },
};
