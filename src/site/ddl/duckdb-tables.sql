-- Generated from the schema files. Tables of the archive's columns for DuckDB, to load it into:
-- INSERT INTO stocktwits.messages BY NAME SELECT * FROM read_parquet(...)

CREATE SCHEMA IF NOT EXISTS "stocktwits";

CREATE TABLE "stocktwits"."messages" (
  "id" BIGINT NOT NULL,
  "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
  "format" VARCHAR NOT NULL,
  "object" VARCHAR,
  "action" VARCHAR,
  "event_time" TIMESTAMP WITH TIME ZONE,
  "body" VARCHAR,
  "user" STRUCT("id" BIGINT, "username" VARCHAR, "name" VARCHAR, "avatar_url" VARCHAR, "avatar_url_ssl" VARCHAR, "join_date" DATE, "official" BOOLEAN, "identity" VARCHAR, "classification" VARCHAR[], "followers" BIGINT, "following" BIGINT, "ideas" BIGINT, "watchlist_stocks_count" BIGINT, "like_count" BIGINT, "subscribers_count" BIGINT, "subscribed_to_count" BIGINT, "location" VARCHAR, "bio" VARCHAR, "website_url" VARCHAR, "trading_strategy" STRUCT("assets_frequently_traded" VARCHAR[], "approach" VARCHAR, "holding_period" VARCHAR, "experience" VARCHAR), "home_country" VARCHAR, "search_country" VARCHAR, "search_regions" VARCHAR[], "plus_tier" VARCHAR, "premium_room" VARCHAR, "trade_app" BOOLEAN, "trade_status" VARCHAR, "company_representative" STRUCT("symbol" VARCHAR)),
  "source" STRUCT("id" BIGINT, "title" VARCHAR, "url" VARCHAR),
  "symbols" STRUCT("id" BIGINT, "symbol" VARCHAR, "title" VARCHAR, "exchange" VARCHAR, "sector" VARCHAR, "industry" VARCHAR, "trending" BOOLEAN, "trending_score" DOUBLE, "watchlist_count" BIGINT, "aliases" VARCHAR[], "is_following" BOOLEAN, "has_pricing" BOOLEAN, "symbol_mic" VARCHAR, "symbol_display" VARCHAR, "region" VARCHAR, "logo_url" VARCHAR, "deeplink" VARCHAR, "external_id" VARCHAR, "instrument_class" VARCHAR, "live_event" BOOLEAN, "sentiment_change" DOUBLE, "volume_change" DOUBLE, "trade_status" VARCHAR, "earnings_id" BIGINT, "earnings_cta" VARCHAR)[],
  "prices" STRUCT("id" BIGINT, "symbol" VARCHAR, "price" VARCHAR, "symbol_mic" VARCHAR)[],
  "sentiment" VARCHAR,
  "sentiment_score" DOUBLE,
  "conversation" STRUCT("parent_message_id" BIGINT, "in_reply_to_message_id" BIGINT, "parent" BOOLEAN, "replies" BIGINT),
  "likes" STRUCT("total" BIGINT, "user_ids" BIGINT[]),
  "reshares" STRUCT("reshared_count" BIGINT, "user_ids" BIGINT[]),
  "reshare_message" STRUCT("message" STRUCT("id" BIGINT, "body" VARCHAR, "created_at" TIMESTAMP WITH TIME ZONE, "user" STRUCT("id" BIGINT, "username" VARCHAR)), "reshared_count" BIGINT, "reshared_deleted" BOOLEAN, "reshared_user_deleted" BOOLEAN, "parent_reshared_deleted" BOOLEAN, "parent_reshared_message_id" BIGINT, "parent_reshared_url" VARCHAR),
  "mentioned_users" VARCHAR[],
  "links" STRUCT("title" VARCHAR, "url" VARCHAR, "shortened_url" VARCHAR, "shortened_expanded_url" VARCHAR, "description" VARCHAR, "image" VARCHAR, "created_at" TIMESTAMP WITH TIME ZONE, "video_url" VARCHAR, "source" STRUCT("name" VARCHAR, "website" VARCHAR))[],
  "entities" STRUCT("chart" STRUCT("id" BIGINT, "thumb" VARCHAR, "medium" VARCHAR, "large" VARCHAR, "original" VARCHAR, "url" VARCHAR, "type" VARCHAR, "width" BIGINT, "height" BIGINT, "ratio" DOUBLE), "giphy" STRUCT("id" VARCHAR, "ratio" DOUBLE), "media" STRUCT("id" BIGINT, "type" VARCHAR, "url" VARCHAR, "thumb" VARCHAR, "medium" VARCHAR, "large" VARCHAR, "original" VARCHAR, "width" BIGINT, "height" BIGINT, "ratio" DOUBLE, "provider" VARCHAR, "provider_id" VARCHAR, "duration" DOUBLE, "preview" VARCHAR, "thumbnails" VARCHAR)[]),
  "filters" STRUCT("official_api" BOOLEAN, "day_counts" BIGINT),
  "discussion" BOOLEAN,
  "discussion_id" BIGINT,
  "discussion_type" VARCHAR,
  "liked_by_self" BOOLEAN,
  "reshared_by_self" BOOLEAN,
  "network" STRUCT("twitter" STRUCT("id" VARCHAR)),
  "firehose_seq" BIGINT,
  "source_unit" VARCHAR NOT NULL,
  "source_line" BIGINT NOT NULL,
  "extra" VARCHAR,
  "date" DATE NOT NULL
);
COMMENT ON COLUMN "stocktwits"."messages"."id" IS 'The message''s id. Ids rise with time.';
COMMENT ON COLUMN "stocktwits"."messages"."created_at" IS 'When the message was written. Its UTC day is the partition.';
COMMENT ON COLUMN "stocktwits"."messages"."format" IS 'The generation of the record: envelope, activity_streams or bare.';
COMMENT ON COLUMN "stocktwits"."messages"."object" IS 'The kind of object that the envelope names: Message.';
COMMENT ON COLUMN "stocktwits"."messages"."action" IS 'What the envelope says was done: create.';
COMMENT ON COLUMN "stocktwits"."messages"."event_time" IS 'When the event happened, from the envelope''s time.';
COMMENT ON COLUMN "stocktwits"."messages"."body" IS 'The text as the publisher has it. HTML entities stay: the publisher escapes apostrophes, quotes, ampersands and angle brackets.';
COMMENT ON COLUMN "stocktwits"."messages"."user" IS 'Who wrote the message, as they were when it was delivered: the counters are of that moment.';
COMMENT ON COLUMN "stocktwits"."messages"."source" IS 'The application that the message was written with.';
COMMENT ON COLUMN "stocktwits"."messages"."symbols" IS 'The symbols that the message names with $, in the order of the record.';
COMMENT ON COLUMN "stocktwits"."messages"."prices" IS 'Prices of the message''s symbols when it was written.';
COMMENT ON COLUMN "stocktwits"."messages"."sentiment" IS 'What the author chose: Bullish or Bearish; null when nothing was chosen.';
COMMENT ON COLUMN "stocktwits"."messages"."sentiment_score" IS 'The publisher''s own score of the text (records of about 2018 to 2020), not the author''s choice.';
COMMENT ON COLUMN "stocktwits"."messages"."conversation" IS 'The thread that the message belongs to; not given when it has none.';
COMMENT ON COLUMN "stocktwits"."messages"."likes" IS 'Who liked the message up to its delivery.';
COMMENT ON COLUMN "stocktwits"."messages"."reshares" IS 'Who reshared the message up to its delivery.';
COMMENT ON COLUMN "stocktwits"."messages"."reshare_message" IS 'The message that this one reshares.';
COMMENT ON COLUMN "stocktwits"."messages"."mentioned_users" IS 'The users named in the text, each with its @.';
COMMENT ON COLUMN "stocktwits"."messages"."links" IS 'The links in the message.';
COMMENT ON COLUMN "stocktwits"."messages"."entities" IS 'What is attached to the message. The sentiment has a column of its own.';
COMMENT ON COLUMN "stocktwits"."messages"."filters" IS 'Marks that the publisher filters by.';
COMMENT ON COLUMN "stocktwits"."messages"."discussion" IS 'True when the message opens a discussion.';
COMMENT ON COLUMN "stocktwits"."messages"."discussion_id" IS 'Id of the discussion.';
COMMENT ON COLUMN "stocktwits"."messages"."discussion_type" IS 'Kind of discussion.';
COMMENT ON COLUMN "stocktwits"."messages"."liked_by_self" IS 'True when the account that fetched the record likes the message.';
COMMENT ON COLUMN "stocktwits"."messages"."reshared_by_self" IS 'True when the account that fetched the record has reshared it.';
COMMENT ON COLUMN "stocktwits"."messages"."network" IS 'The message on other networks.';
COMMENT ON COLUMN "stocktwits"."messages"."firehose_seq" IS 'Number of the record in the old firehose.';
COMMENT ON COLUMN "stocktwits"."messages"."source_unit" IS 'The unit that the row came from, such as firestream-message-2016-12-05.';
COMMENT ON COLUMN "stocktwits"."messages"."source_line" IS 'The line in the landed unit, from 1.';
COMMENT ON COLUMN "stocktwits"."messages"."extra" IS 'JSON of every member of the record that has no column of its own, or whose value does not fit its column; null when there is none.';

