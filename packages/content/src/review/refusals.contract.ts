/**
 * What no text may say, as patterns, each with sentences that it must catch.
 *
 * Limits: patterns find words, not meaning. They hold the line; reading aloud does the rest.
 */
import type { Language } from "../language.ts";

export interface Refusal {
  readonly of: "blame" | "verdict" | "promise" | "money" | "phone" | "claim" | "gender" | "command";
  readonly language: Language;
  readonly pattern: RegExp;
  /** Bad on purpose. */
  readonly caught: readonly [string, ...string[]];
}

const words = (alternatives: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives})(?![\\p{L}\\p{N}])`, "iu");

export const REFUSALS: readonly Refusal[] = [
  {
    of: "blame",
    language: "en",
    pattern: words(
      "you (?:always|never|constantly|only ever|ignore[ds]?|failed|ruined|neglect\\w*)|you don.t (?:care|listen)|you(?:'re|’re| are) (?:so|too|just|always|being|not even)|your fault|because of you|you do (?:it|what)|your (?:phone|friends|mother) (?:is|are|were) more",
    ),
    caught: [
      "You never listen.",
      "You are so rude.",
      "That is your fault.",
      "It is because of you.",
      "You don’t care.",
    ],
  },
  {
    of: "blame",
    language: "es",
    pattern: words(
      "siempre (?:estás|haces|miras|llegas|dices)|nunca (?:me|estás|escuchas|haces|miras)|tú (?:siempre|nunca)|eres (?:tan|muy|igual|una?|de una)|(?:por )?tu culpa|no te importo|te importa más|has (?:fallado|fracasado|arruinado)|anda que tú|haz lo que quieras",
    ),
    caught: ["Siempre estás con el móvil.", "Nunca me escuchas.", "Eres tan egoísta.", "Es culpa tuya, por tu culpa."],
  },
  {
    of: "verdict",
    language: "en",
    pattern: words(
      "toxic|narcissis\\w+|addict\\w*|codependen\\w+|(?:un)?healthy|good couples?|bad couples?|strong couples?|normal couples?|doomed|red flags?|your score|ranking|selfish|your relationship is",
    ),
    caught: [
      "Phone addiction is toxic.",
      "Strong couples do this.",
      "Your relationship is in danger.",
      "An unhealthy habit.",
    ],
  },
  {
    of: "verdict",
    language: "es",
    pattern: words(
      "tóxic\\w+|narcisis\\w+|adict\\w*|adicción|codependen\\w+|san[oa]s?|insan[oa]s?|buenas? parejas?|malas? parejas?|parejas (?:fuertes|normales)|condenad\\w+|tu puntuación|egoístas?|tu relación está",
    ),
    caught: ["La adicción al móvil es tóxica.", "Las parejas fuertes lo hacen.", "Una relación sana."],
  },
  {
    of: "promise",
    language: "en",
    pattern: words(
      "guarantee\\w*|proven|(?:will|it) (?:save|fix|heal|transform|solve|strengthen|improve|bring you)s?|works for every\\w+|always works|never fails|in (?:just|only) \\d+ (?:days|weeks)|scientifically|secret to|make your partner",
    ),
    caught: ["This will save your relationship.", "Guaranteed in just 7 days.", "A proven method.", "It always works."],
  },
  {
    of: "promise",
    language: "es",
    pattern: words(
      "garantiza\\w*|comprobad[oa]|(?:salvará|arreglará|sanará|transformará|mejorará|fortalecerá|resolverá)\\w*|funciona siempre|nunca falla|en solo \\d+ (?:días|semanas)|científicamente|el secreto",
    ),
    caught: ["Esto salvará la relación.", "Garantizado en solo 7 días.", "Un método comprobado."],
  },
  {
    of: "command",
    language: "en",
    pattern: words(
      "you (?:should|must|have to|ought to|need to|had better)|you(?:'d|’d) better|it is your (?:job|duty)",
    ),
    caught: ["You should put it away.", "You must talk tonight."],
  },
  {
    of: "command",
    language: "es",
    pattern: words("tienes que|debes|deberías|tenéis que|deben|es tu (?:deber|obligación)"),
    caught: ["Deberías guardarlo.", "Tienes que hablar hoy."],
  },
  {
    of: "gender",
    language: "es",
    pattern: words(
      "juntos|ambos|vosotros|nosotros dos|ustedes|cansados?|enfadados?|rechazados?|ignorados?|solos|preparados?|contentos?|uno mismo|marido|novi[oa]s?|espos[oa]s?|tu mujer|cog(?:er|e|es|en|ió|ido|iste|erlo)|móvil(?:es)?",
    ),
    caught: ["Cuando estáis juntos.", "Me sentí rechazado.", "Tu marido coge el móvil.", "¿Estás preparado?"],
  },
  {
    of: "gender",
    language: "en",
    pattern: words("husbands?|wi(?:fe|ves)|boyfriends?|girlfriends?|his or her|he or she"),
    caught: ["Ask your husband.", "He or she may pass."],
  },
];

/** For rituals only: they need no phone and no money. Putting a phone away is no use of one. */
export const RITUAL_REFUSALS: readonly Refusal[] = [
  {
    of: "phone",
    language: "en",
    pattern: words(
      "apps?|video ?calls?|text (?:him|her|them|each other)|voice messages?|online|download\\w*|playlists?|stream\\w*|selfies?|take a (?:photo|picture)|on your phone|look (?:it )?up|maps? app|timers?",
    ),
    caught: ["Make a playlist.", "Take a photo of it.", "Set a timer on your phone.", "Send voice messages."],
  },
  {
    of: "phone",
    language: "es",
    pattern: words(
      "apps?|videollamadas?|mensajes? de (?:voz|texto)|en línea|descarg\\w+|listas? de reproducción|selfis?|hacer una foto|en tu teléfono|buscar en internet|temporizador(?:es)?|whatsapp",
    ),
    caught: ["Una videollamada a mediodía.", "Descargar un juego.", "Hacer una foto del plato."],
  },
  {
    of: "money",
    language: "en",
    pattern: words(
      "buy\\w*|shop\\w*|order in|restaurants?|cinema|spa|pay\\w*|book a|subscri\\w+|tickets? (?:to|for)|gift cards?|euros?|dollars?",
    ),
    caught: ["Buy flowers.", "Book a table at the restaurant.", "Tickets for the cinema."],
  },
  {
    of: "money",
    language: "es",
    pattern: words(
      "compra\\w*|tiendas?|restaurantes?|cine|spa|pagar?|reserva\\w*|suscri\\w+|entradas? (?:para|de)|euros?|dólares",
    ),
    caught: ["Comprar flores.", "Reservar mesa en un restaurante.", "Ir al cine."],
  },
];

/** A sentence that says what was found somewhere. Without a source it is refused. */
export const CLAIMS: readonly Refusal[] = [
  {
    of: "claim",
    language: "en",
    pattern: words(
      "\\d+ (?:people|couples|pairs|students|tests|users)|stud(?:y|ies) (?:show|found|say|asked)\\w*|research\\w*|surveys?|experiments?|trials?|per ?cent|\\d+ ?%|statistic\\w+|experts?|psychologists?|scientists?",
    ),
    caught: ["Studies show that it hurts.", "87 people said so.", "Experts agree.", "It is 40 % of all couples."],
  },
  {
    of: "claim",
    language: "es",
    pattern: words(
      "\\d+ (?:personas|parejas|estudiantes|pruebas|usuarios)|estudios? (?:muestra|demuestra|dice|pregunta|encontr)\\w*|investiga\\w*|encuestas?|experimentos?|por ciento|\\d+ ?%|estadístic\\w+|expert[oa]s|psicólog\\w+|científic\\w+",
    ),
    caught: ["Los estudios demuestran que duele.", "Lo dijeron 87 personas.", "El 40 % de las parejas."],
  },
];

export const refusedIn = (text: string, language: Language, refusals: readonly Refusal[]): readonly string[] =>
  refusals
    .filter((refusal) => refusal.language === language && refusal.pattern.test(text))
    .map((refusal) => `${refusal.of}: ${refusal.pattern.exec(text)?.[0] ?? ""}`);
