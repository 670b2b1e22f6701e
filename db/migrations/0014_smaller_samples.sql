-- A load writes a million rows that the planner has never seen, in the transaction that then adds them up. Only a table's owner may count them.
CREATE OR REPLACE FUNCTION staging.count_rows(staged text, years int[]) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  fy int;
  usual text := current_setting('default_statistics_target');
BEGIN
  ANALYZE org_unit, indicator_version;
  -- A third of the usual sample tells the load enough; autovacuum takes the whole of it afterwards.
  PERFORM set_config('default_statistics_target', '30', true);
  FOREACH fy IN ARRAY years LOOP
    IF to_regclass(format('public.reading_%s', fy)) IS NOT NULL THEN EXECUTE format('ANALYZE reading_%s', fy); END IF;
  END LOOP;
  -- What is gone again after the transaction needs its size and rough shares only.
  PERFORM set_config('default_statistics_target', '10', true);
  CASE staged WHEN 'reading' THEN ANALYZE staging.reading; WHEN 'touched' THEN ANALYZE staging.touched; END CASE;
  PERFORM set_config('default_statistics_target', usual, true);
END $$;
