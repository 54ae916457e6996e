-- Generated from the schema files. External tables over an archive for BigQuery.
-- Replace ROOT by the archive's root, gs://bucket/prefix. The datasets must be in the
-- bucket's location. JSON columns are text: PARSE_JSON reads them.

CREATE SCHEMA IF NOT EXISTS `stocktwits`;

CREATE SCHEMA IF NOT EXISTS `stockpile`;

CREATE EXTERNAL TABLE IF NOT EXISTS `stocktwits`.`messages` (
  `id` INT64 OPTIONS(description = "The message's id. Ids rise with time."),
  `created_at` TIMESTAMP OPTIONS(description = "When the message was written. Its UTC day is the partition."),
  `format` STRING OPTIONS(description = "The generation of the record: envelope, activity_streams or bare."),
  `object` STRING OPTIONS(description = "The kind of object that the envelope names: Message."),
  `action` STRING OPTIONS(description = "What the envelope says was done: create."),
  `event_time` TIMESTAMP OPTIONS(description = "When the event happened, from the envelope's time."),
  `body` STRING OPTIONS(description = "The text as the publisher has it. HTML entities stay: the publisher escapes apostrophes, quotes, ampersands and angle brackets."),
  `user` STRUCT<`id` INT64 OPTIONS(description = "The user's id."), `username` STRING OPTIONS(description = "The name in the user's address, without the @."), `name` STRING OPTIONS(description = "The name that is shown."), `avatar_url` STRING OPTIONS(description = "Address of the user's picture."), `avatar_url_ssl` STRING OPTIONS(description = "The same over https."), `join_date` DATE OPTIONS(description = "The day on which the user joined."), `official` BOOL OPTIONS(description = "True for an official account."), `identity` STRING OPTIONS(description = "\"User\" or \"Official\"."), `classification` ARRAY<STRING> OPTIONS(description = "The labels of the account, such as \"suggested\", \"official\", \"premium\", \"plus\", \"verified\" or \"ir\"."), `followers` INT64 OPTIONS(description = "How many users follow this one."), `following` INT64 OPTIONS(description = "How many users this one follows."), `ideas` INT64 OPTIONS(description = "How many messages the user has written."), `watchlist_stocks_count` INT64 OPTIONS(description = "How many symbols the user watches; records up to about 2014 call it following_stocks."), `like_count` INT64 OPTIONS(description = "How many messages the user has liked."), `subscribers_count` INT64 OPTIONS(description = "How many users subscribe to this one (partner access)."), `subscribed_to_count` INT64 OPTIONS(description = "How many users this one subscribes to (partner access)."), `location` STRING OPTIONS(description = "Where the user says to be, in free text."), `bio` STRING OPTIONS(description = "What the user says about themselves."), `website_url` STRING OPTIONS(description = "The user's own website."), `trading_strategy` STRUCT<`assets_frequently_traded` ARRAY<STRING> OPTIONS(description = "Kinds of assets, such as \"Equities\" or \"Forex\"."), `approach` STRING OPTIONS(description = "Such as \"Momentum\" or \"Technical\"."), `holding_period` STRING OPTIONS(description = "Such as \"Day Trader\" or \"Long Term Investor\"."), `experience` STRING OPTIONS(description = "Such as \"Novice\", \"Intermediate\" or \"Professional\".")> OPTIONS(description = "How the user says to trade."), `home_country` STRING OPTIONS(description = "Code of the user's country."), `search_country` STRING OPTIONS(description = "Code of the country that the user searches in."), `search_regions` ARRAY<STRING> OPTIONS(description = "The regions that the user searches in."), `plus_tier` STRING OPTIONS(description = "The tier of a paid account; an empty string when there is none."), `premium_room` STRING OPTIONS(description = "The premium room of the user; an empty string when there is none."), `trade_app` BOOL OPTIONS(description = "True when the user trades through the publisher's app."), `trade_status` STRING OPTIONS(description = "State of the user's trading account."), `company_representative` STRUCT<`symbol` STRING OPTIONS(description = "The company's symbol.")> OPTIONS(description = "Given for a user who speaks for a company.")> OPTIONS(description = "Who wrote the message, as they were when it was delivered: the counters are of that moment."),
  `source` STRUCT<`id` INT64 OPTIONS(description = "Id of the application."), `title` STRING OPTIONS(description = "Its name, as it is: some end in a space."), `url` STRING OPTIONS(description = "Its address.")> OPTIONS(description = "The application that the message was written with."),
  `symbols` ARRAY<STRUCT<`id` INT64 OPTIONS(description = "The symbol's id, which stays when the symbol is renamed."), `symbol` STRING OPTIONS(description = "The ticker, which may hold dots (BTC.X) and underscores (NG_F)."), `title` STRING OPTIONS(description = "Name of the company or asset."), `exchange` STRING OPTIONS(description = "Name of the exchange."), `sector` STRING OPTIONS(description = "Sector of the company."), `industry` STRING OPTIONS(description = "Industry of the company."), `trending` BOOL OPTIONS(description = "True when the symbol was trending at delivery."), `trending_score` FLOAT64 OPTIONS(description = "Score of the trend (partner access)."), `watchlist_count` INT64 OPTIONS(description = "How many users watch the symbol."), `aliases` ARRAY<STRING> OPTIONS(description = "Other tickers of the same asset."), `is_following` BOOL OPTIONS(description = "True when the account that fetched the record follows the symbol."), `has_pricing` BOOL OPTIONS(description = "True when the publisher has prices for it."), `symbol_mic` STRING OPTIONS(description = "Market identifier code (ISO 10383) of the exchange."), `symbol_display` STRING OPTIONS(description = "The ticker as it is shown."), `region` STRING OPTIONS(description = "Code of the region."), `logo_url` STRING OPTIONS(description = "Address of the logo."), `deeplink` STRING OPTIONS(description = "Address that opens the symbol in the publisher's app."), `external_id` STRING OPTIONS(description = "Id of the asset at the publisher's data supplier."), `instrument_class` STRING OPTIONS(description = "Kind of instrument, such as \"Stock\"."), `live_event` BOOL OPTIONS(description = "True while a live event about the symbol is on."), `sentiment_change` FLOAT64 OPTIONS(description = "Change of the sentiment, in percent as the publisher counts it."), `volume_change` FLOAT64 OPTIONS(description = "Change of the message volume, in percent as the publisher counts it."), `trade_status` STRING OPTIONS(description = "Whether the symbol can be traded through the publisher."), `earnings_id` INT64 OPTIONS(description = "Id of the next report of earnings."), `earnings_cta` STRING OPTIONS(description = "What the publisher offers about the report of earnings; its shape is not documented, so it is kept as it is.")>> OPTIONS(description = "The symbols that the message names with $, in the order of the record."),
  `prices` ARRAY<STRUCT<`id` INT64 OPTIONS(description = "The symbol's id."), `symbol` STRING OPTIONS(description = "The ticker."), `price` STRING OPTIONS(description = "The price at the time of the message, as text: the digits are the publisher's."), `symbol_mic` STRING OPTIONS(description = "Market identifier code (ISO 10383) of the exchange.")>> OPTIONS(description = "Prices of the message's symbols when it was written."),
  `sentiment` STRING OPTIONS(description = "What the author chose: Bullish or Bearish; null when nothing was chosen."),
  `sentiment_score` FLOAT64 OPTIONS(description = "The publisher's own score of the text (records of about 2018 to 2020), not the author's choice."),
  `conversation` STRUCT<`parent_message_id` INT64 OPTIONS(description = "Id of the thread's first message."), `in_reply_to_message_id` INT64 OPTIONS(description = "Id of the message that this one answers; null for the first of the thread."), `parent` BOOL OPTIONS(description = "True for the thread's first message."), `replies` INT64 OPTIONS(description = "How many replies the thread had at delivery.")> OPTIONS(description = "The thread that the message belongs to; not given when it has none."),
  `likes` STRUCT<`total` INT64 OPTIONS(description = "How many likes."), `user_ids` ARRAY<INT64> OPTIONS(description = "Ids of users who liked it.")> OPTIONS(description = "Who liked the message up to its delivery."),
  `reshares` STRUCT<`reshared_count` INT64 OPTIONS(description = "How many reshares."), `user_ids` ARRAY<INT64> OPTIONS(description = "Ids of users who reshared it.")> OPTIONS(description = "Who reshared the message up to its delivery."),
  `reshare_message` STRUCT<`message` STRUCT<`id` INT64 OPTIONS(description = "Id of the reshared message."), `body` STRING OPTIONS(description = "Its text, HTML entities as they are."), `created_at` TIMESTAMP OPTIONS(description = "When it was written."), `user` STRUCT<`id` INT64 OPTIONS(description = "That user's id."), `username` STRING OPTIONS(description = "That user's name in addresses.")> OPTIONS(description = "Who wrote it.")> OPTIONS(description = "The reshared message; what is not here of it stands in extra."), `reshared_count` INT64 OPTIONS(description = "How often it was reshared."), `reshared_deleted` BOOL OPTIONS(description = "True when the reshared message has been deleted."), `reshared_user_deleted` BOOL OPTIONS(description = "True when its author has been deleted."), `parent_reshared_deleted` BOOL OPTIONS(description = "True when the first message of a chain of reshares has been deleted."), `parent_reshared_message_id` INT64 OPTIONS(description = "Id of the first message of a chain of reshares."), `parent_reshared_url` STRING OPTIONS(description = "Address of the first message of a chain of reshares.")> OPTIONS(description = "The message that this one reshares."),
  `mentioned_users` ARRAY<STRING> OPTIONS(description = "The users named in the text, each with its @."),
  `links` ARRAY<STRUCT<`title` STRING OPTIONS(description = "Title of the linked page."), `url` STRING OPTIONS(description = "The address as it was written."), `shortened_url` STRING OPTIONS(description = "The publisher's short address."), `shortened_expanded_url` STRING OPTIONS(description = "The short address in its expanded form."), `description` STRING OPTIONS(description = "Description of the linked page."), `image` STRING OPTIONS(description = "Address of the page's picture."), `created_at` TIMESTAMP OPTIONS(description = "When the publisher first saw the link."), `video_url` STRING OPTIONS(description = "Address of a video; may begin with // and no scheme."), `source` STRUCT<`name` STRING OPTIONS(description = "Name of the site."), `website` STRING OPTIONS(description = "Address of the site.")> OPTIONS(description = "The site of the page.")>> OPTIONS(description = "The links in the message."),
  `entities` STRUCT<`chart` STRUCT<`id` INT64 OPTIONS(description = "Id of the chart."), `thumb` STRING OPTIONS(description = "Address of the small picture."), `medium` STRING OPTIONS(description = "Address of the middle-sized picture."), `large` STRING OPTIONS(description = "Address of the large picture."), `original` STRING OPTIONS(description = "Address of the picture as it was uploaded."), `url` STRING OPTIONS(description = "Short address of the chart's page."), `type` STRING OPTIONS(description = "Type of the picture."), `width` INT64 OPTIONS(description = "Width in pixels."), `height` INT64 OPTIONS(description = "Height in pixels."), `ratio` FLOAT64 OPTIONS(description = "Width over height.")> OPTIONS(description = "A chart that the author attached."), `giphy` STRUCT<`id` STRING OPTIONS(description = "Its id at Giphy, which is text."), `ratio` FLOAT64 OPTIONS(description = "Width over height.")> OPTIONS(description = "An animated picture from Giphy."), `media` ARRAY<STRUCT<`id` INT64 OPTIONS(description = "Id of the item."), `type` STRING OPTIONS(description = "Kind of item, such as \"image\" or \"video\"."), `url` STRING OPTIONS(description = "Address of the item."), `thumb` STRING OPTIONS(description = "Address of the small picture."), `medium` STRING OPTIONS(description = "Address of the middle-sized picture."), `large` STRING OPTIONS(description = "Address of the large picture."), `original` STRING OPTIONS(description = "Address of the picture as it was uploaded."), `width` INT64 OPTIONS(description = "Width in pixels."), `height` INT64 OPTIONS(description = "Height in pixels."), `ratio` FLOAT64 OPTIONS(description = "Width over height."), `provider` STRING OPTIONS(description = "Who keeps the item."), `provider_id` STRING OPTIONS(description = "Its id there."), `duration` FLOAT64 OPTIONS(description = "Length of a video."), `preview` STRING OPTIONS(description = "Address of a preview."), `thumbnails` STRING OPTIONS(description = "The pictures of a video; their shape is not documented, so they are kept as they are.")>> OPTIONS(description = "Pictures and videos of the message.")> OPTIONS(description = "What is attached to the message. The sentiment has a column of its own."),
  `filters` STRUCT<`official_api` BOOL OPTIONS(description = "True when the message came through the official API."), `day_counts` INT64 OPTIONS(description = "Count of the day.")> OPTIONS(description = "Marks that the publisher filters by."),
  `discussion` BOOL OPTIONS(description = "True when the message opens a discussion."),
  `discussion_id` INT64 OPTIONS(description = "Id of the discussion."),
  `discussion_type` STRING OPTIONS(description = "Kind of discussion."),
  `liked_by_self` BOOL OPTIONS(description = "True when the account that fetched the record likes the message."),
  `reshared_by_self` BOOL OPTIONS(description = "True when the account that fetched the record has reshared it."),
  `network` STRUCT<`twitter` STRUCT<`id` STRING OPTIONS(description = "Id of the tweet, text as the record has it.")> OPTIONS(description = "The message on Twitter.")> OPTIONS(description = "The message on other networks."),
  `firehose_seq` INT64 OPTIONS(description = "Number of the record in the old firehose."),
  `source_unit` STRING OPTIONS(description = "The unit that the row came from, such as firestream-message-2016-12-05."),
  `source_line` INT64 OPTIONS(description = "The line in the landed unit, from 1."),
  `extra` STRING OPTIONS(description = "JSON of every member of the record that has no column of its own, or whose value does not fit its column; null when there is none.")
)
WITH PARTITION COLUMNS (`date` DATE)
OPTIONS (
  format = "PARQUET",
  uris = ["ROOT/stocktwits/messages/*"],
  enable_list_inference = true,
  hive_partition_uri_prefix = "ROOT/stocktwits/messages",
  description = "Messages of StockTwits, one row each, from all generations of backup files. Columns bear the API's own names."
);

