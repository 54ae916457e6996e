-- Generated from the schema files. External tables over an archive for Spark SQL and Athena.
-- Replace ROOT by the archive's root, for example s3://bucket/prefix.
-- Athena finds the days by itself (partition projection). Elsewhere run MSCK REPAIR TABLE
-- after new days have come. Athena takes one statement at a time.
-- The lines that no table took (ROOT/_rejected) are not here: these engines pass over
-- what begins with an underscore. Read them with DuckDB.

CREATE DATABASE IF NOT EXISTS `stocktwits`;

CREATE EXTERNAL TABLE IF NOT EXISTS `stocktwits`.`messages` (
  `id` bigint COMMENT 'The message\'s id. Ids rise with time.',
  `created_at` timestamp COMMENT 'When the message was written. Its UTC day is the partition.',
  `format` string COMMENT 'The generation of the record: envelope, activity_streams or bare.',
  `object` string COMMENT 'The kind of object that the envelope names: Message.',
  `action` string COMMENT 'What the envelope says was done: create.',
  `event_time` timestamp COMMENT 'When the event happened, from the envelope\'s time.',
  `body` string COMMENT 'The text as the publisher has it. HTML entities stay: the publisher escapes apostrophes, quotes, ampersands and angle brackets.',
  `user` struct<`id`:bigint,`username`:string,`name`:string,`avatar_url`:string,`avatar_url_ssl`:string,`join_date`:date,`official`:boolean,`identity`:string,`classification`:array<string>,`followers`:bigint,`following`:bigint,`ideas`:bigint,`watchlist_stocks_count`:bigint,`like_count`:bigint,`subscribers_count`:bigint,`subscribed_to_count`:bigint,`location`:string,`bio`:string,`website_url`:string,`trading_strategy`:struct<`assets_frequently_traded`:array<string>,`approach`:string,`holding_period`:string,`experience`:string>,`home_country`:string,`search_country`:string,`search_regions`:array<string>,`plus_tier`:string,`premium_room`:string,`trade_app`:boolean,`trade_status`:string,`company_representative`:struct<`symbol`:string>> COMMENT 'Who wrote the message, as they were when it was delivered: the counters are of that moment.',
  `source` struct<`id`:bigint,`title`:string,`url`:string> COMMENT 'The application that the message was written with.',
  `symbols` array<struct<`id`:bigint,`symbol`:string,`title`:string,`exchange`:string,`sector`:string,`industry`:string,`trending`:boolean,`trending_score`:double,`watchlist_count`:bigint,`aliases`:array<string>,`is_following`:boolean,`has_pricing`:boolean,`symbol_mic`:string,`symbol_display`:string,`region`:string,`logo_url`:string,`deeplink`:string,`external_id`:string,`instrument_class`:string,`live_event`:boolean,`sentiment_change`:double,`volume_change`:double,`trade_status`:string,`earnings_id`:bigint,`earnings_cta`:string>> COMMENT 'The symbols that the message names with $, in the order of the record.',
  `prices` array<struct<`id`:bigint,`symbol`:string,`price`:string,`symbol_mic`:string>> COMMENT 'Prices of the message\'s symbols when it was written.',
  `sentiment` string COMMENT 'What the author chose: Bullish or Bearish, null when nothing was chosen.',
  `sentiment_score` double COMMENT 'The publisher\'s own score of the text (records of about 2018 to 2020), not the author\'s choice.',
  `conversation` struct<`parent_message_id`:bigint,`in_reply_to_message_id`:bigint,`parent`:boolean,`replies`:bigint> COMMENT 'The thread that the message belongs to, not given when it has none.',
  `likes` struct<`total`:bigint,`user_ids`:array<bigint>> COMMENT 'Who liked the message up to its delivery.',
  `reshares` struct<`reshared_count`:bigint,`user_ids`:array<bigint>> COMMENT 'Who reshared the message up to its delivery.',
  `reshare_message` struct<`message`:struct<`id`:bigint,`body`:string,`created_at`:timestamp,`user`:struct<`id`:bigint,`username`:string>>,`reshared_count`:bigint,`reshared_deleted`:boolean,`reshared_user_deleted`:boolean,`parent_reshared_deleted`:boolean,`parent_reshared_message_id`:bigint,`parent_reshared_url`:string> COMMENT 'The message that this one reshares.',
  `mentioned_users` array<string> COMMENT 'The users named in the text, each with its @.',
  `links` array<struct<`title`:string,`url`:string,`shortened_url`:string,`shortened_expanded_url`:string,`description`:string,`image`:string,`created_at`:timestamp,`video_url`:string,`source`:struct<`name`:string,`website`:string>>> COMMENT 'The links in the message.',
  `entities` struct<`chart`:struct<`id`:bigint,`thumb`:string,`medium`:string,`large`:string,`original`:string,`url`:string,`type`:string,`width`:bigint,`height`:bigint,`ratio`:double>,`giphy`:struct<`id`:string,`ratio`:double>,`media`:array<struct<`id`:bigint,`type`:string,`url`:string,`thumb`:string,`medium`:string,`large`:string,`original`:string,`width`:bigint,`height`:bigint,`ratio`:double,`provider`:string,`provider_id`:string,`duration`:double,`preview`:string,`thumbnails`:string>>> COMMENT 'What is attached to the message. The sentiment has a column of its own.',
  `filters` struct<`official_api`:boolean,`day_counts`:bigint> COMMENT 'Marks that the publisher filters by.',
  `discussion` boolean COMMENT 'True when the message opens a discussion.',
  `discussion_id` bigint COMMENT 'Id of the discussion.',
  `discussion_type` string COMMENT 'Kind of discussion.',
  `liked_by_self` boolean COMMENT 'True when the account that fetched the record likes the message.',
  `reshared_by_self` boolean COMMENT 'True when the account that fetched the record has reshared it.',
  `network` struct<`twitter`:struct<`id`:string>> COMMENT 'The message on other networks.',
  `firehose_seq` bigint COMMENT 'Number of the record in the old firehose.',
  `source_unit` string COMMENT 'The unit that the row came from, such as firestream-message-2016-12-05.',
  `source_line` bigint COMMENT 'The line in the landed unit, from 1.',
  `extra` string COMMENT 'JSON of every member of the record that has no column of its own, or whose value does not fit its column, null when there is none.'
)
COMMENT 'Messages of StockTwits, one row each, from all generations of backup files. Columns bear the API\'s own names.'
PARTITIONED BY (`date` date COMMENT 'The UTC day of created_at.')
STORED AS PARQUET
LOCATION 'ROOT/stocktwits/messages/'
TBLPROPERTIES (
  'projection.enabled' = 'true',
  'projection.date.type' = 'date',
  'projection.date.format' = 'yyyy-MM-dd',
  'projection.date.range' = '2008-01-01,NOW'
);

