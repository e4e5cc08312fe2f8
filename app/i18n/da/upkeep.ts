/** What a building and its leases are to get and have got in upkeep. */
export const upkeep = {
  received: {
    title: "Modtaget vedligehold, år for år",
    year: "År",
    exterior: "Udvendigt",
    interior: "Indvendigt",
    sum: "I alt",
    byLease: "Modtaget pr. lejemål",
    lease: "Lejemål",
    unit: "Enhed",
    fiveYears: "Seneste 5 år",
    tenYears: "Seneste 10 år",
    all: "I alt",
    shared:
      "Fælles arbejder er delt efter de m², der var lejet ud den dag, de blev bogført. Delene giver tilsammen hele beløbet.",
    others: "Andre lejemål i bygningen",
    unlet: "Ikke udlejet",
    csv: "Hent CSV",
    fileName: "vedligehold",
  },
  planned: {
    title: "Planlagt for bygningen",
    none: "Intet arbejde er sat på et år endnu.",
    ordered: "bestilt",
    all: "Alle arbejder på bygningen",
  },
};
