/** What was planned against what was agreed and paid. */
export const worksFollowUp = {
  back: "Alle arbejder",
  title: "Planlagt og betalt",
  note: "Arbejder med et år, bestilte og udførte. Planlagt er det bevilgede; hvor intet er bevilget endnu, det arbejdets linjer koster i dag.",
  caption: "Planlagt, aftalt og betalt år for år",
  year: "År",
  noYear: "Uden år",
  works: "Arbejder",
  done: "Udført",
  planned: "Planlagt",
  contract: "Kontrakter",
  known: (count: string) => `${count} kendt`,
  actual: "Betalt",
  overrun: "Mere end planlagt (udførte)",
  none: "Ingen arbejder har et år endnu.",
  sum: "I alt",
};
