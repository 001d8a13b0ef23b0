/** La primera página de la guía, en español. */
import type { IntroText } from "./intro.ts";

export const intro: IntroText = {
  title: "Cinco capítulos cortos",
  lead: "Cada uno se lee en unos minutos, o en dos si no hay más. Leer uno, probar una cosa pequeña y volver otro día.",
  ways: {
    "short-on-time": {
      title: "¿Poco tiempo?",
      text: "Cada capítulo empieza con una versión de dos minutos y una frase para llevarse.",
    },
    "doing-well": {
      title: "Estamos bien, y que siga así",
      text: "Empieza por los rituales y los gestos. Lo bueno se cuida con menos esfuerzo del que cuesta recuperarlo.",
    },
    "something-is-off": {
      title: "Algo no va bien",
      text: "Empieza por lo que provoca y por encontrarle una palabra. El camino de vuelta tiene su propio capítulo.",
    },
    alone: {
      title: "Solo yo",
      text: "Todo lo que trata de la parte propia funciona sin nadie más. Puede mejorar las propias noches; lo que haga otra persona sigue siendo suyo.",
    },
  },
  about:
    "Donde algo se ha estudiado, la fuente está al lado. Lo demás es experiencia de la vida diaria, para probarla y quedársela o dejarla.",
};
