import { spreadPicture } from "#app/server/pdf/pictures/spread-picture.ts";
import { tornadoPicture } from "#app/server/pdf/pictures/tornado-picture.ts";
import { shortened, tableOf, type PaperBlock } from "#app/server/pdf/paper.ts";
import type { Submitted, Voice } from "./paper-voice.ts";

const mostBars = 9;

/** The fourth page: how sure it is. What each assumption does alone, all of them at once, and what the greatest rest on. */
export function surePage({ money: { chance, tornado, economy } }: Submitted, voice: Voice): PaperBlock[] {
  const { words, economy: say, format, money, millions, nameOfKey } = voice;
  const bars = tornado.slice(0, mostBars);
  const rows = bars.map(({ key, atLow, atHigh }) => ({ name: nameOfKey(key), atLow, atHigh }));
  const spread = chance.spread.map(({ fromOre, toOre, draws }) => ({
    from: fromOre,
    to: toOre,
    count: draws,
  }));
  return [
    { kind: "heading", text: words.sure },
    {
      kind: "figures",
      figures: [
        { label: say.p10, value: money(chance.p10Ore) },
        { label: say.p50, value: money(chance.p50Ore) },
        { label: say.p90, value: money(chance.p90Ore) },
        { label: say.within, value: format.percent(chance.shareWithinDemand, 0) },
        { label: say.above, value: format.percent(chance.shareAboveZero, 0) },
      ],
    },
    { kind: "heading", text: say.tornadoTitle },
    {
      ...{ kind: "picture", svg: tornadoPicture(rows, economy.municipality.npvOre, millions) },
      ...{ alt: words.tornadoAlt, caption: words.tornadoCaption(say.tornadoCaption) },
    },
    { kind: "heading", text: say.chanceTitle },
    {
      ...{ kind: "picture", svg: spreadPicture(spread, millions), alt: words.spreadAlt },
      caption: words.spreadCaption(say.chanceCaption(format.number(chance.draws), chance.seed)),
    },
    { kind: "heading", text: words.rests },
    tableOf(
      [
        [words.value, 3],
        [words.range, 3],
        [words.source, 4],
        [words.owner, 0],
      ],
      bars.map(({ key }) => {
        const value = voice.values.find((one) => one.key === key)!;
        return [
          shortened(nameOfKey(key), 60),
          voice.rangeOf(value),
          shortened(value.source, 90),
          shortened(value.owner, 24),
        ];
      }),
    ),
  ];
}