CREATE TABLE "stocktwits"."message_deletions" (
  "object" VARCHAR,
  "action" VARCHAR,
  "time" TIMESTAMP WITH TIME ZONE NOT NULL,
  "id" BIGINT NOT NULL,
  "user_id" BIGINT,
  "data" VARCHAR,
  "source_unit" VARCHAR NOT NULL,
  "source_line" BIGINT NOT NULL,
  "extra" VARCHAR,
  "date" DATE NOT NULL
);
COMMENT ON COLUMN "stocktwits"."message_deletions"."object" IS 'The kind of object that the envelope names: Message.';
COMMENT ON COLUMN "stocktwits"."message_deletions"."action" IS 'What was done: destroy.';
COMMENT ON COLUMN "stocktwits"."message_deletions"."time" IS 'When the message was deleted. Its UTC day is the partition.';
COMMENT ON COLUMN "stocktwits"."message_deletions"."id" IS 'Id of the deleted message. Where the object is a record of the deletion with an id of its own, the message''s id is taken.';
COMMENT ON COLUMN "stocktwits"."message_deletions"."user_id" IS 'Who had written the message, where the record says so.';
COMMENT ON COLUMN "stocktwits"."message_deletions"."data" IS 'The whole data object, byte for byte. What the other columns take from it stands here as well.';
COMMENT ON COLUMN "stocktwits"."message_deletions"."source_unit" IS 'The unit that the row came from, such as firestream-message-2016-12-05.';
COMMENT ON COLUMN "stocktwits"."message_deletions"."source_line" IS 'The line in the landed unit, from 1.';
COMMENT ON COLUMN "stocktwits"."message_deletions"."extra" IS 'JSON of the envelope''s members that have no column of their own; null when there is none. Nothing of data comes here, because data is kept whole.';

