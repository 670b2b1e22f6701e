-- The level whose turn it is to take a run or to return it, as a run's levels name it: MOC 2, PMOC 4; 0 for none. What a person
-- uploads has to be submitted, what comes in any other way is as good as submitted; what was returned is the sender's again.
CREATE FUNCTION access.level_to_decide(levels int, status text, source text, last_decision text) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN status NOT IN ('loaded', 'loaded_with_rejections') OR levels = 0 OR levels & 4 <> 0 THEN 0
    WHEN coalesce(last_decision, CASE source WHEN 'upload' THEN '' ELSE 'submitted' END) NOT IN ('submitted', 'accepted') THEN 0
    WHEN levels & 2 = 0 THEN 2 ELSE 4 END
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION access.run_reaches_viewer(the_run int) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM etl_run r
     WHERE r.id = the_run
       AND (r.levels & access.own_level() <> 0
         OR access.level_to_decide(r.levels, r.status, r.source, (SELECT d.decision FROM run_decision d WHERE d.run_id = r.id ORDER BY d.id DESC LIMIT 1)) = access.own_level()))
$$;
--> statement-breakpoint
-- The owner asks for an act on a run. The viewer must be who the act belongs to: the sending unit submits and withdraws,
-- the level next above accepts and returns what waits for it; an aide never does. Returns the request's id, or a refusal's rule code.
CREATE OR REPLACE FUNCTION access.request_act(the_run int, the_act text, the_remark text, at timestamptz) RETURNS jsonb
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE r record; me record; last text; rank int; next_rank int; request_id int; why text; is_aide boolean := current_setting('app.aide', true) = 'true';
BEGIN
  SELECT * INTO r FROM etl_run WHERE id = the_run;
  SELECT d.decision INTO last FROM run_decision d WHERE d.run_id = the_run ORDER BY d.id DESC LIMIT 1;
  SELECT q.unit_id, q.role, u.level INTO me FROM position q JOIN org_unit u ON u.id = q.unit_id WHERE q.id = access.position_id();
  rank := CASE me.level WHEN 'PMOC' THEN 2 WHEN 'MOC' THEN 1 ELSE 0 END;
  next_rank := CASE WHEN r.levels & 4 <> 0 THEN 3 WHEN r.levels & 2 <> 0 THEN 2 ELSE 1 END;
  why := CASE
    WHEN me IS NULL OR r IS NULL OR NOT r.unit_id = ANY (access.own_units()) OR r.audiences & access.own_bit() = 0 THEN 'run_not_found'
    WHEN is_aide THEN 'aide_may_not_decide'
    WHEN the_act NOT IN ('submit', 'withdraw', 'accept', 'return') THEN 'unknown_act'
    WHEN r.status NOT IN ('loaded', 'loaded_with_rejections') OR (r.levels = 0 AND the_act <> 'withdraw') THEN 'run_not_decidable'
    WHEN the_act IN ('submit', 'withdraw') AND (me.unit_id <> r.unit_id OR me.role NOT IN ('officer', 'dg', 'ps', 'cio')) THEN 'not_the_sender'
    WHEN the_act IN ('accept', 'return') AND (rank <> next_rank OR me.role NOT IN ('officer', 'ps', 'cio', 'opdc', 'pm')) THEN 'not_the_level_above'
    WHEN the_act IN ('accept', 'return') AND access.level_to_decide(r.levels, r.status, r.source, last) = 0 THEN 'not_submitted'
    WHEN the_act = 'return' AND length(btrim(coalesce(the_remark, ''))) = 0 THEN 'remark_needed'
    WHEN EXISTS (SELECT 1 FROM run_request WHERE run_id = the_run AND status = 'waiting') THEN 'already_asked' END;
  IF why IS NOT NULL THEN
    INSERT INTO access.audit_log (at, act, person_id, position_id, on_behalf, unit_id, subject, outcome, detail)
    VALUES (at, the_act, access.person_id(), access.position_id(), coalesce(is_aide, false), r.unit_id, the_run::text, 'refused', jsonb_build_object('refusal', why));
    RETURN jsonb_build_object('refusal', why);
  END IF;
  INSERT INTO run_request (run_id, act, remark, person_id, position_id, requested_at)
  VALUES (the_run, the_act, nullif(btrim(the_remark), ''), access.person_id(), access.position_id(), at) RETURNING id INTO request_id;
  PERFORM graphile_worker.add_job('decide-run', json_build_object('requestId', request_id), max_attempts := 5);
  RETURN jsonb_build_object('id', request_id);
END $$;
--> statement-breakpoint
-- The run, where what the rules found in it is for the viewer; else no row. What was refused holds the sender's own values and goes up
-- with the data: to the sending unit at once, and to the office that sent it in its stead; to the levels that the run reaches; to
-- outsiders once it shows at the top. Bound when it is made and without settings of its own, so that the planner opens it: a run may
-- have 100,000 findings, and a call for each would take seconds.
CREATE FUNCTION access.run_with_findings(the_run int) RETURNS TABLE (run_id int) LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT r.id FROM etl_run r
   WHERE r.id = the_run
     AND CASE
       WHEN r.unit_id IN (SELECT unnest(access.own_units()))
         THEN r.unit_id = (SELECT q.unit_id FROM position q WHERE q.id = (SELECT access.position_id())) OR r.position_id = (SELECT access.position_id())
           OR r.levels & (SELECT access.own_level()) <> 0
           OR access.level_to_decide(r.levels, r.status, r.source, (SELECT d.decision FROM run_decision d WHERE d.run_id = r.id ORDER BY d.id DESC LIMIT 1)) = (SELECT access.own_level())
       ELSE r.levels & 4 <> 0
     END;
END;
--> statement-breakpoint
ALTER POLICY by_audience ON run_finding USING (
  (audiences & CASE WHEN unit_id IN (SELECT unnest(access.own_units())) THEN (SELECT access.own_bit()) ELSE (SELECT access.outside_bit()) END) <> 0
  AND EXISTS (SELECT FROM access.run_with_findings(run_id)));
