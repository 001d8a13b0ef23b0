/** La página de ayuda en español. */
import type { HelpTexts } from "./help.ts";

export const help: HelpTexts = {
  title: "Cuando hablar no es seguro",
  lead: "Una aplicación para parejas no es la herramienta adecuada cuando una de las dos personas le tiene miedo a la otra. Hoy no hay que decidir nada. Hablar con alguien que sepa de esto es un comienzo, y se puede hacer sin dar el nombre.",
  signsTitle: "Cosas que vale la pena contarle a alguien",
  signs: {
    "afraid-of-reaction": "Pienso de antemano cómo puede caer una palabra, y me da miedo.",
    watched: "Alguien revisa mis mensajes, mis llamadas o por dónde voy.",
    "cut-off": "Veo cada vez menos a la gente que quiero, porque cada vez hay problemas.",
    "decides-alone": "El dinero, las llaves o los papeles no están en mis manos.",
    "walking-on-eggshells": "Procuro ocupar poco sitio para que la noche siga tranquila.",
  },
  waysTitle: "Maneras de encontrar ayuda cerca",
  ways: {
    emergency:
      "En peligro: el número de emergencias del país. En todos los países de la Unión Europea es el 112, gratis desde cualquier teléfono.",
    doctor:
      "En una consulta médica, una farmacia o un centro de salud se puede preguntar en confianza, y es un lugar corriente al que ir.",
    library: "Las bibliotecas, los ayuntamientos y los centros de orientación tienen los números locales en papel.",
    friend: "Una persona de confianza. «¿Puedo contarte algo que quede entre tú y yo?» basta para empezar.",
    "other-device": "Un aparato en el que nadie más mire: en el trabajo, en casa de una amistad, en la biblioteca.",
  },
  trace:
    "Lo que se abre puede verse en la lista de páginas visitadas y en la de llamadas. Si alguien más mira en este teléfono, otro aparato es el camino más seguro.",
  linesTitle: "Teléfonos de ayuda",
  noLines:
    "Para este país no encontramos ningún número que pudiéramos comprobar. Las maneras de arriba sirven en todas partes.",
  lineFor: { everybody: "para cualquier persona", women: "para mujeres" },
  roundTheClock: "día y noche",
  free: "gratis",
  checked: "Figura en una página del {dated}; leída el {checked}. Nadie llamó para comprobarlo.",
};