CREATE EXTERNAL TABLE IF NOT EXISTS `stocktwits`.`message_deletions` (
  `object` STRING OPTIONS(description = "The kind of object that the envelope names: Message."),
  `action` STRING OPTIONS(description = "What was done: destroy."),
  `time` TIMESTAMP OPTIONS(description = "When the message was deleted. Its UTC day is the partition."),
  `id` INT64 OPTIONS(description = "Id of the deleted message. Where the object is a record of the deletion with an id of its own, the message's id is taken."),
  `user_id` INT64 OPTIONS(description = "Who had written the message, where the record says so."),
  `data` STRING OPTIONS(description = "The whole data object, byte for byte. What the other columns take from it stands here as well."),
  `source_unit` STRING OPTIONS(description = "The unit that the row came from, such as firestream-message-2016-12-05."),
  `source_line` INT64 OPTIONS(description = "The line in the landed unit, from 1."),
  `extra` STRING OPTIONS(description = "JSON of the envelope's members that have no column of their own; null when there is none. Nothing of data comes here, because data is kept whole.")
)
WITH PARTITION COLUMNS (`date` DATE)
OPTIONS (
  format = "PARQUET",
  uris = ["ROOT/stocktwits/message_deletions/*"],
  enable_list_inference = true,
  hive_partition_uri_prefix = "ROOT/stocktwits/message_deletions",
  description = "Deletions of messages, one row each. A deletion may concern a message of any earlier day."
);

