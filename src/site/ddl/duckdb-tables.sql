-- Generated from the schema files. Tables of the archive's columns for DuckDB, to load it into:
-- INSERT INTO stocktwits.messages BY NAME SELECT * FROM read_parquet(...)

CREATE SCHEMA IF NOT EXISTS "stocktwits";

CREATE SCHEMA IF NOT EXISTS "twitter";

CREATE TABLE "stocktwits"."messages" (
  "id" BIGINT NOT NULL,
  "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
  "updated_at" TIMESTAMP WITH TIME ZONE,
  "format" VARCHAR NOT NULL,
  "object" VARCHAR,
  "action" VARCHAR,
  "event_time" TIMESTAMP WITH TIME ZONE,
  "body" VARCHAR,
  "user" STRUCT("id" BIGINT, "username" VARCHAR, "name" VARCHAR, "avatar_url" VARCHAR, "avatar_url_ssl" VARCHAR, "join_date" DATE, "official" BOOLEAN, "identity" VARCHAR, "classification" VARCHAR[], "followers" BIGINT, "following" BIGINT, "ideas" BIGINT, "watchlist_stocks_count" BIGINT, "like_count" BIGINT, "subscribers_count" BIGINT, "subscribed_to_count" BIGINT, "location" VARCHAR, "bio" VARCHAR, "website_url" VARCHAR, "trading_strategy" STRUCT("assets_frequently_traded" VARCHAR[], "approach" VARCHAR, "holding_period" VARCHAR, "experience" VARCHAR), "home_country" VARCHAR, "search_country" VARCHAR, "search_regions" VARCHAR[], "plus_tier" VARCHAR, "premium_room" VARCHAR, "trade_app" BOOLEAN, "trade_status" VARCHAR, "company_representative" STRUCT("symbol" VARCHAR)),
  "source" STRUCT("id" BIGINT, "title" VARCHAR, "url" VARCHAR),
  "symbols" STRUCT("id" BIGINT, "symbol" VARCHAR, "title" VARCHAR, "exchange" VARCHAR, "sector" VARCHAR, "industry" VARCHAR, "trending" BOOLEAN, "trending_score" DOUBLE, "watchlist_count" BIGINT, "aliases" VARCHAR[], "is_following" BOOLEAN, "has_pricing" BOOLEAN, "symbol_mic" VARCHAR, "symbol_display" VARCHAR, "region" VARCHAR, "logo_url" VARCHAR, "deeplink" VARCHAR, "external_id" VARCHAR, "instrument_class" VARCHAR, "live_event" BOOLEAN, "sentiment_change" DOUBLE, "volume_change" DOUBLE, "trade_status" VARCHAR, "earnings_uuid" VARCHAR, "earnings_cta_text" VARCHAR, "features" VARCHAR[], "cusip" VARCHAR, "isin" VARCHAR)[],
  "prices" STRUCT("id" BIGINT, "symbol" VARCHAR, "price" VARCHAR, "symbol_mic" VARCHAR)[],
  "sentiment" VARCHAR,
  "sentiment_score" DOUBLE,
  "conversation" STRUCT("parent_message_id" BIGINT, "in_reply_to_message_id" BIGINT, "parent" BOOLEAN, "replies" BIGINT),
  "likes" STRUCT("total" BIGINT, "user_ids" BIGINT[]),
  "reshares" STRUCT("reshared_count" BIGINT, "user_ids" BIGINT[]),
  "reshare_message" STRUCT("message" STRUCT("id" BIGINT, "body" VARCHAR, "created_at" TIMESTAMP WITH TIME ZONE, "user" STRUCT("id" BIGINT, "username" VARCHAR, "name" VARCHAR, "avatar_url" VARCHAR, "avatar_url_ssl" VARCHAR, "join_date" DATE, "official" BOOLEAN, "identity" VARCHAR, "classification" VARCHAR[], "followers" BIGINT, "following" BIGINT, "ideas" BIGINT, "watchlist_stocks_count" BIGINT, "like_count" BIGINT), "symbols" STRUCT("id" BIGINT, "symbol" VARCHAR, "title" VARCHAR, "exchange" VARCHAR)[], "sentiment" VARCHAR, "source" STRUCT("id" BIGINT, "title" VARCHAR, "url" VARCHAR), "mentioned_users" VARCHAR[], "conversation" STRUCT("parent_message_id" BIGINT, "in_reply_to_message_id" BIGINT, "parent" BOOLEAN, "replies" BIGINT)), "reshared_count" BIGINT, "reshared_deleted" BOOLEAN, "reshared_user_deleted" BOOLEAN, "parent_reshared_deleted" BOOLEAN, "parent_reshared_message_id" BIGINT, "parent_reshared_url" VARCHAR),
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
  "gnip" STRUCT("language" VARCHAR, "urls" STRUCT("url" VARCHAR, "expanded_url" VARCHAR, "expanded_status" BIGINT)[]),
  "firehose_seq" BIGINT,
  "source_unit" VARCHAR NOT NULL,
  "source_line" BIGINT NOT NULL,
  "extra" VARCHAR,
  "date" DATE NOT NULL
);
COMMENT ON COLUMN "stocktwits"."messages"."id" IS 'The message''s id. Ids rise with time.';
COMMENT ON COLUMN "stocktwits"."messages"."created_at" IS 'When the message was written. Its UTC day is the partition.';
COMMENT ON COLUMN "stocktwits"."messages"."updated_at" IS 'When the message was last changed, which only Activity Streams say.';
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
COMMENT ON COLUMN "stocktwits"."messages"."gnip" IS 'What Gnip added to messages that it delivered.';
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

