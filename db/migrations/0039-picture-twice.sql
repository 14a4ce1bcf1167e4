-- A picture sent again with a later step of the same case belongs to that step too: its paper would lack it otherwise.
alter table case_file drop constraint case_file_pk;
alter table case_file add constraint case_file_pk primary key (case_id, hash, phase, action_seq);
