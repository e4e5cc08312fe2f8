-- What was said of a row that waited: it is ours and became a building, or it is not. A decided row stays, so that the
-- next file does not bring it back, a rejection can be undone, and later buildings of the same ground find their property.
alter table staged_building
  add column decision text check (decision in ('confirmed', 'rejected')),
  add column reason text,
  add column decided_at timestamptz,
  add column decided_by uuid references account,
  add column building_id uuid references building,
  add constraint staged_building_decided check (
    (decision is null) = (decided_at is null)
    and (decision is not distinct from 'confirmed') = (building_id is not null)
    and (decision is not distinct from 'rejected') = (reason is not null));

create index staged_building_waiting on staged_building (organisation_id, id) where decision is null;
create index staged_building_ground on staged_building (organisation_id, (facts ->> 'groundId'))
  where decision = 'confirmed';

-- What the city would have to add before a row can become a building, in one word each; the list, its filter and its
-- counts ask here.
create function staged_missing(facts jsonb, has_position boolean, has_known_address boolean)
returns text[] language sql immutable parallel safe as $$
  select array_remove(array[
    case when facts ->> 'useCode' is null then 'use' end,
    case when coalesce(facts ->> 'grossAreaM2', facts ->> 'footprintAreaM2') is null then 'area' end,
    case when not has_known_address and (facts ->> 'street' is null or facts ->> 'houseNumber' is null
      or facts ->> 'postcode' is null or facts ->> 'town' is null) then 'address' end,
    case when not has_position and not (facts ? 'footprint') then 'position' end
  ], null)
$$;