CREATE TABLE "stocktwits"."observed_messages" (
  "stream" VARCHAR NOT NULL,
  "observed_at" TIMESTAMP WITH TIME ZONE NOT NULL,
  "id" BIGINT NOT NULL,
  "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
  "updated_at" TIMESTAMP WITH TIME ZONE,
  "format" VARCHAR NOT NULL,
  "object" VARCHAR,
  "action" VARCHAR,
  "event_time" TIMESTAMP WITH TIME ZONE,
  "body" VARCHAR,
  "user" STRUCT("id" BIGINT, "username" VARCHAR, "name" VARCHAR, "avatar_url" VARCHAR, "avatar_url_ssl" VARCHAR, "join_date" DATE, "official" BOOLEAN, "identity" VARCHAR, "classification" VARCHAR[], "followers" BIGINT, "following" BIGINT, "ideas" BIGINT, "watchlist_stocks_count" BIGINT, "like_count" BIGINT, "subscribers_count" BIGINT, "subscribed_to_count" BIGINT, "location" VARCHAR, "bio" VARCHAR, "website_url" VARCHAR, "trading_strategy" STRUCT("assets_frequently_traded" VARCHAR[], "approach" VARCHAR, "holding_period" VARCHAR, "experience" VARCHAR), "home_country" VARCHAR, "search_country" VARCHAR, "search_regions" VARCHAR[], "plus_tier" VARCHAR, "premium_room" VARCHAR, "trade_app" BOOLEAN, "trade_status" VARCHAR, "company_representative" STRUCT("symbol" VARCHAR)),
  "source" STRUCT("id" BIGINT, "title" VARCHAR, "url" VARCHAR),
  "symbols" STRUCT("id" BIGINT, "symbol" VARCHAR, "title" VARCHAR, "exchange" VARCHAR, "sector" VARCHAR, "industry" VARCHAR, "trending" BOOLEAN, "trending_score" DOUBLE, "watchlist_count" BIGINT, "aliases" VARCHAR[], "is_following" BOOLEAN, "has_pricing" BOOLEAN, "symbol_mic" VARCHAR, "symbol_display" VARCHAR, "region" VARCHAR, "logo_url" VARCHAR, "deeplink" VARCHAR, "external_id" VARCHAR, "instrument_class" VARCHAR, "live_event" BOOLEAN, "sentiment_change" DOUBLE, "volume_change" DOUBLE, "trade_status" VARCHAR, "earnings_uuid" VARCHAR, "earnings_cta_text" VARCHAR, "features" VARCHAR[], "cusip" VARCHAR, "isin" VARCHAR)[],
  "prices" STRUCT("id" BIGINT, "symbol" VARCHAR, "price" VARCHAR, "symbol_mic" VARCHAR)[],
  "sentiment" VARCHAR,
  "sentiment_score" DOUBLE,
  "conversation" STRUCT("parent_message_id" BIGINT, "in_reply_to_message_id" BIGINT, "parent" BOOLEAN, "replies" BIGINT),
  "likes" STRUCT("total" BIGINT, "user_ids" BIGINT[]),
  "reshares" STRUCT("reshared_count" BIGINT, "user_ids" BIGINT[]),
  "reshare_message" STRUCT("message" STRUCT("id" BIGINT, "body" VARCHAR, "created_at" TIMESTAMP WITH TIME ZONE, "user" STRUCT("id" BIGINT, "username" VARCHAR, "name" VARCHAR, "avatar_url" VARCHAR, "avatar_url_ssl" VARCHAR, "join_date" DATE, "official" BOOLEAN, "identity" VARCHAR, "classification" VARCHAR[], "followers" BIGINT, "following" BIGINT, "ideas" BIGINT, "watchlist_stocks_count" BIGINT, "like_count" BIGINT), "symbols" STRUCT("id" BIGINT, "symbol" VARCHAR, "title" VARCHAR, "exchange" VARCHAR)[], "sentiment" VARCHAR, "source" STRUCT("id" BIGINT, "title" VARCHAR, "url" VARCHAR), "mentioned_users" VARCHAR[], "conversation" STRUCT("parent_message_id" BIGINT, "in_reply_to_message_id" BIGINT, "parent" BOOLEAN, "replies" BIGINT)), "reshared_count" BIGINT, "reshared_deleted" BOOLEAN, "reshared_user_deleted" BOOLEAN, "parent_reshared_deleted" BOOLEAN, "parent_reshared_message_id" BIGINT, "parent_reshared_url" VARCHAR),
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
  "gnip" STRUCT("language" VARCHAR, "urls" STRUCT("url" VARCHAR, "expanded_url" VARCHAR, "expanded_status" BIGINT)[]),
  "firehose_seq" BIGINT,
  "source_unit" VARCHAR NOT NULL,
  "source_line" BIGINT NOT NULL,
  "extra" VARCHAR,
  "date" DATE NOT NULL
);
COMMENT ON COLUMN "stocktwits"."observed_messages"."stream" IS 'The stream whose page showed the message, such as symbol/AAPL.';
COMMENT ON COLUMN "stocktwits"."observed_messages"."observed_at" IS 'When the page was received.';
COMMENT ON COLUMN "stocktwits"."observed_messages"."id" IS 'The message''s id. Ids rise with time.';
COMMENT ON COLUMN "stocktwits"."observed_messages"."created_at" IS 'When the message was written. Its UTC day is the partition.';
COMMENT ON COLUMN "stocktwits"."observed_messages"."updated_at" IS 'When the message was last changed, which only Activity Streams say.';
COMMENT ON COLUMN "stocktwits"."observed_messages"."format" IS 'The generation of the record: envelope, activity_streams or bare.';
COMMENT ON COLUMN "stocktwits"."observed_messages"."object" IS 'The kind of object that the envelope names: Message.';
COMMENT ON COLUMN "stocktwits"."observed_messages"."action" IS 'What the envelope says was done: create.';
COMMENT ON COLUMN "stocktwits"."observed_messages"."event_time" IS 'When the event happened, from the envelope''s time.';
COMMENT ON COLUMN "stocktwits"."observed_messages"."body" IS 'The text as the publisher has it. HTML entities stay: the publisher escapes apostrophes, quotes, ampersands and angle brackets.';
COMMENT ON COLUMN "stocktwits"."observed_messages"."user" IS 'Who wrote the message, as they were when it was delivered: the counters are of that moment.';
COMMENT ON COLUMN "stocktwits"."observed_messages"."source" IS 'The application that the message was written with.';
COMMENT ON COLUMN "stocktwits"."observed_messages"."symbols" IS 'The symbols that the message names with $, in the order of the record.';
COMMENT ON COLUMN "stocktwits"."observed_messages"."prices" IS 'Prices of the message''s symbols when it was written.';
COMMENT ON COLUMN "stocktwits"."observed_messages"."sentiment" IS 'What the author chose: Bullish or Bearish; null when nothing was chosen.';
COMMENT ON COLUMN "stocktwits"."observed_messages"."sentiment_score" IS 'The publisher''s own score of the text (records of about 2018 to 2020), not the author''s choice.';
COMMENT ON COLUMN "stocktwits"."observed_messages"."conversation" IS 'The thread that the message belongs to; not given when it has none.';
COMMENT ON COLUMN "stocktwits"."observed_messages"."likes" IS 'Who liked the message up to its delivery.';
COMMENT ON COLUMN "stocktwits"."observed_messages"."reshares" IS 'Who reshared the message up to its delivery.';
COMMENT ON COLUMN "stocktwits"."observed_messages"."reshare_message" IS 'The message that this one reshares.';
COMMENT ON COLUMN "stocktwits"."observed_messages"."mentioned_users" IS 'The users named in the text, each with its @.';
COMMENT ON COLUMN "stocktwits"."observed_messages"."links" IS 'The links in the message.';
COMMENT ON COLUMN "stocktwits"."observed_messages"."entities" IS 'What is attached to the message. The sentiment has a column of its own.';
COMMENT ON COLUMN "stocktwits"."observed_messages"."filters" IS 'Marks that the publisher filters by.';
COMMENT ON COLUMN "stocktwits"."observed_messages"."discussion" IS 'True when the message opens a discussion.';
COMMENT ON COLUMN "stocktwits"."observed_messages"."discussion_id" IS 'Id of the discussion.';
COMMENT ON COLUMN "stocktwits"."observed_messages"."discussion_type" IS 'Kind of discussion.';
COMMENT ON COLUMN "stocktwits"."observed_messages"."liked_by_self" IS 'True when the account that fetched the record likes the message.';
COMMENT ON COLUMN "stocktwits"."observed_messages"."reshared_by_self" IS 'True when the account that fetched the record has reshared it.';
COMMENT ON COLUMN "stocktwits"."observed_messages"."network" IS 'The message on other networks.';
COMMENT ON COLUMN "stocktwits"."observed_messages"."gnip" IS 'What Gnip added to messages that it delivered.';
COMMENT ON COLUMN "stocktwits"."observed_messages"."firehose_seq" IS 'Number of the record in the old firehose.';
COMMENT ON COLUMN "stocktwits"."observed_messages"."source_unit" IS 'The unit that the row came from, such as firestream-message-2016-12-05.';
COMMENT ON COLUMN "stocktwits"."observed_messages"."source_line" IS 'The line in the landed unit, from 1.';
COMMENT ON COLUMN "stocktwits"."observed_messages"."extra" IS 'JSON of every member of the record that has no column of its own, or whose value does not fit its column; null when there is none.';

