/** Los gestos de acercamiento en español. */
import type { BidTexts } from "./bids.ts";

export const bids: BidTexts = {
  meaning:
    "Un gesto de acercamiento es una forma pequeña de buscar a la otra persona: una palabra, una mirada, un roce. Casi siempre parece poca cosa, y pregunta: ¿estás ahí?",
  looks: {
    "a-remark": "Un comentario al aire: «Amanece más temprano».",
    "a-question": "Una pregunta de la que ya se sabe la respuesta: «¿Cómo se hacía la salsa?».",
    "a-touch": "Una mano en la espalda al pasar.",
    "a-look": "Una mirada que espera medio segundo más de lo necesario.",
    "a-sigh": "Un suspiro un poquito demasiado fuerte.",
    "a-joke": "Una broma, aunque sea floja.",
    "something-shown": "Algo que se enseña: una foto, una hoja, un agujero en el calcetín.",
    "an-offer": "Un ofrecimiento: té, el último trozo, el lado caliente de la cama.",
    "standing-near": "Quedarse en el marco de la puerta sin ningún recado.",
    "a-complaint": "Una queja con un deseo dentro: «Nunca salimos».",
  },
  answers: {
    "yes-with-eyes": "Un «¿sí?» y una mirada.",
    "put-it-down": "Soltar lo que hay en la mano, aunque sean diez segundos.",
    "one-question": "Una pregunta que solo puede hacer quien estaba escuchando.",
    "touch-back": "Devolver el roce.",
    "say-when": "«Ahora no, a las ocho», y estar ahí a las ocho.",
    thank: "«Gracias por enseñármelo».",
    "say-no-warmly": "Un no con cariño: «Hoy estoy sin fuerzas, y me gusta que lo propongas».",
    "come-back-later": "«Antes dijiste algo del amanecer. Tenía la cabeza en otra parte. ¿Me lo cuentas?».",
  },
  noticing:
    "Al registro va lo que me ofrecieron y si contesté. Nadie debe una respuesta a todo: el cansancio, la prisa y el silencio también valen. El registro sirve para darse cuenta, no para hacerlo todo bien.",
};
