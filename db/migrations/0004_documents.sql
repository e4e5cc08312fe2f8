-- Documents of a building: drawings, contracts, reports. The rows say what a file is; the files themselves lie in the
-- file storage under storage_key. A removed document keeps its row and its file, so that removing can be undone.
create table document (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  building_id uuid not null references building,
  title text not null check (title <> ''),
  kind text not null check (kind in ('drawing', 'contract', 'report', 'certificate', 'photo', 'other')),
  dated_on date,
  file_name text not null check (file_name <> ''),
  media_type text not null,
  bytes bigint not null check (bytes > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  storage_key text not null unique,
  uploaded_by uuid not null references account,
  created_at timestamptz not null,
  removed_at timestamptz
);
create index document_building on document (building_id, created_at);
-- The same file lies on a building once, whoever brings it at the same moment.
create unique index document_once on document (building_id, sha256) where removed_at is null;
