-- Lists from elsewhere (departments, inspections, the provincial platform): each file with its columns, each row as it
-- was written, whom it means, what it became and what was found. Card numbers of a row lie sealed beside its cells.
CREATE TABLE "outside_list" (
	"county" text NOT NULL,
	"campaign" text DEFAULT nullif(current_setting('ruhu.campaign', true), '') NOT NULL,
	"id" uuid NOT NULL,
	"no" integer NOT NULL,
	"kind" text NOT NULL,
	"origin" text NOT NULL,
	"unit" text NOT NULL,
	"file_name" text NOT NULL,
	"columns" jsonb NOT NULL,
	"content" text NOT NULL,
	"by_staff" uuid,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "outside_list_county_campaign_id_pk" PRIMARY KEY("county","campaign","id"),
	CONSTRAINT "outside_list_no" UNIQUE("county","campaign","no")
);
--> statement-breakpoint
CREATE TABLE "outside_row" (
	"county" text NOT NULL,
	"campaign" text DEFAULT nullif(current_setting('ruhu.campaign', true), '') NOT NULL,
	"id" uuid NOT NULL,
	"no" integer NOT NULL,
	"list_id" uuid NOT NULL,
	"sheet" text DEFAULT '' NOT NULL,
	"row_no" integer NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"unit" text NOT NULL,
	"becomes" text NOT NULL,
	"person" text DEFAULT '' NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"cells" jsonb NOT NULL,
	"sealed" "bytea",
	"household_id" uuid,
	"village" text,
	"township" text,
	"matched_by" text,
	"candidates" uuid[] DEFAULT '{}' NOT NULL,
	"problem_id" uuid,
	"lead_id" uuid,
	"result" text,
	"finding" text,
	"answered_by" uuid,
	"answered_at" timestamp with time zone,
	CONSTRAINT "outside_row_county_campaign_id_pk" PRIMARY KEY("county","campaign","id"),
	CONSTRAINT "outside_row_no" UNIQUE("county","campaign","no"),
	CONSTRAINT "outside_row_once" UNIQUE("county","campaign","list_id","key"),
	CONSTRAINT "outside_row_list" FOREIGN KEY ("county","campaign","list_id") REFERENCES "public"."outside_list"("county","campaign","id"),
	CONSTRAINT "outside_row_household" FOREIGN KEY ("county","household_id") REFERENCES "public"."household"("county","id"),
	CONSTRAINT "outside_row_becomes" CHECK ("outside_row"."becomes" in ('problem', 'lead', 'question', 'comparison')),
	CONSTRAINT "outside_row_matched_by" CHECK ("outside_row"."matched_by" in ('id', 'code', 'name', 'place', 'hand')),
	CONSTRAINT "outside_row_result" CHECK ("outside_row"."result" in ('true', 'false', 'settled'))
);
--> statement-breakpoint
CREATE INDEX "outside_row_by_household" ON "outside_row" USING btree ("county","campaign","household_id");--> statement-breakpoint
CREATE INDEX "outside_row_by_village" ON "outside_row" USING btree ("county","campaign","village");--> statement-breakpoint
-- Which heading of an origin's files means what, remembered from the first time.
CREATE TABLE "outside_mapping" (
	"county" text NOT NULL,
	"kind" text NOT NULL,
	"origin" text NOT NULL,
	"headings" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "outside_mapping_county_kind_origin_pk" PRIMARY KEY("county","kind","origin")
);
--> statement-breakpoint
DO $$
DECLARE
  in_county constant text := $q$county = (select current_setting('ruhu.county', true))$q$;
  here constant text := $q$county = (select current_setting('ruhu.county', true)) and campaign = (select current_setting('ruhu.campaign', true))$q$;
  in_villages constant text := $q$((select current_setting('ruhu.villages', true)) = '*' or village = any ((select string_to_array(current_setting('ruhu.villages', true), ','))::text[]))$q$;
  my_units constant text := $q$any ((select string_to_array(current_setting('ruhu.units', true), ','))::text[])$q$;
  mine constant text := $q$household_id = any ((select string_to_array(nullif(current_setting('ruhu.households', true), ''), ','))::uuid[])$q$;
  importing constant text := $q$(nullif(current_setting('ruhu.import', true), '') IS NOT NULL)$q$;
  one record;
BEGIN
  FOR one IN SELECT * FROM (VALUES
    ('outside_list', '''county'', ''campaign'', ''id'''), ('outside_row', '''county'', ''campaign'', ''id'''),
    ('outside_mapping', '''county'', ''kind'', ''origin''')) v(relation, keys)
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', one.relation);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', one.relation);
    EXECUTE format('CREATE TRIGGER note_import_added AFTER INSERT ON %I REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT WHEN %s EXECUTE FUNCTION ruhu_note_import(%s)', one.relation, importing, one.keys);
    EXECUTE format('CREATE TRIGGER note_import_changed AFTER UPDATE ON %I REFERENCING OLD TABLE AS stood NEW TABLE AS fresh FOR EACH STATEMENT WHEN %s EXECUTE FUNCTION ruhu_note_import(%s)', one.relation, importing, one.keys);
    EXECUTE format('CREATE TRIGGER note_import_removed AFTER DELETE ON %I REFERENCING OLD TABLE AS stood FOR EACH STATEMENT WHEN %s EXECUTE FUNCTION ruhu_note_import(%s)', one.relation, importing, one.keys);
  END LOOP;
  EXECUTE format('CREATE POLICY by_county ON outside_list USING (%s)', here);
  EXECUTE format('CREATE POLICY by_county ON outside_mapping USING (%s)', in_county);
  EXECUTE format('CREATE POLICY by_village_or_unit ON outside_row USING (%s and (%s or unit = %s or (village is null and township = %s) or %s))',
    here, in_villages, my_units, my_units, mine);
  -- What others write of a household is nothing for a group.
  CREATE POLICY never_in_room ON outside_row AS RESTRICTIVE USING ((select coalesce(current_setting('ruhu.room', true), '')) = '');
END $$;
--> statement-breakpoint
-- As 0042 made it, with the lists: what hangs on a row goes before it and comes back behind it.
DO $$
DECLARE
  body text := pg_get_functiondef('ruhu_undo_import(uuid)'::regprocedure);
BEGIN
  EXECUTE replace(body, 'ARRAY[''assignment'',', 'ARRAY[''outside_row'', ''outside_list'', ''outside_mapping'', ''assignment'',');
END $$;
