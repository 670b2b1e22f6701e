-- A run's control totals are sums of its values: where a reading of the run is kept from an audience, also since it was declared
-- withheld afterwards, they are as well. Set by the publication that hides the reading, and never taken back.
ALTER TABLE "etl_run" ADD COLUMN "totals_kept_from" smallint DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER POLICY with_run ON run_total USING (EXISTS (SELECT 1 FROM etl_run r WHERE r.id = run_id
  AND (r.audiences & ~r.totals_kept_from & CASE WHEN r.unit_id IN (SELECT unnest(access.own_units())) THEN (SELECT access.own_bit()) ELSE (SELECT access.outside_bit()) END) <> 0));