CREATE EXTERNAL TABLE IF NOT EXISTS `stocktwits`.`message_deletions` (
  `object` string COMMENT 'The kind of object that the envelope names: Message.',
  `action` string COMMENT 'What was done: destroy.',
  `time` timestamp COMMENT 'When the message was deleted. Its UTC day is the partition.',
  `id` bigint COMMENT 'Id of the deleted message. Where the object is a record of the deletion with an id of its own, the message\'s id is taken.',
  `user_id` bigint COMMENT 'Who had written the message, where the record says so.',
  `data` string COMMENT 'The whole data object, byte for byte. What the other columns take from it stands here as well.',
  `source_unit` string COMMENT 'The unit that the row came from, such as firestream-message-2016-12-05.',
  `source_line` bigint COMMENT 'The line in the landed unit, from 1.',
  `extra` string COMMENT 'JSON of the envelope\'s members that have no column of their own, null when there is none. Nothing of data comes here, because data is kept whole.'
)
COMMENT 'Deletions of messages, one row each. A deletion may concern a message of any earlier day.'
PARTITIONED BY (`date` date COMMENT 'The UTC day of time.')
STORED AS PARQUET
LOCATION 'ROOT/stocktwits/message_deletions/'
TBLPROPERTIES (
  'projection.enabled' = 'true',
  'projection.date.type' = 'date',
  'projection.date.format' = 'yyyy-MM-dd',
  'projection.date.range' = '2008-01-01,NOW'
);

