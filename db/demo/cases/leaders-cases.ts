import { yearOf, type Day } from "#domain/day.ts";
import type { DemoCaseUnit } from "./case-facts.ts";
import type { Author } from "./order-walk.ts";
import type { ToldCase } from "./told-case.ts";

/** What stands open in the leader's main institution, so that every state that matters to her is there to be seen. */
export function leadersOpenCases(
  unit: DemoCaseUnit,
  people: { deputy?: Author; craftsman?: Author },
): ToldCase[] {
  return [
    {
      ...{ unit, on: -1, at: "15:12", followers: ["deputy"] },
      text: "Toilettet ved garderoben er stoppet, og vandet stiger, når man skyller. Vi har sat en seddel på døren.",
      needs: [{ itemCode: "toilet", cause: "wear", description: "Toilettet ved garderoben er stoppet." }],
      steps: [[]],
    },
    {
      ...{ unit, on: -6, at: "09:05" },
      text: "Vinduet i det store grupperum kan ikke lukkes helt, og det trækker på de små. Vi har bundet det fast med snor.",
      needs: [{ itemCode: "window", cause: "wear", description: "Vinduet kan ikke lukkes helt." }],
      steps: [
        [
          { step: "assess", on: -5, at: "10:20", by: "dispatcher" },
          { step: "plan", on: -4, at: "08:40", by: "dispatcher", plannedFor: 2 },
        ],
      ],
    },
    {
      ...{ unit, on: -9, at: "07:50", followers: ["deputy", "administration"] },
      ...(people.craftsman ? { worker: people.craftsman } : {}),
      text: "Radiatoren i fællesrummet er kold, selv om termostaten står på fem. Personalet går med jakke på.",
      needs: [{ itemCode: "heating", cause: "wear", description: "Radiatoren i fællesrummet er kold." }],
      steps: [
        [
          { step: "plan", on: -9, at: "10:15", by: "dispatcher", plannedFor: -8 },
          { step: "start", on: -8, at: "09:30", by: "worker" },
          {
            ...{ step: "waitForPart", on: -8, at: "10:05", by: "worker" },
            reason: "Ventilen er slidt op. En ny er bestilt og ventes om en uge.",
          },
        ],
      ],
    },
  ];
}

/** What she is asked, and what is done and waits for her word. */
export function leadersTurn(unit: DemoCaseUnit, people: { craftsman?: Author }): ToldCase[] {
  return [
    {
      ...{ unit, on: -3, at: "12:35" },
      text: "Kæden på gyngen er slidt næsten igennem. Vi har sat minestrimmel om, og børnene må ikke bruge den.",
      needs: [{ itemCode: "playground", cause: "wear", description: "Kæden på gyngen er slidt." }],
      steps: [
        [
          {
            ...{ step: "askCustomer", on: -2, at: "09:10", by: "dispatcher" },
            reason:
              "Er det den store eller den lille gynge? Send gerne et foto, så har vi den rigtige kæde med.",
          },
        ],
      ],
    },
    {
      ...{ unit, on: -10, at: "13:20" },
      ...(people.craftsman ? { worker: people.craftsman } : {}),
      text: "Lyset i personalerummet blinker, og flere får hovedpine af det.",
      needs: [{ itemCode: "lighting", cause: "wear", description: "Lyset i personalerummet blinker." }],
      steps: [
        [
          { step: "plan", on: -9, at: "09:00", by: "dispatcher", plannedFor: -2 },
          { step: "start", on: -2, at: "12:40", by: "worker" },
          { step: "finish", on: -2, at: "13:20", by: "worker" },
        ],
      ],
    },
  ];
}

/** What she has ordered: one basket for an open house, and what waits for somebody's yes. */
export function leadersOrders(unit: DemoCaseUnit, people: { deputy?: Author }): ToldCase[] {
  return [
    {
      ...{ unit, on: -4, at: "10:45", followers: ["deputy"] },
      text: "Vi holder åbent hus:\n– Ekstra rengøring dagen efter.\n– Vinduespolering før åbent hus.\n– Fem adgangskort til vikarer.",
      needs: [
        { serviceCode: "1300.02", quantity: 4 },
        { serviceCode: "1300.03", quantity: 120 },
        { serviceCode: "2100.02", quantity: 5 },
      ],
      steps: [
        [{ step: "plan", on: -3, at: "09:30", by: "dispatcher", plannedFor: 6 }],
        [{ step: "plan", on: -3, at: "09:32", by: "dispatcher", plannedFor: 4 }],
        [
          { step: "start", on: -2, at: "10:00", by: "worker" },
          { step: "finish", on: -2, at: "10:40", by: "worker" },
          { step: "confirm", on: -1, at: "08:15", by: "asker" },
          { step: "close", on: -1, at: "08:16", by: "portal" },
        ],
      ],
    },
    {
      ...{ unit, on: -2, at: "14:30", ...(people.deputy ? { askedBy: people.deputy } : {}) },
      text: "Hovedrengøring af hele huset før vi åbner efter ferien.",
      needs: [{ serviceCode: "1300.02", quantity: 16 }],
      steps: [[]],
    },
    {
      ...{ unit, on: -2, at: "11:10" },
      text: "Borde og stole til en ny gruppe: to borde og otte stole i børnehøjde.",
      needs: [{ serviceCode: "1400.01", quantity: 10 }],
      steps: [[]],
    },
  ];
}

