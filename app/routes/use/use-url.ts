import type { UseView } from "#domain/use/use-search.ts";
import { backlogTo } from "../backlog/backlog-url.ts";

/** What the view asks beyond the usual, as parameters. */
const viewParams = ({ period, hours, sort, order, emptyEvenings }: UseView) => ({
  period,
  hours,
  sort,
  order,
  evening: emptyEvenings ? "empty" : null,
});

/** The use page with the same buildings, looked at in another way. @example toUse("use=school", view, { sort: "area" }) */
export const toUse = (query: string, view: UseView, changes: Partial<UseView> = {}): string =>
  backlogTo("/use", query, viewParams({ ...view, ...changes }));
