/**
 * The list of references as it is printed: who wrote what, and where it appeared. `docs/evidence.md` gives the same, and a
 * test compares the two.
 *
 * Limits: compared with publishers' pages, catalogues and the citations of others, in stored copies. What could not be
 * compared is named in `open` and said beside the reference; nothing is filled in from memory.
 */
import type { SourceId } from "./sources.ts";

/** What of a reference could not be compared with anything. */
export const OPEN = ["authors-and-title", "order-and-title", "authors", "numbers", "all"] as const;
export type Open = (typeof OPEN)[number];

export interface Reference {
  /** `null` where they could not be looked up. */
  readonly authors: string | null;
  readonly title: string | null;
  readonly published: string;
  readonly open: Open | null;
}

const reference = (
  authors: string | null,
  title: string | null,
  published: string,
  open: Open | null = null,
): Reference => ({ authors, title, published, open });

export const REFERENCES: Readonly<Record<SourceId, Reference>> = {
  "mcdaniel-2019": reference(
    "McDaniel, B. T., & Drouin, M.",
    "Daily technology interruptions and emotional and relational well-being",
    "Computers in Human Behavior, 99, 1–8",
  ),
  "thomas-2022": reference(
    "Thomas, T. T., Carnelley, K. B., & Hart, C. M.",
    "Phubbing in romantic relationships and retaliation: A daily diary study",
    "Computers in Human Behavior, 137",
    "numbers",
  ),
  "southampton-2025": reference(
    "Hart, C. M., Carnelley, K. B., and others",
    null,
    "Journal of Personality",
    "order-and-title",
  ),
  "vanden-abeele-2019": reference(
    "Vanden Abeele, M. M. P., Hendrickson, A. T., Pollmann, M. M. H., & Ling, R.",
    "Phubbing behavior in conversations and its relation to perceived conversation intimacy and distraction: An exploratory observation study",
    "Computers in Human Behavior, 100, 35–47",
  ),
  "co-present-2024": reference(null, null, "Mobile Media & Communication", "authors-and-title"),
  "schuster-2023": reference(
    "Schuster, K., Lindermayer, T., van Putten, L., Clark, J., & Diefenbach, S.",
    "Does it all harm the same? An empirical exploration of opportunities to reduce the negative psychological effects of phubbing",
    "Psychology, 14, 910–931",
  ),
  "frackowiak-2023": reference(
    "Frackowiak, M., Hilpert, P., & Russell, P. S.",
    null,
    "Current Psychology",
    "order-and-title",
  ),
  "beukeboom-2021": reference(
    "Beukeboom, C. J., & Pollmann, M.",
    "Partner phubbing: Why using your phone during interactions with your partner can be detrimental for your relationship",
    "Computers in Human Behavior, 124, 106932",
  ),
  "doss-2016": reference(
    "Doss, B. D., Cicila, L. N., Georgia, E. J., Roddy, M. K., Nowlan, K. M., Benson, L. A., & Christensen, A.",
    "A randomized controlled trial of the web-based OurRelationship program: Effects on relationship and individual functioning",
    "Journal of Consulting and Clinical Psychology, 84(4), 285–296",
  ),
  "le-2023": reference(
    "Le, Y., Roddy, M. K., Rothman, K., Salivar, E. G., Guttman, S., & Doss, B. D.",
    "A randomized controlled trial of the online OurRelationship program with varying levels of coach support",
    "Internet Interventions, 34, 100661",
  ),
  "nowlan-2017": reference(
    "Nowlan, K. M., Roddy, M. K., & Doss, B. D.",
    "The online OurRelationship program for relationally distressed individuals: A pilot randomized controlled trial",
    "Couple and Family Psychology: Research and Practice, 6(3), 189–204",
  ),
  "gollwitzer-2006": reference(
    "Gollwitzer, P. M., & Sheeran, P.",
    "Implementation intentions and goal achievement: A meta-analysis of effects and processes",
    "Advances in Experimental Social Psychology, 38, 69–119",
  ),
  "throuvala-2020": reference(
    "Throuvala, M. A., Griffiths, M. D., Rennoldson, M., & Kuss, D. J.",
    "Mind over matter: Testing the efficacy of an online randomized controlled trial to reduce distraction from smartphone use",
    "International Journal of Environmental Research and Public Health, 17(13), 4842",
  ),
  "loid-2020": reference(
    "Loid, K., Täht, K., & Rozgonjuk, D.",
    "Do pop-up notifications regarding smartphone use decrease screen time, phone checking behavior, and self-reported problematic smartphone use? Evidence from a two-month experimental study",
    "Computers in Human Behavior",
    "numbers",
  ),
  "gruening-2023": reference(
    "Grüning, D. J., Riedel, F., & Lorenz-Spreen, P.",
    "Directing smartphone use through the self-nudge app one sec",
    "Proceedings of the National Academy of Sciences, 120(8), e2213114120",
  ),
  "park-2017": reference(
    "Park, C., Lim, J., Kim, J., Lee, S.-J., & Lee, D.",
    "\"Don't bother me. I'm socializing!\": A breakpoint-based smartphone notification system",
    "CSCW '17",
  ),
  "przybylski-2013": reference(
    "Przybylski, A. K., & Weinstein, N.",
    "Can you connect with me now? How the presence of mobile communication technology influences face-to-face conversation quality",
    "Journal of Social and Personal Relationships, 30(3), 237–246",
  ),
  "crowley-2018": reference(
    "Crowley, J. P., Allred, R. J., Follon, J., & Volkmer, C.",
    "Replication of the mere presence hypothesis: The effects of cell phones on face-to-face conversations",
    "Communication Studies, 69(3), 283–293",
  ),
  "linares-2021": reference(
    "Linares, C., & Sellier, A.-L.",
    "How bad is the mere presence of a phone? A replication of Przybylski and Weinstein (2013) and an extension to creativity",
    "PLoS ONE, 16(6), e0251451",
  ),
  "driver-2004": reference(
    "Driver, J. L., & Gottman, J. M.",
    "Daily marital interactions and positive affect during marital conflict among newlywed couples",
    "Family Process, 43(3), 301–314",
    "numbers",
  ),
  "heyman-2001": reference(
    "Heyman, R. E., & Slep, A. M. S.",
    "The hazards of predicting divorce without crossvalidation",
    "Journal of Marriage and Family, 63(2), 473–479",
  ),
  "gottman-1994": reference(
    "Gottman, J. M.",
    null,
    "On the balance of positive and negative interaction in marriage",
    "all",
  ),
  "connection-cues-2026": reference(
    "Arenz, A., & Schnauber-Stockmann, A.",
    "The role of connection cues for co-present smartphone use in everyday life: Insights from an experience sampling study",
    "Mobile Media & Communication, 14(2), 453–473",
    "authors",
  ),
  "respecifying-2023": reference(
    "Avgustis, I.",
    "Respecifying phubbing: Video-based analysis of smartphone use in co-present interactions",
    "CHI '23",
  ),
  "finkel-2013": reference(
    "Finkel, E. J., Slotter, E. B., Luchies, L. B., Walton, G. M., & Gross, J. J.",
    "A brief intervention to promote conflict reappraisal preserves marital quality over time",
    "Psychological Science, no. 8, 1595–1601",
  ),
  "hintze-2014": reference(
    "Hintze, D., Findling, R. D., Muaaz, M., Scholz, S., & Mayrhofer, R.",
    "Diversity in locked and unlocked mobile device usage",
    "UbiComp '14 Adjunct, 379–384",
  ),
  "hintze-2017": reference(
    "Hintze, D., Hintze, P., Findling, R. D., & Mayrhofer, R.",
    "A large-scale, long-term analysis of mobile device usage characteristics",
    "Proceedings of the ACM on Interactive, Mobile, Wearable and Ubiquitous Technologies, 1(2), 13",
  ),
  "ferreira-2014": reference(
    "Ferreira, D., Goncalves, J., Kostakos, V., Barkhuus, L., & Dey, A. K.",
    "Contextual experience sampling of mobile application micro-usage",
    "MobileHCI '14, 91–100",
  ),
  "oulasvirta-2012": reference(
    "Oulasvirta, A., Rattenbury, T., Ma, L., & Raita, E.",
    "Habits make smartphone use more pervasive",
    "Personal and Ubiquitous Computing, 16(1), 105–114",
  ),
  "andrews-2015": reference(
    "Andrews, S., Ellis, D. A., Shaw, H., & Piwek, L.",
    "Beyond self-report: Tools to compare estimated and real-world smartphone use",
    "PLoS ONE, 10(10), e0139004",
  ),
};
