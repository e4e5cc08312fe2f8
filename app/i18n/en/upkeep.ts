import type { upkeep as da } from "../da/upkeep.ts";

export const upkeep = {
  received: {
    title: "Maintenance received, year by year",
    year: "Year",
    exterior: "Exterior",
    interior: "Interior",
    sum: "Total",
    byLease: "Received by lease",
    lease: "Lease",
    unit: "Unit",
    fiveYears: "Last 5 years",
    tenYears: "Last 10 years",
    all: "Total",
    shared:
      "Shared works are split by the m² let on the day they were booked. The parts sum to the whole amount.",
    others: "Other leases of the building",
    unlet: "Not let",
    csv: "Download CSV",
    fileName: "maintenance",
  },
  planned: {
    title: "Planned for the building",
    none: "No work is set to a year yet.",
    ordered: "ordered",
    all: "All works on the building",
  },
} satisfies typeof da;