CREATE EXTERNAL TABLE IF NOT EXISTS `stocktwits`.`friendships` (
  `object` STRING OPTIONS(description = "The kind of object that the envelope names: Friendship."),
  `action` STRING OPTIONS(description = "create: the user follows the other from now on; destroy: no longer."),
  `time` TIMESTAMP OPTIONS(description = "When it happened. Its UTC day is the partition."),
  `id` INT64 OPTIONS(description = "Id of the friendship, where it has one."),
  `user_id` INT64 OPTIONS(description = "Who follows. The keys of these objects are not published: the first of the places in the source list that holds an integer is taken."),
  `target_user_id` INT64 OPTIONS(description = "Who is followed. The keys of these objects are not published: the first of the places in the source list that holds an integer is taken."),
  `data` STRING OPTIONS(description = "The whole data object, byte for byte. What the other columns take from it stands here as well."),
  `source_unit` STRING OPTIONS(description = "The unit that the row came from, such as firestream-message-2016-12-05."),
  `source_line` INT64 OPTIONS(description = "The line in the landed unit, from 1."),
  `extra` STRING OPTIONS(description = "JSON of the envelope's members that have no column of their own; null when there is none. Nothing of data comes here, because data is kept whole.")
)
WITH PARTITION COLUMNS (`date` DATE)
OPTIONS (
  format = "PARQUET",
  uris = ["ROOT/stocktwits/friendships/*"],
  enable_list_inference = true,
  hive_partition_uri_prefix = "ROOT/stocktwits/friendships",
  description = "Users beginning (create) and ceasing (destroy) to follow others, one row each."
);

