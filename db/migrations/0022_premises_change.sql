-- A guided change of what a lease covers: premises handed back or taken from a day.
alter table lease_change drop constraint lease_change_kind_check;
alter table lease_change add constraint lease_change_kind_check
  check (kind in ('terminate', 'extend', 'renegotiate', 'premises', 'moveIn', 'moveOut'));