/** What was put into the plan, in both her institutions. */
export function leadersPlans(unit: DemoCaseUnit, second: DemoCaseUnit, loadDay: Day): ToldCase[] {
  const year = yearOf(loadDay);
  return [
    {
      ...{ unit, on: -58, at: "08:20", followers: ["deputy"] },
      text: "Det drypper fra loftet i sovesalen, når det regner. Vi har sat spande under.",
      needs: [{ itemCode: "roof", cause: "wear", description: "Det drypper fra loftet i sovesalen." }],
      steps: [
        [
          { step: "assess", on: -58, at: "09:40", by: "dispatcher" },
          {
            ...{ step: "planInBacklog", on: -55, at: "13:00", by: "dispatcher", payload: { year: year + 1 } },
            reason:
              "Vi har lagt en presenning over. Hele tagfladen lægges om næste år, kendt fra bygningssynet.",
          },
        ],
      ],
    },
    {
      ...{ unit: second, on: -34, at: "10:00" },
      text: "Soklen ved hovedindgangen smuldrer, og der ligger grus på trappen hver morgen.",
      needs: [{ itemCode: "facade", cause: "wear", description: "Soklen ved hovedindgangen smuldrer." }],
      steps: [
        [
          {
            ...{ step: "planInBacklog", on: -31, at: "10:30", by: "dispatcher", payload: { year: year + 2 } },
            reason: "Det er uden fare. Soklen kommer med, når facaden renoveres.",
          },
        ],
      ],
    },
  ];
}

/** What is over, in both her institutions. */
export function leadersPast(unit: DemoCaseUnit, second: DemoCaseUnit): ToldCase[] {
  return [
    {
      ...{ unit, on: -22, at: "06:55", rating: 5 },
      text: "Der har været indbrud i nat. Låsen til skuret er brudt op. Vi har meldt det til politiet.",
      needs: [{ itemCode: "lock", cause: "burglary", description: "Låsen til skuret er brudt op." }],
      steps: [
        [
          { step: "start", on: -22, at: "09:10", by: "worker" },
          { step: "finish", on: -22, at: "10:25", by: "worker" },
          { step: "confirm", on: -21, at: "08:05", by: "asker" },
          { step: "close", on: -21, at: "08:06", by: "portal" },
        ],
      ],
    },
    {
      ...{ unit: second, on: -46, at: "11:15", rating: 3 },
      text: "Lågen ud til vejen kan ikke lukke. Vi står vagt ved lågen, når børnene er ude.",
      needs: [{ itemCode: "fence", cause: "wear", description: "Lågen ud til vejen kan ikke lukke." }],
      steps: [
        [
          { step: "plan", on: -45, at: "09:00", by: "dispatcher", plannedFor: -40 },
          { step: "start", on: -40, at: "10:00", by: "worker" },
          { step: "finish", on: -40, at: "11:10", by: "worker" },
          {
            step: "reopen",
            on: -38,
            at: "07:40",
            by: "asker",
            reason: "Det virkede en dag, og så hang den igen.",
          },
          { step: "start", on: -37, at: "08:40", by: "worker" },
          { step: "finish", on: -37, at: "10:30", by: "worker" },
          { step: "confirm", on: -36, at: "08:00", by: "asker" },
          { step: "close", on: -36, at: "08:01", by: "portal" },
        ],
      ],
    },
    {
      ...{ unit, on: -28, at: "13:45" },
      text: "Vi vil gerne have et halvtag over barnevognene.",
      needs: [{ itemCode: "other", cause: "wear", description: "Halvtag over barnevognene." }],
      steps: [
        [
          {
            ...{
              step: "decline",
              on: -27,
              at: "10:15",
              by: "dispatcher",
              payload: { nextOwner: "Børne- og Ungdomsforvaltningen" },
            },
            reason:
              "Det er et ønske om noget nyt og ikke en fejl. Din forvaltning afgør, om der er penge til det.",
          },
        ],
      ],
    },
  ];
}
