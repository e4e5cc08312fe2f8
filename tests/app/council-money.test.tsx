import { expect, test } from "vitest";
import { EconomyCard } from "#app/routes/council-case/economy-card.tsx";
import { scenarioEconomy } from "#domain/colocation/case-economy.ts";
import { uncertaintyOf } from "#domain/colocation/case-uncertainty.ts";
import { smallCase } from "../domain/colocation/small-case.ts";
import { render } from "../helpers/render.tsx";

const inputs = smallCase();
const scenario = inputs.scenarios[1]!;
const reckoned = scenarioEconomy(inputs, scenario);
/** The small case, but for its last party, who loses what it gained. */
const economy = {
  ...reckoned,
  parties: reckoned.parties.map((one, at) =>
    at === 2 ? { ...one, npvOre: -Math.abs(one.npvOre) - 1 } : one,
  ),
};
const { chance } = uncertaintyOf(inputs, scenario);

test.each([
  ["da", ["Nutidsværdi", "Opfylder kravet på seks år", "4,3 år", "Chance for positiv", "Vinder", "Betaler"]],
  ["en", ["Net present value", "4.3 years", "Chance", "Gains", "Pays"]],
] as const)("the council reads what the case is worth, how sure it is, and who pays: %s", (locale, said) => {
  const html = render(<EconomyCard {...{ economy, chance }} />, { locale });
  for (const words of said) expect(html).toContain(words);
  for (const { party } of economy.parties) expect(html).toContain(party);
});

test("without parties to show there is no table of them", () => {
  const html = render(<EconomyCard {...{ economy: { ...economy, parties: [] }, chance }} />);
  expect(html).not.toContain("Hvem vinder");
  expect(html).toContain("Nutidsværdi");
});
