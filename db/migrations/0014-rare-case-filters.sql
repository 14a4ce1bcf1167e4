-- Filters that find few among many; all partial, so that an ordinary report pays for none of them.
create index cases_sealed on cases (site_id, due_at, id) where visibility = 'sealed';
create index cases_excluded on cases (site_id, reported_at desc, id) where excluded;
create index cases_open_stage on cases (site_id, stage, due_at, id) where is_open and stage is not null;
