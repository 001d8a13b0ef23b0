/** Safety words in Spanish: 256 plain things, none unkind. The same place in each language's list is the same thing. */
export const SAFETY_WORDS: readonly string[] = `
  bellota almendra ancla hormiga manzana arco flecha otoño panadero balcón pelota globo
  plátano albahaca cesta playa oso castor abeja cinturón bicicleta pájaro manta barca
  libro botella cuenco caja rama pan brisa ladrillo puente escoba pincel cubo
  mantequilla mariposa botón cabaña pastel camello cámara vela canoa gorra alfombra zanahoria
  castillo techo violonchelo silla queso cereza ajedrez castaña pollo chimenea chocolate canela
  circo arcilla reloj nube trébol coco café peine brújula coral algodón vaca
  cangrejo grulla crayón grillo corona cortina margarita baile ciervo desierto escritorio diamante
  perro delfín burro puerta dragón cajón tambor pato águila tierra eco huevo
  elefante ascensor esmeralda sobre familia pluma valla campo higo dedo hogar pez
  bandera llama harina flor flauta bosque tenedor jardín ajo portón regalo jirafa
  vidrio guante ganso uva guitarra martillo hamaca arpa sombrero avellana erizo casco
  gallina miel caballo hotel isla marfil chaqueta joya zumo selva canguro tetera
  llave cocina cometa koala escalera lámpara farol lavanda hoja limón carta biblioteca
  león lagarto mercado pradera melón leche espejo luna montaña ratón museo seta
  servilleta aguja nido noche cuaderno roble océano pulpo aceituna cebolla naranja orquesta
  nutria horno pintura palmera panda papel lápiz pingüino pimienta piano almohada piña
  pirata planeta ciruela poema estanque patata calabaza rompecabezas reina conejo radio lluvia
  arcoíris cinta arroz río robot cohete tejado rosa montura marinero sal arena
  bufanda escuela foca sombra oveja concha zapato falda caracol nieve jabón calcetín
  sofá canción cuchara primavera establo sello estrella estación estatua tormenta fresa calle
  azúcar maleta verano cisne jersey maestra tienda teatro pulgar trueno billete tigre
  tostada tomate toalla árbol
`
  .trim()
  .split(/\s+/);
