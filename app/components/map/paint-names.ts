import type { Painter } from "./frame.ts";
import { markRadius } from "./mark.ts";
import type { Marks } from "./marks.ts";

const lineHeight = 15;
const maxNames = 400;

/** Writes the names of buildings beside their marks, largest building first, leaving out what would cover another name. */
export const paintNames =
  (marks: Marks): Painter =>
  (context, { zoom, worldPixels, left, top, width, height }) => {
    const names = marks.data.name;
    if (!names) return;
    context.font = '500 11.5px "IBM Plex Sans Variable", system-ui, sans-serif';
    context.textAlign = "left";
    context.textBaseline = "middle";
    context.lineJoin = "round";
    const taken: [x: number, y: number, right: number, bottom: number][] = [];
    const bySize = [...marks.order].sort((a, b) => marks.data.areaM2[b]! - marks.data.areaM2[a]!);
    for (const index of bySize) {
      if (taken.length >= maxNames) return;
      const x = marks.x[index]! * worldPixels - left + markRadius(marks.data.areaM2[index]!, zoom) + 4;
      const y = marks.y[index]! * worldPixels - top;
      if (x < 0 || y < 0 || x > width || y > height) continue;
      const right = x + context.measureText(names[index]!).width;
      const box = [x, y - lineHeight / 2, right, y + lineHeight / 2] as [number, number, number, number];
      if (taken.some((other) => overlaps(box, other))) continue;
      taken.push(box);
      context.lineWidth = 3;
      context.strokeStyle = "rgba(255,255,255,0.9)";
      context.strokeText(names[index]!, x, y);
      context.fillStyle = "#14202b";
      context.fillText(names[index]!, x, y);
    }
  };

type Box = [x: number, y: number, right: number, bottom: number];
const overlaps = (a: Box, b: Box): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
