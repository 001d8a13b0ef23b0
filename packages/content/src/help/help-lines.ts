/**
 * Help lines by country. A number that is wrong may cost somebody their only call, so none is shown unless a page that
 * carries a date names it, and none for longer than that date supports.
 *
 * Method: each was looked up in stored copies of public pages; nobody called. `dated` is the day the page itself gives,
 * `checked` the day it was read. Chile shows why: its line answered round the clock in pages of 2020, and on weekdays only
 * in one of 2024.
 * Limits: lines for women where a country has none for everybody; hours and names change. Where nothing is shown, the
 * help page says how to find help locally.
 */
import { addDays, type CivilDate } from "@undivided/domain";
import { day } from "./written-day.ts";

export const LINE_FOR = ["everybody", "women"] as const;
export type LineFor = (typeof LINE_FOR)[number];

export interface HelpLine {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** In the country's own words. */
  readonly name: string;
  readonly phone: string;
  /** Other ways that the page names; null if none. */
  readonly message: string | null;
  /** False also where the page says nothing of it. */
  readonly roundTheClock: boolean;
  readonly free: boolean;
  readonly for: LineFor;
  readonly page: string;
  readonly dated: CivilDate;
  readonly checked: CivilDate;
}

/** Three years after its page was dated, a number is no longer shown; it has to be found again first. */
export const TRUSTED_DAYS = 3 * 365;

const checked = day("2026-11-25");

const HELP_LINES: readonly HelpLine[] = [
  {
    country: "ES",
    name: "016",
    phone: "016",
    message: "WhatsApp 600 000 016",
    roundTheClock: true,
    free: true,
    for: "women",
    page: "https://www.europapress.es/epsocial/igualdad/noticia-suben-levemente-consultas-016-primer-semestre-2025-59317-casi-330-diarias-20250807133253.html",
    dated: day("2025-08-07"),
    checked,
  },
  {
    country: "MX",
    name: "Línea de las Mujeres",
    phone: "079, opción 1",
    message: null,
    roundTheClock: true,
    free: true,
    for: "women",
    page: "https://www.jornada.com.mx/2025/11/05/sociedad/039n2soc",
    dated: day("2025-11-05"),
    checked,
  },
  {
    country: "AR",
    name: "Línea 144",
    phone: "144",
    message: null,
    roundTheClock: false,
    free: true,
    for: "everybody",
    page: "https://puntodevistaweb.com/2025/09/19/una-de-las-principales-acciones-contra-la-violencia-de-genero-cumple-12-anos",
    dated: day("2025-09-19"),
    checked,
  },
  {
    country: "CL",
    name: "SernamEG te orienta",
    phone: "1455",
    message: "WhatsApp +56 9 9700 7000",
    roundTheClock: false,
    free: true,
    for: "women",
    page: "https://regionesnoticias.cl/antofagasta/2024/03/13/sernameg-refuerza-informacion-sobre-los-canales-de-orientacion-y-denuncia-en-casos-de-violencia-de-genero/36320/amp",
    dated: day("2024-03-13"),
    checked,
  },
  {
    country: "US",
    name: "National Domestic Violence Hotline",
    phone: "1-800-799-7233",
    message: "START → 88788",
    roundTheClock: true,
    free: true,
    for: "everybody",
    page: "https://vdh.virginia.gov/richmond-city/2024/10/15/healing-holding-and-centering-survivors-during-domestic-violence-awareness-month",
    dated: day("2024-10-15"),
    checked,
  },
  // Found, and not shown: the newest dated page that names it is too old.
  {
    country: "GB",
    name: "National Domestic Abuse Helpline",
    phone: "0808 2000 247",
    message: null,
    roundTheClock: true,
    free: true,
    for: "women",
    page: "https://telegraph.co.uk/christmas/2020/12/28/support-just-call-away-inside-refuges-national-domestic-abuse",
    dated: day("2020-12-28"),
    checked,
  },
  {
    country: "IE",
    name: "Women's Aid National Freephone Helpline",
    phone: "1800 341 900",
    message: null,
    roundTheClock: true,
    free: true,
    for: "women",
    page: "https://www.womensaid.ie/about/newsevents/news/2016/09/05/media-release-41-calls-a-day-to-womens-aid-in-2016/",
    dated: day("2016-09-05"),
    checked,
  },
];

/** Whether a line may be shown on `today`: dated, checked after its date, and neither of them too old. */
export const isTrusted = (line: Pick<HelpLine, "dated" | "checked">, today: CivilDate): boolean =>
  line.dated <= line.checked &&
  line.dated > addDays(today, -TRUSTED_DAYS) &&
  line.checked > addDays(today, -TRUSTED_DAYS);

/** The lines of one country that may be shown; empty where none was found or all are too old. */
export const helpLinesFor = (country: string, today: CivilDate): readonly HelpLine[] =>
  HELP_LINES.filter((line) => line.country === country.toUpperCase() && isTrusted(line, today));

/** The countries for which something may be shown, for a list to choose from. */
export const countriesWithHelp = (today: CivilDate): readonly string[] =>
  [...new Set(HELP_LINES.filter((line) => isTrusted(line, today)).map(({ country }) => country))].sort();
