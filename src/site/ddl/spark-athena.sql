-- Generated from the schema files. External tables over an archive for Spark SQL and Athena.
-- Replace ROOT by the archive's root, for example s3://bucket/prefix.
-- Athena finds the days by itself (partition projection). Elsewhere run MSCK REPAIR TABLE
-- after new days have come. Athena takes one statement at a time.
-- The lines that no table took (ROOT/_rejected) are not here: these engines pass over
-- what begins with an underscore. Read them with DuckDB.

CREATE DATABASE IF NOT EXISTS `stocktwits`;

CREATE DATABASE IF NOT EXISTS `twitter`;

CREATE EXTERNAL TABLE IF NOT EXISTS `stocktwits`.`messages` (
  `id` bigint COMMENT 'The message\'s id. Ids rise with time.',
  `created_at` timestamp COMMENT 'When the message was written. Its UTC day is the partition.',
  `updated_at` timestamp COMMENT 'When the message was last changed, which only Activity Streams say.',
  `format` string COMMENT 'The generation of the record: envelope, activity_streams or bare.',
  `object` string COMMENT 'The kind of object that the envelope names: Message.',
  `action` string COMMENT 'What the envelope says was done: create.',
  `event_time` timestamp COMMENT 'When the event happened, from the envelope\'s time.',
  `body` string COMMENT 'The text as the publisher has it. HTML entities stay: the publisher escapes apostrophes, quotes, ampersands and angle brackets.',
  `user` struct<`id`:bigint,`username`:string,`name`:string,`avatar_url`:string,`avatar_url_ssl`:string,`join_date`:date,`official`:boolean,`identity`:string,`classification`:array<string>,`followers`:bigint,`following`:bigint,`ideas`:bigint,`watchlist_stocks_count`:bigint,`like_count`:bigint,`subscribers_count`:bigint,`subscribed_to_count`:bigint,`location`:string,`bio`:string,`website_url`:string,`trading_strategy`:struct<`assets_frequently_traded`:array<string>,`approach`:string,`holding_period`:string,`experience`:string>,`home_country`:string,`search_country`:string,`search_regions`:array<string>,`plus_tier`:string,`premium_room`:string,`trade_app`:boolean,`trade_status`:string,`company_representative`:struct<`symbol`:string>> COMMENT 'Who wrote the message, as they were when it was delivered: the counters are of that moment.',
  `source` struct<`id`:bigint,`title`:string,`url`:string> COMMENT 'The application that the message was written with.',
  `symbols` array<struct<`id`:bigint,`symbol`:string,`title`:string,`exchange`:string,`sector`:string,`industry`:string,`trending`:boolean,`trending_score`:double,`watchlist_count`:bigint,`aliases`:array<string>,`is_following`:boolean,`has_pricing`:boolean,`symbol_mic`:string,`symbol_display`:string,`region`:string,`logo_url`:string,`deeplink`:string,`external_id`:string,`instrument_class`:string,`live_event`:boolean,`sentiment_change`:double,`volume_change`:double,`trade_status`:string,`earnings_uuid`:string,`earnings_cta_text`:string,`features`:array<string>,`cusip`:string,`isin`:string>> COMMENT 'The symbols that the message names with $, in the order of the record.',
  `prices` array<struct<`id`:bigint,`symbol`:string,`price`:string,`symbol_mic`:string>> COMMENT 'Prices of the message\'s symbols when it was written.',
  `sentiment` string COMMENT 'What the author chose: Bullish or Bearish, null when nothing was chosen.',
  `sentiment_score` double COMMENT 'The publisher\'s own score of the text (records of about 2018 to 2020), not the author\'s choice.',
  `conversation` struct<`parent_message_id`:bigint,`in_reply_to_message_id`:bigint,`parent`:boolean,`replies`:bigint> COMMENT 'The thread that the message belongs to, not given when it has none.',
  `likes` struct<`total`:bigint,`user_ids`:array<bigint>> COMMENT 'Who liked the message up to its delivery.',
  `reshares` struct<`reshared_count`:bigint,`user_ids`:array<bigint>> COMMENT 'Who reshared the message up to its delivery.',
  `reshare_message` struct<`message`:struct<`id`:bigint,`body`:string,`created_at`:timestamp,`user`:struct<`id`:bigint,`username`:string,`name`:string,`avatar_url`:string,`avatar_url_ssl`:string,`join_date`:date,`official`:boolean,`identity`:string,`classification`:array<string>,`followers`:bigint,`following`:bigint,`ideas`:bigint,`watchlist_stocks_count`:bigint,`like_count`:bigint>,`symbols`:array<struct<`id`:bigint,`symbol`:string,`title`:string,`exchange`:string>>,`sentiment`:string,`source`:struct<`id`:bigint,`title`:string,`url`:string>,`mentioned_users`:array<string>,`conversation`:struct<`parent_message_id`:bigint,`in_reply_to_message_id`:bigint,`parent`:boolean,`replies`:bigint>>,`reshared_count`:bigint,`reshared_deleted`:boolean,`reshared_user_deleted`:boolean,`parent_reshared_deleted`:boolean,`parent_reshared_message_id`:bigint,`parent_reshared_url`:string> COMMENT 'The message that this one reshares.',
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
  `gnip` struct<`language`:string,`urls`:array<struct<`url`:string,`expanded_url`:string,`expanded_status`:bigint>>> COMMENT 'What Gnip added to messages that it delivered.',
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

CREATE EXTERNAL TABLE IF NOT EXISTS `stocktwits`.`observed_messages` (
  `stream` string COMMENT 'The stream whose page showed the message, such as symbol/AAPL.',
  `observed_at` timestamp COMMENT 'When the page was received.',
  `id` bigint COMMENT 'The message\'s id. Ids rise with time.',
  `created_at` timestamp COMMENT 'When the message was written. Its UTC day is the partition.',
  `updated_at` timestamp COMMENT 'When the message was last changed, which only Activity Streams say.',
  `format` string COMMENT 'The generation of the record: envelope, activity_streams or bare.',
  `object` string COMMENT 'The kind of object that the envelope names: Message.',
  `action` string COMMENT 'What the envelope says was done: create.',
  `event_time` timestamp COMMENT 'When the event happened, from the envelope\'s time.',
  `body` string COMMENT 'The text as the publisher has it. HTML entities stay: the publisher escapes apostrophes, quotes, ampersands and angle brackets.',
  `user` struct<`id`:bigint,`username`:string,`name`:string,`avatar_url`:string,`avatar_url_ssl`:string,`join_date`:date,`official`:boolean,`identity`:string,`classification`:array<string>,`followers`:bigint,`following`:bigint,`ideas`:bigint,`watchlist_stocks_count`:bigint,`like_count`:bigint,`subscribers_count`:bigint,`subscribed_to_count`:bigint,`location`:string,`bio`:string,`website_url`:string,`trading_strategy`:struct<`assets_frequently_traded`:array<string>,`approach`:string,`holding_period`:string,`experience`:string>,`home_country`:string,`search_country`:string,`search_regions`:array<string>,`plus_tier`:string,`premium_room`:string,`trade_app`:boolean,`trade_status`:string,`company_representative`:struct<`symbol`:string>> COMMENT 'Who wrote the message, as they were when it was delivered: the counters are of that moment.',
  `source` struct<`id`:bigint,`title`:string,`url`:string> COMMENT 'The application that the message was written with.',
  `symbols` array<struct<`id`:bigint,`symbol`:string,`title`:string,`exchange`:string,`sector`:string,`industry`:string,`trending`:boolean,`trending_score`:double,`watchlist_count`:bigint,`aliases`:array<string>,`is_following`:boolean,`has_pricing`:boolean,`symbol_mic`:string,`symbol_display`:string,`region`:string,`logo_url`:string,`deeplink`:string,`external_id`:string,`instrument_class`:string,`live_event`:boolean,`sentiment_change`:double,`volume_change`:double,`trade_status`:string,`earnings_uuid`:string,`earnings_cta_text`:string,`features`:array<string>,`cusip`:string,`isin`:string>> COMMENT 'The symbols that the message names with $, in the order of the record.',
  `prices` array<struct<`id`:bigint,`symbol`:string,`price`:string,`symbol_mic`:string>> COMMENT 'Prices of the message\'s symbols when it was written.',
  `sentiment` string COMMENT 'What the author chose: Bullish or Bearish, null when nothing was chosen.',
  `sentiment_score` double COMMENT 'The publisher\'s own score of the text (records of about 2018 to 2020), not the author\'s choice.',
  `conversation` struct<`parent_message_id`:bigint,`in_reply_to_message_id`:bigint,`parent`:boolean,`replies`:bigint> COMMENT 'The thread that the message belongs to, not given when it has none.',
  `likes` struct<`total`:bigint,`user_ids`:array<bigint>> COMMENT 'Who liked the message up to its delivery.',
  `reshares` struct<`reshared_count`:bigint,`user_ids`:array<bigint>> COMMENT 'Who reshared the message up to its delivery.',
  `reshare_message` struct<`message`:struct<`id`:bigint,`body`:string,`created_at`:timestamp,`user`:struct<`id`:bigint,`username`:string,`name`:string,`avatar_url`:string,`avatar_url_ssl`:string,`join_date`:date,`official`:boolean,`identity`:string,`classification`:array<string>,`followers`:bigint,`following`:bigint,`ideas`:bigint,`watchlist_stocks_count`:bigint,`like_count`:bigint>,`symbols`:array<struct<`id`:bigint,`symbol`:string,`title`:string,`exchange`:string>>,`sentiment`:string,`source`:struct<`id`:bigint,`title`:string,`url`:string>,`mentioned_users`:array<string>,`conversation`:struct<`parent_message_id`:bigint,`in_reply_to_message_id`:bigint,`parent`:boolean,`replies`:bigint>>,`reshared_count`:bigint,`reshared_deleted`:boolean,`reshared_user_deleted`:boolean,`parent_reshared_deleted`:boolean,`parent_reshared_message_id`:bigint,`parent_reshared_url`:string> COMMENT 'The message that this one reshares.',
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
  `gnip` struct<`language`:string,`urls`:array<struct<`url`:string,`expanded_url`:string,`expanded_status`:bigint>>> COMMENT 'What Gnip added to messages that it delivered.',
  `firehose_seq` bigint COMMENT 'Number of the record in the old firehose.',
  `source_unit` string COMMENT 'The unit that the row came from, such as firestream-message-2016-12-05.',
  `source_line` bigint COMMENT 'The line in the landed unit, from 1.',
  `extra` string COMMENT 'JSON of every member of the record that has no column of its own, or whose value does not fit its column, null when there is none.'
)
COMMENT 'Messages as pages of the REST API show them, one row for each sweep that saw one: a message seen twice is two rows, and their counters differ. The columns of stocktwits/messages, and where and when the message was seen.'
PARTITIONED BY (`date` date COMMENT 'The UTC day of created_at.')
STORED AS PARQUET
LOCATION 'ROOT/stocktwits/observed_messages/'
TBLPROPERTIES (
  'projection.enabled' = 'true',
  'projection.date.type' = 'date',
  'projection.date.format' = 'yyyy-MM-dd',
  'projection.date.range' = '2008-01-01,NOW'
);

CREATE EXTERNAL TABLE IF NOT EXISTS `stocktwits`.`observed_symbols` (
  `stream` string COMMENT 'The stream whose page showed the symbol, such as trending/symbols.',
  `observed_at` timestamp COMMENT 'When the page was received. Its UTC day is the partition.',
  `position` bigint COMMENT 'The place in the page\'s list, from 1.',
  `id` bigint COMMENT 'The symbol\'s id, which stays when the symbol is renamed.',
  `symbol` string COMMENT 'The ticker, which may hold dots (BTC.X) and underscores (NG_F).',
  `title` string COMMENT 'Name of the company or asset.',
  `exchange` string COMMENT 'Name of the exchange.',
  `sector` string COMMENT 'Sector of the company.',
  `industry` string COMMENT 'Industry of the company.',
  `trending` boolean COMMENT 'True when the symbol was trending at delivery.',
  `trending_score` double COMMENT 'Score of the trend (partner access).',
  `watchlist_count` bigint COMMENT 'How many users watch the symbol.',
  `aliases` array<string> COMMENT 'Other tickers of the same asset.',
  `is_following` boolean COMMENT 'True when the account that fetched the record follows the symbol.',
  `has_pricing` boolean COMMENT 'True when the publisher has prices for it.',
  `symbol_mic` string COMMENT 'Market identifier code (ISO 10383) of the exchange.',
  `symbol_display` string COMMENT 'The ticker as it is shown.',
  `region` string COMMENT 'Code of the region.',
  `logo_url` string COMMENT 'Address of the logo.',
  `deeplink` string COMMENT 'Address that opens the symbol in the publisher\'s app.',
  `external_id` string COMMENT 'Id of the asset at the publisher\'s data supplier.',
  `instrument_class` string COMMENT 'Kind of instrument, such as "Stock".',
  `live_event` boolean COMMENT 'True while a live event about the symbol is on.',
  `sentiment_change` double COMMENT 'Change of the sentiment, in percent as the publisher counts it.',
  `volume_change` double COMMENT 'Change of the message volume, in percent as the publisher counts it.',
  `trade_status` string COMMENT 'Whether the symbol can be traded through the publisher.',
  `earnings_uuid` string COMMENT 'Id of the next report of earnings, a UUID. The record calls it earnings_id.',
  `earnings_cta_text` string COMMENT 'The words by which the publisher calls to the report of earnings. The record calls it earnings_cta.',
  `features` array<string> COMMENT 'What the publisher offers for the symbol, in words of its own.',
  `cusip` string COMMENT 'CUSIP of the security.',
  `isin` string COMMENT 'International securities identification number (ISO 6166).',
  `source_unit` string COMMENT 'The sweep that the row came from.',
  `source_line` bigint COMMENT 'The page, which is a line of the landed sweep, from 1.',
  `extra` string COMMENT 'JSON of every member of the object that has no column of its own, or whose value does not fit its column, null when there is none.'
)
COMMENT 'Symbols as pages of the REST API show them: what trends, what a watch list or a search has. One row for each sweep that saw one, with the columns that symbols have in stocktwits/messages.'
PARTITIONED BY (`date` date COMMENT 'The UTC day of observed_at.')
STORED AS PARQUET
LOCATION 'ROOT/stocktwits/observed_symbols/'
TBLPROPERTIES (
  'projection.enabled' = 'true',
  'projection.date.type' = 'date',
  'projection.date.format' = 'yyyy-MM-dd',
  'projection.date.range' = '2008-01-01,NOW'
);

CREATE EXTERNAL TABLE IF NOT EXISTS `stocktwits`.`observed_users` (
  `stream` string COMMENT 'The stream whose page showed the user, such as graph/following.',
  `observed_at` timestamp COMMENT 'When the page was received. Its UTC day is the partition.',
  `position` bigint COMMENT 'The place in the page\'s list, from 1.',
  `id` bigint COMMENT 'The user\'s id.',
  `username` string COMMENT 'The name in the user\'s address, without the @.',
  `name` string COMMENT 'The name that is shown.',
  `avatar_url` string COMMENT 'Address of the user\'s picture.',
  `avatar_url_ssl` string COMMENT 'The same over https.',
  `join_date` date COMMENT 'The day on which the user joined.',
  `official` boolean COMMENT 'True for an official account.',
  `identity` string COMMENT '"User" or "Official".',
  `classification` array<string> COMMENT 'The labels of the account, such as "suggested", "official", "premium", "plus", "verified" or "ir".',
  `followers` bigint COMMENT 'How many users follow this one.',
  `following` bigint COMMENT 'How many users this one follows.',
  `ideas` bigint COMMENT 'How many messages the user has written.',
  `watchlist_stocks_count` bigint COMMENT 'How many symbols the user watches, records up to about 2014 call it following_stocks.',
  `like_count` bigint COMMENT 'How many messages the user has liked.',
  `subscribers_count` bigint COMMENT 'How many users subscribe to this one (partner access).',
  `subscribed_to_count` bigint COMMENT 'How many users this one subscribes to (partner access).',
  `location` string COMMENT 'Where the user says to be, in free text.',
  `bio` string COMMENT 'What the user says about themselves.',
  `website_url` string COMMENT 'The user\'s own website.',
  `trading_strategy` struct<`assets_frequently_traded`:array<string>,`approach`:string,`holding_period`:string,`experience`:string> COMMENT 'How the user says to trade.',
  `home_country` string COMMENT 'Code of the user\'s country.',
  `search_country` string COMMENT 'Code of the country that the user searches in.',
  `search_regions` array<string> COMMENT 'The regions that the user searches in.',
  `plus_tier` string COMMENT 'The tier of a paid account, an empty string when there is none.',
  `premium_room` string COMMENT 'The premium room of the user, an empty string when there is none.',
  `trade_app` boolean COMMENT 'True when the user trades through the publisher\'s app.',
  `trade_status` string COMMENT 'State of the user\'s trading account.',
  `company_representative` struct<`symbol`:string> COMMENT 'Given for a user who speaks for a company.',
  `source_unit` string COMMENT 'The sweep that the row came from.',
  `source_line` bigint COMMENT 'The page, which is a line of the landed sweep, from 1.',
  `extra` string COMMENT 'JSON of every member of the object that has no column of its own, or whose value does not fit its column, null when there is none.'
)
COMMENT 'Users as pages of the REST API show them: whom the account follows, blocks or mutes, who follows it, what a search finds. One row for each sweep that saw one, with the columns that a user has in stocktwits/messages.'
PARTITIONED BY (`date` date COMMENT 'The UTC day of observed_at.')
STORED AS PARQUET
LOCATION 'ROOT/stocktwits/observed_users/'
TBLPROPERTIES (
  'projection.enabled' = 'true',
  'projection.date.type' = 'date',
  'projection.date.format' = 'yyyy-MM-dd',
  'projection.date.range' = '2008-01-01,NOW'
);

CREATE EXTERNAL TABLE IF NOT EXISTS `stocktwits`.`observed_watchlists` (
  `stream` string COMMENT 'The stream whose page showed the watch list: watchlists or watchlists/show/{id}.',
  `observed_at` timestamp COMMENT 'When the page was received. Its UTC day is the partition.',
  `position` bigint COMMENT 'The place in the page\'s list, from 1.',
  `id` bigint COMMENT 'Id of the watch list.',
  `name` string COMMENT 'Its name.',
  `updated_at` timestamp COMMENT 'When it was changed last.',
  `created_at` timestamp COMMENT 'When it was made.',
  `symbols` string COMMENT 'The list\'s symbols, byte for byte, where the page has them, each is a row of stocktwits/observed_symbols as well.',
  `source_unit` string COMMENT 'The sweep that the row came from.',
  `source_line` bigint COMMENT 'The page, which is a line of the landed sweep, from 1.',
  `extra` string COMMENT 'JSON of every member of the object that has no column of its own, or whose value does not fit its column, null when there is none.'
)
COMMENT 'Watch lists of the account as pages of the REST API show them, one row for each sweep that saw one. Their symbols are in stocktwits/observed_symbols.'
PARTITIONED BY (`date` date COMMENT 'The UTC day of observed_at.')
STORED AS PARQUET
LOCATION 'ROOT/stocktwits/observed_watchlists/'
TBLPROPERTIES (
  'projection.enabled' = 'true',
  'projection.date.type' = 'date',
  'projection.date.format' = 'yyyy-MM-dd',
  'projection.date.range' = '2008-01-01,NOW'
);

CREATE EXTERNAL TABLE IF NOT EXISTS `stocktwits`.`deletions` (
  `kind` string COMMENT 'What was deleted: message or user.',
  `deletion_id` bigint COMMENT 'Id of the record of the deletion, messages and users are counted apart.',
  `message_id` bigint COMMENT 'Id of the deleted message.',
  `user_id` bigint COMMENT 'Id of the deleted user.',
  `username` string COMMENT 'Name of the deleted user.',
  `deleted_at` timestamp COMMENT 'When it was deleted. Its UTC day is the partition.',
  `stream` string COMMENT 'The stream whose page showed it: deletions/messages or deletions/users.',
  `observed_at` timestamp COMMENT 'When the page was received.',
  `source_unit` string COMMENT 'The sweep that the row came from.',
  `source_line` bigint COMMENT 'The page, which is a line of the landed sweep, from 1.',
  `extra` string COMMENT 'JSON of every member of the record that has no column of its own, or whose value does not fit its column, null when there is none.'
)
COMMENT 'Deletions of messages and of users, from the REST API\'s lists of recent ones, one row for each sweep that saw one.'
PARTITIONED BY (`date` date COMMENT 'The UTC day of deleted_at.')
STORED AS PARQUET
LOCATION 'ROOT/stocktwits/deletions/'
TBLPROPERTIES (
  'projection.enabled' = 'true',
  'projection.date.type' = 'date',
  'projection.date.format' = 'yyyy-MM-dd',
  'projection.date.range' = '2008-01-01,NOW'
);

CREATE EXTERNAL TABLE IF NOT EXISTS `twitter`.`tweets` (
  `id` bigint COMMENT 'The tweet\'s id. Ids rise with time, and hold the millisecond of the tweet since November 2010.',
  `created_at` timestamp COMMENT 'When the tweet was posted, of a retweet when it was retweeted. Its UTC day is the partition.',
  `format` string COMMENT 'The format of the record: native or activity_streams.',
  `verb` string COMMENT 'What an activity says was done: post, or share for a retweet.',
  `text` string COMMENT 'The text. Ampersands and angle brackets are escaped as in HTML. Of a long tweet it is cut short, and extended_tweet has the whole.',
  `full_text` string COMMENT 'The whole text, in records that have no shortened one.',
  `truncated` boolean COMMENT 'True when text is cut short.',
  `display_text_range` array<bigint> COMMENT 'Where the part of the text that is shown begins and ends, in characters.',
  `source` string COMMENT 'The application that the tweet was written with, as an HTML link. Activities have it in generator.',
  `lang` string COMMENT 'Language of the text as the publisher guesses it, und when it cannot.',
  `filter_level` string COMMENT 'How well the tweet fits streams that are filtered.',
  `timestamp_ms` bigint COMMENT 'When the tweet was posted, in milliseconds since 1970-01-01 UTC.',
  `in_reply_to_status_id` bigint COMMENT 'Id of the tweet that this one answers.',
  `in_reply_to_user_id` bigint COMMENT 'Id of the user whom this tweet answers.',
  `in_reply_to_screen_name` string COMMENT 'That user\'s name in addresses.',
  `is_quote_status` boolean COMMENT 'True when the tweet quotes another.',
  `quoted_status_id` bigint COMMENT 'Id of the quoted tweet.',
  `quote_count` bigint COMMENT 'How often the tweet had been quoted at delivery.',
  `reply_count` bigint COMMENT 'How many replies it had at delivery.',
  `retweet_count` bigint COMMENT 'How often it had been retweeted at delivery.',
  `favorite_count` bigint COMMENT 'How many users liked it at delivery.',
  `favorited` boolean COMMENT 'True when the account that fetched the record likes the tweet.',
  `retweeted` boolean COMMENT 'True when the account that fetched the record has retweeted it.',
  `possibly_sensitive` boolean COMMENT 'True when a link in the tweet may lead to what not everybody wants to see.',
  `withheld_copyright` boolean COMMENT 'True when the tweet is withheld because of a complaint about copyright.',
  `withheld_in_countries` array<string> COMMENT 'Codes of the countries in which the tweet is withheld.',
  `withheld_scope` string COMMENT 'Whether the tweet or the user is withheld.',
  `editable` boolean COMMENT 'True when the tweet could be edited when it was posted.',
  `contributors` string COMMENT 'Who wrote for the account, not in use any more.',
  `scopes` string COMMENT 'Where an advertisement is shown.',
  `user` struct<`id`:bigint,`screen_name`:string,`name`:string,`location`:string,`url`:string,`description`:string,`protected`:boolean,`verified`:boolean,`verified_type`:string,`followers_count`:bigint,`friends_count`:bigint,`listed_count`:bigint,`favourites_count`:bigint,`statuses_count`:bigint,`created_at`:timestamp,`utc_offset`:bigint,`time_zone`:string,`lang`:string,`languages`:array<string>,`geo_enabled`:boolean,`contributors_enabled`:boolean,`is_translator`:boolean,`translator_type`:string,`links`:array<struct<`href`:string,`rel`:string>>,`profile_image_url`:string,`profile_image_url_https`:string,`profile_banner_url`:string,`profile_background_color`:string,`profile_background_image_url`:string,`profile_background_image_url_https`:string,`profile_background_tile`:boolean,`profile_link_color`:string,`profile_sidebar_border_color`:string,`profile_sidebar_fill_color`:string,`profile_text_color`:string,`profile_use_background_image`:boolean,`default_profile`:boolean,`default_profile_image`:boolean,`following`:boolean,`follow_request_sent`:boolean,`notifications`:boolean,`withheld_in_countries`:array<string>,`withheld_scope`:string,`entities`:string,`derived`:struct<`locations`:array<struct<`country`:string,`country_code`:string,`region`:string,`sub_region`:string,`locality`:string,`full_name`:string,`geo`:struct<`type`:string,`lon_lat`:array<double>>>>,`klout`:struct<`score`:bigint,`user_id`:string,`profile_url`:string,`influence_topics`:string,`interest_topics`:string,`topics`:string>>> COMMENT 'Who posted the tweet, in Replay as they were when it was replayed: the counters are of that moment.',
  `generator` struct<`display_name`:string,`link`:string> COMMENT 'The application that the tweet was written with, in activities, native records have it in source.',
  `geo` struct<`type`:string,`lat_lon`:array<double>> COMMENT 'Where exactly the tweet was posted. Both formats have these coordinates in the order latitude, longitude.',
  `coordinates` struct<`type`:string,`lon_lat`:array<double>> COMMENT 'The same point once more in native records, in the order of GeoJSON: longitude, latitude.',
  `place` struct<`id`:string,`url`:string,`place_type`:string,`name`:string,`full_name`:string,`country_code`:string,`country`:string,`bounding_box`:struct<`type`:string,`coordinates`:string>,`attributes`:string> COMMENT 'The place that the tweet was posted from, or is about.',
  `retweeted_status` struct<`id`:bigint,`created_at`:timestamp,`text`:string,`extended_tweet`:struct<`full_text`:string>,`lang`:string,`retweet_count`:bigint,`favorite_count`:bigint,`reply_count`:bigint,`quote_count`:bigint,`user`:struct<`id`:bigint,`screen_name`:string,`name`:string,`followers_count`:bigint>> COMMENT 'The tweet that this one retweets, what is not here of it stands in extra.',
  `quoted_status` struct<`id`:bigint,`created_at`:timestamp,`text`:string,`extended_tweet`:struct<`full_text`:string>,`lang`:string,`retweet_count`:bigint,`favorite_count`:bigint,`reply_count`:bigint,`quote_count`:bigint,`user`:struct<`id`:bigint,`screen_name`:string,`name`:string,`followers_count`:bigint>> COMMENT 'The tweet that this one quotes, what is not here of it stands in extra.',
  `quoted_status_permalink` struct<`url`:string,`expanded`:string,`display`:string> COMMENT 'The link to the quoted tweet.',
  `entities` struct<`hashtags`:array<struct<`text`:string,`indices`:array<bigint>>>,`symbols`:array<struct<`text`:string,`indices`:array<bigint>>>,`urls`:array<struct<`url`:string,`expanded_url`:string,`display_url`:string,`indices`:array<bigint>,`unwound`:struct<`url`:string,`status`:bigint,`title`:string,`description`:string>>>,`user_mentions`:array<struct<`id`:bigint,`screen_name`:string,`name`:string,`indices`:array<bigint>>>,`media`:array<struct<`id`:bigint,`type`:string,`url`:string,`display_url`:string,`expanded_url`:string,`media_url`:string,`media_url_https`:string,`indices`:array<bigint>,`source_status_id`:bigint,`source_user_id`:bigint,`ext_alt_text`:string,`sizes`:string,`video_info`:string,`additional_media_info`:string>>,`polls`:string> COMMENT 'What stands in text.',
  `extended_entities` struct<`media`:array<struct<`id`:bigint,`type`:string,`url`:string,`display_url`:string,`expanded_url`:string,`media_url`:string,`media_url_https`:string,`indices`:array<bigint>,`source_status_id`:bigint,`source_user_id`:bigint,`ext_alt_text`:string,`sizes`:string,`video_info`:string,`additional_media_info`:string>>> COMMENT 'All pictures and videos of the tweet.',
  `extended_tweet` struct<`full_text`:string,`display_text_range`:array<bigint>,`entities`:struct<`hashtags`:array<struct<`text`:string,`indices`:array<bigint>>>,`symbols`:array<struct<`text`:string,`indices`:array<bigint>>>,`urls`:array<struct<`url`:string,`expanded_url`:string,`display_url`:string,`indices`:array<bigint>,`unwound`:struct<`url`:string,`status`:bigint,`title`:string,`description`:string>>>,`user_mentions`:array<struct<`id`:bigint,`screen_name`:string,`name`:string,`indices`:array<bigint>>>,`media`:array<struct<`id`:bigint,`type`:string,`url`:string,`display_url`:string,`expanded_url`:string,`media_url`:string,`media_url_https`:string,`indices`:array<bigint>,`source_status_id`:bigint,`source_user_id`:bigint,`ext_alt_text`:string,`sizes`:string,`video_info`:string,`additional_media_info`:string>>,`polls`:string>,`extended_entities`:struct<`media`:array<struct<`id`:bigint,`type`:string,`url`:string,`display_url`:string,`expanded_url`:string,`media_url`:string,`media_url_https`:string,`indices`:array<bigint>,`source_status_id`:bigint,`source_user_id`:bigint,`ext_alt_text`:string,`sizes`:string,`video_info`:string,`additional_media_info`:string>>>> COMMENT 'The whole of a tweet that is longer than text can be, activities call it long_object.',
  `edit_history` struct<`initial_tweet_id`:bigint,`edit_tweet_ids`:array<bigint>> COMMENT 'The versions of a tweet that can be edited. In Replay every tweet is in its last version.',
  `edit_controls` struct<`editable_until_ms`:bigint,`edits_remaining`:bigint,`is_edit_eligible`:boolean> COMMENT 'How far the tweet can still be edited.',
  `matching_rules` array<struct<`id`:bigint,`tag`:string,`value`:string>> COMMENT 'The PowerTrack rules that the tweet matched, none in volume streams.',
  `gnip` struct<`urls`:array<struct<`url`:string,`expanded_url`:string,`expanded_status`:bigint,`expanded_url_title`:string,`expanded_url_description`:string>>,`language`:struct<`value`:string>> COMMENT 'What the deliverer added to an activity.',
  `source_unit` string COMMENT 'The unit that the row came from, such as replay-powertrack-acme-prod-201606010000_201606010200.',
  `source_line` bigint COMMENT 'The line in the landed unit, from 1, through all of its objects in their order.',
  `extra` string COMMENT 'JSON of every member of the record that has no column of its own, or whose value does not fit its column, null when there is none.'
)
COMMENT 'Tweets and retweets, one row each, from Replay in both formats. Columns bear the names of the native format.'
PARTITIONED BY (`date` date COMMENT 'The UTC day of created_at.')
STORED AS PARQUET
LOCATION 'ROOT/twitter/tweets/'
TBLPROPERTIES (
  'projection.enabled' = 'true',
  'projection.date.type' = 'date',
  'projection.date.format' = 'yyyy-MM-dd',
  'projection.date.range' = '2008-01-01,NOW'
);

CREATE EXTERNAL TABLE IF NOT EXISTS `twitter`.`compliance_events` (
  `event` string COMMENT 'What happened, in the publisher\'s word: the verb of a v1 event, the only key of a v2 event, such as delete or user_protect.',
  `time` timestamp COMMENT 'When it happened, null when the event does not say, as notices in live streams. Its UTC day is the partition, see time_source.',
  `format` string COMMENT 'The format of the record: activity_streams for v1, native for v2.',
  `tweet_id` bigint COMMENT 'The tweet that it happened to, null when it is about a user or a like.',
  `user_id` bigint COMMENT 'The user that it happened to, or whose tweet it is.',
  `favorite_tweet_id` bigint COMMENT 'Of a like that was taken back: the tweet that was liked. Nothing happened to that tweet.',
  `favorite_user_id` bigint COMMENT 'Of a like that was taken back: the user who had liked the tweet.',
  `up_to_status_id` bigint COMMENT 'Of scrub_geo: the places of all the user\'s tweets up to this one are to be forgotten.',
  `withheld_in_countries` array<string> COMMENT 'Codes of the countries in which the tweet or the user is withheld.',
  `initial_tweet_id` bigint COMMENT 'Of tweet_edit: id of the first version, tweet_id is the newest.',
  `edit_tweet_ids` array<bigint> COMMENT 'Of tweet_edit: ids of all versions.',
  `data` string COMMENT 'The whole event, byte for byte. What the other columns take from it stands here as well.',
  `time_source` string COMMENT 'What the partition is: event, the day of time, unit, the day that the unit begins, because the event states no time. Null in files of version 1, which have no such events.',
  `source_unit` string COMMENT 'The unit that the row came from, such as replay-compliance-acme-prod-201606010000_201606010200.',
  `source_line` bigint COMMENT 'The line in the landed unit, from 1, through all of its objects in their order.',
  `extra` string COMMENT 'Always null, because data keeps the whole event.'
)
COMMENT 'What happened to tweets and users after they were posted, one row an event. Users can be restored, so the last event by time counts.'
PARTITIONED BY (`date` date COMMENT 'The UTC day of time.')
STORED AS PARQUET
LOCATION 'ROOT/twitter/compliance_events/'
TBLPROPERTIES (
  'projection.enabled' = 'true',
  'projection.date.type' = 'date',
  'projection.date.format' = 'yyyy-MM-dd',
  'projection.date.range' = '2008-01-01,NOW'
);