CREATE EXTERNAL TABLE IF NOT EXISTS `stocktwits`.`friendships` (
  `object` string COMMENT 'The kind of object that the envelope names: Friendship.',
  `action` string COMMENT 'create: the user follows the other from now on, destroy: no longer.',
  `time` timestamp COMMENT 'When it happened. Its UTC day is the partition.',
  `id` bigint COMMENT 'Id of the friendship, where it has one.',
  `user_id` bigint COMMENT 'Who follows. The keys of these objects are not published: the first of the places in the source list that holds an integer is taken.',
  `target_user_id` bigint COMMENT 'Who is followed. The keys of these objects are not published: the first of the places in the source list that holds an integer is taken.',
  `data` string COMMENT 'The whole data object, byte for byte. What the other columns take from it stands here as well.',
  `source_unit` string COMMENT 'The unit that the row came from, such as firestream-message-2016-12-05.',
  `source_line` bigint COMMENT 'The line in the landed unit, from 1.',
  `extra` string COMMENT 'JSON of the envelope\'s members that have no column of their own, null when there is none. Nothing of data comes here, because data is kept whole.'
)
COMMENT 'Users beginning (create) and ceasing (destroy) to follow others, one row each.'
PARTITIONED BY (`date` date COMMENT 'The UTC day of time.')
STORED AS PARQUET
LOCATION 'ROOT/stocktwits/friendships/'
TBLPROPERTIES (
  'projection.enabled' = 'true',
  'projection.date.type' = 'date',
  'projection.date.format' = 'yyyy-MM-dd',
  'projection.date.range' = '2008-01-01,NOW'
);

CREATE EXTERNAL TABLE IF NOT EXISTS `stocktwits`.`blocks` (
  `object` string COMMENT 'The kind of object that the envelope names: Block.',
  `action` string COMMENT 'create: the user blocks the other from now on, destroy: no longer.',
  `time` timestamp COMMENT 'When it happened. Its UTC day is the partition.',
  `id` bigint COMMENT 'Id of the block, where it has one.',
  `user_id` bigint COMMENT 'Who blocks. The keys of these objects are not published: the first of the places in the source list that holds an integer is taken.',
  `target_user_id` bigint COMMENT 'Who is blocked. The keys of these objects are not published: the first of the places in the source list that holds an integer is taken.',
  `data` string COMMENT 'The whole data object, byte for byte. What the other columns take from it stands here as well.',
  `source_unit` string COMMENT 'The unit that the row came from, such as firestream-message-2016-12-05.',
  `source_line` bigint COMMENT 'The line in the landed unit, from 1.',
  `extra` string COMMENT 'JSON of the envelope\'s members that have no column of their own, null when there is none. Nothing of data comes here, because data is kept whole.'
)
COMMENT 'Users blocking (create) and unblocking (destroy) others, one row each.'
PARTITIONED BY (`date` date COMMENT 'The UTC day of time.')
STORED AS PARQUET
LOCATION 'ROOT/stocktwits/blocks/'
TBLPROPERTIES (
  'projection.enabled' = 'true',
  'projection.date.type' = 'date',
  'projection.date.format' = 'yyyy-MM-dd',
  'projection.date.range' = '2008-01-01,NOW'
);

CREATE EXTERNAL TABLE IF NOT EXISTS `stocktwits`.`message_likes` (
  `object` string COMMENT 'The kind of object that the envelope names: LikeMessage.',
  `action` string COMMENT 'create: the user likes the message from now on, destroy: no longer.',
  `time` timestamp COMMENT 'When it happened. Its UTC day is the partition.',
  `id` bigint COMMENT 'Id of the like, where it has one.',
  `user_id` bigint COMMENT 'Who likes. The keys of these objects are not published: the first of the places in the source list that holds an integer is taken.',
  `message_id` bigint COMMENT 'The message that is liked. The keys of these objects are not published: the first of the places in the source list that holds an integer is taken.',
  `data` string COMMENT 'The whole data object, byte for byte. What the other columns take from it stands here as well.',
  `source_unit` string COMMENT 'The unit that the row came from, such as firestream-message-2016-12-05.',
  `source_line` bigint COMMENT 'The line in the landed unit, from 1.',
  `extra` string COMMENT 'JSON of the envelope\'s members that have no column of their own, null when there is none. Nothing of data comes here, because data is kept whole.'
)
COMMENT 'Users liking (create) and unliking (destroy) messages, one row each.'
PARTITIONED BY (`date` date COMMENT 'The UTC day of time.')
STORED AS PARQUET
LOCATION 'ROOT/stocktwits/message_likes/'
TBLPROPERTIES (
  'projection.enabled' = 'true',
  'projection.date.type' = 'date',
  'projection.date.format' = 'yyyy-MM-dd',
  'projection.date.range' = '2008-01-01,NOW'
);