CREATE EXTERNAL TABLE IF NOT EXISTS `stocktwits`.`blocks` (
  `object` STRING OPTIONS(description = "The kind of object that the envelope names: Block."),
  `action` STRING OPTIONS(description = "create: the user blocks the other from now on; destroy: no longer."),
  `time` TIMESTAMP OPTIONS(description = "When it happened. Its UTC day is the partition."),
  `id` INT64 OPTIONS(description = "Id of the block, where it has one."),
  `user_id` INT64 OPTIONS(description = "Who blocks. The keys of these objects are not published: the first of the places in the source list that holds an integer is taken."),
  `target_user_id` INT64 OPTIONS(description = "Who is blocked. The keys of these objects are not published: the first of the places in the source list that holds an integer is taken."),
  `data` STRING OPTIONS(description = "The whole data object, byte for byte. What the other columns take from it stands here as well."),
  `source_unit` STRING OPTIONS(description = "The unit that the row came from, such as firestream-message-2016-12-05."),
  `source_line` INT64 OPTIONS(description = "The line in the landed unit, from 1."),
  `extra` STRING OPTIONS(description = "JSON of the envelope's members that have no column of their own; null when there is none. Nothing of data comes here, because data is kept whole.")
)
WITH PARTITION COLUMNS (`date` DATE)
OPTIONS (
  format = "PARQUET",
  uris = ["ROOT/stocktwits/blocks/*"],
  enable_list_inference = true,
  hive_partition_uri_prefix = "ROOT/stocktwits/blocks",
  description = "Users blocking (create) and unblocking (destroy) others, one row each."
);

