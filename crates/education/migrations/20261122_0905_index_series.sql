-- The other dates of a series are found without looking at every activity.
create index education_activity_series on education_activity (series_id, starts_at, id) where series_id is not null;
