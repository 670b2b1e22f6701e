-- Row-level security. One rule for everything that was published: inside the own subtree a row shows to the viewer's own
-- audience, elsewhere to (PMOC, public). FORCE: the owner is subject too; db/roles.ts adds the owner's and the loader's policies.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['reading', 'unit_rollup', 'project', 'milestone', 'budget_line', 'portfolio_rollup', 'budget_rollup', 'country_index', 'agreement', 'agreement_kpi',
    'round_state', 'kpi_score', 'agreement_score', 'score_history', 'expected_report', 'etl_run', 'run_finding', 'run_decision', 'publication_touch'] LOOP
    EXECUTE format($p$CREATE POLICY by_audience ON %I FOR SELECT USING (
      (audiences & CASE WHEN unit_id IN (SELECT unnest(access.own_units())) THEN (SELECT access.own_bit()) ELSE (SELECT access.outside_bit()) END) <> 0)$p$, t);
  END LOOP;
  -- What describes a run is seen with the run.
  FOREACH t IN ARRAY ARRAY['run_file', 'run_column', 'run_rule_count'] LOOP
    EXECUTE format('CREATE POLICY with_run ON %I FOR SELECT USING (EXISTS (SELECT 1 FROM etl_run r WHERE r.id = run_id))', t);
  END LOOP;
  -- Control totals are values: an administrator sees that a run exists, never what it adds up to.
  CREATE POLICY with_run ON run_total FOR SELECT USING (EXISTS (SELECT 1 FROM etl_run r WHERE r.id = run_id
    AND (r.audiences & CASE WHEN r.unit_id IN (SELECT unnest(access.own_units())) THEN (SELECT access.own_bit()) ELSE (SELECT access.outside_bit()) END) <> 0));
  -- Names and definitions: everybody who signed in.
  FOREACH t IN ARRAY ARRAY['org_unit', 'org_unit_alias', 'indicator', 'indicator_version', 'position', 'reporting_duty', 'publication', 'system_role'] LOOP
    EXECUTE format('CREATE POLICY signed_in ON %I FOR SELECT USING ((SELECT access.own_bit()) <> 0)', t);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE POLICY by_subtree ON feed FOR SELECT USING (unit_id IN (SELECT unnest(access.own_units())) OR (classification = 'public' AND (SELECT access.own_bit()) <> 0));
--> statement-breakpoint
CREATE POLICY administrator ON etl_run FOR SELECT USING ((SELECT access.role()) = 'admin');
--> statement-breakpoint
CREATE POLICY own ON upload FOR SELECT USING (person_id = (SELECT access.person_id()));
--> statement-breakpoint
CREATE POLICY own_insert ON upload FOR INSERT WITH CHECK (
  person_id = (SELECT access.person_id()) AND position_id = (SELECT access.position_id()) AND status = 'receiving' AND run_id IS NULL
  AND EXISTS (SELECT 1 FROM feed f WHERE f.id = feed_id AND f.unit_id IN (SELECT unnest(access.own_units()))));
--> statement-breakpoint
CREATE POLICY own_insert ON upload_chunk FOR INSERT WITH CHECK (EXISTS (SELECT 1 FROM upload u WHERE u.id = upload_id AND u.person_id = (SELECT access.person_id()) AND u.status = 'receiving'));
--> statement-breakpoint
CREATE POLICY own ON run_request FOR SELECT USING (person_id = (SELECT access.person_id()));
--> statement-breakpoint
-- Who holds which office is no secret among those who signed in; logins and password hashes have no grant.
CREATE POLICY signed_in ON access.person FOR SELECT USING ((SELECT access.own_bit()) <> 0);
--> statement-breakpoint
CREATE POLICY signed_in ON access.appointment FOR SELECT USING ((SELECT access.own_bit()) <> 0);
--> statement-breakpoint
CREATE POLICY administrator ON access.audit_log FOR SELECT USING ((SELECT access.role()) = 'admin');
--> statement-breakpoint
DO $$
DECLARE t record;
BEGIN
  FOR t IN SELECT c.oid::regclass AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p') AND n.nspname IN ('public', 'access')
              AND c.relname NOT IN ('list_item', 'fiscal_year', 'review_round', 'period', 'slice', 'demo_clock', 'installation') LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', t.name);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', t.name);
  END LOOP;
END $$;
--> statement-breakpoint
-- The number of record: a reported reading, or the roll-up, whichever the indicator says counts.
CREATE VIEW figure WITH (security_invoker = true) AS
  SELECT fiscal_year, ministry_id, unit_id, indicator_id, period_id, slice_id, indicator_version, 'reading' AS basis, value, numerator, denominator,
         state = 'estimated' AS is_estimated, state, 1::smallint AS units_reported, 1::smallint AS units_expected, 0::smallint AS units_withheld, period_id AS through_period_id,
         run_id, file_no, sheet, row_no, revision, audiences, published_in, superseded_in
    FROM reading WHERE of_record
  UNION ALL
  SELECT fiscal_year, ministry_id, unit_id, indicator_id, period_id, slice_id, indicator_version, basis, value, numerator, denominator,
         is_estimated, 'reported', units_reported, units_expected, units_withheld, through_period_id,
         NULL, NULL, NULL, NULL, NULL, audiences, published_in, superseded_in
    FROM unit_rollup WHERE of_record;
--> statement-breakpoint
CREATE VIEW indicator_current WITH (security_invoker = true) AS
  SELECT DISTINCT ON (i.id) i.id, i.code, i.owner_unit_id, v.* FROM indicator i JOIN indicator_version v ON v.indicator_id = i.id ORDER BY i.id, v.version DESC;
--> statement-breakpoint
-- The holder of each position today is looked up with the date: WHERE from_on <= day AND (to_on IS NULL OR to_on >= day).
CREATE VIEW position_holder WITH (security_invoker = true) AS
  SELECT a.position_id, a.person_id, a.from_on, a.to_on, a.acting, p.title_th, p.name_th, p.name_en FROM access.appointment a JOIN access.person p ON p.id = a.person_id;
