/** Preguntas para mirarse por dentro, en español. */
import type { InquiryTexts } from "./inquiry.ts";

export const inquiry: InquiryTexts = {
  questions: {
    doing: { question: "¿Qué estaba pasando en ese momento?", hint: "Bastan unas palabras." },
    before: { question: "¿Qué había justo antes?", hint: "Elige lo que encaje, o nada." },
    after: { question: "¿Y justo después?", hint: "Todo esto es normal." },
    gaveMe: { question: "¿Qué me dio?", hint: "Casi siempre hay algo." },
    elseCouldGive: {
      question: "¿Qué otra cosa podría darme lo mismo?",
      hint: "Cuanto más pequeña, más fácil de hacer.",
    },
  },
  doing: {
    telling: "Yo contaba algo",
    listening: "Yo escuchaba",
    eating: "Era la hora de comer",
    arriving: "Alguien acababa de llegar a casa",
    resting: "Era un rato de descanso",
    arguing: "No había acuerdo",
    waiting: "Yo esperaba",
  },
  gave: {
    "a-break": "Una pausa",
    distraction: "Otra cosa en que pensar",
    "an-answer": "Una respuesta que quería",
    company: "Alguien que contesta",
    "a-laugh": "Una risa",
    "done-something": "Un pendiente menos",
  },
  elsewhere: {
    "three-breaths": "Tres respiraciones lentas",
    "say-it": "Decirlo: «Es demasiado para mí, dame un momento»",
    "a-drink": "Ir por un vaso de agua",
    "step-out": "Un minuto junto a la ventana",
    "ask-for-five": "Pedir cinco minutos y volver",
    "note-on-paper": "Apuntarlo en papel para luego",
  },
  plan: "Cuando {when}, entonces {then}.",
  when: "busco el teléfono porque {because}",
  because: {
    overwhelmed: "todo es demasiado",
    bored: "me aburro",
    "wanting-out-of-this-talk": "quiero salir de una conversación",
    triggered: "algo me ha tocado una herida",
    rejected: "siento rechazo",
    habit: "la mano es más rápida que yo",
    notification: "se ilumina",
    "worry-about-missing-out": "temo perderme algo",
  },
  act: {
    "three-breaths": "hago tres respiraciones lentas",
    "say-it": "digo que necesito un momento",
    "a-drink": "voy por un vaso de agua",
    "step-out": "paso un minuto junto a la ventana",
    "ask-for-five": "pido cinco minutos y vuelvo",
    "note-on-paper": "lo apunto en papel para luego",
  },
  closing: "Un minuto bien empleado. Se queda contigo: aquí nadie más puede verlo ni pedirlo.",
};
