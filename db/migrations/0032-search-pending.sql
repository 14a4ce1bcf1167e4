-- Words of new cases wait in a list before they go into the search index. At PostgreSQL's 4 MB every few thousandth report empties it
-- and all reports behind wait a tenth of a second: the list may be longer, and the worker empties it (modules/cases/search-index-job.ts).
alter index cases_text set (gin_pending_list_limit = 32768);
