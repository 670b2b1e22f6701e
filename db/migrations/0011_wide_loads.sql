-- What a publication touched, in tables that several workers can read.
CREATE UNLOGGED TABLE "staging"."series" (
	"publication_id" integer NOT NULL,
	"fiscal_year" smallint NOT NULL,
	"unit_id" integer NOT NULL,
	"indicator_id" integer NOT NULL,
	"slice_id" smallint NOT NULL,
	"sixty" integer NOT NULL,
	"periods" bigint NOT NULL
);
--> statement-breakpoint
CREATE UNLOGGED TABLE "staging"."target" (
	"publication_id" integer NOT NULL,
	"fiscal_year" smallint NOT NULL,
	"ministry_id" integer NOT NULL,
	"unit_id" integer NOT NULL,
	"indicator_id" integer NOT NULL,
	"period_id" integer NOT NULL,
	"slice_id" smallint NOT NULL,
	"depth" smallint NOT NULL,
	"indicator_version" smallint NOT NULL,
	"rule" text NOT NULL,
	"ratio_scale" numeric NOT NULL,
	"of_record" text NOT NULL,
	"reach" smallint NOT NULL,
	"is_top" boolean NOT NULL,
	"kind" smallint NOT NULL,
	"is_ratio" boolean NOT NULL,
	"adds" boolean NOT NULL,
	"is_lowest" boolean NOT NULL,
	"is_highest" boolean NOT NULL,
	"is_newest" boolean NOT NULL
);
--> statement-breakpoint
-- A kept file is packed before it is sent: Postgres would try in vain to pack it again.
ALTER TABLE "kept_file_chunk" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
--> statement-breakpoint
-- A load copies very many readings straight into the partition of their year, which Postgres refuses where a table has row security
-- of its own. Nobody has a right to read a partition; whoever reads the table meets the table's policies.
DO $$
DECLARE p record;
BEGIN
  FOR p IN SELECT inhrelid::regclass AS name FROM pg_inherits WHERE inhparent = 'reading'::regclass LOOP
    EXECUTE format('ALTER TABLE %s DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY', p.name);
  END LOOP;
END $$;
--> statement-breakpoint
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
