-- One case an asking, one order an executor and account, one event a change. A case, its words and its photos are never
-- destroyed by what becomes of it.
create sequence case_number;

create table service_case (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  number text not null,
  building_id uuid not null references building,
  space_id uuid references space,
  position_wgs84 geometry(Point, 4326),
  -- Whose case it is: the unit that asked, and its administration; both null where nobody of the city uses the place.
  unit_id uuid references unit,
  administration_id uuid references administration,
  text text not null check (length(text) <= 10000),
  origin text not null check (origin in ('portal', 'api', 'qr', 'recurring')),
  asked_by uuid references account,
  asker_name text not null default '',
  asker_email text,
  qr_code_id uuid,
  recurring_service_id uuid references recurring_service,
  -- Only the hash of a private link is kept.
  follow_token_hash bytea unique,
  duplicate_of_id uuid references service_case,
  -- Who sent it (account, code or job) and the key made where it was typed: one sending, one case.
  sender text not null,
  idempotency_key text not null check (length(idempotency_key) between 8 and 200),
  body_sha256 text not null,
  answer jsonb not null,
  created_at timestamptz not null,
  closed_at timestamptz,
  unique (organisation_id, number),
  unique (organisation_id, sender, idempotency_key)
);
create index service_case_unit on service_case (unit_id, created_at desc);
create index service_case_administration on service_case (administration_id, created_at desc);
create index service_case_building on service_case (building_id, created_at desc);
create index service_case_asker on service_case (asked_by, created_at desc);
create index service_case_newest on service_case (organisation_id, created_at desc, id desc);
create index service_case_words on service_case using gin (fold_danish(text) gin_trgm_ops);

create table service_order (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  case_id uuid not null references service_case,
  line smallint not null check (line > 0),
  building_id uuid not null references building,
  unit_id uuid references unit,
  administration_id uuid references administration,
  item_code text,
  service_code text,
  cause text not null check (cause in ('wear', 'vandalism', 'burglary', 'fire', 'storm', 'user')),
  location text not null check (location in ('inside', 'envelope', 'basicInstallation', 'paved', 'green')),
  tenure text not null check (tenure in ('own', 'thirdParty', 'selfGoverning')),
  quantity numeric(12, 2) not null check (quantity > 0),
  description text not null default '',
  -- What the matrix answered when it was sent; later rules do not rewrite it.
  executor text not null check (executor in ('landlord', 'administration', 'unit', 'externalLandlord', 'serviceDesk')),
  payer text not null check (payer in ('landlord', 'tenant', 'unit', 'externalLandlord')),
  payer_share_percent numeric(5, 2) not null default 100,
  other_payer text,
  budget_line text not null default '',
  clause_da text not null,
  clause_en text not null,
  rule_id uuid references responsibility_rule,
  gap_id uuid references responsibility_gap,
  team_id uuid references team,
  assigned_to uuid references account,
  state text not null check (state in ('received', 'assessed', 'awaitingApproval', 'planned', 'inProgress',
    'awaitingCustomer', 'awaitingPart', 'done', 'confirmed', 'closed', 'declined', 'duplicate', 'plannedInBacklog')),
  outcome text check (outcome in ('fixed', 'madeSafe', 'planned', 'declined', 'otherParty')),
  state_reason text not null default '',
  next_owner text not null default '',
  duplicate_of_id uuid references service_order,
  priority smallint not null check (priority between 1 and 4),
  respond_by timestamptz,
  resolve_by timestamptz,
  responded_at timestamptz,
  resolved_at timestamptz,
  -- The clock stands still from here; what it has stood still already is in the deadlines.
  waiting_since timestamptz,
  planned_on date,
  planned_year smallint,
  unit_price_ore bigint,
  price_ore bigint check (price_ore >= 0),
  norm_minutes numeric(8, 2) not null default 0 check (norm_minutes >= 0),
  reopened smallint not null default 0,
  version integer not null default 1,
  created_at timestamptz not null,
  unique (case_id, line),
  foreign key (organisation_id, item_code) references facility_item (organisation_id, code),
  foreign key (organisation_id, service_code) references service (organisation_id, code)
);
create index service_order_open on service_order (organisation_id, team_id, resolve_by)
  where state not in ('confirmed', 'closed', 'declined', 'duplicate', 'plannedInBacklog');
create index service_order_building on service_order (building_id, created_at desc);
create index service_order_unit on service_order (unit_id, created_at desc);
create index service_order_administration on service_order (administration_id, created_at desc);
create index service_order_team on service_order (team_id, created_at desc);
create index service_order_assigned on service_order (assigned_to) where assigned_to is not null;

-- Every change, in the order it was made known. The id is the sender's: the same event twice is one.
create table case_event (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  case_id uuid not null references service_case,
  order_id uuid references service_order,
  event text not null,
  from_state text,
  to_state text,
  reason text not null default '',
  payload jsonb not null default '{}',
  -- Seen by those who do the work, not by the asker.
  is_internal boolean not null default false,
  account_id uuid references account,
  actor_name text not null,
  -- When it happened (a phone without network knows), and when we learned of it.
  happened_at timestamptz not null,
  recorded_at timestamptz not null
);
create index case_event_case on case_event (case_id, happened_at, id);
create index case_event_order on case_event (order_id) where order_id is not null;
create index case_event_recorded on case_event (organisation_id, recorded_at, id);

