CREATE TABLE "village_size" (
	"county" text NOT NULL,
	"village" text NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "village_size_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"households" integer NOT NULL,
	CONSTRAINT "village_size_county_village_id_pk" PRIMARY KEY("county","village","id")
);
--> statement-breakpoint
DROP INDEX "household_counted";--> statement-breakpoint
-- The new table is held by the same rules as the old ones (0001_access.sql); it is only ever added to.
ALTER TABLE "village_size" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "village_size" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY by_village ON "village_size" USING (county = (select current_setting('ruhu.county', true))
  and ((select current_setting('ruhu.villages', true)) = '*' or village = any ((select string_to_array(current_setting('ruhu.villages', true), ','))::text[])));--> statement-breakpoint
-- What a statement changed in the number of active households, as summands per village.
CREATE FUNCTION ruhu_size_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO village_size (county, village, households)
  SELECT county, village, count(*) FROM added WHERE active GROUP BY county, village;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION ruhu_size_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO village_size (county, village, households)
  SELECT county, village, sum(n) FROM (
    SELECT county, village, 1 AS n FROM added WHERE active UNION ALL SELECT county, village, -1 FROM gone WHERE active) d
  GROUP BY county, village HAVING sum(n) <> 0;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION ruhu_size_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO village_size (county, village, households)
  SELECT county, village, -count(*) FROM gone WHERE active GROUP BY county, village;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION ruhu_size_emptied() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM village_size;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER size_added AFTER INSERT ON household REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION ruhu_size_added();--> statement-breakpoint
CREATE TRIGGER size_changed AFTER UPDATE ON household REFERENCING OLD TABLE AS gone NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION ruhu_size_changed();--> statement-breakpoint
CREATE TRIGGER size_gone AFTER DELETE ON household REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION ruhu_size_gone();--> statement-breakpoint
CREATE TRIGGER size_emptied AFTER TRUNCATE ON household FOR EACH STATEMENT EXECUTE FUNCTION ruhu_size_emptied();--> statement-breakpoint
-- What is there already; the owner is held by row-level security too, so it is lifted for this one statement.
ALTER TABLE household NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE village_size NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
INSERT INTO village_size (county, village, households) SELECT county, village, count(*) FROM household WHERE active GROUP BY county, village;--> statement-breakpoint
ALTER TABLE household FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE village_size FORCE ROW LEVEL SECURITY;--> statement-breakpoint
REVOKE UPDATE ON village_size FROM ruhu_app;
