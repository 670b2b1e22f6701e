-- Whether what a run of the own subtree brings is for the viewer's level: it is shown there, or waits for it to take or to return.
-- A person's upload waits only once it was submitted; what was returned is the sender's again. Nothing skips a level.
CREATE FUNCTION access.run_reaches_viewer(the_run int) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM etl_run r
      LEFT JOIN LATERAL (SELECT d.decision FROM run_decision d WHERE d.run_id = r.id ORDER BY d.id DESC LIMIT 1) last ON true
     WHERE r.id = the_run
       AND (r.levels & access.own_level() <> 0
         OR (r.status IN ('loaded', 'loaded_with_rejections') AND access.own_level() = CASE WHEN r.levels & 2 = 0 THEN 2 ELSE 4 END
             AND coalesce(last.decision, '') <> 'returned' AND (r.source <> 'upload' OR last.decision IN ('submitted', 'accepted')))))
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION access.may_read_files(the_run int) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM etl_run r
     WHERE r.id = the_run AND r.unit_id = ANY (access.own_units()) AND r.audiences & access.own_bit() <> 0
       AND r.status NOT IN ('waiting', 'running') AND r.file_clearance <= access.own_clearance()
       AND CASE
         WHEN r.unit_id = (SELECT q.unit_id FROM position q WHERE q.id = access.position_id())
           THEN r.status NOT IN ('refused', 'failed') OR access.role() = 'officer'
         ELSE access.run_reaches_viewer(r.id)
       END)
$$;
--> statement-breakpoint
-- Control totals are values, and go up with the figures that they are sums of: to the sending unit at once, also where nothing was
-- loaded; to the levels that the run reaches; to outsiders, an administrator among them, once it shows at the top.
CREATE FUNCTION access.may_see_totals(the_run int) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM etl_run r
     WHERE r.id = the_run
       AND CASE
         WHEN r.unit_id = ANY (access.own_units())
           THEN r.audiences & ~r.totals_kept_from & access.own_bit() <> 0
             AND (r.unit_id = (SELECT q.unit_id FROM position q WHERE q.id = access.position_id()) OR access.run_reaches_viewer(r.id))
         ELSE r.audiences & ~r.totals_kept_from & access.outside_bit() <> 0 AND r.levels & 4 <> 0
       END)
$$;
--> statement-breakpoint
ALTER POLICY with_run ON run_total USING (access.may_see_totals(run_id));