-- The original is kept as it came, for those who may see where and when; everyone else gets the re-encoded copy.
create table case_photo (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  case_id uuid not null references service_case,
  order_id uuid references service_order,
  kind text not null check (kind in ('report', 'before', 'after')),
  original_key text not null unique,
  original_type text not null,
  public_key text not null unique,
  thumbnail_key text not null unique,
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  bytes bigint not null check (bytes > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  taken_at timestamptz,
  position_wgs84 geometry(Point, 4326),
  uploaded_by uuid references account,
  created_at timestamptz not null,
  unique (case_id, sha256)
);

-- Photos that came before their case was sent: one by one, so that a lost connection loses at most one. Sending moves
-- them to the case; what nobody sends is cleared away after some days.
create table draft_photo (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  sender text not null,
  original_key text not null unique,
  original_type text not null,
  public_key text not null unique,
  thumbnail_key text not null unique,
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  bytes bigint not null check (bytes > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  taken_at timestamptz,
  position_wgs84 geometry(Point, 4326),
  created_at timestamptz not null
);
create index draft_photo_sender on draft_photo (organisation_id, sender, created_at);

create table case_follower (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  case_id uuid not null references service_case,
  account_id uuid references account,
  email text,
  token_hash bytea unique,
  created_at timestamptz not null,
  stopped_at timestamptz,
  check (account_id is not null or email is not null)
);
create unique index case_follower_account on case_follower (case_id, account_id) where account_id is not null;
create unique index case_follower_email on case_follower (case_id, lower(email)) where email is not null;
create index case_follower_of on case_follower (account_id) where account_id is not null;

-- Who bears what of an order: parts of its price, exact to the øre.
create table cost_share (
  order_id uuid not null references service_order,
  line smallint not null,
  organisation_id uuid not null references organisation,
  payer text not null check (payer in ('landlord', 'tenant', 'unit', 'externalLandlord')),
  unit_id uuid references unit,
  administration_id uuid references administration,
  basis text not null check (basis in ('share', 'm2', 'hours')),
  basis_value numeric(14, 4) not null check (basis_value >= 0),
  amount_ore bigint not null,
  primary key (order_id, line)
);
create index cost_share_unit on cost_share (unit_id) where unit_id is not null;

create table work_entry (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  order_id uuid not null references service_order,
  account_id uuid not null references account,
  started_at timestamptz not null,
  ended_at timestamptz check (ended_at >= started_at),
  minutes numeric(8, 2) check (minutes >= 0)
);
create index work_entry_order on work_entry (order_id);
create unique index work_entry_running on work_entry (order_id, account_id) where ended_at is null;

create table material_entry (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  order_id uuid not null references service_order,
  account_id uuid not null references account,
  name text not null check (name <> ''),
  quantity numeric(12, 2) not null check (quantity > 0),
  unit text not null default '',
  price_ore bigint check (price_ore >= 0),
  used_at timestamptz not null
);
create index material_entry_order on material_entry (order_id);

create table order_approval (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  order_id uuid not null references service_order,
  approver text not null check (approver in ('leader', 'administration', 'landlord')),
  amount_ore bigint not null check (amount_ore >= 0),
  asked_at timestamptz not null,
  decided_at timestamptz,
  decision text check (decision in ('approved', 'rejected')),
  decided_by uuid references account,
  -- In whose place, where a delegate decided.
  decided_for uuid references account,
  comment text not null default '',
  check ((decided_at is null) = (decision is null))
);
create unique index order_approval_open on order_approval (order_id) where decided_at is null;

create table approval_delegation (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  account_id uuid not null references account,
  delegate_id uuid not null references account,
  valid_from date not null,
  valid_to date not null check (valid_to > valid_from),
  check (account_id <> delegate_id)
);
create index approval_delegation_delegate on approval_delegation (delegate_id);

-- One tap, five points, once a case.
create table case_rating (
  case_id uuid primary key references service_case,
  organisation_id uuid not null references organisation,
  score smallint not null check (score between 1 and 5),
  comment text not null default '' check (length(comment) <= 2000),
  rated_at timestamptz not null,
  account_id uuid references account
);

-- What follows from a change, written with it: at least once, and once a key.
create table outbox (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  kind text not null,
  -- By bytes, so that the keys of one case and one recipient are found by how they begin.
  key text collate "C" not null,
  payload jsonb not null,
  created_at timestamptz not null,
  due_at timestamptz not null,
  attempts smallint not null default 0,
  done_at timestamptz,
  gave_up_at timestamptz,
  last_error text not null default '',
  unique (organisation_id, kind, key)
);
create index outbox_due on outbox (due_at, id) where done_at is null and gave_up_at is null;

-- What someone has seen of a case; what happened after that is marked as new.
create table case_seen (
  account_id uuid not null references account,
  case_id uuid not null references service_case,
  organisation_id uuid not null references organisation,
  seen_at timestamptz not null,
  primary key (account_id, case_id)
);

-- Work that comes again by the clock. Whoever holds the lease does it, so that of several servers one does.
create table periodic_work (
  organisation_id uuid not null references organisation,
  name text not null,
  due_at timestamptz not null,
  holder text,
  leased_until timestamptz,
  done_at timestamptz,
  last_error text not null default '',
  primary key (organisation_id, name)
);
