CREATE TABLE "delivery_count" (
	"fiscal_year" smallint NOT NULL,
	"ministry_id" integer NOT NULL,
	"unit_id" integer NOT NULL,
	"feed_id" integer,
	"period_id" integer NOT NULL,
	"state" text NOT NULL,
	"reports" integer NOT NULL,
	"audiences" smallint NOT NULL,
	"published_in" integer NOT NULL,
	"superseded_in" integer
);
--> statement-breakpoint
DROP INDEX "expected_report_ministry";--> statement-breakpoint
CREATE UNIQUE INDEX "delivery_count_current" ON "delivery_count" USING btree ("period_id","unit_id","feed_id","state") WHERE superseded_in is null;--> statement-breakpoint
CREATE INDEX "delivery_count_unit" ON "delivery_count" USING btree ("unit_id","fiscal_year") WHERE superseded_in is null;--> statement-breakpoint
CREATE INDEX "delivery_count_past" ON "delivery_count" USING btree ("period_id","unit_id") WHERE superseded_in is not null;--> statement-breakpoint
CREATE INDEX "period_ends_on" ON "period" USING btree ("ends_on");--> statement-breakpoint
CREATE INDEX "position_unit" ON "position" USING btree ("unit_id","role");--> statement-breakpoint
CREATE INDEX "expected_report_ministry" ON "expected_report" USING btree ("ministry_id","fiscal_year","indicator_id") WHERE superseded_in is null;
--> statement-breakpoint
-- What stands, and stood: one row for as long as no report of the same unit and period changed.
INSERT INTO delivery_count (fiscal_year, ministry_id, unit_id, feed_id, period_id, state, reports, audiences, published_in, superseded_in)
WITH moments AS (
  SELECT unit_id, period_id, published_in AS at FROM expected_report UNION SELECT unit_id, period_id, superseded_in FROM expected_report WHERE superseded_in IS NOT NULL),
spans AS (
  SELECT unit_id, period_id, at, lead(at) OVER (PARTITION BY unit_id, period_id ORDER BY at) AS until FROM moments)
SELECT e.fiscal_year, e.ministry_id, e.unit_id, e.feed_id, e.period_id, e.state, count(*), bit_and(e.audiences), s.at, s.until
  FROM spans s JOIN expected_report e ON e.unit_id = s.unit_id AND e.period_id = s.period_id AND e.published_in <= s.at AND (e.superseded_in IS NULL OR e.superseded_in > s.at)
 GROUP BY e.fiscal_year, e.ministry_id, e.unit_id, e.feed_id, e.period_id, e.state, s.at, s.until;
--> statement-breakpoint
CREATE POLICY by_audience ON delivery_count FOR SELECT USING (
  (audiences & CASE WHEN unit_id IN (SELECT unnest(access.own_units())) THEN (SELECT access.own_bit()) ELSE (SELECT access.outside_bit()) END) <> 0);
--> statement-breakpoint
ALTER TABLE delivery_count ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE delivery_count FORCE ROW LEVEL SECURITY;