CREATE TABLE "stocktwits"."observed_symbols" (
  "stream" VARCHAR NOT NULL,
  "observed_at" TIMESTAMP WITH TIME ZONE NOT NULL,
  "position" BIGINT NOT NULL,
  "id" BIGINT NOT NULL,
  "symbol" VARCHAR,
  "title" VARCHAR,
  "exchange" VARCHAR,
  "sector" VARCHAR,
  "industry" VARCHAR,
  "trending" BOOLEAN,
  "trending_score" DOUBLE,
  "watchlist_count" BIGINT,
  "aliases" VARCHAR[],
  "is_following" BOOLEAN,
  "has_pricing" BOOLEAN,
  "symbol_mic" VARCHAR,
  "symbol_display" VARCHAR,
  "region" VARCHAR,
  "logo_url" VARCHAR,
  "deeplink" VARCHAR,
  "external_id" VARCHAR,
  "instrument_class" VARCHAR,
  "live_event" BOOLEAN,
  "sentiment_change" DOUBLE,
  "volume_change" DOUBLE,
  "trade_status" VARCHAR,
  "earnings_uuid" VARCHAR,
  "earnings_cta_text" VARCHAR,
  "features" VARCHAR[],
  "cusip" VARCHAR,
  "isin" VARCHAR,
  "source_unit" VARCHAR NOT NULL,
  "source_line" BIGINT NOT NULL,
  "extra" VARCHAR,
  "date" DATE NOT NULL
);
COMMENT ON COLUMN "stocktwits"."observed_symbols"."stream" IS 'The stream whose page showed the symbol, such as trending/symbols.';
COMMENT ON COLUMN "stocktwits"."observed_symbols"."observed_at" IS 'When the page was received. Its UTC day is the partition.';
COMMENT ON COLUMN "stocktwits"."observed_symbols"."position" IS 'The place in the page''s list, from 1.';
COMMENT ON COLUMN "stocktwits"."observed_symbols"."id" IS 'The symbol''s id, which stays when the symbol is renamed.';
COMMENT ON COLUMN "stocktwits"."observed_symbols"."symbol" IS 'The ticker, which may hold dots (BTC.X) and underscores (NG_F).';
COMMENT ON COLUMN "stocktwits"."observed_symbols"."title" IS 'Name of the company or asset.';
COMMENT ON COLUMN "stocktwits"."observed_symbols"."exchange" IS 'Name of the exchange.';
COMMENT ON COLUMN "stocktwits"."observed_symbols"."sector" IS 'Sector of the company.';
COMMENT ON COLUMN "stocktwits"."observed_symbols"."industry" IS 'Industry of the company.';
COMMENT ON COLUMN "stocktwits"."observed_symbols"."trending" IS 'True when the symbol was trending at delivery.';
COMMENT ON COLUMN "stocktwits"."observed_symbols"."trending_score" IS 'Score of the trend (partner access).';
COMMENT ON COLUMN "stocktwits"."observed_symbols"."watchlist_count" IS 'How many users watch the symbol.';
COMMENT ON COLUMN "stocktwits"."observed_symbols"."aliases" IS 'Other tickers of the same asset.';
COMMENT ON COLUMN "stocktwits"."observed_symbols"."is_following" IS 'True when the account that fetched the record follows the symbol.';
COMMENT ON COLUMN "stocktwits"."observed_symbols"."has_pricing" IS 'True when the publisher has prices for it.';
COMMENT ON COLUMN "stocktwits"."observed_symbols"."symbol_mic" IS 'Market identifier code (ISO 10383) of the exchange.';
COMMENT ON COLUMN "stocktwits"."observed_symbols"."symbol_display" IS 'The ticker as it is shown.';
COMMENT ON COLUMN "stocktwits"."observed_symbols"."region" IS 'Code of the region.';
COMMENT ON COLUMN "stocktwits"."observed_symbols"."logo_url" IS 'Address of the logo.';
COMMENT ON COLUMN "stocktwits"."observed_symbols"."deeplink" IS 'Address that opens the symbol in the publisher''s app.';
COMMENT ON COLUMN "stocktwits"."observed_symbols"."external_id" IS 'Id of the asset at the publisher''s data supplier.';
COMMENT ON COLUMN "stocktwits"."observed_symbols"."instrument_class" IS 'Kind of instrument, such as "Stock".';
COMMENT ON COLUMN "stocktwits"."observed_symbols"."live_event" IS 'True while a live event about the symbol is on.';
COMMENT ON COLUMN "stocktwits"."observed_symbols"."sentiment_change" IS 'Change of the sentiment, in percent as the publisher counts it.';
COMMENT ON COLUMN "stocktwits"."observed_symbols"."volume_change" IS 'Change of the message volume, in percent as the publisher counts it.';
COMMENT ON COLUMN "stocktwits"."observed_symbols"."trade_status" IS 'Whether the symbol can be traded through the publisher.';
COMMENT ON COLUMN "stocktwits"."observed_symbols"."earnings_uuid" IS 'Id of the next report of earnings, a UUID. The record calls it earnings_id.';
COMMENT ON COLUMN "stocktwits"."observed_symbols"."earnings_cta_text" IS 'The words by which the publisher calls to the report of earnings. The record calls it earnings_cta.';
COMMENT ON COLUMN "stocktwits"."observed_symbols"."features" IS 'What the publisher offers for the symbol, in words of its own.';
COMMENT ON COLUMN "stocktwits"."observed_symbols"."cusip" IS 'CUSIP of the security.';
COMMENT ON COLUMN "stocktwits"."observed_symbols"."isin" IS 'International securities identification number (ISO 6166).';
COMMENT ON COLUMN "stocktwits"."observed_symbols"."source_unit" IS 'The sweep that the row came from.';
COMMENT ON COLUMN "stocktwits"."observed_symbols"."source_line" IS 'The page, which is a line of the landed sweep, from 1.';
COMMENT ON COLUMN "stocktwits"."observed_symbols"."extra" IS 'JSON of every member of the object that has no column of its own, or whose value does not fit its column; null when there is none.';

