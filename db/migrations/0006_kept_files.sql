-- The highest clearance that any record of a run's files asks for: public 0, internal 1, restricted 2. Set while they are read.
ALTER TABLE "etl_run" ADD COLUMN "file_clearance" smallint DEFAULT 0 NOT NULL;
--> statement-breakpoint
CREATE FUNCTION access.own_clearance() RETURNS int LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT CASE WHEN access.own_bit() IN (4, 32, 256) THEN 2 WHEN access.own_bit() IN (2, 16, 128) THEN 1 ELSE 0 END $$;
--> statement-breakpoint
-- The viewer's level as a run's levels name it: DOC 1, MOC 2, PMOC 4.
CREATE FUNCTION access.own_level() RETURNS int LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT CASE WHEN access.own_bit() >= 64 THEN 4 WHEN access.own_bit() >= 8 THEN 2 ELSE 1 END $$;
--> statement-breakpoint
-- Whether the viewer may have a run's files as they were sent: in the own subtree, with the clearance of every record in them;
-- the sending unit, the levels that the run is shown at, and the one it waits for. Of a file that was refused nobody knows what
-- it holds: its officer alone. For outsiders and administrators there is no file.
CREATE FUNCTION access.may_read_files(the_run int) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM etl_run r
      LEFT JOIN LATERAL (SELECT d.decision FROM run_decision d WHERE d.run_id = r.id ORDER BY d.id DESC LIMIT 1) last ON true
     WHERE r.id = the_run AND r.unit_id = ANY (access.own_units()) AND r.audiences & access.own_bit() <> 0
       AND r.status NOT IN ('waiting', 'running') AND r.file_clearance <= access.own_clearance()
       AND CASE
         WHEN r.unit_id = (SELECT q.unit_id FROM position q WHERE q.id = access.position_id())
           THEN r.status NOT IN ('refused', 'failed') OR access.role() = 'officer'
         ELSE r.levels & access.own_level() <> 0
           OR (r.status IN ('loaded', 'loaded_with_rejections') AND access.own_level() = CASE WHEN r.levels & 2 = 0 THEN 2 ELSE 4 END
               AND coalesce(last.decision, '') <> 'returned' AND (r.source <> 'upload' OR last.decision IN ('submitted', 'accepted')))
       END)
$$;
--> statement-breakpoint
CREATE FUNCTION access.kept_files(the_run int) RETURNS TABLE (file_no smallint, name text, size_bytes bigint, erased_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT f.file_no, f.name, k.size_bytes, k.erased_at FROM run_file f JOIN kept_file k ON k.sha256 = f.sha256
   WHERE f.run_id = the_run AND access.may_read_files(the_run)
$$;
--> statement-breakpoint
-- Few readings are hidden by suppression; every few pieces of a file ask whether one of its feed's is.
CREATE INDEX reading_suppressed ON reading (run_id) WHERE audiences <> fact_audiences(levels, classification);
--> statement-breakpoint
-- Compressed pieces of a kept file, in order. A reading that is hidden from the viewer because a total would tell another
-- (suppression) must not be read from the file: not even where a later run of the same feed left it unchanged, nor by the level
-- that the run still waits for.
CREATE FUNCTION access.kept_file_pieces(the_run int, the_file int, from_seq int, how_many int) RETURNS TABLE (seq int, bytes bytea)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT c.seq, c.bytes FROM run_file f JOIN kept_file k ON k.sha256 = f.sha256 AND k.erased_at IS NULL JOIN kept_file_chunk c ON c.sha256 = f.sha256
   WHERE f.run_id = the_run AND f.file_no = the_file AND c.seq >= from_seq AND c.seq < from_seq + how_many AND access.may_read_files(the_run)
     AND NOT EXISTS (
       SELECT FROM etl_run r JOIN etl_run e ON e.id = r.id OR e.feed_id = r.feed_id
         JOIN reading x ON x.run_id = e.id AND x.audiences <> fact_audiences(x.levels, x.classification)
        WHERE r.id = the_run
          AND CASE WHEN x.levels & access.own_level() <> 0 THEN fact_audiences(x.levels, x.classification) & ~x.audiences & access.own_bit() <> 0
                   ELSE r.unit_id <> (SELECT q.unit_id FROM position q WHERE q.id = access.position_id()) END)
   ORDER BY c.seq
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION access.kept_files, access.kept_file_pieces FROM PUBLIC;
