-- A survey can say that an element is not there any more: torn down, or taken away. It then has no condition, and the
-- element's days end when the survey is signed.
alter table element_observation add column is_gone boolean not null default false;
alter table element_observation drop constraint element_observation_check;
alter table element_observation add constraint element_observation_says_something
  check (case when is_gone then num_nonnulls(condition, grade) = 0 else num_nonnulls(condition, grade) > 0 end);
