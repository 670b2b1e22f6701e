-- Partitions, references and search indexes that the table definitions do not carry.
-- The facts have no foreign keys: every load checks its codes, and a trigger per row would double its time.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
-- Audiences of a fact shown at some levels (DOC 1, MOC 2, PMOC 4) with a classification (public 0, internal 1, restricted 2);
-- the same rule as factAudiences in the domain.
CREATE FUNCTION fact_audiences(levels int, classification int) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  $$ SELECT ((levels & 1) + (levels & 2) * 4 + (levels & 4) * 16) * ((7 >> classification) << classification) $$;
--> statement-breakpoint
-- Index of the lowest bit of an audience mask: what makes a computed row's key whole.
CREATE FUNCTION lowest_audience(mask int) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  $$ SELECT CASE mask & -mask WHEN 1 THEN 0 WHEN 2 THEN 1 WHEN 4 THEN 2 WHEN 8 THEN 3 WHEN 16 THEN 4 WHEN 32 THEN 5 WHEN 64 THEN 6 WHEN 128 THEN 7 WHEN 256 THEN 8 END $$;
--> statement-breakpoint
-- Audiences that can look at a unit of a level from inside: those of its own level and above.
CREATE FUNCTION audiences_from(level text) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  $$ SELECT CASE level WHEN 'PMOC' THEN 448 WHEN 'MOC' THEN 504 ELSE 511 END $$;
--> statement-breakpoint
-- Few readings are slices of another; suppression asks for them on every publication.
CREATE INDEX reading_sliced ON reading (indicator_id, fiscal_year, period_id) WHERE slice_id <> 0 AND superseded_in IS NULL;
--> statement-breakpoint
CREATE INDEX period_of_year ON period (kind, fiscal_year);
--> statement-breakpoint
-- With what the deliveries of all units show, so that they are read from the index alone.
CREATE INDEX expected_report_period ON expected_report (period_id, indicator_id, ministry_id) INCLUDE (unit_id, feed_id, state, audiences) WHERE superseded_in IS NULL;
--> statement-breakpoint
DO $$
BEGIN
  FOR fy IN 2555..2580 LOOP
    EXECUTE format('CREATE TABLE reading_%s PARTITION OF reading FOR VALUES IN (%s)', fy, fy);
    EXECUTE format('CREATE TABLE unit_rollup_%s PARTITION OF unit_rollup FOR VALUES IN (%s)', fy, fy);
  END LOOP;
  CREATE TABLE reading_other PARTITION OF reading DEFAULT;
  CREATE TABLE unit_rollup_other PARTITION OF unit_rollup DEFAULT;
END $$;
--> statement-breakpoint
ALTER TABLE org_unit
  ADD CONSTRAINT org_unit_parent_fk FOREIGN KEY (parent_id) REFERENCES org_unit,
  ADD CONSTRAINT org_unit_predecessor_fk FOREIGN KEY (predecessor_id) REFERENCES org_unit,
  ADD CONSTRAINT org_unit_no_own_parent CHECK (parent_id <> id),
  ADD CONSTRAINT org_unit_validity CHECK (valid_to IS NULL OR valid_from IS NULL OR valid_to >= valid_from);
--> statement-breakpoint
CREATE INDEX org_unit_search ON org_unit USING gin (search_key gin_trgm_ops);
--> statement-breakpoint
ALTER TABLE org_unit_alias ADD FOREIGN KEY (unit_id) REFERENCES org_unit;
--> statement-breakpoint
ALTER TABLE review_round ADD FOREIGN KEY (fiscal_year) REFERENCES fiscal_year;
--> statement-breakpoint
ALTER TABLE indicator ADD FOREIGN KEY (owner_unit_id) REFERENCES org_unit;
--> statement-breakpoint
ALTER TABLE indicator_version ADD FOREIGN KEY (indicator_id) REFERENCES indicator;
--> statement-breakpoint
ALTER TABLE position ADD FOREIGN KEY (unit_id) REFERENCES org_unit;
--> statement-breakpoint
ALTER TABLE feed ADD FOREIGN KEY (unit_id) REFERENCES org_unit;
--> statement-breakpoint
ALTER TABLE reporting_duty ADD FOREIGN KEY (unit_id) REFERENCES org_unit, ADD FOREIGN KEY (indicator_id) REFERENCES indicator, ADD FOREIGN KEY (feed_id) REFERENCES feed;
--> statement-breakpoint
ALTER TABLE etl_run
  ADD FOREIGN KEY (feed_id) REFERENCES feed, ADD FOREIGN KEY (unit_id) REFERENCES org_unit,
  ADD CONSTRAINT etl_run_adds_up CHECK (status NOT IN ('loaded', 'loaded_with_rejections', 'unchanged') OR read = accepted + unchanged + rejected);
