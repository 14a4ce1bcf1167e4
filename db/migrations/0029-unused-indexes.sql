-- Indexes no query of the product can use: under row-level security PostgreSQL takes only comparisons it knows to leak nothing into an index
-- condition, and those of trigrams, arrays and jsonb are not among them. Each cost time with every write. Names are found by
-- subject_site_name, entities by their site, tags by the index in memory.
drop index subject_name;
drop index subject_tags;
drop index subject_credit_code;
