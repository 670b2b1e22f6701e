-- Functions that act with the owner's rights search pg_temp last, so that nobody's temporary table stands in for one of ours.
-- Who is looking. A request's transaction calls access.enter(token, now) first; it leaves the viewer in
-- transaction-local settings, which the policies read. Without it every policy shows nothing.
CREATE FUNCTION access.own_units() RETURNS int[] LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT coalesce(nullif(current_setting('app.units', true), '')::int[], '{}') $$;
--> statement-breakpoint
-- The viewer's bit inside the own subtree; 0 for nobody.
CREATE FUNCTION access.own_bit() RETURNS int LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT coalesce(nullif(current_setting('app.bit', true), '')::int, 0) $$;
--> statement-breakpoint
-- Everywhere else a signed-in viewer reads as (PMOC, public): bit 6.
CREATE FUNCTION access.outside_bit() RETURNS int LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT CASE WHEN access.own_bit() = 0 THEN 0 ELSE 64 END $$;
--> statement-breakpoint
CREATE FUNCTION access.role() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT coalesce(nullif(current_setting('app.role', true), ''), 'nobody') $$;
--> statement-breakpoint
CREATE FUNCTION access.person_id() RETURNS int LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT coalesce(nullif(current_setting('app.person', true), '')::int, 0) $$;
--> statement-breakpoint
CREATE FUNCTION access.position_id() RETURNS int LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT coalesce(nullif(current_setting('app.position', true), '')::int, 0) $$;
--> statement-breakpoint
CREATE FUNCTION access.token_hash(token text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  $$ SELECT encode(sha256(convert_to(token, 'UTF8')), 'hex') $$;
--> statement-breakpoint
-- Positions a person may use on a day: held, acting, or as an aide.
CREATE FUNCTION access.holdings(person int, on_day date)
  RETURNS TABLE (position_id int, acting text, aide_grant_id int) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT a.position_id, a.acting, NULL::int FROM access.appointment a
   WHERE a.person_id = person AND a.from_on <= on_day AND (a.to_on IS NULL OR a.to_on >= on_day)
  UNION ALL
  SELECT g.principal_position_id, NULL, g.id FROM access.aide_grant g
   WHERE g.aide_person_id = person AND g.from_on <= on_day AND g.to_on >= on_day
   ORDER BY 3 NULLS FIRST, 2 NULLS FIRST, 1
$$;
--> statement-breakpoint
-- Looks a session up by its token, sets the viewer for this transaction and describes it; null where there is none.
-- Idle limit 30 minutes (tokens for programs have none), absolute limit in the session itself.
CREATE FUNCTION access.enter(token text, at timestamptz) RETURNS jsonb
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE s record; v record; own int[]; bit int; level_no int; clearance_no int; on_day date := (at AT TIME ZONE 'Asia/Bangkok')::date;
BEGIN
  SELECT * INTO s FROM access.session WHERE token_hash = access.token_hash(token);
  IF s IS NULL OR at >= s.expires_at OR (s.kind = 'browser' AND at >= s.last_seen_at + interval '30 minutes') THEN RETURN NULL; END IF;
  SELECT p.id AS person_id, p.login, p.name_th, p.name_en, p.title_th AS honorific_th, p.is_demonstration, q.id AS position_id, q.code AS position_code, q.role, q.clearance, q.title_th, q.title_en,
         u.id AS unit_id, u.code AS unit_code, u.level, u.ministry_id, u.name_th AS unit_name_th, u.name_en AS unit_name_en, h.acting, h.aide_grant_id
    INTO v
    FROM access.person p
    JOIN access.holdings(p.id, on_day) h ON h.position_id = s.position_id AND h.aide_grant_id IS NOT DISTINCT FROM s.aide_grant_id
    JOIN position q ON q.id = s.position_id JOIN org_unit u ON u.id = q.unit_id
   WHERE p.id = s.person_id AND p.disabled_at IS NULL LIMIT 1;
  IF v IS NULL THEN RETURN NULL; END IF;
  IF v.role = 'admin' THEN
    own := '{}'; bit := 64; -- runs the installation; sees what anybody sees
  ELSE
    SELECT array_agg(id) INTO own FROM org_unit WHERE path @> ARRAY[v.unit_id];
    level_no := CASE v.level WHEN 'PMOC' THEN 2 WHEN 'MOC' THEN 1 ELSE 0 END;
    clearance_no := CASE v.clearance WHEN 'restricted' THEN 2 WHEN 'internal' THEN 1 ELSE 0 END;
    bit := 1 << (level_no * 3 + clearance_no);
  END IF;
  PERFORM set_config('app.units', own::text, true), set_config('app.bit', bit::text, true), set_config('app.role', v.role, true),
          set_config('app.person', v.person_id::text, true), set_config('app.position', v.position_id::text, true),
          set_config('app.aide', (v.aide_grant_id IS NOT NULL)::text, true);
  RETURN to_jsonb(v) || jsonb_build_object('bit', bit, 'session_kind', s.kind, 'created_at', s.created_at, 'last_seen_at', s.last_seen_at, 'expires_at', s.expires_at);
END $$;
--> statement-breakpoint
CREATE FUNCTION access.sign_in_candidate(the_login text) RETURNS TABLE (person_id int, password_hash text, is_demonstration boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
  $$ SELECT id, p.password_hash, p.is_demonstration FROM access.person p WHERE login = lower(the_login) AND disabled_at IS NULL $$;
--> statement-breakpoint
-- Whether anybody may sign in at all: a new installation says what to do first.
CREATE FUNCTION access.has_people() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
  $$ SELECT EXISTS (SELECT 1 FROM access.person WHERE password_hash IS NOT NULL AND disabled_at IS NULL) $$;
--> statement-breakpoint
-- When the next try is allowed; null: at once.
CREATE FUNCTION access.sign_in_allowed_at(the_login text, the_address text, at timestamptz) RETURNS timestamptz
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
  $$ SELECT max(next_at) FROM access.sign_in_delay WHERE next_at > at AND ((kind = 'login' AND key = lower(the_login)) OR (kind = 'address' AND key = the_address)) $$;
--> statement-breakpoint
-- The wait doubles from the third failure on: 1 s, 2 s, 4 s … 15 minutes; an address gets ten free ones.
CREATE FUNCTION access.sign_in_failed(the_login text, the_address text, at timestamptz) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  INSERT INTO access.sign_in_delay AS d (kind, key, failures, next_at)
  VALUES ('login', lower(the_login), 1, at), ('address', the_address, 1, at)
  ON CONFLICT (kind, key) DO UPDATE SET
    failures = CASE WHEN d.next_at < excluded.next_at - interval '1 hour' THEN 1 ELSE least(d.failures + 1, 1000) END,
    next_at = excluded.next_at + CASE
      WHEN d.next_at < excluded.next_at - interval '1 hour' THEN interval '0'
      ELSE least(interval '15 minutes', interval '1 second' * power(2, least(12, d.failures + 1 - CASE d.kind WHEN 'login' THEN 3 ELSE 10 END))
        * CASE WHEN d.failures + 1 >= CASE d.kind WHEN 'login' THEN 3 ELSE 10 END THEN 1 ELSE 0 END) END
$$;
--> statement-breakpoint
CREATE FUNCTION access.start_session(person int, the_position int, the_aide_grant int, token text, the_kind text, at timestamptz, the_expiry timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM access.holdings(person, (at AT TIME ZONE 'Asia/Bangkok')::date) h WHERE h.position_id = the_position AND h.aide_grant_id IS NOT DISTINCT FROM the_aide_grant;
  IF NOT FOUND THEN RETURN false; END IF;
  DELETE FROM access.sign_in_delay d USING access.person p WHERE p.id = person AND d.kind = 'login' AND d.key = p.login;
  INSERT INTO access.session (token_hash, person_id, position_id, aide_grant_id, kind, created_at, last_seen_at, expires_at)
  VALUES (access.token_hash(token), person, the_position, the_aide_grant, the_kind, at, at, the_expiry);
  RETURN true;
END $$;
--> statement-breakpoint
CREATE FUNCTION access.touch_session(token text, at timestamptz) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
  $$ UPDATE access.session SET last_seen_at = greatest(last_seen_at, at)
      WHERE token_hash = access.token_hash(token) AND at < expires_at AND (kind = 'token' OR at < last_seen_at + interval '30 minutes') $$;
--> statement-breakpoint
CREATE FUNCTION access.end_session(token text) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
  $$ DELETE FROM access.session WHERE token_hash = access.token_hash(token) $$;
--> statement-breakpoint
CREATE FUNCTION access.audit(at timestamptz, the_act text, person int, the_position int, was_aide boolean, unit int, the_subject text, the_outcome text, the_detail jsonb, the_address inet) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  INSERT INTO access.audit_log (at, act, person_id, position_id, on_behalf, unit_id, subject, outcome, detail, address)
  VALUES (at, the_act, person, the_position, was_aide, unit, the_subject, the_outcome, the_detail, the_address)
$$;
--> statement-breakpoint
-- Loads, pulls and decisions are written down by the database itself, whoever carries them out.
CREATE FUNCTION access.audit_run() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO access.audit_log (at, act, person_id, position_id, unit_id, subject, outcome, detail)
  VALUES (coalesce(NEW.finished_at, NEW.heartbeat_at, NEW.started_at), CASE NEW.source WHEN 'pull' THEN 'pull' ELSE 'load' END, NEW.person_id, NEW.position_id, NEW.unit_id,
    NEW.id::text, CASE NEW.status WHEN 'refused' THEN 'refused' WHEN 'failed' THEN 'failed' ELSE 'done' END,
    jsonb_build_object('source', NEW.source, 'status', NEW.status, 'read', NEW.read, 'accepted', NEW.accepted, 'unchanged', NEW.unchanged, 'rejected', NEW.rejected));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER run_audited AFTER UPDATE OF status ON etl_run FOR EACH ROW
  WHEN (OLD.status IN ('waiting', 'running') AND NEW.status NOT IN ('waiting', 'running', 'withdrawn')) EXECUTE FUNCTION access.audit_run();
--> statement-breakpoint
CREATE FUNCTION access.audit_decision() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO access.audit_log (at, act, person_id, position_id, unit_id, subject, outcome, detail)
  VALUES (NEW.decided_at, CASE NEW.decision WHEN 'submitted' THEN 'submit' WHEN 'accepted' THEN 'accept' WHEN 'returned' THEN 'return' ELSE 'withdraw' END,
    NEW.person_id, NEW.position_id, NEW.unit_id, NEW.run_id::text, 'done', jsonb_strip_nulls(jsonb_build_object('level', NEW.level, 'remark', NEW.remark)));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER decision_audited AFTER INSERT ON run_decision FOR EACH ROW EXECUTE FUNCTION access.audit_decision();
--> statement-breakpoint
-- For the live streams of a web process, which has no viewer: ids, units and audiences, no values.
CREATE FUNCTION access.publication_touches(after_id int) RETURNS TABLE (publication_id int, unit_id int, audiences smallint)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
  $$ SELECT t.publication_id, t.unit_id, t.audiences FROM publication_touch t WHERE t.publication_id > after_id $$;
--> statement-breakpoint
CREATE FUNCTION access.newest_publication() RETURNS TABLE (id int, published_at timestamptz, as_of_on date)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
  $$ SELECT p.id, p.published_at, p.as_of_on FROM publication p ORDER BY p.id DESC LIMIT 1 $$;
--> statement-breakpoint
-- The owner asks for an act on a run. The viewer must be who the act belongs to: the sending unit submits and withdraws,
-- the level next above accepts and returns; an aide never does. Returns the request's id, or a refusal's rule code.
CREATE FUNCTION access.request_act(the_run int, the_act text, the_remark text, at timestamptz) RETURNS jsonb
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE r record; me record; rank int; next_rank int; request_id int; why text; is_aide boolean := current_setting('app.aide', true) = 'true';
BEGIN
  SELECT * INTO r FROM etl_run WHERE id = the_run;
  SELECT q.unit_id, q.role, u.level INTO me FROM position q JOIN org_unit u ON u.id = q.unit_id WHERE q.id = access.position_id();
  rank := CASE me.level WHEN 'PMOC' THEN 2 WHEN 'MOC' THEN 1 ELSE 0 END;
  next_rank := CASE WHEN r.levels & 4 <> 0 THEN 3 WHEN r.levels & 2 <> 0 THEN 2 ELSE 1 END;
  why := CASE
    WHEN me IS NULL OR r IS NULL OR NOT r.unit_id = ANY (access.own_units()) OR r.audiences & access.own_bit() = 0 THEN 'run_not_found'
    WHEN is_aide THEN 'aide_may_not_decide'
    WHEN the_act NOT IN ('submit', 'withdraw', 'accept', 'return') THEN 'unknown_act'
    WHEN r.status NOT IN ('loaded', 'loaded_with_rejections') THEN 'run_not_decidable'
    WHEN the_act IN ('submit', 'withdraw') AND (me.unit_id <> r.unit_id OR me.role NOT IN ('officer', 'dg', 'ps', 'cio')) THEN 'not_the_sender'
    WHEN the_act IN ('accept', 'return') AND (rank <> next_rank OR me.role NOT IN ('officer', 'ps', 'cio', 'opdc', 'pm')) THEN 'not_the_level_above'
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
-- A finished upload becomes a job; only its own sender may say that it is whole.
CREATE FUNCTION access.request_load(the_upload uuid, chunks int, bytes bigint) RETURNS jsonb
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE up record; have record;
BEGIN
  SELECT * INTO up FROM upload WHERE id = the_upload AND person_id = access.person_id();
  IF up IS NULL THEN RETURN jsonb_build_object('refusal', 'upload_not_found'); END IF;
  SELECT count(*) AS n, coalesce(sum(length(c.bytes)), 0) AS size INTO have FROM upload_chunk c WHERE upload_id = the_upload;
  IF have.n <> chunks OR have.size <> bytes OR up.size_bytes <> bytes THEN RETURN jsonb_build_object('refusal', 'upload_incomplete'); END IF;
  UPDATE upload SET status = 'waiting' WHERE id = the_upload AND status = 'receiving';
  IF NOT FOUND THEN RETURN jsonb_build_object('refusal', 'already_asked'); END IF;
  PERFORM graphile_worker.add_job('load-upload', json_build_object('uploadId', the_upload), max_attempts := 3);
  RETURN jsonb_build_object('id', the_upload);
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION access.enter, access.sign_in_candidate, access.has_people, access.sign_in_allowed_at, access.sign_in_failed, access.start_session, access.touch_session, access.end_session, access.audit, access.publication_touches, access.newest_publication, access.request_act, access.request_load, access.holdings FROM PUBLIC;