CREATE TABLE "stocktwits"."observed_users" (
  "stream" VARCHAR NOT NULL,
  "observed_at" TIMESTAMP WITH TIME ZONE NOT NULL,
  "position" BIGINT NOT NULL,
  "id" BIGINT NOT NULL,
  "username" VARCHAR,
  "name" VARCHAR,
  "avatar_url" VARCHAR,
  "avatar_url_ssl" VARCHAR,
  "join_date" DATE,
  "official" BOOLEAN,
  "identity" VARCHAR,
  "classification" VARCHAR[],
  "followers" BIGINT,
  "following" BIGINT,
  "ideas" BIGINT,
  "watchlist_stocks_count" BIGINT,
  "like_count" BIGINT,
  "subscribers_count" BIGINT,
  "subscribed_to_count" BIGINT,
  "location" VARCHAR,
  "bio" VARCHAR,
  "website_url" VARCHAR,
  "trading_strategy" STRUCT("assets_frequently_traded" VARCHAR[], "approach" VARCHAR, "holding_period" VARCHAR, "experience" VARCHAR),
  "home_country" VARCHAR,
  "search_country" VARCHAR,
  "search_regions" VARCHAR[],
  "plus_tier" VARCHAR,
  "premium_room" VARCHAR,
  "trade_app" BOOLEAN,
  "trade_status" VARCHAR,
  "company_representative" STRUCT("symbol" VARCHAR),
  "source_unit" VARCHAR NOT NULL,
  "source_line" BIGINT NOT NULL,
  "extra" VARCHAR,
  "date" DATE NOT NULL
);
COMMENT ON COLUMN "stocktwits"."observed_users"."stream" IS 'The stream whose page showed the user, such as graph/following.';
COMMENT ON COLUMN "stocktwits"."observed_users"."observed_at" IS 'When the page was received. Its UTC day is the partition.';
COMMENT ON COLUMN "stocktwits"."observed_users"."position" IS 'The place in the page''s list, from 1.';
COMMENT ON COLUMN "stocktwits"."observed_users"."id" IS 'The user''s id.';
COMMENT ON COLUMN "stocktwits"."observed_users"."username" IS 'The name in the user''s address, without the @.';
COMMENT ON COLUMN "stocktwits"."observed_users"."name" IS 'The name that is shown.';
COMMENT ON COLUMN "stocktwits"."observed_users"."avatar_url" IS 'Address of the user''s picture.';
COMMENT ON COLUMN "stocktwits"."observed_users"."avatar_url_ssl" IS 'The same over https.';
COMMENT ON COLUMN "stocktwits"."observed_users"."join_date" IS 'The day on which the user joined.';
COMMENT ON COLUMN "stocktwits"."observed_users"."official" IS 'True for an official account.';
COMMENT ON COLUMN "stocktwits"."observed_users"."identity" IS '"User" or "Official".';
COMMENT ON COLUMN "stocktwits"."observed_users"."classification" IS 'The labels of the account, such as "suggested", "official", "premium", "plus", "verified" or "ir".';
COMMENT ON COLUMN "stocktwits"."observed_users"."followers" IS 'How many users follow this one.';
COMMENT ON COLUMN "stocktwits"."observed_users"."following" IS 'How many users this one follows.';
COMMENT ON COLUMN "stocktwits"."observed_users"."ideas" IS 'How many messages the user has written.';
COMMENT ON COLUMN "stocktwits"."observed_users"."watchlist_stocks_count" IS 'How many symbols the user watches; records up to about 2014 call it following_stocks.';
COMMENT ON COLUMN "stocktwits"."observed_users"."like_count" IS 'How many messages the user has liked.';
COMMENT ON COLUMN "stocktwits"."observed_users"."subscribers_count" IS 'How many users subscribe to this one (partner access).';
COMMENT ON COLUMN "stocktwits"."observed_users"."subscribed_to_count" IS 'How many users this one subscribes to (partner access).';
COMMENT ON COLUMN "stocktwits"."observed_users"."location" IS 'Where the user says to be, in free text.';
COMMENT ON COLUMN "stocktwits"."observed_users"."bio" IS 'What the user says about themselves.';
COMMENT ON COLUMN "stocktwits"."observed_users"."website_url" IS 'The user''s own website.';
COMMENT ON COLUMN "stocktwits"."observed_users"."trading_strategy" IS 'How the user says to trade.';
COMMENT ON COLUMN "stocktwits"."observed_users"."home_country" IS 'Code of the user''s country.';
COMMENT ON COLUMN "stocktwits"."observed_users"."search_country" IS 'Code of the country that the user searches in.';
COMMENT ON COLUMN "stocktwits"."observed_users"."search_regions" IS 'The regions that the user searches in.';
COMMENT ON COLUMN "stocktwits"."observed_users"."plus_tier" IS 'The tier of a paid account; an empty string when there is none.';
COMMENT ON COLUMN "stocktwits"."observed_users"."premium_room" IS 'The premium room of the user; an empty string when there is none.';
COMMENT ON COLUMN "stocktwits"."observed_users"."trade_app" IS 'True when the user trades through the publisher''s app.';
COMMENT ON COLUMN "stocktwits"."observed_users"."trade_status" IS 'State of the user''s trading account.';
COMMENT ON COLUMN "stocktwits"."observed_users"."company_representative" IS 'Given for a user who speaks for a company.';
COMMENT ON COLUMN "stocktwits"."observed_users"."source_unit" IS 'The sweep that the row came from.';
COMMENT ON COLUMN "stocktwits"."observed_users"."source_line" IS 'The page, which is a line of the landed sweep, from 1.';
COMMENT ON COLUMN "stocktwits"."observed_users"."extra" IS 'JSON of every member of the object that has no column of its own, or whose value does not fit its column; null when there is none.';

