-- A version that asks what another form collects already: which form, and the reason its department gave for asking again.
alter table form_version add column again_of uuid,
  add constraint form_version_again_fk foreign key (again_of) references form (id);
alter table form_version add column again_reason text;
select set_config('linli.system', 'on', true);
update form_version set again_of = (journal.data->>'double')::uuid, again_reason = journal.data->>'doubleReason'
  from journal where journal.kind = 'form.published' and journal.noun_id = form_version.form_id
    and journal.data->>'version' = form_version.version::text and journal.data ? 'double';
select set_config('linli.system', '', true);
