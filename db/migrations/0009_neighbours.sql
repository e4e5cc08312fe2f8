-- Codes on the wall, what units under one roof sell each other, and the yearly three questions.
create table qr_code (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  building_id uuid not null references building,
  space_id uuid references space,
  unit_id uuid references unit,
  label text not null,
  -- Goes into the signature, so that a code can be renewed.
  salt text not null,
  created_by uuid references account,
  created_at timestamptz not null,
  revoked_at timestamptz
);
create index qr_code_building on qr_code (building_id);
create unique index qr_code_live on qr_code (building_id, coalesce(space_id, building_id)) where revoked_at is null;
alter table service_case add foreign key (qr_code_id) references qr_code;

-- One unit does something for another in the same premises. Without a price nothing becomes active.
create table trade_agreement (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  building_id uuid not null references building,
  seller_unit_id uuid not null references unit,
  buyer_unit_id uuid not null references unit,
  service_code text not null,
  description text not null default '',
  basis text not null check (basis in ('month', 'piece', 'hour', 'm2')),
  quantity numeric(12, 2) check (quantity > 0),
  unit_price_ore bigint check (unit_price_ore >= 0),
  state text not null check (state in ('draft', 'active', 'ended')),
  valid_from date not null,
  valid_to date,
  seller_agreed_by uuid references account,
  buyer_agreed_by uuid references account,
  created_at timestamptz not null,
  foreign key (organisation_id, service_code) references service (organisation_id, code),
  check (seller_unit_id <> buyer_unit_id),
  check (valid_to is null or valid_to > valid_from),
  constraint trade_agreement_priced check (state = 'draft' or (unit_price_ore is not null and quantity is not null))
);
create index trade_agreement_seller on trade_agreement (seller_unit_id);
create index trade_agreement_buyer on trade_agreement (buyer_unit_id);

-- What was delivered in a month where the agreement counts pieces or hours.
create table trade_delivery (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  agreement_id uuid not null references trade_agreement,
  delivered_on date not null,
  quantity numeric(12, 2) not null check (quantity > 0),
  note text not null default '',
  recorded_by uuid references account
);
create index trade_delivery_agreement on trade_delivery (agreement_id, delivered_on);

create table trade_settlement (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  month date not null check (extract(day from month) = 1),
  settled_at timestamptz not null,
  settled_by uuid references account,
  unique (organisation_id, month)
);

-- What was settled wrongly stays as it was; a later month puts it right. The amount goes to the seller, from the buyer.
create table trade_correction (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  agreement_id uuid not null references trade_agreement,
  wrong_month date not null check (extract(day from wrong_month) = 1),
  booked_month date not null check (extract(day from booked_month) = 1),
  amount_ore bigint not null check (amount_ore <> 0),
  reason text not null check (reason <> ''),
  recorded_by uuid references account,
  recorded_at timestamptz not null,
  check (booked_month > wrong_month)
);
create index trade_correction_agreement on trade_correction (agreement_id, booked_month);

-- Two lines an agreement, month and kind, one to each side: together zero.
create table trade_line (
  settlement_id uuid not null references trade_settlement,
  agreement_id uuid not null references trade_agreement,
  unit_id uuid not null references unit,
  organisation_id uuid not null references organisation,
  kind text not null check (kind in ('service', 'correction')),
  quantity numeric(12, 2) not null,
  amount_ore bigint not null,
  primary key (settlement_id, agreement_id, unit_id, kind)
);
create index trade_line_unit on trade_line (unit_id);

-- The yearly survey: exterior upkeep and rent collection cannot be asked after an order.
create table opinion_survey (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  year smallint not null,
  opens_on date not null,
  closes_on date not null check (closes_on >= opens_on),
  unique (organisation_id, year)
);

create table opinion_invitation (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  survey_id uuid not null references opinion_survey,
  account_id uuid not null references account,
  administration_id uuid references administration,
  sent_at timestamptz,
  answered_at timestamptz,
  acute_repair smallint check (acute_repair between 1 and 5),
  exterior_upkeep smallint check (exterior_upkeep between 1 and 5),
  rent_collection smallint check (rent_collection between 1 and 5),
  comment text not null default '' check (length(comment) <= 2000),
  unique (survey_id, account_id)
);
