/** Cómo crece, en español. */
import type { GrowthTexts } from "./growth.ts";

export const growth: GrowthTexts = {
  title: "Cómo puede crecer, y cómo se da la vuelta",
  note: "Una historia que cuenta mucha gente, no una escalera en la que buscar tu peldaño. En cada paso hay un camino de vuelta, y lo puede tomar cualquiera de las dos personas.",
  steps: {
    busy: {
      title: "Prisa",
      text: "Hay mucho que hacer y no se para. El teléfono ayuda a llegar a todo.",
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
      wayBack: "Fijarse cada día en una cosa buena, y decirla.",
    },
    both: {
      title: "Dos pantallas",
      text: "Dos personas que esperan a que la otra levante la vista.",
      wayBack: "Alguien la levanta primero. Después, una conversación en la que cada cual pone su parte.",
    },
  },
};
