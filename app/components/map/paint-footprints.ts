import type { Footprint } from "./footprint.ts";
import type { Painter } from "./frame.ts";
import type { Marks } from "./marks.ts";
import { traceRings } from "./outlines.ts";
import { colourOf, ink } from "./palette.ts";

/** Paints the outlines of buildings in the colour of their class, under their marks. */
export const paintFootprints =
  (footprints: readonly Footprint[], marks: Marks, indexOf: ReadonlyMap<string, number>): Painter =>
  (context, frame) => {
    context.lineWidth = 1;
    context.strokeStyle = ink;
    for (const { id, rings } of footprints) {
      const index = indexOf.get(id);
      if (index === undefined) continue;
      context.beginPath();
      traceRings(context, rings, frame);
      context.globalAlpha = 0.55;
      context.fillStyle = colourOf(marks.layer, marks.classes[index]!);
      context.fill("evenodd");
      context.globalAlpha = 0.8;
      context.stroke();
      context.globalAlpha = 1;
    }
  };
