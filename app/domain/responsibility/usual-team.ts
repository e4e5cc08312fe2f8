import type { Id } from "../id.ts";
import type { Executor, ItemLocation } from "./terms.ts";

/** A team every organisation begins with. */
export interface UsualTeam {
  code: string;
  name: string;
  kind: "serviceDesk" | "landlord" | "supplier";
  /** What the whole team works on an ordinary working day. */
  dailyMinutes: number;
}

const person = 7.4 * 60;

/** The landlord's teams and the service desk. Their sizes are the project's own judgement. */
export const usualTeams: readonly UsualTeam[] = [
  { code: "SD", name: "Servicedesk", kind: "serviceDesk", dailyMinutes: 4 * person },
  { code: "KEJD-BYG", name: "KEjd håndværkere", kind: "landlord", dailyMinutes: 12 * person },
  { code: "KEJD-INST", name: "KEjd installationer", kind: "landlord", dailyMinutes: 10 * person },
  { code: "KEJD-UDE", name: "KEjd udearealer", kind: "landlord", dailyMinutes: 8 * person },
];

/** Suppliers of the demo alone: nobody else begins with firms that do not exist. */
export const demoSuppliers: readonly UsualTeam[] = [
  { code: "LEV-REN", name: "Rengøringsfirma (fiktivt)", kind: "supplier", dailyMinutes: 20 * person },
  { code: "LEV-VAGT", name: "Vagtfirma (fiktivt)", kind: "supplier", dailyMinutes: 6 * person },
  { code: "LEV-FLYT", name: "Flyttefirma (fiktivt)", kind: "supplier", dailyMinutes: 6 * person },
];

/** An administration's own team takes what the matrix gives the administration. */
export const administrationTeamMinutes = 6 * person;

/** What a team is chosen among by. */
export interface TeamChoice {
  id: Id;
  code: string;
  administrationId: Id | null;
}

interface Work {
  executor: Executor;
  location: ItemLocation;
  elementGroup: string | null;
  administrationId: Id | null;
}

/** Installations are SfB's groups 5 and 6, wherever they hang. */
const isInstallation = ({ location, elementGroup }: Work) =>
  location === "basicInstallation" || (location === "inside" && /^[56]/.test(elementGroup ?? ""));

const codeFor = (work: Work): string => {
  if (work.executor !== "landlord") return "SD";
  if (work.location === "paved" || work.location === "green") return "KEJD-UDE";
  return isInstallation(work) ? "KEJD-INST" : "KEJD-BYG";
};

/**
 * The team that takes the work where the rule names none: the landlord's by place, an administration's own. What
 * another party does (an external landlord, the institution itself) the service desk passes on and follows; null only
 * where such a team does not exist.
 * @example teamFor(teams, { executor: "landlord", location: "basicInstallation", … })?.code // "KEJD-INST"
 */
export function teamFor<Team extends TeamChoice>(teams: readonly Team[], work: Work): Team | null {
  const own =
    work.executor === "administration"
      ? teams.find(
          (team) => team.administrationId !== null && team.administrationId === work.administrationId,
        )
      : undefined;
  return own ?? teams.find((team) => team.code === codeFor(work)) ?? null;
}
