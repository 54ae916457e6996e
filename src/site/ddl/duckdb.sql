-- Generated from the schema files. Views of an archive for DuckDB.
-- Replace ROOT by the archive's root: a path, or s3://bucket/prefix (with httpfs).
-- DuckDB looks for the files when a view is made: leave out the view of a table that
-- has no file yet.
-- While an archive has files of several schema versions, add union_by_name = true:
-- every file is opened first then.

CREATE SCHEMA IF NOT EXISTS "stocktwits";

CREATE SCHEMA IF NOT EXISTS "twitter";

CREATE OR REPLACE VIEW "stocktwits"."messages" AS
SELECT * FROM read_parquet('ROOT/stocktwits/messages/*/*.parquet', hive_partitioning = true, hive_types = {'date': DATE});
COMMENT ON VIEW "stocktwits"."messages" IS 'Messages of StockTwits, one row each, from all generations of backup files. Columns bear the API''s own names.';

CREATE OR REPLACE VIEW "stocktwits"."message_deletions" AS
SELECT * FROM read_parquet('ROOT/stocktwits/message_deletions/*/*.parquet', hive_partitioning = true, hive_types = {'date': DATE});
COMMENT ON VIEW "stocktwits"."message_deletions" IS 'Deletions of messages, one row each. A deletion may concern a message of any earlier day.';

CREATE OR REPLACE VIEW "stocktwits"."friendships" AS
SELECT * FROM read_parquet('ROOT/stocktwits/friendships/*/*.parquet', hive_partitioning = true, hive_types = {'date': DATE});
COMMENT ON VIEW "stocktwits"."friendships" IS 'Users beginning (create) and ceasing (destroy) to follow others, one row each.';

CREATE OR REPLACE VIEW "stocktwits"."blocks" AS
SELECT * FROM read_parquet('ROOT/stocktwits/blocks/*/*.parquet', hive_partitioning = true, hive_types = {'date': DATE});
COMMENT ON VIEW "stocktwits"."blocks" IS 'Users blocking (create) and unblocking (destroy) others, one row each.';

CREATE OR REPLACE VIEW "stocktwits"."message_likes" AS
SELECT * FROM read_parquet('ROOT/stocktwits/message_likes/*/*.parquet', hive_partitioning = true, hive_types = {'date': DATE});
COMMENT ON VIEW "stocktwits"."message_likes" IS 'Users liking (create) and unliking (destroy) messages, one row each.';

CREATE OR REPLACE VIEW "stocktwits"."observed_messages" AS
SELECT * FROM read_parquet('ROOT/stocktwits/observed_messages/*/*.parquet', hive_partitioning = true, hive_types = {'date': DATE});
COMMENT ON VIEW "stocktwits"."observed_messages" IS 'Messages as pages of the REST API show them, one row for each sweep that saw one: a message seen twice is two rows, and their counters differ. The columns of stocktwits/messages, and where and when the message was seen.';

CREATE OR REPLACE VIEW "stocktwits"."observed_symbols" AS
SELECT * FROM read_parquet('ROOT/stocktwits/observed_symbols/*/*.parquet', hive_partitioning = true, hive_types = {'date': DATE});
COMMENT ON VIEW "stocktwits"."observed_symbols" IS 'Symbols as pages of the REST API show them: what trends, what a watch list or a search has. One row for each sweep that saw one, with the columns that symbols have in stocktwits/messages.';

CREATE OR REPLACE VIEW "stocktwits"."observed_users" AS
SELECT * FROM read_parquet('ROOT/stocktwits/observed_users/*/*.parquet', hive_partitioning = true, hive_types = {'date': DATE});
COMMENT ON VIEW "stocktwits"."observed_users" IS 'Users as pages of the REST API show them: whom the account follows, blocks or mutes, who follows it, what a search finds. One row for each sweep that saw one, with the columns that a user has in stocktwits/messages.';

CREATE OR REPLACE VIEW "stocktwits"."observed_watchlists" AS
SELECT * FROM read_parquet('ROOT/stocktwits/observed_watchlists/*/*.parquet', hive_partitioning = true, hive_types = {'date': DATE});
COMMENT ON VIEW "stocktwits"."observed_watchlists" IS 'Watch lists of the account as pages of the REST API show them, one row for each sweep that saw one. Their symbols are in stocktwits/observed_symbols.';

CREATE OR REPLACE VIEW "stocktwits"."deletions" AS
SELECT * FROM read_parquet('ROOT/stocktwits/deletions/*/*.parquet', hive_partitioning = true, hive_types = {'date': DATE});
COMMENT ON VIEW "stocktwits"."deletions" IS 'Deletions of messages and of users, from the REST API''s lists of recent ones, one row for each sweep that saw one.';

CREATE OR REPLACE VIEW "twitter"."tweets" AS
SELECT * FROM read_parquet('ROOT/twitter/tweets/*/*.parquet', hive_partitioning = true, hive_types = {'date': DATE});
COMMENT ON VIEW "twitter"."tweets" IS 'Tweets and retweets, one row each, from Replay in both formats. Columns bear the names of the native format.';

CREATE OR REPLACE VIEW "twitter"."compliance_events" AS
SELECT * FROM read_parquet('ROOT/twitter/compliance_events/*/*.parquet', hive_partitioning = true, hive_types = {'date': DATE});
COMMENT ON VIEW "twitter"."compliance_events" IS 'What happened to tweets and users after they were posted, one row an event. Users can be restored, so the last event by time counts.';

CREATE OR REPLACE VIEW "rejected" AS
SELECT * FROM read_parquet('ROOT/_rejected/**/*.parquet', hive_partitioning = false);
COMMENT ON VIEW "rejected" IS 'Lines that no table took, with their bytes and the reason. Derive the unit again when a later version reads them.';
