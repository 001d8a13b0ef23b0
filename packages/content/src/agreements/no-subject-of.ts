/**
 * Whether a sentence touches what is no subject for an agreement: by words and turns of phrase, in every language at once, since
 * two people may write in two.
 *
 * Method: closed lists of patterns; the nouns of a phone's inside count only with whose they are or to whom they are shown, so that
 * "read my messages only after supper" stands. Limits: it reads no meaning. A wish in other words gets past it, and now and then a
 * harmless sentence does not: then other words help.
 */
import type { NoSubject } from "./agreements.ts";

/** A word ends where no letter and no digit follows: `\b` knows no accents. */
const words = (source: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, "u");

const EN_THING =
  "(?:messages?|texts?|texting|chats?|dms?|e-?mails?|mails?|inbox(?:es)?|whats ?apps?|photos?|pictures|call (?:log|list|history)|history|accounts?|screens?|passwords?)";
const EN_PHONE = "(?:phones?|mobiles?|cell ?phones?|cells?|devices?|tablets?|laptops?|computers?)";
const EN_OTHER =
  "(?:your|his|her|their|each other['s]*|one another['s]*|my (?:partner|husband|wife|boyfriend|girlfriend)'?s)";
const EN_LOOK =
  "(?:read|check|see|view|open|search|inspect|monitor|control|follow|scroll|snoop|peek|look|go|check|spy|watch)(?: (?:at|into|in|inside|through|on|over|up))?";
const EN_SHOW = "(?:show|give|send|forward|hand|let|allow|open|unlock)";
const EN_TO = "(?:you|him|her|them|my (?:partner|husband|wife|boyfriend|girlfriend)|each other|one another)";

const ES_THING =
  "(?:mensajes?|chats?|whats?apps?|wasaps?|correos?|e-?mails?|conversaciones|llamadas|fotos|historial|cuentas?|redes|pantallas?)";
const ES_PHONE =
  "(?:teléfonos?|telefonos?|móvil(?:es)?|movil(?:es)?|celular(?:es)?|celus?|cel|dispositivos?|tabletas?|computadoras?|ordenador(?:es)?)";
const ES_LOOK = "(?:leer|mirar|revisar|ver|controlar|abrir|espiar|vigilar|checar|chequear|registrar)";
const ES_SHOW = "(?:mostrar|enseñar|ensenar|dar|pasar|enviar|mandar|dejar|prestar|abrir|desbloquear)";

/** Whom one may see: somebody named by what they are. At a time ("not text my friends at supper") it is one's own habit. */
const EN_SOMEBODY =
  "(?:my (?:ex|best friend|friends?|family|sisters?|brothers?|mother|mum|mom|father|dad|parents|cousins?|colleagues?|boss)|him|her|them|other (?:men|women|people)|anybody else|anyone else)";
const EN_THEN = ".* (?:during|while|when|after|before|until|at|in|on)";
const EN_NO_PERSON = "(?:you|it|at|in|on|a|an|the|this|that|anybody|anyone) ";
const ES_SOMEBODY =
  "(?:(?:mi|mis|tu|tus) (?:ex|amig[oa]s?|amistades|familia|herman[oa]s?|madre|padre|padres|prim[oa]s?|compañer[oa]s?|jef[ea])|él|ella|ellos|ellas|otr[oa]s (?:hombres|mujeres|personas))";
const ES_THEN = ".* (?:durante|mientras|cuando|después|antes|hasta|en|al|por)";

