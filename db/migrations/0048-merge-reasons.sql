-- Why two entries were joined, and who parted them again and why: the history at the merge desk.
alter table subject_merge add column reason text not null default '';
alter table subject_merge add column undone_words text;
alter table subject_merge add column undone_reason text;
