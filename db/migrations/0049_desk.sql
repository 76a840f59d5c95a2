-- Files on their way in and out at the administrators' page, sealed: whichever process is asked next can go on.
CREATE TABLE "desk_work" (
	"county" text NOT NULL,
	"id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"title" text NOT NULL,
	"state" text NOT NULL,
	"rows" integer DEFAULT 0 NOT NULL,
	"result" "bytea",
	"beat_at" timestamp with time zone NOT NULL,
	"goes_at" timestamp with time zone NOT NULL,
	CONSTRAINT "desk_work_county_id_pk" PRIMARY KEY("county","id"),
	CONSTRAINT "desk_work_state" CHECK ("desk_work"."state" in ('running', 'done', 'failed')),
	CONSTRAINT "desk_work_rows" CHECK ("desk_work"."rows" >= 0)
);
--> statement-breakpoint
CREATE TABLE "desk_file" (
	"county" text NOT NULL,
	"work_id" uuid NOT NULL,
	"no" integer NOT NULL,
	"data" "bytea" NOT NULL,
	CONSTRAINT "desk_file_county_work_id_no_pk" PRIMARY KEY("county","work_id","no")
);
--> statement-breakpoint
ALTER TABLE "desk_file" ADD CONSTRAINT "desk_file_of_work" FOREIGN KEY ("county","work_id") REFERENCES "desk_work"("county","id") ON DELETE CASCADE;
--> statement-breakpoint
ALTER TABLE desk_work ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE desk_work FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE desk_file ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE desk_file FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- They hold whole registers: for the program alone, never within somebody's villages.
CREATE POLICY whole_county ON desk_work USING (county = (select current_setting('ruhu.county', true))
  and (select current_setting('ruhu.villages', true)) = '*');
--> statement-breakpoint
CREATE POLICY whole_county ON desk_file USING (county = (select current_setting('ruhu.county', true))
  and (select current_setting('ruhu.villages', true)) = '*');
