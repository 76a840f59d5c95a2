CREATE TABLE "spot_check" (
	"county" text NOT NULL,
	"id" uuid NOT NULL,
	"household_id" uuid NOT NULL,
	"visit_id" uuid NOT NULL,
	"village" text NOT NULL,
	"township" text NOT NULL,
	"helper" uuid NOT NULL,
	"why" text[] NOT NULL,
	"seed" text NOT NULL,
	"drawn_at" timestamp with time zone NOT NULL,
	"drawn_by" uuid,
	"status" text DEFAULT 'drawn' NOT NULL,
	"answers" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"differences" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"done_at" timestamp with time zone,
	"done_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "spot_check_county_id_pk" PRIMARY KEY("county","id"),
	CONSTRAINT "spot_check_status" CHECK ("spot_check"."status" in ('drawn', 'done'))
);
--> statement-breakpoint
ALTER TABLE "spot_check" ADD CONSTRAINT "spot_check_household" FOREIGN KEY ("county","household_id") REFERENCES "public"."household"("county","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "spot_check_once" ON "spot_check" USING btree ("county","household_id") WHERE status = 'drawn';--> statement-breakpoint
CREATE INDEX "spot_check_by_village" ON "spot_check" USING btree ("county","village","status");--> statement-breakpoint
ALTER TABLE "spot_check" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "spot_check" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY by_village ON "spot_check" USING (
  county = (select current_setting('ruhu.county', true))
  and ((select current_setting('ruhu.villages', true)) = '*'
    or village = any ((select string_to_array(current_setting('ruhu.villages', true), ','))::text[])));