CREATE TABLE "stocktwits"."observed_watchlists" (
  "stream" VARCHAR NOT NULL,
  "observed_at" TIMESTAMP WITH TIME ZONE NOT NULL,
  "position" BIGINT NOT NULL,
  "id" BIGINT NOT NULL,
  "name" VARCHAR,
  "updated_at" TIMESTAMP WITH TIME ZONE,
  "created_at" TIMESTAMP WITH TIME ZONE,
  "symbols" VARCHAR,
  "source_unit" VARCHAR NOT NULL,
  "source_line" BIGINT NOT NULL,
  "extra" VARCHAR,
  "date" DATE NOT NULL
);
COMMENT ON COLUMN "stocktwits"."observed_watchlists"."stream" IS 'The stream whose page showed the watch list: watchlists or watchlists/show/{id}.';
COMMENT ON COLUMN "stocktwits"."observed_watchlists"."observed_at" IS 'When the page was received. Its UTC day is the partition.';
COMMENT ON COLUMN "stocktwits"."observed_watchlists"."position" IS 'The place in the page''s list, from 1.';
COMMENT ON COLUMN "stocktwits"."observed_watchlists"."id" IS 'Id of the watch list.';
COMMENT ON COLUMN "stocktwits"."observed_watchlists"."name" IS 'Its name.';
COMMENT ON COLUMN "stocktwits"."observed_watchlists"."updated_at" IS 'When it was changed last.';
COMMENT ON COLUMN "stocktwits"."observed_watchlists"."created_at" IS 'When it was made.';
COMMENT ON COLUMN "stocktwits"."observed_watchlists"."symbols" IS 'The list''s symbols, byte for byte, where the page has them; each is a row of stocktwits/observed_symbols as well.';
COMMENT ON COLUMN "stocktwits"."observed_watchlists"."source_unit" IS 'The sweep that the row came from.';
COMMENT ON COLUMN "stocktwits"."observed_watchlists"."source_line" IS 'The page, which is a line of the landed sweep, from 1.';
COMMENT ON COLUMN "stocktwits"."observed_watchlists"."extra" IS 'JSON of every member of the object that has no column of its own, or whose value does not fit its column; null when there is none.';

CREATE TABLE "stocktwits"."deletions" (
  "kind" VARCHAR NOT NULL,
  "deletion_id" BIGINT NOT NULL,
  "message_id" BIGINT,
  "user_id" BIGINT,
  "username" VARCHAR,
  "deleted_at" TIMESTAMP WITH TIME ZONE NOT NULL,
  "stream" VARCHAR NOT NULL,
  "observed_at" TIMESTAMP WITH TIME ZONE NOT NULL,
  "source_unit" VARCHAR NOT NULL,
  "source_line" BIGINT NOT NULL,
  "extra" VARCHAR,
  "date" DATE NOT NULL
);
COMMENT ON COLUMN "stocktwits"."deletions"."kind" IS 'What was deleted: message or user.';
COMMENT ON COLUMN "stocktwits"."deletions"."deletion_id" IS 'Id of the record of the deletion; messages and users are counted apart.';
COMMENT ON COLUMN "stocktwits"."deletions"."message_id" IS 'Id of the deleted message.';
COMMENT ON COLUMN "stocktwits"."deletions"."user_id" IS 'Id of the deleted user.';
COMMENT ON COLUMN "stocktwits"."deletions"."username" IS 'Name of the deleted user.';
COMMENT ON COLUMN "stocktwits"."deletions"."deleted_at" IS 'When it was deleted. Its UTC day is the partition.';
COMMENT ON COLUMN "stocktwits"."deletions"."stream" IS 'The stream whose page showed it: deletions/messages or deletions/users.';
COMMENT ON COLUMN "stocktwits"."deletions"."observed_at" IS 'When the page was received.';
COMMENT ON COLUMN "stocktwits"."deletions"."source_unit" IS 'The sweep that the row came from.';
COMMENT ON COLUMN "stocktwits"."deletions"."source_line" IS 'The page, which is a line of the landed sweep, from 1.';
COMMENT ON COLUMN "stocktwits"."deletions"."extra" IS 'JSON of every member of the record that has no column of its own, or whose value does not fit its column; null when there is none.';