CREATE TABLE "stocktwits"."friendships" (
  "object" VARCHAR,
  "action" VARCHAR,
  "time" TIMESTAMP WITH TIME ZONE NOT NULL,
  "id" BIGINT,
  "user_id" BIGINT,
  "target_user_id" BIGINT,
  "data" VARCHAR,
  "source_unit" VARCHAR NOT NULL,
  "source_line" BIGINT NOT NULL,
  "extra" VARCHAR,
  "date" DATE NOT NULL
);
COMMENT ON COLUMN "stocktwits"."friendships"."object" IS 'The kind of object that the envelope names: Friendship.';
COMMENT ON COLUMN "stocktwits"."friendships"."action" IS 'create: the user follows the other from now on; destroy: no longer.';
COMMENT ON COLUMN "stocktwits"."friendships"."time" IS 'When it happened. Its UTC day is the partition.';
COMMENT ON COLUMN "stocktwits"."friendships"."id" IS 'Id of the friendship, where it has one.';
COMMENT ON COLUMN "stocktwits"."friendships"."user_id" IS 'Who follows. The keys of these objects are not published: the first of the places in the source list that holds an integer is taken.';
COMMENT ON COLUMN "stocktwits"."friendships"."target_user_id" IS 'Who is followed. The keys of these objects are not published: the first of the places in the source list that holds an integer is taken.';
COMMENT ON COLUMN "stocktwits"."friendships"."data" IS 'The whole data object, byte for byte. What the other columns take from it stands here as well.';
COMMENT ON COLUMN "stocktwits"."friendships"."source_unit" IS 'The unit that the row came from, such as firestream-message-2016-12-05.';
COMMENT ON COLUMN "stocktwits"."friendships"."source_line" IS 'The line in the landed unit, from 1.';
COMMENT ON COLUMN "stocktwits"."friendships"."extra" IS 'JSON of the envelope''s members that have no column of their own; null when there is none. Nothing of data comes here, because data is kept whole.';

