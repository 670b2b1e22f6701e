-- A file that did not arrive whole leaves nothing; only its own sender may take it back, and only until it is asked to be loaded.
CREATE FUNCTION access.drop_upload(the_upload uuid) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE upload SET status = 'failed' WHERE id = the_upload AND person_id = access.person_id() AND status = 'receiving';
  IF FOUND THEN DELETE FROM upload_chunk WHERE upload_id = the_upload; END IF;
END $$;
--> statement-breakpoint
-- For the worker's daily job: sessions past their absolute limit, which nothing can enter any more, and failed sign-ins so old
-- that the next one counts as the first (access.sign_in_failed forgets after an hour).
CREATE FUNCTION access.forget_expired(at timestamptz) RETURNS TABLE (sessions int, delays int)
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH s AS (DELETE FROM access.session WHERE expires_at <= at RETURNING 1),
       d AS (DELETE FROM access.sign_in_delay WHERE next_at < at - interval '1 day' RETURNING 1)
  SELECT (SELECT count(*)::int FROM s), (SELECT count(*)::int FROM d)
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION access.drop_upload, access.forget_expired FROM PUBLIC;
