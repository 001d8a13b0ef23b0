/** Acuerdos en español. */
import type { AgreementTexts } from "./agreements.ts";

export const agreements: AgreementTexts = {
  starters: {
    "shelf-when-coming-in": "dejar mi teléfono en el estante al llegar",
    "hall-during-supper": "dejar mi teléfono en el pasillo durante la cena",
    "say-why-first": "decir por qué antes de mirarlo",
    "look-up-first": "levantar la vista cuando alguien me hable",
    "ten-minutes-in-the-evening": "guardar diez minutos de la noche sin pantallas",
    "later-with-a-time": "ponerle hora a cada «luego» y cumplirla",
    "kitchen-at-night": "dejar que mi teléfono duerma en la cocina",
    "back-after-a-break": "volver a la hora que dije cuando necesite una pausa",
  },
  noSubjectsTitle: "Lo que no es tema de ningún acuerdo",
  noSubjects: {
    passwords: "Contraseñas y códigos",
    places: "Dónde está o estuvo alguien",
    "looking-into-a-phone": "Mirar dentro de un teléfono",
    messages: "Quién escribe a quién, o con quién queda",
    "what-the-other-does": "Lo que haga o deje de hacer la otra persona",
  },
  noSubjectHere: "Aquí esto no es tema",
  noSubjectReason:
    "Las contraseñas, los lugares, los mensajes, las amistades y lo que hay dentro de un teléfono son de cada cual, y una promesa con condiciones habla de otra persona. ¿Qué haría yo por mi parte, pase lo que pase?",
  ends: "Termina por sí mismo en su último día si quien lo escribió no lo renueva. Se puede acabar antes en cualquier momento, sin motivo y sin consecuencias. Nadie debe una frase ni una firma.",
};