CREATE TABLE "twitter"."tweets" (
  "id" BIGINT NOT NULL,
  "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
  "format" VARCHAR NOT NULL,
  "verb" VARCHAR,
  "text" VARCHAR,
  "full_text" VARCHAR,
  "truncated" BOOLEAN,
  "display_text_range" BIGINT[],
  "source" VARCHAR,
  "lang" VARCHAR,
  "filter_level" VARCHAR,
  "timestamp_ms" BIGINT,
  "in_reply_to_status_id" BIGINT,
  "in_reply_to_user_id" BIGINT,
  "in_reply_to_screen_name" VARCHAR,
  "is_quote_status" BOOLEAN,
  "quoted_status_id" BIGINT,
  "quote_count" BIGINT,
  "reply_count" BIGINT,
  "retweet_count" BIGINT,
  "favorite_count" BIGINT,
  "favorited" BOOLEAN,
  "retweeted" BOOLEAN,
  "possibly_sensitive" BOOLEAN,
  "withheld_copyright" BOOLEAN,
  "withheld_in_countries" VARCHAR[],
  "withheld_scope" VARCHAR,
  "editable" BOOLEAN,
  "contributors" VARCHAR,
  "scopes" VARCHAR,
  "user" STRUCT("id" BIGINT, "screen_name" VARCHAR, "name" VARCHAR, "location" VARCHAR, "url" VARCHAR, "description" VARCHAR, "protected" BOOLEAN, "verified" BOOLEAN, "verified_type" VARCHAR, "followers_count" BIGINT, "friends_count" BIGINT, "listed_count" BIGINT, "favourites_count" BIGINT, "statuses_count" BIGINT, "created_at" TIMESTAMP WITH TIME ZONE, "utc_offset" BIGINT, "time_zone" VARCHAR, "lang" VARCHAR, "languages" VARCHAR[], "geo_enabled" BOOLEAN, "contributors_enabled" BOOLEAN, "is_translator" BOOLEAN, "translator_type" VARCHAR, "links" STRUCT("href" VARCHAR, "rel" VARCHAR)[], "profile_image_url" VARCHAR, "profile_image_url_https" VARCHAR, "profile_banner_url" VARCHAR, "profile_background_color" VARCHAR, "profile_background_image_url" VARCHAR, "profile_background_image_url_https" VARCHAR, "profile_background_tile" BOOLEAN, "profile_link_color" VARCHAR, "profile_sidebar_border_color" VARCHAR, "profile_sidebar_fill_color" VARCHAR, "profile_text_color" VARCHAR, "profile_use_background_image" BOOLEAN, "default_profile" BOOLEAN, "default_profile_image" BOOLEAN, "following" BOOLEAN, "follow_request_sent" BOOLEAN, "notifications" BOOLEAN, "withheld_in_countries" VARCHAR[], "withheld_scope" VARCHAR, "entities" VARCHAR, "derived" STRUCT("locations" STRUCT("country" VARCHAR, "country_code" VARCHAR, "region" VARCHAR, "sub_region" VARCHAR, "locality" VARCHAR, "full_name" VARCHAR, "geo" STRUCT("type" VARCHAR, "lon_lat" DOUBLE[]))[], "klout" STRUCT("score" BIGINT, "user_id" VARCHAR, "profile_url" VARCHAR, "influence_topics" VARCHAR, "interest_topics" VARCHAR, "topics" VARCHAR))),
  "generator" STRUCT("display_name" VARCHAR, "link" VARCHAR),
  "geo" STRUCT("type" VARCHAR, "lat_lon" DOUBLE[]),
  "coordinates" STRUCT("type" VARCHAR, "lon_lat" DOUBLE[]),
  "place" STRUCT("id" VARCHAR, "url" VARCHAR, "place_type" VARCHAR, "name" VARCHAR, "full_name" VARCHAR, "country_code" VARCHAR, "country" VARCHAR, "bounding_box" STRUCT("type" VARCHAR, "coordinates" VARCHAR), "attributes" VARCHAR),
  "retweeted_status" STRUCT("id" BIGINT, "created_at" TIMESTAMP WITH TIME ZONE, "text" VARCHAR, "extended_tweet" STRUCT("full_text" VARCHAR), "lang" VARCHAR, "retweet_count" BIGINT, "favorite_count" BIGINT, "reply_count" BIGINT, "quote_count" BIGINT, "user" STRUCT("id" BIGINT, "screen_name" VARCHAR, "name" VARCHAR, "followers_count" BIGINT)),
  "quoted_status" STRUCT("id" BIGINT, "created_at" TIMESTAMP WITH TIME ZONE, "text" VARCHAR, "extended_tweet" STRUCT("full_text" VARCHAR), "lang" VARCHAR, "retweet_count" BIGINT, "favorite_count" BIGINT, "reply_count" BIGINT, "quote_count" BIGINT, "user" STRUCT("id" BIGINT, "screen_name" VARCHAR, "name" VARCHAR, "followers_count" BIGINT)),
  "quoted_status_permalink" STRUCT("url" VARCHAR, "expanded" VARCHAR, "display" VARCHAR),
  "entities" STRUCT("hashtags" STRUCT("text" VARCHAR, "indices" BIGINT[])[], "symbols" STRUCT("text" VARCHAR, "indices" BIGINT[])[], "urls" STRUCT("url" VARCHAR, "expanded_url" VARCHAR, "display_url" VARCHAR, "indices" BIGINT[], "unwound" STRUCT("url" VARCHAR, "status" BIGINT, "title" VARCHAR, "description" VARCHAR))[], "user_mentions" STRUCT("id" BIGINT, "screen_name" VARCHAR, "name" VARCHAR, "indices" BIGINT[])[], "media" STRUCT("id" BIGINT, "type" VARCHAR, "url" VARCHAR, "display_url" VARCHAR, "expanded_url" VARCHAR, "media_url" VARCHAR, "media_url_https" VARCHAR, "indices" BIGINT[], "source_status_id" BIGINT, "source_user_id" BIGINT, "ext_alt_text" VARCHAR, "sizes" VARCHAR, "video_info" VARCHAR, "additional_media_info" VARCHAR)[], "polls" VARCHAR),
  "extended_entities" STRUCT("media" STRUCT("id" BIGINT, "type" VARCHAR, "url" VARCHAR, "display_url" VARCHAR, "expanded_url" VARCHAR, "media_url" VARCHAR, "media_url_https" VARCHAR, "indices" BIGINT[], "source_status_id" BIGINT, "source_user_id" BIGINT, "ext_alt_text" VARCHAR, "sizes" VARCHAR, "video_info" VARCHAR, "additional_media_info" VARCHAR)[]),
  "extended_tweet" STRUCT("full_text" VARCHAR, "display_text_range" BIGINT[], "entities" STRUCT("hashtags" STRUCT("text" VARCHAR, "indices" BIGINT[])[], "symbols" STRUCT("text" VARCHAR, "indices" BIGINT[])[], "urls" STRUCT("url" VARCHAR, "expanded_url" VARCHAR, "display_url" VARCHAR, "indices" BIGINT[], "unwound" STRUCT("url" VARCHAR, "status" BIGINT, "title" VARCHAR, "description" VARCHAR))[], "user_mentions" STRUCT("id" BIGINT, "screen_name" VARCHAR, "name" VARCHAR, "indices" BIGINT[])[], "media" STRUCT("id" BIGINT, "type" VARCHAR, "url" VARCHAR, "display_url" VARCHAR, "expanded_url" VARCHAR, "media_url" VARCHAR, "media_url_https" VARCHAR, "indices" BIGINT[], "source_status_id" BIGINT, "source_user_id" BIGINT, "ext_alt_text" VARCHAR, "sizes" VARCHAR, "video_info" VARCHAR, "additional_media_info" VARCHAR)[], "polls" VARCHAR), "extended_entities" STRUCT("media" STRUCT("id" BIGINT, "type" VARCHAR, "url" VARCHAR, "display_url" VARCHAR, "expanded_url" VARCHAR, "media_url" VARCHAR, "media_url_https" VARCHAR, "indices" BIGINT[], "source_status_id" BIGINT, "source_user_id" BIGINT, "ext_alt_text" VARCHAR, "sizes" VARCHAR, "video_info" VARCHAR, "additional_media_info" VARCHAR)[])),
  "edit_history" STRUCT("initial_tweet_id" BIGINT, "edit_tweet_ids" BIGINT[]),
  "edit_controls" STRUCT("editable_until_ms" BIGINT, "edits_remaining" BIGINT, "is_edit_eligible" BOOLEAN),
  "matching_rules" STRUCT("id" BIGINT, "tag" VARCHAR, "value" VARCHAR)[],
  "gnip" STRUCT("urls" STRUCT("url" VARCHAR, "expanded_url" VARCHAR, "expanded_status" BIGINT, "expanded_url_title" VARCHAR, "expanded_url_description" VARCHAR)[], "language" STRUCT("value" VARCHAR)),
  "source_unit" VARCHAR NOT NULL,
  "source_line" BIGINT NOT NULL,
  "extra" VARCHAR,
  "date" DATE NOT NULL
);
COMMENT ON COLUMN "twitter"."tweets"."id" IS 'The tweet''s id. Ids rise with time, and hold the millisecond of the tweet since November 2010.';
COMMENT ON COLUMN "twitter"."tweets"."created_at" IS 'When the tweet was posted; of a retweet when it was retweeted. Its UTC day is the partition.';
COMMENT ON COLUMN "twitter"."tweets"."format" IS 'The format of the record: native or activity_streams.';
COMMENT ON COLUMN "twitter"."tweets"."verb" IS 'What an activity says was done: post, or share for a retweet.';
COMMENT ON COLUMN "twitter"."tweets"."text" IS 'The text. Ampersands and angle brackets are escaped as in HTML. Of a long tweet it is cut short, and extended_tweet has the whole.';
COMMENT ON COLUMN "twitter"."tweets"."full_text" IS 'The whole text, in records that have no shortened one.';
COMMENT ON COLUMN "twitter"."tweets"."truncated" IS 'True when text is cut short.';
COMMENT ON COLUMN "twitter"."tweets"."display_text_range" IS 'Where the part of the text that is shown begins and ends, in characters.';
COMMENT ON COLUMN "twitter"."tweets"."source" IS 'The application that the tweet was written with, as an HTML link. Activities have it in generator.';
COMMENT ON COLUMN "twitter"."tweets"."lang" IS 'Language of the text as the publisher guesses it; und when it cannot.';
COMMENT ON COLUMN "twitter"."tweets"."filter_level" IS 'How well the tweet fits streams that are filtered.';
COMMENT ON COLUMN "twitter"."tweets"."timestamp_ms" IS 'When the tweet was posted, in milliseconds since 1970-01-01 UTC.';
COMMENT ON COLUMN "twitter"."tweets"."in_reply_to_status_id" IS 'Id of the tweet that this one answers.';
COMMENT ON COLUMN "twitter"."tweets"."in_reply_to_user_id" IS 'Id of the user whom this tweet answers.';
COMMENT ON COLUMN "twitter"."tweets"."in_reply_to_screen_name" IS 'That user''s name in addresses.';
COMMENT ON COLUMN "twitter"."tweets"."is_quote_status" IS 'True when the tweet quotes another.';
COMMENT ON COLUMN "twitter"."tweets"."quoted_status_id" IS 'Id of the quoted tweet.';
COMMENT ON COLUMN "twitter"."tweets"."quote_count" IS 'How often the tweet had been quoted at delivery.';
COMMENT ON COLUMN "twitter"."tweets"."reply_count" IS 'How many replies it had at delivery.';
COMMENT ON COLUMN "twitter"."tweets"."retweet_count" IS 'How often it had been retweeted at delivery.';
COMMENT ON COLUMN "twitter"."tweets"."favorite_count" IS 'How many users liked it at delivery.';
COMMENT ON COLUMN "twitter"."tweets"."favorited" IS 'True when the account that fetched the record likes the tweet.';
COMMENT ON COLUMN "twitter"."tweets"."retweeted" IS 'True when the account that fetched the record has retweeted it.';
COMMENT ON COLUMN "twitter"."tweets"."possibly_sensitive" IS 'True when a link in the tweet may lead to what not everybody wants to see.';
COMMENT ON COLUMN "twitter"."tweets"."withheld_copyright" IS 'True when the tweet is withheld because of a complaint about copyright.';
COMMENT ON COLUMN "twitter"."tweets"."withheld_in_countries" IS 'Codes of the countries in which the tweet is withheld.';
COMMENT ON COLUMN "twitter"."tweets"."withheld_scope" IS 'Whether the tweet or the user is withheld.';
COMMENT ON COLUMN "twitter"."tweets"."editable" IS 'True when the tweet could be edited when it was posted.';
COMMENT ON COLUMN "twitter"."tweets"."contributors" IS 'Who wrote for the account; not in use any more.';
COMMENT ON COLUMN "twitter"."tweets"."scopes" IS 'Where an advertisement is shown.';
COMMENT ON COLUMN "twitter"."tweets"."user" IS 'Who posted the tweet; in Replay as they were when it was replayed: the counters are of that moment.';
COMMENT ON COLUMN "twitter"."tweets"."generator" IS 'The application that the tweet was written with, in activities; native records have it in source.';
COMMENT ON COLUMN "twitter"."tweets"."geo" IS 'Where exactly the tweet was posted. Both formats have these coordinates in the order latitude, longitude.';
COMMENT ON COLUMN "twitter"."tweets"."coordinates" IS 'The same point once more in native records, in the order of GeoJSON: longitude, latitude.';
COMMENT ON COLUMN "twitter"."tweets"."place" IS 'The place that the tweet was posted from, or is about.';
COMMENT ON COLUMN "twitter"."tweets"."retweeted_status" IS 'The tweet that this one retweets; what is not here of it stands in extra.';
COMMENT ON COLUMN "twitter"."tweets"."quoted_status" IS 'The tweet that this one quotes; what is not here of it stands in extra.';
COMMENT ON COLUMN "twitter"."tweets"."quoted_status_permalink" IS 'The link to the quoted tweet.';
COMMENT ON COLUMN "twitter"."tweets"."entities" IS 'What stands in text.';
COMMENT ON COLUMN "twitter"."tweets"."extended_entities" IS 'All pictures and videos of the tweet.';
COMMENT ON COLUMN "twitter"."tweets"."extended_tweet" IS 'The whole of a tweet that is longer than text can be; activities call it long_object.';
COMMENT ON COLUMN "twitter"."tweets"."edit_history" IS 'The versions of a tweet that can be edited. In Replay every tweet is in its last version.';
COMMENT ON COLUMN "twitter"."tweets"."edit_controls" IS 'How far the tweet can still be edited.';
COMMENT ON COLUMN "twitter"."tweets"."matching_rules" IS 'The PowerTrack rules that the tweet matched; none in volume streams.';
COMMENT ON COLUMN "twitter"."tweets"."gnip" IS 'What the deliverer added to an activity.';
COMMENT ON COLUMN "twitter"."tweets"."source_unit" IS 'The unit that the row came from, such as replay-powertrack-acme-prod-201606010000_201606010200.';
COMMENT ON COLUMN "twitter"."tweets"."source_line" IS 'The line in the landed unit, from 1; through all of its objects in their order.';
COMMENT ON COLUMN "twitter"."tweets"."extra" IS 'JSON of every member of the record that has no column of its own, or whose value does not fit its column; null when there is none.';

