-- Which fields anybody was said not to know: asked before every filling, so that it need not be looked up for each missing cell.
create index form_question_unknown on form_question (field) where state = 'unknown';
