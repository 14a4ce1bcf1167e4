-- A number everybody may call: of the unit, never of a person.
alter table unit add phone text check (char_length(phone) between 3 and 20);
