-- A co-location case that is sent twice from the same form, or under the same key, is made once.
alter table colocation_case add column sending_key text check (length(sending_key) between 8 and 200);
create unique index colocation_case_sent_once on colocation_case (created_by, sending_key);
