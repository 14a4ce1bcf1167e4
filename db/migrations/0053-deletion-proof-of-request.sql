-- A person's list of requests shows the proofs of each.
create index deletion_proof_request on deletion_proof (request_id, at, id) where request_id is not null;