CREATE TABLE "twitter"."compliance_events" (
  "event" VARCHAR,
  "time" TIMESTAMP WITH TIME ZONE,
  "format" VARCHAR NOT NULL,
  "tweet_id" BIGINT,
  "user_id" BIGINT,
  "favorite_tweet_id" BIGINT,
  "favorite_user_id" BIGINT,
  "up_to_status_id" BIGINT,
  "withheld_in_countries" VARCHAR[],
  "initial_tweet_id" BIGINT,
  "edit_tweet_ids" BIGINT[],
  "data" VARCHAR,
  "time_source" VARCHAR,
  "source_unit" VARCHAR NOT NULL,
  "source_line" BIGINT NOT NULL,
  "extra" VARCHAR,
  "date" DATE NOT NULL
);
COMMENT ON COLUMN "twitter"."compliance_events"."event" IS 'What happened, in the publisher''s word: the verb of a v1 event, the only key of a v2 event, such as delete or user_protect.';
COMMENT ON COLUMN "twitter"."compliance_events"."time" IS 'When it happened; null when the event does not say, as notices in live streams. Its UTC day is the partition; see time_source.';
COMMENT ON COLUMN "twitter"."compliance_events"."format" IS 'The format of the record: activity_streams for v1, native for v2.';
COMMENT ON COLUMN "twitter"."compliance_events"."tweet_id" IS 'The tweet that it happened to; null when it is about a user or a like.';
COMMENT ON COLUMN "twitter"."compliance_events"."user_id" IS 'The user that it happened to, or whose tweet it is.';
COMMENT ON COLUMN "twitter"."compliance_events"."favorite_tweet_id" IS 'Of a like that was taken back: the tweet that was liked. Nothing happened to that tweet.';
COMMENT ON COLUMN "twitter"."compliance_events"."favorite_user_id" IS 'Of a like that was taken back: the user who had liked the tweet.';
COMMENT ON COLUMN "twitter"."compliance_events"."up_to_status_id" IS 'Of scrub_geo: the places of all the user''s tweets up to this one are to be forgotten.';
COMMENT ON COLUMN "twitter"."compliance_events"."withheld_in_countries" IS 'Codes of the countries in which the tweet or the user is withheld.';
COMMENT ON COLUMN "twitter"."compliance_events"."initial_tweet_id" IS 'Of tweet_edit: id of the first version; tweet_id is the newest.';
COMMENT ON COLUMN "twitter"."compliance_events"."edit_tweet_ids" IS 'Of tweet_edit: ids of all versions.';
COMMENT ON COLUMN "twitter"."compliance_events"."data" IS 'The whole event, byte for byte. What the other columns take from it stands here as well.';
COMMENT ON COLUMN "twitter"."compliance_events"."time_source" IS 'What the partition is: event, the day of time; unit, the day that the unit begins, because the event states no time. Null in files of version 1, which have no such events.';
COMMENT ON COLUMN "twitter"."compliance_events"."source_unit" IS 'The unit that the row came from, such as replay-compliance-acme-prod-201606010000_201606010200.';
COMMENT ON COLUMN "twitter"."compliance_events"."source_line" IS 'The line in the landed unit, from 1; through all of its objects in their order.';
COMMENT ON COLUMN "twitter"."compliance_events"."extra" IS 'Always null, because data keeps the whole event.';

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
