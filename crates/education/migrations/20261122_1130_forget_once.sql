create index education_once_made on education_once (made_at);

alter table education_certificate_design drop column needs_evaluation;
