import { Form } from "@remix-run/react";
import { Button, LinkButton } from "#app/components/button.tsx";
import { Link } from "#app/components/link.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { board } from "#app/i18n/board.ts";
import { orders } from "#app/i18n/orders.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { TeamRow } from "#db/queries/work/list-teams.ts";
import { priorities } from "#domain/order/sla.ts";
import { clockFilters, openStates, type BoardSearch } from "#domain/work/board-search.ts";
import { boardTo, type BoardView } from "./view-switch.tsx";

type FiltersProps = {
  view: BoardView;
  search: BoardSearch;
  teams: readonly TeamRow[];
  building: string | null;
};

/** The filters of the board, as one form whose answer is the address. */
export function BoardFilters({ view, search, teams, building }: FiltersProps) {
  const words = useWords(board);
  const { filters } = words;
  const none = { team: null, state: [], priority: [], building: null, q: "", clock: null, day: null };
  const isAsking = boardTo("team", search) !== boardTo("team", none);
  return (
    <Form
      method="get"
      action={view === "map" ? "/board/map" : "/board"}
      role="search"
      key={boardTo(view, search)}
      className="grid grid-cols-2 items-end gap-3 md:flex md:flex-wrap"
    >
      {view === "day" && <input type="hidden" name="view" value="day" />}
      {search.building && <input type="hidden" name="building" value={search.building} />}
      <TextField
        label={filters.q}
        name="q"
        type="search"
        defaultValue={search.q}
        className="max-md:col-span-2 md:w-48"
      />
      {useChoices(search, teams).map(({ name, ...choice }) => (
        <SelectField key={name} name={name} none={filters.all} className="md:w-44" {...choice} />
      ))}
      <span className="flex gap-2 max-md:col-span-2">
        <Button type="submit">{filters.apply}</Button>
        {isAsking && (
          <LinkButton look="plain" to={boardTo(view, none)}>
            {filters.reset}
          </LinkButton>
        )}
      </span>
      {building && (
        <Link to={boardTo(view, { ...search, building: null })} className="text-link max-md:col-span-2">
          {filters.building(building)} ×
        </Link>
      )}
    </Form>
  );
}

/** The filters that choose one of a known few. */
function useChoices(search: BoardSearch, teams: readonly TeamRow[]) {
  const { filters } = useWords(board);
  const { states, priorities: priorityWords } = useWords(orders);
  const named = teams.map(({ id, name }) => ({ value: id, label: name }));
  const shown = openStates.filter((state) => state !== "done");
  return [
    {
      ...{ name: "team", label: filters.team, defaultValue: search.team ?? "" },
      options: [{ value: "none", label: filters.noTeam }, ...named],
    },
    {
      ...{ name: "state", label: filters.state, defaultValue: search.state[0] ?? "" },
      options: shown.map((value) => ({ value, label: states[value] })),
    },
    {
      ...{ name: "priority", label: filters.priority, defaultValue: search.priority[0] ?? "" },
      options: priorities.map((value) => ({ value: String(value), label: priorityWords[value] })),
    },
    {
      ...{ name: "clock", label: filters.clock, defaultValue: search.clock ?? "" },
      options: clockFilters.map((value) => ({ value, label: filters.clocks[value] })),
    },
  ];
}
