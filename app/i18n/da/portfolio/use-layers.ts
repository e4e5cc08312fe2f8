/** Kortets to farver for brug. */
export const useLayers = {
  layers: { utilisation: "Brug: udnyttelse kl. 8–17", evening: "Brug: tom efter kl. 16" },
  classes: {
    utilisation: ["under 20 %", "20–40 %", "40–60 %", "60–80 %", "80 % og mere"],
    evening: ["Tom (under 5 % af pladserne)", "5–10 %", "10–25 %", "25–50 %", "50 % og mere"],
  },
  unknown: { utilisation: "Brug ikke fortalt", evening: "Brug ikke fortalt" },
};
