/**
 * The one list of sources. `docs/evidence.md` describes each in full and with its limits; a test compares the two.
 *
 * `read` says what was looked at when it was last checked: the abstract or the publisher's page, only accounts of it by
 * others, or nothing. A text may not rest a claim on a source of which nothing was read.
 */
export type SourceRead = "abstract" | "accounts" | "nothing";

export interface Source {
  /** Its number in the list of references of `docs/evidence.md`. */
  readonly reference: number;
  /** As shown beside a sentence, the same in every language. */
  readonly label: string;
  readonly url: string | null;
  readonly read: SourceRead;
}

const source = (reference: number, label: string, url: string | null, read: SourceRead = "abstract"): Source => ({
  reference,
  label,
  url,
  read,
});

const doi = (id: string): string => `https://doi.org/${id}`;

export const SOURCES = {
  "mcdaniel-2019": source(1, "McDaniel & Drouin 2019", doi("10.1016/j.chb.2019.04.027")),
  "thomas-2022": source(2, "Thomas, Carnelley & Hart 2022", null, "accounts"),
  "southampton-2025": source(3, "Hart, Carnelley et al. 2025", null, "accounts"),
  "vanden-abeele-2019": source(4, "Vanden Abeele et al. 2019", doi("10.1016/j.chb.2019.06.004")),
  "co-present-2024": source(5, "Mobile Media & Communication 2024", doi("10.1177/20501579241298271")),
  "schuster-2023": source(6, "Schuster et al. 2023", doi("10.4236/psych.2023.146049")),
  "frackowiak-2023": source(7, "Frackowiak et al. 2023", doi("10.1007/s12144-023-04401-x")),
  "beukeboom-2021": source(8, "Beukeboom & Pollmann 2021", doi("10.1016/j.chb.2021.106932")),
  "doss-2016": source(9, "Doss et al. 2016", doi("10.1037/ccp0000063")),
  "le-2023": source(10, "Le et al. 2023", doi("10.1016/j.invent.2023.100661")),
  "nowlan-2017": source(11, "Nowlan et al. 2017", doi("10.1037/cfp0000080")),
  "gollwitzer-2006": source(12, "Gollwitzer & Sheeran 2006", doi("10.1016/S0065-2601(06)38002-1")),
  "throuvala-2020": source(13, "Throuvala et al. 2020", doi("10.3390/ijerph17134842")),
  "loid-2020": source(14, "Loid et al. 2020", "https://eld.bl.uk/catalog/100094507754_0x000001"),
  "gruening-2023": source(15, "Grüning et al. 2023", doi("10.1073/pnas.2213114120")),
  "park-2017": source(16, "Park et al. 2017", doi("10.1145/2998181.2998189")),
  "przybylski-2013": source(17, "Przybylski & Weinstein 2013", doi("10.1177/0265407512453827")),
  "crowley-2018": source(18, "Crowley et al. 2018", doi("10.1080/10510974.2018.1467941")),
  "linares-2021": source(19, "Linares & Sellier 2021", doi("10.1371/journal.pone.0251451")),
  "driver-2004": source(20, "Driver & Gottman 2004", null, "nothing"),
  "heyman-2001": source(21, "Heyman & Slep 2001", doi("10.1111/j.1741-3737.2001.00473.x")),
  "gottman-1994": source(22, "Gottman 1993, 1994", null, "nothing"),
  "connection-cues-2026": source(23, "Arenz & Schnauber-Stockmann 2026", doi("10.1177/20501579251390035")),
  "respecifying-2023": source(24, "Avgustis 2023", doi("10.1145/3544548.3581052")),
  "finkel-2013": source(25, "Finkel et al. 2013", doi("10.1177/0956797612474938")),
  "hintze-2014": source(26, "Hintze et al. 2014", doi("10.1145/2638728.2641697")),
  "hintze-2017": source(27, "Hintze et al. 2017", doi("10.1145/3090078")),
  "ferreira-2014": source(28, "Ferreira et al. 2014", doi("10.1145/2628363.2628367")),
  "oulasvirta-2012": source(29, "Oulasvirta et al. 2012", doi("10.1007/s00779-011-0412-2")),
  "andrews-2015": source(30, "Andrews et al. 2015", doi("10.1371/journal.pone.0139004")),
} as const satisfies Readonly<Record<string, Source>>;

export type SourceId = keyof typeof SOURCES;

/** The source and its id, in the order of the list of references. */
export const listSources = (ids: readonly SourceId[]): readonly (readonly [SourceId, Source])[] =>
  [...new Set(ids)]
    .map((id): readonly [SourceId, Source] => [id, SOURCES[id]])
    .sort(([, a], [, b]) => a.reference - b.reference);
