/** La primera página de la guía, en español. */
import type { IntroText } from "./intro.ts";

export const intro: IntroText = {
  title: "Cinco capítulos cortos",
  lead: "Cada uno se lee en unos minutos, o en dos si no hay más. Lee uno, prueba una cosa pequeña y vuelve otro día.",
  ways: {
    "short-on-time": {
      title: "¿Poco tiempo?",
      text: "Cada capítulo empieza con una versión de uno o dos minutos y termina con una frase para llevarte.",
    },
    "doing-well": {
      title: "Estamos bien, y que siga así",
      text: "Empieza por los rituales y los gestos. Cuidar lo bueno cuesta menos que recuperarlo.",
    },
    "something-is-off": {
      title: "Algo no va bien",
      text: "Empieza por lo que provoca y por encontrarle una palabra. El camino de vuelta tiene su propio capítulo.",
    },
    alone: {
      title: "Solo yo",
      text: "Todo lo que trata de tu parte funciona sin nadie más. Puede mejorar tus noches; lo que haga la otra persona sigue siendo suyo.",
    },
  },
  about:
    "Donde algo se ha estudiado, la fuente está al lado. Lo demás es experiencia de la vida diaria, para probarla y quedarte con ella o dejarla.",
};
