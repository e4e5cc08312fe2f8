import type { BenefitKind } from "#domain/council/benefit.ts";

/* Fælles Borgerservice Valby as it was reported to the city's finance committee. No figure here is made up. Source: Bilag 4,
   "Fælles borgerservice Valby", 14 October 2008, sagsnr. 2008-122557, dokumentnr. 2008-559734. */

export const valbyNumber = "SAM-2008-001";

const source = "Bilag 4 til Økonomiudvalget, 14.10.2008 (dok. 2008-559734)";

export const valbyPurpose =
  "Historisk sag med kommunens egne tal. Borgerservicecenteret, Pensions- og Omsorgskontoret og Socialcenteret i Valby " +
  "flyttede sammen i april 2008. Kravet var 3,3 mio. kr. om året efter tre års drift. Enhederne valgte at købe og sælge " +
  "ydelser hos hinanden (post, skilte, mindre håndværk), men prisen blev aldrig sat. " +
  `Kilde: ${source}.`;

interface ValbyLine {
  administration: string | null;
  label: string;
  kind: BenefitKind;
  isHard: boolean;
  requiredOre: number;
  fromYear: number;
  phaseYears: number;
  securedBy: string;
  source: string;
  answer: {
    year: number;
    realisedOre: number;
    budgetCutOre: number;
    isBudgetReduced: boolean;
    words: string;
  };
}

/** 1.4 m realised of 3.3 m: 0.8 m of it rent at Toftegårds Plads, the rest named only as a sum; 1.9 m outstanding. */
export const valbyLines: readonly ValbyLine[] = [
  {
    ...{ administration: "ØKF", label: "Lavere husleje på Toftegårds Plads", kind: "rent", isHard: true },
    ...{ requiredOre: 800_000_00, fromYear: 2008, phaseYears: 1, securedBy: "Ny huslejeaftale", source },
    answer: {
      ...{ year: 2008, realisedOre: 800_000_00, budgetCutOre: 0, isBudgetReduced: false },
      words: "Huslejenedsættelse i forhold til det oprindelige niveau.",
    },
  },
  {
    ...{ administration: "ØKF", label: "Øvrige kortsigtede besparelser", kind: "other", isHard: true },
    ...{ requiredOre: 600_000_00, fromYear: 2008, phaseYears: 1, securedBy: "", source },
    answer: {
      ...{ year: 2008, realisedOre: 600_000_00, budgetCutOre: 0, isBudgetReduced: false },
      words: "Resten af de 1,4 mio. kr., der var opnået i oktober 2008.",
    },
  },
  {
    ...{ administration: null, label: "Fælles administration (SUF og SOF)", kind: "staff", isHard: true },
    ...{ requiredOre: 1_900_000_00, fromYear: 2009, phaseYears: 3, source },
    securedBy: "Indarbejdet i SUF’s og SOF’s rammebudget (BR 320/07)",
    answer: {
      ...{ year: 2008, realisedOre: 0, budgetCutOre: 1_900_000_00, isBudgetReduced: true },
      words: "Ikke realiseret af enhederne. Dækket ved, at besparelsen er taget af forvaltningernes rammer.",
    },
  },
];
