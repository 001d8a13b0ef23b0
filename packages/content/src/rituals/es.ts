/** Rituales en español: palabras que se entienden a ambos lados del océano, sin masculino por defecto. */
import type { RitualTexts } from "./rituals.ts";

export const rituals: RitualTexts = {
  "door-hello": {
    title: "Un hola en la puerta",
    how: "Quien está en casa se levanta; quien llega, trae las manos libres. Un abrazo hasta que las dos personas suelten el aire.",
  },
  "long-kiss": {
    title: "Un beso con tiempo",
    how: "Seis segundos sin prisa en lugar de un roce al pasar. Da tiempo a llegar del todo y cabe en cada día.",
  },
  "ten-minutes-to-land": {
    title: "Aterrizar primero",
    how: "Al volver, cada cual tiene diez minutos a solas: lavarse las manos, cambiarse, sentarse. Después viene el saludo de verdad.",
  },
  "how-was-it-really": {
    title: "¿Qué tal, de verdad?",
    how: "Diez minutos por persona. Una cuenta su día; la otra pregunta y se pone de su lado. Soluciones, solo si se piden.",
  },
  "best-hardest-oddest": {
    title: "Lo mejor, lo difícil y lo raro",
    how: "Cada cual nombra tres cosas del día: la mejor, la más difícil y la más rara. A los niños les encanta la tercera.",
  },
  "last-stretch-together": {
    title: "El último tramo",
    how: "Encontrarse en la parada o en la esquina y caminar codo con codo los últimos metros hasta casa.",
  },
  "first-glass-of-water": {
    title: "El primer vaso",
    how: "Antes de vaciar las bolsas, sentarse con un vaso de agua y quedarse hasta la última gota.",
  },
  "one-thing-ahead": {
    title: "Una cosa por delante",
    how: "Por la mañana, cada cual pregunta por una cosa que le espera hoy a la otra persona. Por la noche, esa es la primera pregunta.",
  },
  "first-minute-awake": {
    title: "El primer minuto del día",
    how: "Antes de cualquier pantalla: girarse, mirarse y decir una frase sobre la noche.",
  },
  "cook-side-by-side": {
    title: "Cocinar codo con codo",
    how: "Una persona corta, la otra remueve, y a mitad se cambian. Con las manos ocupadas, la conversación sale sola.",
  },
  "basket-meal": {
    title: "La comida de la cesta",
    how: "Todos los teléfonos van a una cesta en otra habitación antes del primer plato, y salen después del último.",
  },
  "breakfast-sitting-down": {
    title: "Desayuno en la silla",
    how: "Diez minutos con la espalda apoyada, también entre semana. Quien se levanta antes pone la mesa para dos.",
  },
  "guess-the-taste": {
    title: "Adivina el sabor",
    how: "Ojos cerrados, y la otra persona ofrece bocados de lo que haya en la cocina. Después, al revés.",
  },
  "serve-each-other": {
    title: "Llenar el plato ajeno",
    how: "Cada plato lo llena la otra persona. Para acertar hacen falta una pregunta o dos y fijarse un poco.",
  },
  "dish-with-a-story": {
    title: "Un plato con historia",
    how: "Preparar algo de una de las dos infancias con lo que haya en casa. Mientras hierve, contar quién lo hacía y cuándo.",
  },
  "table-laid-on-a-tuesday": {
    title: "Mantel en martes",
    how: "Mantel, copas de verdad y los platos buenos, para lo que haya. Un día corriente también merece la mesa puesta.",
  },
  "wash-and-dry": {
    title: "Lavar y secar",
    how: "Hoy sin máquina: a lavar los platos, hombro con hombro. Vapor, un paño y ninguna obligación de mirarse.",
  },
  "picnic-on-the-floor": {
    title: "Pícnic en el suelo",
    how: "Una manta en mitad de la habitación, la cena encima y los zapatos fuera. Comer con las manos está permitido.",
  },
  "fold-the-laundry": {
    title: "Doblar la ropa",
    how: "Un montón y dos personas, primero las sábanas. Es una tarea que pide cuatro manos y deja dos bocas libres.",
  },
  "film-watched-properly": {
    title: "Una película, vista de verdad",
    how: "Una que ya esté en casa o que pongan en la tele, de la primera imagen a la última. Al final, cada cual nombra una escena que se le quedó grabada.",
  },
  "read-aloud": {
    title: "Leer en voz alta",
    how: "Un capítulo por noche de cualquier libro de la estantería. Una persona lee, y no pasa nada si la otra se duerme.",
  },
  "one-game": {
    title: "Una sola partida",
    how: "Cartas, dados o lápiz y papel. Una ronda, y quien pierde elige el juego de mañana.",
  },
  "two-songs": {
    title: "Dos canciones",
    how: "Despejar un trozo de suelo, encender la radio y bailar lo que salga durante dos canciones. Bailar mal también sirve.",
  },
  "breathing-back-to-back": {
    title: "Espalda con espalda",
    how: "En el suelo, apoyándose, respirar cinco minutos. No hace falta decir nada.",
  },
  hands: {
    title: "Manos",
    how: "Tomar una mano entre las dos propias y apretarla despacio, la palma y dedo por dedo. A los cinco minutos, se cambia.",
  },
  "ten-minutes-of-sky": {
    title: "Un trozo de cielo",
    how: "Ventana, balcón o escalón: mirar hacia arriba en la oscuridad y encontrar algo que la otra persona no había visto.",
  },
  "box-of-pictures": {
    title: "La caja de las fotos",
    how: "Sacar fotos en papel, entradas, cartas viejas. Cada cual elige tres y cuenta lo que no sale en la imagen.",
  },
  "draw-each-other": {
    title: "Retrato sin mirar",
    how: "Cinco minutos, una sola línea y los ojos fuera del papel. Colgar el resultado donde nadie más lo vea.",
  },
  "one-question-in-the-dark": {
    title: "Una pregunta a oscuras",
    how: "Luz apagada, y cada cual puede hacer una pregunta. «Esta noche no» es una buena respuesta.",
  },
  "chores-talk-with-an-end": {
    title: "Asuntos de casa, con final",
    how: "Diez minutos para listas, recados y facturas, en la mesa y con un lápiz. Al acabar, la noche queda libre de ellos.",
  },
  "three-small-thanks": {
    title: "Tres gracias pequeñas",
    how: "Cada cual agradece tres cosas de hoy, cuanto más pequeñas y exactas, mejor: «que me calentaras la taza».",
  },
  "quiet-side-by-side": {
    title: "Silencio en compañía",
    how: "Un libro, una labor, un crucigrama, cada cual lo suyo, con los pies tocándose. Estar cerca ya es un plan.",
  },
  "same-bedtime": {
    title: "A la cama a la vez",
    how: "Acostarse hoy a la misma hora y dejar los teléfonos durmiendo en la cocina. Hablar hasta el primer bostezo.",
  },
  "teach-me": {
    title: "Enséñame eso",
    how: "Un nudo, un acorde, el punto de una masa: una persona le muestra a la otra algo que se le da bien.",
  },
  "puzzle-on-the-table": {
    title: "Un rompecabezas a la vista",
    how: "Dejar un rompecabezas o un acertijo en la mesa toda la semana. Diez piezas en pareja ya cuentan como velada.",
  },
  "walk-without-a-goal": {
    title: "Paseo sin destino",
    how: "Salir por la puerta y girar hacia donde se vea más bonito. Caminando lado a lado, lo difícil se dice mejor.",
  },
  "slow-morning": {
    title: "Mañana lenta",
    how: "Nadie se levanta en cuarenta minutos. Se permite el café en la cama; los planes, no.",
  },
  "mend-something": {
    title: "Arreglar algo",
    how: "La silla que cojea, el botón que falta, el cajón que se atasca. Hacer a cuatro manos lo que lleva meses esperando.",
  },
  "coin-walk": {
    title: "Decide la moneda",
    how: "En cada esquina, una moneda dice derecha o izquierda. A la media hora, volver sin preguntarle a ningún aparato.",
  },
  "pots-and-soil": {
    title: "Macetas y tierra",
    how: "Trasplantar, regar, sembrar algo de la cocina: una lenteja, un diente de ajo. Así hay algo que ver crecer en pareja.",
  },
  "swap-the-lead": {
    title: "Planes por turnos",
    how: "Durante una hora elige el plan una persona y, durante la siguiente, la otra. Que no cueste nada, y cualquiera puede decir que no.",
  },
  "lying-in-the-grass": {
    title: "Sobre la hierba",
    how: "Un parque, un prado o, en invierno, una manta junto a la ventana. Contarse a qué se parecen las nubes.",
  },
  "library-hour": {
    title: "Una hora en la biblioteca",
    how: "Cada cual elige un libro para la otra persona y explica por qué en una frase. Llevárselos prestados es parte del juego.",
  },
  "throw-and-catch": {
    title: "Lanzar y atrapar",
    how: "Una pelota, un calcetín hecho bola, dos cucharas de madera como raquetas. A ver cuánto aguanta en el aire.",
  },
  "half-hour-for-us": {
    title: "Media hora para la pareja",
    how: "Una vez por semana y con calma: qué estuvo bien, qué faltó y un deseo pequeño por persona. Cuando se acaba el tiempo, se acaba.",
  },
  "walk-to-a-memory": {
    title: "Caminar hasta un recuerdo",
    how: "Ir a pie a un lugar donde pasó algo importante para la pareja. Por el camino, cada cual lo cuenta desde su lado.",
  },
  "note-in-the-bag": {
    title: "Una nota escondida",
    how: "Tres palabras a mano, escondidas donde aparezcan a mediodía. No hace falta que sean ingeniosas.",
  },
  "same-minute": {
    title: "El mismo minuto",
    how: "Acordar un minuto del día. Esté donde esté cada cual, mirar entonces por una ventana y pensar en la otra persona.",
  },
  "letter-by-hand": {
    title: "Una carta a mano",
    how: "Una página sobre un día cualquiera, escrita a mano. Se entrega en mano o se deja en la almohada.",
  },
  "three-things-to-tell": {
    title: "Tres cosas que contar",
    how: "Durante el día, apuntar en papel tres cosas pequeñas solo porque a la otra persona le gustarían. En la cena se cuentan.",
  },
  "jar-of-moments": {
    title: "El tarro de los momentos",
    how: "Un papelito doblado por cada buen momento. Una noche gris, sacar tres y recordar.",
  },
  "goodbye-standing-up": {
    title: "Despedida de pie",
    how: "Nadie se despide a gritos desde el pasillo. Levantarse, mirarse, tocarse y decir cuándo será la vuelta.",
  },
  "small-welcome": {
    title: "Una pequeña bienvenida",
    how: "Antes de que la otra persona llegue, preparar una cosa: una lámpara encendida, el té hecho, un gancho libre para el abrigo.",
  },
};
