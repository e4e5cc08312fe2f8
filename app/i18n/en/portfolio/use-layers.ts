import type { useLayers as da } from "../../da/portfolio/use-layers.ts";

/** The two colours of the map that are of use. */
export const useLayers = {
  layers: { utilisation: "Use: utilisation 8–17", evening: "Use: empty after 16" },
  classes: {
    utilisation: ["below 20%", "20–40%", "40–60%", "60–80%", "80% and more"],
    evening: ["Empty (below 5% of the places)", "5–10%", "10–25%", "25–50%", "50% and more"],
  },
  unknown: { utilisation: "Use not told", evening: "Use not told" },
} satisfies typeof da;