--> statement-breakpoint
ALTER TABLE run_file ADD FOREIGN KEY (run_id) REFERENCES etl_run;
--> statement-breakpoint
ALTER TABLE run_column ADD FOREIGN KEY (run_id) REFERENCES etl_run;
--> statement-breakpoint
ALTER TABLE run_total ADD FOREIGN KEY (run_id) REFERENCES etl_run;
--> statement-breakpoint
ALTER TABLE run_rule_count ADD FOREIGN KEY (run_id) REFERENCES etl_run;
--> statement-breakpoint
ALTER TABLE run_finding ADD FOREIGN KEY (run_id) REFERENCES etl_run;
--> statement-breakpoint
ALTER TABLE run_decision ADD FOREIGN KEY (run_id) REFERENCES etl_run, ADD CONSTRAINT run_decision_return_has_remark CHECK (decision <> 'returned' OR length(btrim(coalesce(remark, ''))) > 0);
--> statement-breakpoint
ALTER TABLE run_request ADD FOREIGN KEY (run_id) REFERENCES etl_run;
--> statement-breakpoint
ALTER TABLE kept_file_chunk ADD FOREIGN KEY (sha256) REFERENCES kept_file;
--> statement-breakpoint
ALTER TABLE upload ADD FOREIGN KEY (feed_id) REFERENCES feed;
--> statement-breakpoint
ALTER TABLE upload_chunk ADD FOREIGN KEY (upload_id) REFERENCES upload;
--> statement-breakpoint
ALTER TABLE agreement ADD FOREIGN KEY (agreement_id) REFERENCES agreement_key, ADD FOREIGN KEY (maker_position_id) REFERENCES position, ADD FOREIGN KEY (recipient_position_id) REFERENCES position;
--> statement-breakpoint
ALTER TABLE agreement_kpi ADD FOREIGN KEY (kpi_id) REFERENCES kpi_key, ADD FOREIGN KEY (indicator_id) REFERENCES indicator,
  ADD CONSTRAINT agreement_kpi_five_levels CHECK (array_length(thresholds_12, 1) IN (3, 5)), ADD CONSTRAINT agreement_kpi_weight CHECK (weight_12 BETWEEN 0 AND 100);
--> statement-breakpoint
ALTER TABLE project ADD FOREIGN KEY (project_id) REFERENCES project_key, ADD CONSTRAINT project_value CHECK (value_baht >= 0);
--> statement-breakpoint
ALTER TABLE access.appointment ADD FOREIGN KEY (person_id) REFERENCES access.person, ADD FOREIGN KEY (position_id) REFERENCES position, ADD CONSTRAINT appointment_dates CHECK (to_on IS NULL OR to_on >= from_on);
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS btree_gist;
--> statement-breakpoint
-- One substantive holder of a position at a time; acting holders stand beside.
ALTER TABLE access.appointment ADD CONSTRAINT appointment_one_holder EXCLUDE USING gist (position_id WITH =, daterange(from_on, to_on, '[]') WITH &&) WHERE (acting IS NULL);
--> statement-breakpoint
ALTER TABLE access.aide_grant ADD FOREIGN KEY (aide_person_id) REFERENCES access.person, ADD FOREIGN KEY (principal_position_id) REFERENCES position, ADD CONSTRAINT aide_grant_dates CHECK (to_on >= from_on);
--> statement-breakpoint
ALTER TABLE access.session ADD FOREIGN KEY (person_id) REFERENCES access.person, ADD FOREIGN KEY (position_id) REFERENCES position, ADD FOREIGN KEY (aide_grant_id) REFERENCES access.aide_grant;
