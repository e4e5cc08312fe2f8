import type { UseGroup } from "#domain/portfolio-row.ts";
import { genitiveOf } from "./names.ts";

export type AdministrationCode = "BIF" | "BUF" | "KFF" | "SOF" | "SUF" | "TMF" | "ØKF";

/** The seven administrations as they were called in 2013. */
export const administrations: readonly (readonly [AdministrationCode, string])[] = [
  ["BIF", "Beskæftigelses- og Integrationsforvaltningen"],
  ["BUF", "Børne- og Ungdomsforvaltningen"],
  ["KFF", "Kultur- og Fritidsforvaltningen"],
  ["SOF", "Socialforvaltningen"],
  ["SUF", "Sundheds- og Omsorgsforvaltningen"],
  ["TMF", "Teknik- og Miljøforvaltningen"],
  ["ØKF", "Økonomiforvaltningen"],
];

/** A kind of unit: whose it is, how many the demo has, what it is called and what buildings it uses. */
export interface UnitKind {
  kind: string;
  administration: AdministrationCode;
  count: number;
  names: readonly ((place: string) => string)[];
  groups: readonly UseGroup[];
  /** What it does in a space, as the occupation says it. */
  purpose: string;
  /** The first so many keep their address to themselves. */
  protectedCount?: number;
  /** How likely it sits in premises rented from others, or held outside KEjd. */
  rented: number;
}

const before = (word: string) => (place: string) => `${word} ${place}`;
const owned = (word: string) => (place: string) => `${genitiveOf(place)} ${word}`;
const after = (word: string) => (place: string) => `${place} ${word}`;

export const unitKinds: readonly UnitKind[] = [
  {
    kind: "daycare",
    administration: "BUF",
    count: 252,
    names: [
      before("Børnehuset"),
      before("Vuggestuen"),
      before("Børnehaven"),
      before("Den integrerede institution"),
    ],
    groups: ["daycare"],
    purpose: "Dagtilbud",
    rented: 6,
  },
  {
    kind: "school",
    administration: "BUF",
    count: 80,
    names: [owned("Skole"), before("Skolen ved")],
    groups: ["school"],
    purpose: "Undervisning",
    rented: 1,
  },
  {
    kind: "youthClub",
    administration: "BUF",
    count: 30,
    names: [before("Fritidscenter"), before("Ungdomsklubben")],
    groups: ["daycare", "sportCulture"],
    purpose: "Fritidstilbud",
    rented: 3,
  },
  {
    kind: "office",
    administration: "BUF",
    count: 6,
    names: [after("Børne- og Ungerådgivning")],
    groups: ["administration"],
    purpose: "Administration",
    rented: 3,
  },
  {
    kind: "library",
    administration: "KFF",
    count: 20,
    names: [after("Bibliotek")],
    groups: ["sportCulture"],
    purpose: "Bibliotek",
    rented: 2,
  },
  {
    kind: "sportsCentre",
    administration: "KFF",
    count: 34,
    names: [owned("Idrætsanlæg"), after("Hallen"), after("Idrætspark")],
    groups: ["sportCulture"],
    purpose: "Idræt",
    rented: 0,
  },
  {
    kind: "cultureCentre",
    administration: "KFF",
    count: 24,
    names: [before("Kulturhuset"), before("Medborgerhuset")],
    groups: ["sportCulture"],
    purpose: "Kultur",
    rented: 2,
  },
  {
    kind: "citizenService",
    administration: "KFF",
    count: 4,
    names: [after("Borgerservice")],
    groups: ["administration"],
    purpose: "Borgerservice",
    rented: 2,
  },
  {
    kind: "crisisCentre",
    administration: "SOF",
    count: 10,
    names: [before("Krisecenter")],
    groups: ["socialHealth", "housingCommercial"],
    purpose: "Botilbud",
    protectedCount: 10,
    rented: 2,
  },
  {
    kind: "shelter",
    administration: "SOF",
    count: 14,
    names: [before("Herberget"), before("Natcaféen")],
    groups: ["socialHealth"],
    purpose: "Herberg",
    protectedCount: 2,
    rented: 2,
  },
  {
    kind: "residentialCare",
    administration: "SOF",
    count: 28,
    names: [before("Bostedet"), before("Botilbuddet")],
    groups: ["socialHealth", "housingCommercial"],
    purpose: "Botilbud",
    rented: 4,
  },
  {
    kind: "office",
    administration: "SOF",
    count: 8,
    names: [after("Socialcenter")],
    groups: ["administration"],
    purpose: "Administration",
    rented: 5,
  },
  {
    kind: "careHome",
    administration: "SUF",
    count: 34,
    names: [before("Plejehjemmet"), before("Plejecentret")],
    groups: ["socialHealth"],
    purpose: "Pleje",
    rented: 2,
  },
  {
    kind: "healthCentre",
    administration: "SUF",
    count: 12,
    names: [before("Sundhedshuset"), before("Forebyggelsescenter")],
    groups: ["socialHealth"],
    purpose: "Sundhed",
    rented: 3,
  },
  {
    kind: "homeCare",
    administration: "SUF",
    count: 10,
    names: [before("Hjemmeplejen")],
    groups: ["administration", "socialHealth"],
    purpose: "Hjemmepleje",
    rented: 4,
  },
  {
    kind: "jobCentre",
    administration: "BIF",
    count: 12,
    names: [before("Jobcenter"), before("Beskæftigelsescenter")],
    groups: ["administration"],
    purpose: "Beskæftigelse",
    rented: 9,
  },
  {
    kind: "office",
    administration: "BIF",
    count: 3,
    names: [after("Ydelsesservice")],
    groups: ["administration"],
    purpose: "Administration",
    rented: 4,
  },
  {
    kind: "depot",
    administration: "TMF",
    count: 14,
    names: [before("Materielgården"), before("Driftspladsen")],
    groups: ["other"],
    purpose: "Drift",
    rented: 2,
  },
  {
    kind: "office",
    administration: "TMF",
    count: 4,
    names: [after("Byfornyelseskontor"), after("Miljøkontor")],
    groups: ["administration"],
    purpose: "Administration",
    rented: 2,
  },
  {
    kind: "office",
    administration: "ØKF",
    count: 5,
    names: [after("Servicekontor")],
    groups: ["administration", "other", "housingCommercial"],
    purpose: "Administration",
    rented: 2,
  },
];
