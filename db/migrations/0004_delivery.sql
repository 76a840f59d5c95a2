CREATE TABLE "send_pace" (
	"county" text NOT NULL,
	"channel" text NOT NULL,
	"receiver" text NOT NULL,
	"next_at" timestamp with time zone NOT NULL,
	CONSTRAINT "send_pace_county_channel_receiver_pk" PRIMARY KEY("county","channel","receiver")
);
--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "useful_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "parts_sent" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
-- The new table is held by the same rules as the old ones (0001_access.sql).
ALTER TABLE "send_pace" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "send_pace" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY by_county ON "send_pace" USING (county = (select current_setting('ruhu.county', true)));--> statement-breakpoint
-- Both are written again and again while messages go out: room on the page keeps the new versions there.
ALTER TABLE "send_pace" SET (fillfactor = 50);--> statement-breakpoint
ALTER TABLE "outbox" SET (fillfactor = 70);
