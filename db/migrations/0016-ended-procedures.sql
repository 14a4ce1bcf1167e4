-- How procedures ended in a period (docs/measures.md). Partial: paid only when a case with a procedure is closed.
create index cases_ended_procedure on cases (type_code, closed_at) where outcome is not null and state = 'closed';
