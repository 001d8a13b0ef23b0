/** Cómo crece, en español. */
import type { GrowthTexts } from "./growth.ts";

export const growth: GrowthTexts = {
  title: "Cómo puede crecer, y cómo se da la vuelta",
  note: "Una historia que cuenta mucha gente, no una escalera en la que colocarse. En cada paso hay un camino de vuelta, y lo puede tomar cualquiera de las dos personas.",
  steps: {
    busy: {
      title: "Prisa",
      text: "Mucho que hacer y todo el mundo en marcha. El teléfono ayuda a llegar a todo.",
      wayBack: "Un ritual pequeño que sobreviva a un día lleno.",
    },
    habit: {
      title: "Costumbre",
      text: "Sale en cada hueco, sin motivo.",
      wayBack: "Un minuto para mirar qué buscaba la mano.",
    },
    "feeling-unimportant": {
      title: "Sentir que importo poco",
      text: "Las historias se acortan. Nadie dice por qué.",
      wayBack: "Una palabra para eso, y una frase que empiece por «yo».",
    },
    "taken-for-granted": {
      title: "Dar por hecho",
      text: "La otra persona está ahí, como la mesa. Lo bueno deja de mencionarse.",
      wayBack: "Cada día una cosa buena, notada y dicha.",
    },
    both: {
      title: "Dos pantallas",
      text: "Dos personas que esperan a que la otra levante la vista.",
      wayBack: "Alguien la levanta primero. Después, una charla en la que cada cual pone su parte.",
    },
  },
};
