-- Who holds which office, for whoever runs the installation: names to sign in with and when that was last done are nobody else's.
CREATE FUNCTION access.office_holders(the_day date, the_text text, how_many int, the_offset int)
  RETURNS TABLE (position_id int, person_id int, login text, title_th text, name_th text, name_en text, capacity text, from_on date, to_on date,
                 last_sign_in timestamptz, disabled_at timestamptz, total int)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH held AS (
    SELECT a.position_id, a.person_id, coalesce(a.acting, 'holder') AS capacity, a.from_on, a.to_on FROM access.appointment a
     WHERE a.to_on IS NULL OR a.to_on >= the_day
    UNION ALL
    SELECT g.principal_position_id, g.aide_person_id, 'aide', g.from_on, g.to_on FROM access.aide_grant g WHERE g.to_on >= the_day),
  found AS (
    SELECT h.*, p.login, p.title_th, p.name_th, p.name_en, p.disabled_at, u.path, q.code
      FROM held h JOIN access.person p ON p.id = h.person_id JOIN position q ON q.id = h.position_id JOIN org_unit u ON u.id = q.unit_id
     WHERE access.role() = 'admin' AND coalesce(current_setting('app.aide', true), '') <> 'true'
       AND (the_text IS NULL OR strpos(lower(concat_ws(' ', p.login, p.title_th, p.name_th, p.name_en, q.code, q.title_th, q.title_en, u.code, u.name_th, u.name_en)), lower(the_text)) > 0)),
  page AS (
    SELECT f.*, count(*) OVER ()::int AS total FROM found f
     ORDER BY f.path, f.code, f.capacity <> 'holder', f.capacity = 'aide', f.from_on, f.login LIMIT how_many OFFSET the_offset)
  SELECT p.position_id, p.person_id, p.login, p.title_th, p.name_th, p.name_en, p.capacity, p.from_on, p.to_on,
         (SELECT max(l.at) FROM access.audit_log l WHERE l.person_id = p.person_id AND l.act = 'sign_in' AND l.outcome = 'done'), p.disabled_at, p.total
    FROM page p ORDER BY p.path, p.code, p.capacity <> 'holder', p.capacity = 'aide', p.from_on, p.login
$$;
--> statement-breakpoint
-- Principals, who may let an aide read and prepare for them; an aide has no aides.
CREATE FUNCTION access.is_principal() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT access.role() IN ('pm', 'minister', 'ps') AND coalesce(current_setting('app.aide', true), '') <> 'true' $$;
--> statement-breakpoint
-- The aides of the viewer's own office, past ones left out.
CREATE FUNCTION access.own_aides(the_day date) RETURNS TABLE (id int, title_th text, name_th text, name_en text, from_on date, to_on date)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT g.id, p.title_th, p.name_th, p.name_en, g.from_on, g.to_on FROM access.aide_grant g JOIN access.person p ON p.id = g.aide_person_id
   WHERE access.is_principal() AND g.principal_position_id = access.position_id() AND g.to_on >= the_day ORDER BY g.from_on, g.id
$$;
--> statement-breakpoint
-- A principal appoints an aide for days that are named, at most a year and a day. Returns the grant's id, or a refusal's code.
CREATE FUNCTION access.appoint_aide(the_login text, the_from date, the_to date, at timestamptz) RETURNS jsonb
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE aide int; why text; grant_id int; today date := (at AT TIME ZONE 'Asia/Bangkok')::date;
BEGIN
  -- Locked, so that of two forms sent at once the second sees what the first appointed.
  SELECT p.id INTO aide FROM access.person p WHERE p.login = lower(btrim(the_login)) AND p.disabled_at IS NULL FOR NO KEY UPDATE;
  why := CASE
    WHEN NOT access.is_principal() THEN 'not_a_principal'
    WHEN aide IS NULL THEN 'aide_unknown'
    WHEN aide = access.person_id() THEN 'aide_is_oneself'
    WHEN the_from IS NULL OR the_to IS NULL OR the_to < the_from OR the_to < today THEN 'aide_days_wrong'
    WHEN the_to > the_from + 366 THEN 'aide_days_too_many'
    WHEN EXISTS (SELECT 1 FROM access.aide_grant g WHERE g.aide_person_id = aide AND g.principal_position_id = access.position_id()
                  AND g.from_on <= the_to AND g.to_on >= the_from) THEN 'aide_already' END;
  IF why IS NULL THEN
    INSERT INTO access.aide_grant (aide_person_id, principal_position_id, from_on, to_on) VALUES (aide, access.position_id(), the_from, the_to) RETURNING id INTO grant_id;
  END IF;
  INSERT INTO access.audit_log (at, act, person_id, position_id, on_behalf, unit_id, subject, outcome, detail)
  SELECT at, 'appoint_aide', access.person_id(), q.id, coalesce(current_setting('app.aide', true), '') = 'true', q.unit_id, left(lower(btrim(the_login)), 100),
         CASE WHEN why IS NULL THEN 'done' ELSE 'refused' END,
         CASE WHEN why IS NULL THEN jsonb_build_object('from', the_from, 'to', the_to) ELSE jsonb_build_object('refusal', why) END
    FROM position q WHERE q.id = access.position_id();
  RETURN CASE WHEN why IS NULL THEN jsonb_build_object('id', grant_id) ELSE jsonb_build_object('refusal', why) END;
END $$;
--> statement-breakpoint
-- Ends an aide's days with yesterday: the session of somebody who reads under them ends with its next page. False for one that is not the viewer's own.
CREATE FUNCTION access.end_aide(the_grant int, at timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE ended record; today date := (at AT TIME ZONE 'Asia/Bangkok')::date;
BEGIN
  SELECT g.id, g.from_on, p.login INTO ended FROM access.aide_grant g JOIN access.person p ON p.id = g.aide_person_id
   WHERE g.id = the_grant AND access.is_principal() AND g.principal_position_id = access.position_id() AND g.to_on >= today FOR UPDATE OF g;
  IF ended IS NULL THEN RETURN false; END IF;
  -- Days that begin today or later cannot end before they begin: they go, and the audit log's rows stay.
  IF ended.from_on >= today THEN
    DELETE FROM access.session s WHERE s.aide_grant_id = ended.id;
    DELETE FROM access.aide_grant g WHERE g.id = ended.id;
  ELSE
    UPDATE access.aide_grant SET to_on = today - 1 WHERE id = ended.id;
  END IF;
  INSERT INTO access.audit_log (at, act, person_id, position_id, unit_id, subject, outcome)
  SELECT at, 'end_aide', access.person_id(), q.id, q.unit_id, ended.login, 'done' FROM position q WHERE q.id = access.position_id();
  RETURN true;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION access.office_holders, access.own_aides, access.appoint_aide, access.end_aide FROM PUBLIC;
