import type { DemoCaseUnit } from "./case-facts.ts";
import type { Author } from "./order-walk.ts";
import type { ToldCase, ToldStep } from "./told-case.ts";

const planned = (on: number, at: string, plannedFor: number): ToldStep => ({
  ...{ step: "plan", on, at, by: "dispatcher", plannedFor },
});

/** What the demo's craftsman has before him on the load day: a round with a little of everything. */
export function craftsmansDay(units: readonly DemoCaseUnit[], worker: Author): ToldCase[] {
  const [a, b, c, d, e] = units;
  return a && b && c && d && e ? [...newToday(a, b, c, worker), ...goesOn(d, e, worker)] : [];
}

function newToday(a: DemoCaseUnit, b: DemoCaseUnit, c: DemoCaseUnit, worker: Author): ToldCase[] {
  return [
    {
      ...{ unit: a, on: -1, at: "10:20", worker },
      text: "Radiatoren i salen er kold, selv om termostaten står på fem. Vi har luftet ud, men det hjalp ikke.",
      needs: [{ itemCode: "heating", description: "Radiatoren i salen er kold." }],
      steps: [[planned(-1, "11:05", 0)]],
    },
    {
      ...{ unit: b, on: -3, at: "08:45", worker },
      text: "Gulvafløbet i baderummet lugter af kloak. Lugten er værst om morgenen.",
      needs: [{ itemCode: "drain", description: "Gulvafløbet lugter af kloak." }],
      steps: [[planned(-3, "13:10", 0)]],
    },
    {
      ...{ unit: c, on: -1, at: "13:50", worker },
      text: "Der er ingen strøm i køkkenet siden i morges. Sikringen går, hver gang vi tænder for ovnen.",
      needs: [{ itemCode: "electricity", description: "Ingen strøm i køkkenet." }],
      steps: [[planned(-1, "14:20", 0)]],
    },
  ];
}

function goesOn(d: DemoCaseUnit, e: DemoCaseUnit, worker: Author): ToldCase[] {
  return [
    {
      ...{ unit: d, on: -6, at: "09:30", worker },
      text: "Ventilationen larmer, så man ikke kan høre, hvad der bliver sagt.",
      needs: [{ itemCode: "ventilation", description: "Ventilationen larmer." }],
      steps: [
        [
          planned(-6, "13:00", -1),
          { step: "start", on: -1, at: "14:30", by: "worker" },
          { step: "pause", on: -1, at: "15:20", by: "worker" },
          planned(-1, "15:25", 0),
        ],
      ],
    },
    {
      ...{ unit: e, on: -2, at: "12:15", worker },
      text: "Der er ikke noget varmt vand. Det er kommet lidt efter lidt.",
      needs: [{ itemCode: "water", description: "Der er ikke noget varmt vand." }],
      steps: [
        [
          {
            step: "askCustomer",
            on: -2,
            at: "13:00",
            by: "dispatcher",
            reason: "Hvornår må vi komme ind i teknikrummet?",
          },
          {
            step: "customerAnswered",
            on: -1,
            at: "09:05",
            by: "asker",
            reason: "Fra klokken 10. Nøglen ligger på kontoret.",
          },
          planned(-1, "09:20", 0),
        ],
      ],
    },
  ];
}

/** What waits for a yes from the administration, and from the landlord. */
export function approvalsToGive(units: readonly DemoCaseUnit[]): ToldCase[] {
  const [a, b, c, d] = units;
  if (!a || !b || !c || !d) return [];
  const asked = (on: number, at: string, amountOre: number): ToldStep => ({
    ...{ step: "askApproval", on, at, by: "dispatcher", payload: { approver: "landlord", amountOre } },
  });
  return [
    {
      ...{ unit: a, on: -1, at: "11:40" },
      text: "Nye borde og stole til to lokaler. De gamle er gået i stykker.",
      needs: [{ serviceCode: "1400.01", quantity: 14 }],
      steps: [[]],
    },
    {
      ...{ unit: b, on: -3, at: "09:15" },
      text: "Vi flytter sammen med naboenheden og skal have flyttet inventar.",
      needs: [{ serviceCode: "2400.01", quantity: 36 }],
      steps: [[]],
    },
    {
      ...{ unit: c, on: -4, at: "08:10", followers: ["manager"] },
      text: "Der er faldet tagsten ned efter blæsten, og det drypper fra loftet. Vi har sat bomme op.",
      needs: [{ itemCode: "roof", cause: "storm", description: "Tagsten er faldet ned." }],
      steps: [[{ step: "assess", on: -4, at: "09:30", by: "dispatcher" }, asked(-2, "10:00", 84_000_00)]],
    },
    {
      ...{ unit: d, on: -7, at: "13:00", followers: ["manager"] },
      text: "Fugerne er faldet ud mellem murstenene på gavlen, og det bliver fugtigt indenfor.",
      needs: [{ itemCode: "facade", cause: "wear", description: "Fugerne er faldet ud på gavlen." }],
      steps: [[{ step: "assess", on: -6, at: "11:00", by: "dispatcher" }, asked(-3, "14:10", 142_500_00)]],
    },
  ];
}
