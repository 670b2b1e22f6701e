-- Live screens. Whoever changes a run's state or answers a request tells the web processes which run it was; ids only.
CREATE FUNCTION access.tell_run() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM pg_notify('run', CASE TG_TABLE_NAME WHEN 'etl_run' THEN to_jsonb(NEW) ->> 'id' ELSE to_jsonb(NEW) ->> 'run_id' END);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER run_begun AFTER INSERT ON etl_run FOR EACH ROW EXECUTE FUNCTION access.tell_run();
--> statement-breakpoint
CREATE TRIGGER run_moved AFTER UPDATE ON etl_run FOR EACH ROW
  WHEN ((OLD.status, OLD.stage, OLD.read, OLD.levels) IS DISTINCT FROM (NEW.status, NEW.stage, NEW.read, NEW.levels)) EXECUTE FUNCTION access.tell_run();
--> statement-breakpoint
CREATE TRIGGER request_answered AFTER UPDATE OF status ON run_request FOR EACH ROW EXECUTE FUNCTION access.tell_run();
--> statement-breakpoint
-- For the live streams of a web process, which has no viewer: which unit a run is of, and who may know that it exists.
CREATE FUNCTION access.run_touches(the_run int) RETURNS TABLE (unit_id int, audiences smallint)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
  $$ SELECT r.unit_id, r.audiences FROM etl_run r WHERE r.id = the_run $$;
--> statement-breakpoint
-- What was received is what counts: a form without a script cannot say a file's size before it is sent.
CREATE OR REPLACE FUNCTION access.request_load(the_upload uuid, chunks int, bytes bigint) RETURNS jsonb
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE up record; have record;
BEGIN
  SELECT * INTO up FROM upload WHERE id = the_upload AND person_id = access.person_id();
  IF up IS NULL THEN RETURN jsonb_build_object('refusal', 'upload_not_found'); END IF;
  SELECT count(*) AS n, coalesce(sum(length(c.bytes)), 0) AS size INTO have FROM upload_chunk c WHERE upload_id = the_upload;
  IF have.n <> chunks OR have.size <> bytes THEN RETURN jsonb_build_object('refusal', 'upload_incomplete'); END IF;
  UPDATE upload SET status = 'waiting', size_bytes = bytes WHERE id = the_upload AND status = 'receiving';
  IF NOT FOUND THEN RETURN jsonb_build_object('refusal', 'already_asked'); END IF;
  PERFORM graphile_worker.add_job('load-upload', json_build_object('uploadId', the_upload), max_attempts := 3);
  RETURN jsonb_build_object('id', the_upload);
END $$;
--> statement-breakpoint
-- Loading is the data officer's own deed: other offices, and aides, read.
ALTER POLICY own_insert ON upload WITH CHECK (
  person_id = (SELECT access.person_id()) AND position_id = (SELECT access.position_id()) AND status = 'receiving' AND run_id IS NULL
  AND (SELECT access.role()) = 'officer' AND coalesce(current_setting('app.aide', true), '') <> 'true'
  AND EXISTS (SELECT 1 FROM feed f WHERE f.id = feed_id AND f.active AND f.unit_id IN (SELECT unnest(access.own_units()))));
--> statement-breakpoint
REVOKE ALL ON FUNCTION access.run_touches, access.tell_run FROM PUBLIC;
