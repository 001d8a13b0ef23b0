/** Palabras para las claves del dominio, en español. */
import type { DomainWords } from "./words.ts";

const low = "nada";
const high = "mucho";

export const words: DomainWords = {
  loggedMoments: {
    "picked-up-in-mid-talk": "Yo miré el teléfono en plena conversación",
    "quick-reply": "Yo mandé una respuesta rápida",
    "email-while-listening": "Yo leí el correo mientras escuchaba",
    "phone-at-the-door": "Yo estaba con el teléfono en la puerta",
    "scrolled-beside-you": "Yo deslizaba la pantalla a tu lado",
    "half-an-answer": "Yo contesté a medias",
    "missed-a-bid": "Yo dejé pasar un gesto",
    "looked-up-and-drifted": "Yo busqué algo y me fui por las ramas",
  },
  goodMoments: {
    "bid-answered": "Un gesto tuvo respuesta",
    "eye-contact": "Hubo una mirada",
    "six-second-kiss": "Un beso con tiempo",
    "ten-minutes-without-phones": "Diez minutos sin teléfonos",
  },
  bidOutcomes: { answered: "Le di respuesta", missed: "Lo dejé pasar" },
  corrections: {
    "used-together": "Lo miramos a la vez",
    "said-why-first": "Antes dije por qué",
    needed: "Hacía falta",
    lull: "Había una pausa",
    "not-me": "No fui yo",
    wrong: "Esto no es así",
    "from-outside": "Lo provocó algo de fuera",
    "were-talking": "Estábamos hablando",
    drifted: "Me fui por las ramas",
  },
  statesBefore: {
    overwhelmed: "Todo era demasiado",
    bored: "Me aburría",
    "wanting-out-of-this-talk": "Quería salir de esa conversación",
    triggered: "Algo me había tocado una herida",
    rejected: "Sentía rechazo",
    habit: "La mano fue más rápida que yo",
    notification: "Se iluminó o vibró",
    "worry-about-missing-out": "Temía perderme algo",
  },
  statesAfter: {
    relief: "Alivio",
    stress: "Más tensión",
    comfort: "Consuelo",
    reward: "Un pequeño premio",
    nothing: "Poca cosa",
  },
  feelings: {
    rejected: "rechazo",
    unimportant: "poca importancia",
    lonely: "soledad",
    "left-out": "exclusión",
    sad: "tristeza",
    angry: "enfado",
  },
  planOutcomes: {
    helped: "Ayudó",
    "helped-a-little": "Ayudó un poco",
    "did-not-help": "No ayudó",
    "did-not-come-up": "No hizo falta",
  },
  rests: { pause: "Una pausa", holiday: "Vacaciones", illness: "Enfermedad" },
  checkIn: {
    feltImportant: { question: "Esta semana sentí que te importo.", low, high },
    feltClose: { question: "Te sentí cerca.", low, high },
    safeToBeVulnerable: { question: "Pude mostrar cómo estaba de verdad.", low, high },
    feltRespected: { question: "Sentí que me respetabas.", low, high },
    hadFunTogether: { question: "Nos divertimos.", low, high },
    ownStress: { question: "Mi propia semana me pesó.", low, high },
  },
};