CREATE EXTERNAL TABLE IF NOT EXISTS `stocktwits`.`message_likes` (
  `object` STRING OPTIONS(description = "The kind of object that the envelope names: LikeMessage."),
  `action` STRING OPTIONS(description = "create: the user likes the message from now on; destroy: no longer."),
  `time` TIMESTAMP OPTIONS(description = "When it happened. Its UTC day is the partition."),
  `id` INT64 OPTIONS(description = "Id of the like, where it has one."),
  `user_id` INT64 OPTIONS(description = "Who likes. The keys of these objects are not published: the first of the places in the source list that holds an integer is taken."),
  `message_id` INT64 OPTIONS(description = "The message that is liked. The keys of these objects are not published: the first of the places in the source list that holds an integer is taken."),
  `data` STRING OPTIONS(description = "The whole data object, byte for byte. What the other columns take from it stands here as well."),
  `source_unit` STRING OPTIONS(description = "The unit that the row came from, such as firestream-message-2016-12-05."),
  `source_line` INT64 OPTIONS(description = "The line in the landed unit, from 1."),
  `extra` STRING OPTIONS(description = "JSON of the envelope's members that have no column of their own; null when there is none. Nothing of data comes here, because data is kept whole.")
)
WITH PARTITION COLUMNS (`date` DATE)
OPTIONS (
  format = "PARQUET",
  uris = ["ROOT/stocktwits/message_likes/*"],
  enable_list_inference = true,
  hive_partition_uri_prefix = "ROOT/stocktwits/message_likes",
  description = "Users liking (create) and unliking (destroy) messages, one row each."
);

CREATE EXTERNAL TABLE IF NOT EXISTS `stockpile`.`rejected` (
  `source_unit` STRING OPTIONS(description = "The unit that the line came from, such as firestream-message-2016-12-05."),
  `source_line` INT64 OPTIONS(description = "The line in the landed unit, from 1."),
  `reason` STRING OPTIONS(description = "Why the line was rejected, one word of a fixed list such as malformed_json."),
  `detail` STRING OPTIONS(description = "What exactly was wrong, for people."),
  `line_bytes` INT64 OPTIONS(description = "Length of the line in bytes, without its line end, even where raw holds less of it."),
  `raw` BYTES OPTIONS(description = "The bytes of the line, without its line end; of a line above the limit the beginning.")
)
OPTIONS (
  format = "PARQUET",
  uris = ["ROOT/_rejected/*"],
  enable_list_inference = true,
  description = "Lines that no table took, with their bytes and the reason. Derive the unit again when a later version reads them."
);
