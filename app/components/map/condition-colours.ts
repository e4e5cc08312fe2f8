/** The colours of conditions 1 to 6, from ColorBrewer's RdYlBu; apart, so that a page without a map loads no other. */
export const conditionColours = ["#4575b4", "#91bfdb", "#e0f3f8", "#fee090", "#fc8d59", "#d73027"] as const;
