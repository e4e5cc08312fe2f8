import { isId } from "#domain/id.ts";
import type { LeaseForm, PremiseTyped } from "#domain/lease/lease-form.ts";

/** The form with the spaces that were ticked, and the m² that were typed for undivided floors, of one building. */
export function withChosen(form: LeaseForm, fields: URLSearchParams): LeaseForm {
  const buildingId = fields.get("building");
  if (!isId(buildingId)) return form;
  const shared = { buildingId, from: "", to: "" };
  const isThere = (one: PremiseTyped) =>
    form.premises.some(({ spaceId, floorId }) => spaceId === one.spaceId && floorId === one.floorId);
  const spaces = fields
    .getAll("space")
    .filter(isId)
    .map((spaceId): PremiseTyped => ({ ...shared, spaceId, floorId: "", areaM2: "" }));
  const floors = [...fields]
    .filter(([name, value]) => name.startsWith("floor.") && value.trim() !== "" && isId(name.slice(6)))
    .map(([name, value]): PremiseTyped => ({
      ...shared,
      spaceId: "",
      floorId: name.slice(6),
      areaM2: value.trim(),
    }));
  return { ...form, premises: [...form.premises, ...[...spaces, ...floors].filter((one) => !isThere(one))] };
}
