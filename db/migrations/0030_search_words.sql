-- An address is found by its words alone, so the number of the house and the postcode are among them.
update search_entry e
   set words = to_tsvector('danish', a.street || ' ' || a.house_number || ' ' || a.postcode || ' ' || a.town)
  from address a where e.kind = 'address' and a.id = e.entity_id;