const PATTERNS: Readonly<Record<NoSubject, readonly RegExp[]>> = {
  passwords: [
    words("pass ?words?|pass ?codes?|pass ?phrases?|contraseñas?|contrasenas?"),
    words(
      "(?:my|your|his|her|the|our|a|each other's) (?:phone |phone's |screen |unlock |lock )?(?:pin|pins|pin code|pin number|unlock code|access code|lock code|logins?)",
    ),
    words(
      "(?:give|tell|say|share|show|send|have|know|hand)(?: \\S+){0,3} codes?|codes? (?:to|of|for) (?:my|your|his|her|the|our) \\S+",
    ),
    words("(?:mi|tu|su|el|la|un|una|mis|tus|sus|los|las|nuestr[oa]s?) (?:claves?|pin|pines|códigos?|codigos?)"),
    words("fingerprints?|face ?id|touch ?id|(?:add|register|scan) (?:my|your|his|her) face"),
    words("(?:mi|tu|su)s? huellas?|huellas? dactilar(?:es)?|reconocimiento facial"),
  ],
  places: [
    words("locations?|whereabouts|gps|geolocation|find my|live position"),
    words(
      "where (?:i|you|he|she|they)(?:'m|'re|'s| am| are| is| was| were| go| goes| went| going| have been| had been|'ve been)",
    ),
    words(
      "where i(?:'m| am) going|places? (?:that )?(?:i|you|he|she|they) (?:go|went|was|were|visit|visited|am|are|have been)",
    ),
    words("ubicaci[oó]n(?:es)?|localizaci[oó]n|geolocalizaci[oó]n|paradero|rastre\\p{L}+"),
    words(
      "a?d[oó]nde (?:yo |tú |vos |est[eé] |me |te )?(?:estoy|estás|estas|está|estaba|estabas|estuve|estuviste|he estado|has estado|ando|andas|andás|voy|vas|fui|fuiste|iba|ibas|esté|estés)",
    ),
  ],
  "looking-into-a-phone": [
    words(`${EN_LOOK}(?: \\S+){0,2} ${EN_OTHER}(?: \\S+)? ${EN_PHONE}`),
    words(`${EN_SHOW} ${EN_TO}(?: \\S+){0,4} my ${EN_PHONE}|(?:unlock|open)(?: up)? my ${EN_PHONE}`),
    words(
      `hand over my ${EN_PHONE}|${EN_PHONE}(?: \\S+){0,4} (?:where|so(?: that)?) ${EN_TO} can (?:see|check|read|look)`,
    ),
    words(
      `${EN_PHONE}(?: \\S+){0,2} unlocked|unlocked ${EN_PHONE}|(?:not|never|no longer) lock (?:my|the) ${EN_PHONE}|let ${EN_TO} unlock|(?:remove|disable|take off|(?:turn|switch) off)(?: \\S+){0,2} (?:screen )?lock`,
    ),
    words(
      `${ES_LOOK}(?:te|le)?(?: \\S+){0,2} (?:tus?|sus?) ${ES_PHONE}|(?:leer|mirar|revisar|ver|controlar|espiar)te (?:el|los|la|las) ${ES_PHONE}`,
    ),
    words(`${ES_SHOW}te(?: \\S+){0,4} (?:mis?|el|los) ${ES_PHONE}|desbloquear mi ${ES_PHONE}`),
    words(
      `(?:dejar|permitir)(?:te)? que (?:revis|mir|control|registr|le|ve|abr)\\p{L}+ (?:mi|el) ${ES_PHONE}|${ES_PHONE}(?: \\S+){0,2} (?:desbloquead|sin bloqueo|sin clave)\\p{L}*|(?:quitar|desactivar|apagar)(?:le)?(?: \\S+){0,2} bloqueo|no bloquear (?:mi|el) ${ES_PHONE}`,
    ),
  ],
  messages: [
    words(`${EN_LOOK}(?: \\S+){0,3} ${EN_OTHER}(?: \\S+){0,2} ${EN_THING}`),
    words(`${EN_SHOW} ${EN_TO}(?: \\S+){0,4} (?:my|our|all|every|the)(?: \\S+)? ${EN_THING}`),
    words(`(?:show|share|open up)(?: \\S+){0,2} my(?: \\S+)? ${EN_THING}`),
    words(
      "(?:tell|say|show)(?: \\S+){0,2} (?:who|whom) (?:i|you) (?:write|text|wrote|texted|talk|talked|chat|message|called|call)\\p{L}*",
    ),
    words(
      `${ES_LOOK}(?:te|le)?(?: \\S+){0,3} (?:tus?|sus?)(?: \\S+)? ${ES_THING}|(?:leer|mirar|revisar|ver|controlar|espiar)te (?:el|los|la|las) ${ES_THING}`,
    ),
    words(
      `${ES_SHOW}te(?: \\S+){0,4} (?:mis?|los|las|nuestr[oa]s)(?: \\S+)? ${ES_THING}|compartir(?:te)?(?: \\S+){0,2} mis? ${ES_THING}`,
    ),
    words(
      "(?:decir|contar|mostrar)te (?:con|a) qui[eé]n (?:\\S+ )?(?:escrib|habl|chate|mensaje|estuv|est|qued|salg|salí|v[eio])\\p{L}*",
    ),
    words(
      `(?:stop|quit|give up|no longer) (?:see|meet|call|text|contact|talk(?:ing)? to|speak(?:ing)? to|writ(?:e|ing) to)(?:ing|ting)? ${EN_SOMEBODY}(?!${EN_THEN})`,
    ),
    words(
      `(?:not|never|no longer) (?:(?:talk|speak|write) (?:to|with)|see|meet|call|text|contact) (?!${EN_NO_PERSON})(?:my )?\\S+ (?:any ?more(?! than)|again|ever)`,
    ),
    words(
      `(?:unfollow|unfriend|block|delete) ${EN_SOMEBODY}|(?:ask|asking|get)(?: you)?(?: for)?(?: your)? permission`,
    ),
    words("(?:tell|say|show)(?: \\S+){0,2} whom? (?:i (?:meet|met|see|saw|am with|was with)|called|wrote|texted)"),
    words(
      `(?:dejar de|no volver a) (?:ver|llamar|hablar|escribir|quedar|salir)(?:les?)? (?:con |a )${ES_SOMEBODY}(?!${ES_THEN})`,
    ),
    words("no (?:ver|llamar|hablar|escribir|quedar|salir)(?:les?)?(?: \\S+){1,4} (?:nunca )?m[aá]s"),
    words(
      `(?:bloquear|borrar|eliminar|dejar de seguir) a ${ES_SOMEBODY}|(?:pedir(?:te|le)?|con tu|sin tu) permiso|no salir sin (?:ti|vos)`,
    ),
  ],
  "what-the-other-does": [
    words(
      "(?:if|unless|provided|as long as|on condition|so long as)(?: that)? (?:you|he|she|they|my (?:partner|husband|wife|boyfriend|girlfriend))(?:'\\p{L}+)?|in (?:return|exchange)|once you (?:show|give|tell|stop|do|have)",
    ),
    words(
      "(?:never|not|no longer|don't|won't) (?:let|allow) you (?:to )?(?:go|see|meet|talk|speak|leave|have|use|write|text|call|work|wear|drive|be|do|spend|come|travel|sleep)|forbid you|stop you|force you|keep you from|make sure (?:that )?you|let you go out",
    ),
    words("you (?:must|should|promised|have to|never|always|owe|ought|need to)"),
    words("a cambio(?: de)?|con la condici[oó]n|a menos que|con tal de que|siempre y cuando|si (?:tú|vos)"),
    words("si (?:no )?(?:me |te |nos |también )?\\p{L}{2,}(?:as|es|ás|ste|stes)"),
    words(
      "(?:prohibir|impedir|obligar)te|(?:nunca|no|jamás) (?:más )?dejar(?:te)? (?:que )?(?:salir|salgas|ver|veas|ir|vayas|hablar|hables|usar|uses|trabajar|trabajes)|(?:tú )?(?:tienes que|tenés que|debes|deberías|prometiste)|(?:siempre|nunca) (?:haces|miras|escuchas)",
    ),
  ],
};

/** The first of the subjects that the words touch, or null. Upper or lower case is alike, but `PIN` says by itself what it is. */
export const noSubjectOf = (text: string): NoSubject | null => {
  const read = text
    .normalize("NFC")
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/\s+/g, " ");
  if (words("PINs?").test(read)) return "passwords";
  const lower = read.toLowerCase();
  for (const subject of NO_SUBJECT_ORDER) if (PATTERNS[subject].some((pattern) => pattern.test(lower))) return subject;
  return null;
};

const NO_SUBJECT_ORDER = ["passwords", "places", "messages", "looking-into-a-phone", "what-the-other-does"] as const;

/** How a sentence begins, where its author writes it out: the field stands behind these words already. */
const BEGINNING = /^(?:i\s+(?:will|shall)|i['’]ll|(?:yo\s+)?voy\s+a)\s+/iu;

/** What follows "I will": without the beginning, however often it was typed. */
export const withoutBeginning = (text: string): string => {
  const rest = text.trim().replace(BEGINNING, "");
  return rest === text.trim() ? rest : withoutBeginning(rest);
};
