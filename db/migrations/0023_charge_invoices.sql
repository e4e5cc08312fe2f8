-- Who sends invoices to tenants outside the city, and where they are paid; one an organisation.
create table invoice_issuer (
  organisation_id uuid primary key references organisation,
  name text not null check (name <> ''),
  cvr char(8) not null check (cvr ~ '^[0-9]{8}$'),
  ean char(13) not null check (ean ~ '^[0-9]{13}$'),
  street text not null,
  house_number text not null,
  postcode char(4) not null check (postcode ~ '^[0-9]{4}$'),
  town text not null,
  bank_registration char(4) not null check (bank_registration ~ '^[0-9]{4}$'),
  bank_account char(10) not null check (bank_account ~ '^[0-9]{10}$'),
  payment_days smallint not null check (payment_days between 1 and 120),
  contact text not null
);

-- What a landlord outside the city has invoiced for a lease, line by line, to be held against what was passed on.
create table landlord_invoice (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  contract_id uuid not null references contract,
  number text not null check (number <> ''),
  period_from date not null,
  period_to date not null check (period_to > period_from),
  received_on date not null,
  recorded_by uuid references account,
  -- Why a difference is as it should be, once somebody has said so.
  settled_note text,
  settled_by uuid references account,
  settled_at timestamptz,
  check (num_nulls(settled_note, settled_at) in (0, 2)),
  -- The same invoice is not recorded twice.
  unique (contract_id, number)
);
create index landlord_invoice_period on landlord_invoice (organisation_id, period_from);

create table landlord_invoice_line (
  invoice_id uuid not null references landlord_invoice on delete cascade,
  organisation_id uuid not null references organisation,
  key text not null,
  amount_ore bigint not null,
  primary key (invoice_id, key)
);
