-- A fetch of many pages is one fetch: pages after the first are told apart. Whose sealed values went with a page or file, so that they can see it.
alter table sharing_pull add column goes_on boolean not null default false;
alter table sharing_pull add column sealed_of uuid[] not null default '{}';
create index sharing_pull_sealed on sharing_pull using gin (sealed_of);
