ALTER TABLE "self_report" ADD COLUMN "send_lease" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "self_report" ADD COLUMN "send_tries" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "self_report" ADD COLUMN "send_error" text;--> statement-breakpoint
CREATE INDEX "attachment_by_problem" ON "attachment" USING btree ("county","problem_id");