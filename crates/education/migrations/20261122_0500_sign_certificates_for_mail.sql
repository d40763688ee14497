-- Of whoever has no NIP: hash of the mail address with the salt beside it, as the credential says it.
alter table education_certificate add column mail_hash text;
