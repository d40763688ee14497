-- What was done long ago is found without looking at what was done since.
create index kernel_job_done on kernel_job (finished_at) where finished_at is not null;
