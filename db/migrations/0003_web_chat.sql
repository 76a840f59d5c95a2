CREATE TABLE "web_message" (
	"county" text NOT NULL,
	"id" text NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "web_message_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"chat" text NOT NULL,
	"staff_id" uuid,
	"author_name" text,
	"at" timestamp with time zone NOT NULL,
	"content" jsonb NOT NULL,
	"mention" text[],
	"mime" text,
	"data" "bytea",
	CONSTRAINT "web_message_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "web_ticket" (
	"county" text NOT NULL,
	"id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "web_ticket_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE INDEX "web_message_by_chat" ON "web_message" USING btree ("county","chat","seq");--> statement-breakpoint
CREATE INDEX "web_message_by_time" ON "web_message" USING btree ("county","at");--> statement-breakpoint
-- A private chat is seen by its person alone, a group's by those the program lets in; the program writes.
ALTER TABLE "web_message" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "web_message" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY by_chat ON "web_message" USING (county = (select current_setting('ruhu.county', true))
  and ((select current_setting('ruhu.villages', true)) = '*' or chat like 'room:%'
    or chat = (select 'person:' || current_setting('ruhu.staff', true))));--> statement-breakpoint
ALTER TABLE "web_ticket" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "web_ticket" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY by_county ON "web_ticket" USING (county = (select current_setting('ruhu.county', true)));