CREATE TABLE "stocktwits"."blocks" (
  "object" VARCHAR,
  "action" VARCHAR,
  "time" TIMESTAMP WITH TIME ZONE NOT NULL,
  "id" BIGINT,
  "user_id" BIGINT,
  "target_user_id" BIGINT,
  "data" VARCHAR,
  "source_unit" VARCHAR NOT NULL,
  "source_line" BIGINT NOT NULL,
  "extra" VARCHAR,
  "date" DATE NOT NULL
);
COMMENT ON COLUMN "stocktwits"."blocks"."object" IS 'The kind of object that the envelope names: Block.';
COMMENT ON COLUMN "stocktwits"."blocks"."action" IS 'create: the user blocks the other from now on; destroy: no longer.';
COMMENT ON COLUMN "stocktwits"."blocks"."time" IS 'When it happened. Its UTC day is the partition.';
COMMENT ON COLUMN "stocktwits"."blocks"."id" IS 'Id of the block, where it has one.';
COMMENT ON COLUMN "stocktwits"."blocks"."user_id" IS 'Who blocks. The keys of these objects are not published: the first of the places in the source list that holds an integer is taken.';
COMMENT ON COLUMN "stocktwits"."blocks"."target_user_id" IS 'Who is blocked. The keys of these objects are not published: the first of the places in the source list that holds an integer is taken.';
COMMENT ON COLUMN "stocktwits"."blocks"."data" IS 'The whole data object, byte for byte. What the other columns take from it stands here as well.';
COMMENT ON COLUMN "stocktwits"."blocks"."source_unit" IS 'The unit that the row came from, such as firestream-message-2016-12-05.';
COMMENT ON COLUMN "stocktwits"."blocks"."source_line" IS 'The line in the landed unit, from 1.';
COMMENT ON COLUMN "stocktwits"."blocks"."extra" IS 'JSON of the envelope''s members that have no column of their own; null when there is none. Nothing of data comes here, because data is kept whole.';

CREATE TABLE "stocktwits"."message_likes" (
  "object" VARCHAR,
  "action" VARCHAR,
  "time" TIMESTAMP WITH TIME ZONE NOT NULL,
  "id" BIGINT,
  "user_id" BIGINT,
  "message_id" BIGINT,
  "data" VARCHAR,
  "source_unit" VARCHAR NOT NULL,
  "source_line" BIGINT NOT NULL,
  "extra" VARCHAR,
  "date" DATE NOT NULL
);
COMMENT ON COLUMN "stocktwits"."message_likes"."object" IS 'The kind of object that the envelope names: LikeMessage.';
COMMENT ON COLUMN "stocktwits"."message_likes"."action" IS 'create: the user likes the message from now on; destroy: no longer.';
COMMENT ON COLUMN "stocktwits"."message_likes"."time" IS 'When it happened. Its UTC day is the partition.';
COMMENT ON COLUMN "stocktwits"."message_likes"."id" IS 'Id of the like, where it has one.';
COMMENT ON COLUMN "stocktwits"."message_likes"."user_id" IS 'Who likes. The keys of these objects are not published: the first of the places in the source list that holds an integer is taken.';
COMMENT ON COLUMN "stocktwits"."message_likes"."message_id" IS 'The message that is liked. The keys of these objects are not published: the first of the places in the source list that holds an integer is taken.';
COMMENT ON COLUMN "stocktwits"."message_likes"."data" IS 'The whole data object, byte for byte. What the other columns take from it stands here as well.';
COMMENT ON COLUMN "stocktwits"."message_likes"."source_unit" IS 'The unit that the row came from, such as firestream-message-2016-12-05.';
COMMENT ON COLUMN "stocktwits"."message_likes"."source_line" IS 'The line in the landed unit, from 1.';
COMMENT ON COLUMN "stocktwits"."message_likes"."extra" IS 'JSON of the envelope''s members that have no column of their own; null when there is none. Nothing of data comes here, because data is kept whole.';

CREATE TABLE "rejected" (
  "source_unit" VARCHAR NOT NULL,
  "source_line" BIGINT NOT NULL,
  "reason" VARCHAR NOT NULL,
  "detail" VARCHAR,
  "line_bytes" BIGINT NOT NULL,
  "raw" BLOB NOT NULL
);
COMMENT ON COLUMN "rejected"."source_unit" IS 'The unit that the line came from, such as firestream-message-2016-12-05.';
COMMENT ON COLUMN "rejected"."source_line" IS 'The line in the landed unit, from 1.';
COMMENT ON COLUMN "rejected"."reason" IS 'Why the line was rejected, one word of a fixed list such as malformed_json.';
COMMENT ON COLUMN "rejected"."detail" IS 'What exactly was wrong, for people.';
COMMENT ON COLUMN "rejected"."line_bytes" IS 'Length of the line in bytes, without its line end, even where raw holds less of it.';
COMMENT ON COLUMN "rejected"."raw" IS 'The bytes of the line, without its line end; of a line above the limit the beginning.';
