-- What an import changed, so that it can be undone within the day: the row before, and how it looked after.
CREATE TABLE "import_change" (
	"county" text NOT NULL,
	"import_id" uuid NOT NULL,
	"no" bigint GENERATED ALWAYS AS IDENTITY,
	"relation" text NOT NULL,
	"key" jsonb NOT NULL,
	"before" jsonb,
	"after" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "import_change_county_import_id_no_pk" PRIMARY KEY("county","import_id","no")
);
--> statement-breakpoint
CREATE INDEX "import_change_by_age" ON "import_change" ("county","at");
--> statement-breakpoint
ALTER TABLE import_change ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE import_change FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- It holds rows of the whole register: for the program alone, never within somebody's villages.
CREATE POLICY whole_county ON import_change USING (county = (select current_setting('ruhu.county', true))
  and (select current_setting('ruhu.villages', true)) = '*');
--> statement-breakpoint
REVOKE UPDATE ON import_change FROM ruhu_app;
--> statement-breakpoint
ALTER TABLE register_import ADD COLUMN "undone_at" timestamp with time zone;
--> statement-breakpoint
-- The trigger's arguments are the key's columns. The zone is set so that a moment always reads the same.
CREATE FUNCTION ruhu_note_import() RETURNS trigger LANGUAGE plpgsql SET timezone TO 'UTC' AS $$
DECLARE
  kept jsonb := to_jsonb(coalesce(NEW, OLD));
BEGIN
  INSERT INTO import_change (county, import_id, relation, key, before, after)
  SELECT kept ->> 'county', current_setting('ruhu.import')::uuid, TG_TABLE_NAME,
    (SELECT jsonb_object_agg(k, kept -> k) FROM unnest(TG_ARGV) k),
    CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END,
    CASE WHEN TG_OP <> 'DELETE' THEN md5(to_jsonb(NEW)::text) END;
  RETURN NULL;
END $$;
--> statement-breakpoint
DO $$
DECLARE
  one record;
BEGIN
  FOR one IN SELECT * FROM (VALUES
    ('unit', '''county'', ''code'''), ('staff', '''county'', ''id'''), ('room', '''county'', ''id'''),
    ('household', '''county'', ''id'''), ('assignment', '''county'', ''campaign'', ''household_id'', ''staff_id'''),
    ('register_fact', '''county'', ''household_id'', ''source'''), ('setting', '''county'', ''key''')) v(relation, keys)
  LOOP
    EXECUTE format('CREATE TRIGGER note_import AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW
      WHEN (nullif(current_setting(''ruhu.import'', true), '''') IS NOT NULL) EXECUTE FUNCTION ruhu_note_import(%s)', one.relation, one.keys);
  END LOOP;
END $$;
--> statement-breakpoint
-- Puts back what an import changed, the last change first. Nothing is done where a row was changed again since, or
-- where something now hangs on one that would go: then the tables it is about come back with how many rows.
CREATE FUNCTION ruhu_undo_import(which uuid) RETURNS TABLE (relation text, touched integer)
LANGUAGE plpgsql SET timezone TO 'UTC' AS $$
#variable_conflict use_column
DECLARE
  one record;
  keyed text;
  is_same boolean;
  columns text;
  hit integer;
  moved jsonb := '{}';
BEGIN
  FOR one IN
    SELECT DISTINCT ON (c.relation, c.key) c.relation, c.key, c.after FROM import_change c
    WHERE c.county = current_setting('ruhu.county') AND c.import_id = which ORDER BY c.relation, c.key, c.no DESC
  LOOP
    SELECT string_agg(format('t.%1$I = k.%1$I', key), ' and ') INTO keyed FROM jsonb_object_keys(one.key) key;
    EXECUTE format('SELECT md5(to_jsonb(t)::text) IS NOT DISTINCT FROM $2 FROM jsonb_populate_record(NULL::%1$I, $1) k LEFT JOIN %1$I t ON %2$s',
      one.relation, keyed) INTO is_same USING one.key, one.after;
    IF NOT is_same THEN
      moved := moved || jsonb_build_object(one.relation, coalesce((moved ->> one.relation)::int, 0) + 1);
    END IF;
  END LOOP;
  IF moved <> '{}' THEN
    RETURN QUERY SELECT m.key, m.value::int FROM jsonb_each_text(moved) m;
    RETURN;
  END IF;
  FOR one IN
    SELECT c.relation, c.key, c.before FROM import_change c
    WHERE c.county = current_setting('ruhu.county') AND c.import_id = which ORDER BY c.no DESC
  LOOP
    SELECT string_agg(format('t.%1$I = k.%1$I', key), ' and ') INTO keyed FROM jsonb_object_keys(one.key) key;
    IF one.before IS NULL THEN
      EXECUTE format('DELETE FROM %1$I t USING jsonb_populate_record(NULL::%1$I, $1) k WHERE %2$s', one.relation, keyed) USING one.key;
    ELSE
      SELECT string_agg(quote_ident(a.attname), ', ') INTO columns FROM pg_attribute a
      WHERE a.attrelid = one.relation::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND a.attidentity = '';
      EXECUTE format('UPDATE %1$I t SET (%3$s) = (SELECT %3$s FROM jsonb_populate_record(NULL::%1$I, $2)) FROM jsonb_populate_record(NULL::%1$I, $1) k WHERE %2$s',
        one.relation, keyed, columns) USING one.key, one.before;
      GET DIAGNOSTICS hit = ROW_COUNT;
      IF hit = 0 THEN
        EXECUTE format('INSERT INTO %1$I (%2$s) SELECT %2$s FROM jsonb_populate_record(NULL::%1$I, $1)', one.relation, columns) USING one.before;
      END IF;
    END IF;
  END LOOP;
  RETURN;
EXCEPTION WHEN foreign_key_violation THEN
  RETURN QUERY SELECT one.relation::text, 1;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION ruhu_undo_import(uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION ruhu_undo_import(uuid) TO ruhu_app;
