-- A person is an aide to an office once on any day: of two grants, ending one would leave the other in force.
ALTER TABLE access.aide_grant ADD CONSTRAINT aide_grant_once EXCLUDE USING gist (aide_person_id WITH =, principal_position_id WITH =, daterange(from_on, to_on, '[]') WITH &&);
