CREATE TABLE "carrier" (
	"county" text NOT NULL,
	"id" uuid NOT NULL,
	"through" bigint NOT NULL,
	"open" bigint[] NOT NULL,
	"noted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "carrier_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
DROP INDEX "inbox_unsent";--> statement-breakpoint
ALTER TABLE "inbox" ADD COLUMN "carrier" uuid;--> statement-breakpoint
ALTER TABLE "inbox" ADD COLUMN "carried" bigint;--> statement-breakpoint
CREATE INDEX "inbox_carried" ON "inbox" USING btree ("county","carrier","carried") WHERE carrier is not null;--> statement-breakpoint
CREATE INDEX "inbox_unsent" ON "inbox" USING btree ("county","received_at") WHERE sent_at is null and carrier is null;--> statement-breakpoint
ALTER TABLE "carrier" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "carrier" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY by_county ON "carrier" USING (county = (select current_setting('ruhu.county', true)));
