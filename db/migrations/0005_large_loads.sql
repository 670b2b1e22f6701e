-- Few readings are kept from anybody; every roll-up asks how many of its parts are.
CREATE INDEX reading_hidden ON reading (indicator_id, period_id) WHERE superseded_in IS NULL AND (classification > 0 OR state = 'withheld');
--> statement-breakpoint
-- A load writes a million rows that the planner has never seen, in the transaction that then adds them up. Only a table's owner may count them.
CREATE FUNCTION staging.count_rows(years int[]) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE fy int;
BEGIN
  ANALYZE staging.reading;
  ANALYZE staging.touched;
  FOREACH fy IN ARRAY years LOOP
    IF to_regclass(format('public.reading_%s', fy)) IS NOT NULL THEN EXECUTE format('ANALYZE reading_%s', fy); END IF;
  END LOOP;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION staging.count_rows FROM PUBLIC;
