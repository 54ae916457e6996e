-- Generated from the schema files. External tables over an archive for BigQuery.
-- Replace ROOT by the archive's root, gs://bucket/prefix. The datasets must be in the
-- bucket's location. JSON columns are text: PARSE_JSON reads them.

CREATE SCHEMA IF NOT EXISTS `stocktwits`;

CREATE SCHEMA IF NOT EXISTS `twitter`;

CREATE SCHEMA IF NOT EXISTS `stockpile`;

CREATE EXTERNAL TABLE IF NOT EXISTS `stocktwits`.`messages` (
  `id` INT64 OPTIONS(description = "The message's id. Ids rise with time."),
  `created_at` TIMESTAMP OPTIONS(description = "When the message was written. Its UTC day is the partition."),
  `updated_at` TIMESTAMP OPTIONS(description = "When the message was last changed, which only Activity Streams say."),
  `format` STRING OPTIONS(description = "The generation of the record: envelope, activity_streams or bare."),
  `object` STRING OPTIONS(description = "The kind of object that the envelope names: Message."),
  `action` STRING OPTIONS(description = "What the envelope says was done: create."),
  `event_time` TIMESTAMP OPTIONS(description = "When the event happened, from the envelope's time."),
  `body` STRING OPTIONS(description = "The text as the publisher has it. HTML entities stay: the publisher escapes apostrophes, quotes, ampersands and angle brackets."),
  `user` STRUCT<`id` INT64 OPTIONS(description = "The user's id."), `username` STRING OPTIONS(description = "The name in the user's address, without the @."), `name` STRING OPTIONS(description = "The name that is shown."), `avatar_url` STRING OPTIONS(description = "Address of the user's picture."), `avatar_url_ssl` STRING OPTIONS(description = "The same over https."), `join_date` DATE OPTIONS(description = "The day on which the user joined."), `official` BOOL OPTIONS(description = "True for an official account."), `identity` STRING OPTIONS(description = "\"User\" or \"Official\"."), `classification` ARRAY<STRING> OPTIONS(description = "The labels of the account, such as \"suggested\", \"official\", \"premium\", \"plus\", \"verified\" or \"ir\"."), `followers` INT64 OPTIONS(description = "How many users follow this one."), `following` INT64 OPTIONS(description = "How many users this one follows."), `ideas` INT64 OPTIONS(description = "How many messages the user has written."), `watchlist_stocks_count` INT64 OPTIONS(description = "How many symbols the user watches; records up to about 2014 call it following_stocks."), `like_count` INT64 OPTIONS(description = "How many messages the user has liked."), `subscribers_count` INT64 OPTIONS(description = "How many users subscribe to this one (partner access)."), `subscribed_to_count` INT64 OPTIONS(description = "How many users this one subscribes to (partner access)."), `location` STRING OPTIONS(description = "Where the user says to be, in free text."), `bio` STRING OPTIONS(description = "What the user says about themselves."), `website_url` STRING OPTIONS(description = "The user's own website."), `trading_strategy` STRUCT<`assets_frequently_traded` ARRAY<STRING> OPTIONS(description = "Kinds of assets, such as \"Equities\" or \"Forex\"."), `approach` STRING OPTIONS(description = "Such as \"Momentum\" or \"Technical\"."), `holding_period` STRING OPTIONS(description = "Such as \"Day Trader\" or \"Long Term Investor\"."), `experience` STRING OPTIONS(description = "Such as \"Novice\", \"Intermediate\" or \"Professional\".")> OPTIONS(description = "How the user says to trade."), `home_country` STRING OPTIONS(description = "Code of the user's country."), `search_country` STRING OPTIONS(description = "Code of the country that the user searches in."), `search_regions` ARRAY<STRING> OPTIONS(description = "The regions that the user searches in."), `plus_tier` STRING OPTIONS(description = "The tier of a paid account; an empty string when there is none."), `premium_room` STRING OPTIONS(description = "The premium room of the user; an empty string when there is none."), `trade_app` BOOL OPTIONS(description = "True when the user trades through the publisher's app."), `trade_status` STRING OPTIONS(description = "State of the user's trading account."), `company_representative` STRUCT<`symbol` STRING OPTIONS(description = "The company's symbol.")> OPTIONS(description = "Given for a user who speaks for a company.")> OPTIONS(description = "Who wrote the message, as they were when it was delivered: the counters are of that moment."),
  `source` STRUCT<`id` INT64 OPTIONS(description = "Id of the application."), `title` STRING OPTIONS(description = "Its name, as it is: some end in a space."), `url` STRING OPTIONS(description = "Its address.")> OPTIONS(description = "The application that the message was written with."),
  `symbols` ARRAY<STRUCT<`id` INT64 OPTIONS(description = "The symbol's id, which stays when the symbol is renamed."), `symbol` STRING OPTIONS(description = "The ticker, which may hold dots (BTC.X) and underscores (NG_F)."), `title` STRING OPTIONS(description = "Name of the company or asset."), `exchange` STRING OPTIONS(description = "Name of the exchange."), `sector` STRING OPTIONS(description = "Sector of the company."), `industry` STRING OPTIONS(description = "Industry of the company."), `trending` BOOL OPTIONS(description = "True when the symbol was trending at delivery."), `trending_score` FLOAT64 OPTIONS(description = "Score of the trend (partner access)."), `watchlist_count` INT64 OPTIONS(description = "How many users watch the symbol."), `aliases` ARRAY<STRING> OPTIONS(description = "Other tickers of the same asset."), `is_following` BOOL OPTIONS(description = "True when the account that fetched the record follows the symbol."), `has_pricing` BOOL OPTIONS(description = "True when the publisher has prices for it."), `symbol_mic` STRING OPTIONS(description = "Market identifier code (ISO 10383) of the exchange."), `symbol_display` STRING OPTIONS(description = "The ticker as it is shown."), `region` STRING OPTIONS(description = "Code of the region."), `logo_url` STRING OPTIONS(description = "Address of the logo."), `deeplink` STRING OPTIONS(description = "Address that opens the symbol in the publisher's app."), `external_id` STRING OPTIONS(description = "Id of the asset at the publisher's data supplier."), `instrument_class` STRING OPTIONS(description = "Kind of instrument, such as \"Stock\"."), `live_event` BOOL OPTIONS(description = "True while a live event about the symbol is on."), `sentiment_change` FLOAT64 OPTIONS(description = "Change of the sentiment, in percent as the publisher counts it."), `volume_change` FLOAT64 OPTIONS(description = "Change of the message volume, in percent as the publisher counts it."), `trade_status` STRING OPTIONS(description = "Whether the symbol can be traded through the publisher."), `earnings_uuid` STRING OPTIONS(description = "Id of the next report of earnings, a UUID. The record calls it earnings_id."), `earnings_cta_text` STRING OPTIONS(description = "The words by which the publisher calls to the report of earnings. The record calls it earnings_cta."), `features` ARRAY<STRING> OPTIONS(description = "What the publisher offers for the symbol, in words of its own."), `cusip` STRING OPTIONS(description = "CUSIP of the security."), `isin` STRING OPTIONS(description = "International securities identification number (ISO 6166).")>> OPTIONS(description = "The symbols that the message names with $, in the order of the record."),
  `prices` ARRAY<STRUCT<`id` INT64 OPTIONS(description = "The symbol's id."), `symbol` STRING OPTIONS(description = "The ticker."), `price` STRING OPTIONS(description = "The price at the time of the message, as text: the digits are the publisher's."), `symbol_mic` STRING OPTIONS(description = "Market identifier code (ISO 10383) of the exchange.")>> OPTIONS(description = "Prices of the message's symbols when it was written."),
  `sentiment` STRING OPTIONS(description = "What the author chose: Bullish or Bearish; null when nothing was chosen."),
  `sentiment_score` FLOAT64 OPTIONS(description = "The publisher's own score of the text (records of about 2018 to 2020), not the author's choice."),
  `conversation` STRUCT<`parent_message_id` INT64 OPTIONS(description = "Id of the thread's first message."), `in_reply_to_message_id` INT64 OPTIONS(description = "Id of the message that this one answers; null for the first of the thread."), `parent` BOOL OPTIONS(description = "True for the thread's first message."), `replies` INT64 OPTIONS(description = "How many replies the thread had at delivery.")> OPTIONS(description = "The thread that the message belongs to; not given when it has none."),
  `likes` STRUCT<`total` INT64 OPTIONS(description = "How many likes."), `user_ids` ARRAY<INT64> OPTIONS(description = "Ids of users who liked it.")> OPTIONS(description = "Who liked the message up to its delivery."),
  `reshares` STRUCT<`reshared_count` INT64 OPTIONS(description = "How many reshares."), `user_ids` ARRAY<INT64> OPTIONS(description = "Ids of users who reshared it.")> OPTIONS(description = "Who reshared the message up to its delivery."),
  `reshare_message` STRUCT<`message` STRUCT<`id` INT64 OPTIONS(description = "Id of the reshared message."), `body` STRING OPTIONS(description = "Its text, HTML entities as they are."), `created_at` TIMESTAMP OPTIONS(description = "When it was written."), `user` STRUCT<`id` INT64 OPTIONS(description = "That user's id."), `username` STRING OPTIONS(description = "That user's name in addresses."), `name` STRING OPTIONS(description = "The name that is shown."), `avatar_url` STRING OPTIONS(description = "Address of the user's picture."), `avatar_url_ssl` STRING OPTIONS(description = "The same over https."), `join_date` DATE OPTIONS(description = "The day on which the user joined."), `official` BOOL OPTIONS(description = "True for an official account."), `identity` STRING OPTIONS(description = "\"User\" or \"Official\"."), `classification` ARRAY<STRING> OPTIONS(description = "The labels of the account."), `followers` INT64 OPTIONS(description = "How many users follow this one."), `following` INT64 OPTIONS(description = "How many users this one follows."), `ideas` INT64 OPTIONS(description = "How many messages the user has written."), `watchlist_stocks_count` INT64 OPTIONS(description = "How many symbols the user watches."), `like_count` INT64 OPTIONS(description = "How many messages the user has liked.")> OPTIONS(description = "Who wrote it."), `symbols` ARRAY<STRUCT<`id` INT64 OPTIONS(description = "The symbol's id."), `symbol` STRING OPTIONS(description = "The ticker."), `title` STRING OPTIONS(description = "Name of the company or asset."), `exchange` STRING OPTIONS(description = "Name of the exchange.")>> OPTIONS(description = "The symbols that it names, in the order of the record."), `sentiment` STRING OPTIONS(description = "What its author chose: Bullish or Bearish; null when nothing was chosen."), `source` STRUCT<`id` INT64 OPTIONS(description = "Id of the application."), `title` STRING OPTIONS(description = "Its name, as it is."), `url` STRING OPTIONS(description = "Its address.")> OPTIONS(description = "The application that it was written with."), `mentioned_users` ARRAY<STRING> OPTIONS(description = "The users named in its text, each with its @."), `conversation` STRUCT<`parent_message_id` INT64 OPTIONS(description = "Id of the thread's first message."), `in_reply_to_message_id` INT64 OPTIONS(description = "Id of the message that it answers; null for the first of the thread."), `parent` BOOL OPTIONS(description = "True for the thread's first message."), `replies` INT64 OPTIONS(description = "How many replies the thread had at delivery.")> OPTIONS(description = "The thread that it belongs to.")> OPTIONS(description = "The reshared message; what is not here of it stands in extra."), `reshared_count` INT64 OPTIONS(description = "How often it was reshared."), `reshared_deleted` BOOL OPTIONS(description = "True when the reshared message has been deleted."), `reshared_user_deleted` BOOL OPTIONS(description = "True when its author has been deleted."), `parent_reshared_deleted` BOOL OPTIONS(description = "True when the first message of a chain of reshares has been deleted."), `parent_reshared_message_id` INT64 OPTIONS(description = "Id of the first message of a chain of reshares."), `parent_reshared_url` STRING OPTIONS(description = "Address of the first message of a chain of reshares.")> OPTIONS(description = "The message that this one reshares."),
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
  `gnip` STRUCT<`language` STRING OPTIONS(description = "Code of the language that Gnip found, such as en."), `urls` ARRAY<STRUCT<`url` STRING OPTIONS(description = "The address as it was written."), `expanded_url` STRING OPTIONS(description = "Where it leads."), `expanded_status` INT64 OPTIONS(description = "The HTTP status found there.")>> OPTIONS(description = "The links of the text, followed to their ends.")> OPTIONS(description = "What Gnip added to messages that it delivered."),
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

CREATE EXTERNAL TABLE IF NOT EXISTS `stocktwits`.`observed_messages` (
  `stream` STRING OPTIONS(description = "The stream whose page showed the message, such as symbol/AAPL."),
  `observed_at` TIMESTAMP OPTIONS(description = "When the page was received."),
  `id` INT64 OPTIONS(description = "The message's id. Ids rise with time."),
  `created_at` TIMESTAMP OPTIONS(description = "When the message was written. Its UTC day is the partition."),
  `updated_at` TIMESTAMP OPTIONS(description = "When the message was last changed, which only Activity Streams say."),
  `format` STRING OPTIONS(description = "The generation of the record: envelope, activity_streams or bare."),
  `object` STRING OPTIONS(description = "The kind of object that the envelope names: Message."),
  `action` STRING OPTIONS(description = "What the envelope says was done: create."),
  `event_time` TIMESTAMP OPTIONS(description = "When the event happened, from the envelope's time."),
  `body` STRING OPTIONS(description = "The text as the publisher has it. HTML entities stay: the publisher escapes apostrophes, quotes, ampersands and angle brackets."),
  `user` STRUCT<`id` INT64 OPTIONS(description = "The user's id."), `username` STRING OPTIONS(description = "The name in the user's address, without the @."), `name` STRING OPTIONS(description = "The name that is shown."), `avatar_url` STRING OPTIONS(description = "Address of the user's picture."), `avatar_url_ssl` STRING OPTIONS(description = "The same over https."), `join_date` DATE OPTIONS(description = "The day on which the user joined."), `official` BOOL OPTIONS(description = "True for an official account."), `identity` STRING OPTIONS(description = "\"User\" or \"Official\"."), `classification` ARRAY<STRING> OPTIONS(description = "The labels of the account, such as \"suggested\", \"official\", \"premium\", \"plus\", \"verified\" or \"ir\"."), `followers` INT64 OPTIONS(description = "How many users follow this one."), `following` INT64 OPTIONS(description = "How many users this one follows."), `ideas` INT64 OPTIONS(description = "How many messages the user has written."), `watchlist_stocks_count` INT64 OPTIONS(description = "How many symbols the user watches; records up to about 2014 call it following_stocks."), `like_count` INT64 OPTIONS(description = "How many messages the user has liked."), `subscribers_count` INT64 OPTIONS(description = "How many users subscribe to this one (partner access)."), `subscribed_to_count` INT64 OPTIONS(description = "How many users this one subscribes to (partner access)."), `location` STRING OPTIONS(description = "Where the user says to be, in free text."), `bio` STRING OPTIONS(description = "What the user says about themselves."), `website_url` STRING OPTIONS(description = "The user's own website."), `trading_strategy` STRUCT<`assets_frequently_traded` ARRAY<STRING> OPTIONS(description = "Kinds of assets, such as \"Equities\" or \"Forex\"."), `approach` STRING OPTIONS(description = "Such as \"Momentum\" or \"Technical\"."), `holding_period` STRING OPTIONS(description = "Such as \"Day Trader\" or \"Long Term Investor\"."), `experience` STRING OPTIONS(description = "Such as \"Novice\", \"Intermediate\" or \"Professional\".")> OPTIONS(description = "How the user says to trade."), `home_country` STRING OPTIONS(description = "Code of the user's country."), `search_country` STRING OPTIONS(description = "Code of the country that the user searches in."), `search_regions` ARRAY<STRING> OPTIONS(description = "The regions that the user searches in."), `plus_tier` STRING OPTIONS(description = "The tier of a paid account; an empty string when there is none."), `premium_room` STRING OPTIONS(description = "The premium room of the user; an empty string when there is none."), `trade_app` BOOL OPTIONS(description = "True when the user trades through the publisher's app."), `trade_status` STRING OPTIONS(description = "State of the user's trading account."), `company_representative` STRUCT<`symbol` STRING OPTIONS(description = "The company's symbol.")> OPTIONS(description = "Given for a user who speaks for a company.")> OPTIONS(description = "Who wrote the message, as they were when it was delivered: the counters are of that moment."),
  `source` STRUCT<`id` INT64 OPTIONS(description = "Id of the application."), `title` STRING OPTIONS(description = "Its name, as it is: some end in a space."), `url` STRING OPTIONS(description = "Its address.")> OPTIONS(description = "The application that the message was written with."),
  `symbols` ARRAY<STRUCT<`id` INT64 OPTIONS(description = "The symbol's id, which stays when the symbol is renamed."), `symbol` STRING OPTIONS(description = "The ticker, which may hold dots (BTC.X) and underscores (NG_F)."), `title` STRING OPTIONS(description = "Name of the company or asset."), `exchange` STRING OPTIONS(description = "Name of the exchange."), `sector` STRING OPTIONS(description = "Sector of the company."), `industry` STRING OPTIONS(description = "Industry of the company."), `trending` BOOL OPTIONS(description = "True when the symbol was trending at delivery."), `trending_score` FLOAT64 OPTIONS(description = "Score of the trend (partner access)."), `watchlist_count` INT64 OPTIONS(description = "How many users watch the symbol."), `aliases` ARRAY<STRING> OPTIONS(description = "Other tickers of the same asset."), `is_following` BOOL OPTIONS(description = "True when the account that fetched the record follows the symbol."), `has_pricing` BOOL OPTIONS(description = "True when the publisher has prices for it."), `symbol_mic` STRING OPTIONS(description = "Market identifier code (ISO 10383) of the exchange."), `symbol_display` STRING OPTIONS(description = "The ticker as it is shown."), `region` STRING OPTIONS(description = "Code of the region."), `logo_url` STRING OPTIONS(description = "Address of the logo."), `deeplink` STRING OPTIONS(description = "Address that opens the symbol in the publisher's app."), `external_id` STRING OPTIONS(description = "Id of the asset at the publisher's data supplier."), `instrument_class` STRING OPTIONS(description = "Kind of instrument, such as \"Stock\"."), `live_event` BOOL OPTIONS(description = "True while a live event about the symbol is on."), `sentiment_change` FLOAT64 OPTIONS(description = "Change of the sentiment, in percent as the publisher counts it."), `volume_change` FLOAT64 OPTIONS(description = "Change of the message volume, in percent as the publisher counts it."), `trade_status` STRING OPTIONS(description = "Whether the symbol can be traded through the publisher."), `earnings_uuid` STRING OPTIONS(description = "Id of the next report of earnings, a UUID. The record calls it earnings_id."), `earnings_cta_text` STRING OPTIONS(description = "The words by which the publisher calls to the report of earnings. The record calls it earnings_cta."), `features` ARRAY<STRING> OPTIONS(description = "What the publisher offers for the symbol, in words of its own."), `cusip` STRING OPTIONS(description = "CUSIP of the security."), `isin` STRING OPTIONS(description = "International securities identification number (ISO 6166).")>> OPTIONS(description = "The symbols that the message names with $, in the order of the record."),
  `prices` ARRAY<STRUCT<`id` INT64 OPTIONS(description = "The symbol's id."), `symbol` STRING OPTIONS(description = "The ticker."), `price` STRING OPTIONS(description = "The price at the time of the message, as text: the digits are the publisher's."), `symbol_mic` STRING OPTIONS(description = "Market identifier code (ISO 10383) of the exchange.")>> OPTIONS(description = "Prices of the message's symbols when it was written."),
  `sentiment` STRING OPTIONS(description = "What the author chose: Bullish or Bearish; null when nothing was chosen."),
  `sentiment_score` FLOAT64 OPTIONS(description = "The publisher's own score of the text (records of about 2018 to 2020), not the author's choice."),
  `conversation` STRUCT<`parent_message_id` INT64 OPTIONS(description = "Id of the thread's first message."), `in_reply_to_message_id` INT64 OPTIONS(description = "Id of the message that this one answers; null for the first of the thread."), `parent` BOOL OPTIONS(description = "True for the thread's first message."), `replies` INT64 OPTIONS(description = "How many replies the thread had at delivery.")> OPTIONS(description = "The thread that the message belongs to; not given when it has none."),
  `likes` STRUCT<`total` INT64 OPTIONS(description = "How many likes."), `user_ids` ARRAY<INT64> OPTIONS(description = "Ids of users who liked it.")> OPTIONS(description = "Who liked the message up to its delivery."),
  `reshares` STRUCT<`reshared_count` INT64 OPTIONS(description = "How many reshares."), `user_ids` ARRAY<INT64> OPTIONS(description = "Ids of users who reshared it.")> OPTIONS(description = "Who reshared the message up to its delivery."),
  `reshare_message` STRUCT<`message` STRUCT<`id` INT64 OPTIONS(description = "Id of the reshared message."), `body` STRING OPTIONS(description = "Its text, HTML entities as they are."), `created_at` TIMESTAMP OPTIONS(description = "When it was written."), `user` STRUCT<`id` INT64 OPTIONS(description = "That user's id."), `username` STRING OPTIONS(description = "That user's name in addresses."), `name` STRING OPTIONS(description = "The name that is shown."), `avatar_url` STRING OPTIONS(description = "Address of the user's picture."), `avatar_url_ssl` STRING OPTIONS(description = "The same over https."), `join_date` DATE OPTIONS(description = "The day on which the user joined."), `official` BOOL OPTIONS(description = "True for an official account."), `identity` STRING OPTIONS(description = "\"User\" or \"Official\"."), `classification` ARRAY<STRING> OPTIONS(description = "The labels of the account."), `followers` INT64 OPTIONS(description = "How many users follow this one."), `following` INT64 OPTIONS(description = "How many users this one follows."), `ideas` INT64 OPTIONS(description = "How many messages the user has written."), `watchlist_stocks_count` INT64 OPTIONS(description = "How many symbols the user watches."), `like_count` INT64 OPTIONS(description = "How many messages the user has liked.")> OPTIONS(description = "Who wrote it."), `symbols` ARRAY<STRUCT<`id` INT64 OPTIONS(description = "The symbol's id."), `symbol` STRING OPTIONS(description = "The ticker."), `title` STRING OPTIONS(description = "Name of the company or asset."), `exchange` STRING OPTIONS(description = "Name of the exchange.")>> OPTIONS(description = "The symbols that it names, in the order of the record."), `sentiment` STRING OPTIONS(description = "What its author chose: Bullish or Bearish; null when nothing was chosen."), `source` STRUCT<`id` INT64 OPTIONS(description = "Id of the application."), `title` STRING OPTIONS(description = "Its name, as it is."), `url` STRING OPTIONS(description = "Its address.")> OPTIONS(description = "The application that it was written with."), `mentioned_users` ARRAY<STRING> OPTIONS(description = "The users named in its text, each with its @."), `conversation` STRUCT<`parent_message_id` INT64 OPTIONS(description = "Id of the thread's first message."), `in_reply_to_message_id` INT64 OPTIONS(description = "Id of the message that it answers; null for the first of the thread."), `parent` BOOL OPTIONS(description = "True for the thread's first message."), `replies` INT64 OPTIONS(description = "How many replies the thread had at delivery.")> OPTIONS(description = "The thread that it belongs to.")> OPTIONS(description = "The reshared message; what is not here of it stands in extra."), `reshared_count` INT64 OPTIONS(description = "How often it was reshared."), `reshared_deleted` BOOL OPTIONS(description = "True when the reshared message has been deleted."), `reshared_user_deleted` BOOL OPTIONS(description = "True when its author has been deleted."), `parent_reshared_deleted` BOOL OPTIONS(description = "True when the first message of a chain of reshares has been deleted."), `parent_reshared_message_id` INT64 OPTIONS(description = "Id of the first message of a chain of reshares."), `parent_reshared_url` STRING OPTIONS(description = "Address of the first message of a chain of reshares.")> OPTIONS(description = "The message that this one reshares."),
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
  `gnip` STRUCT<`language` STRING OPTIONS(description = "Code of the language that Gnip found, such as en."), `urls` ARRAY<STRUCT<`url` STRING OPTIONS(description = "The address as it was written."), `expanded_url` STRING OPTIONS(description = "Where it leads."), `expanded_status` INT64 OPTIONS(description = "The HTTP status found there.")>> OPTIONS(description = "The links of the text, followed to their ends.")> OPTIONS(description = "What Gnip added to messages that it delivered."),
  `firehose_seq` INT64 OPTIONS(description = "Number of the record in the old firehose."),
  `source_unit` STRING OPTIONS(description = "The unit that the row came from, such as firestream-message-2016-12-05."),
  `source_line` INT64 OPTIONS(description = "The line in the landed unit, from 1."),
  `extra` STRING OPTIONS(description = "JSON of every member of the record that has no column of its own, or whose value does not fit its column; null when there is none.")
)
WITH PARTITION COLUMNS (`date` DATE)
OPTIONS (
  format = "PARQUET",
  uris = ["ROOT/stocktwits/observed_messages/*"],
  enable_list_inference = true,
  hive_partition_uri_prefix = "ROOT/stocktwits/observed_messages",
  description = "Messages as pages of the REST API show them, one row for each sweep that saw one: a message seen twice is two rows, and their counters differ. The columns of stocktwits/messages, and where and when the message was seen."
);

CREATE EXTERNAL TABLE IF NOT EXISTS `stocktwits`.`observed_symbols` (
  `stream` STRING OPTIONS(description = "The stream whose page showed the symbol, such as trending/symbols."),
  `observed_at` TIMESTAMP OPTIONS(description = "When the page was received. Its UTC day is the partition."),
  `position` INT64 OPTIONS(description = "The place in the page's list, from 1."),
  `id` INT64 OPTIONS(description = "The symbol's id, which stays when the symbol is renamed."),
  `symbol` STRING OPTIONS(description = "The ticker, which may hold dots (BTC.X) and underscores (NG_F)."),
  `title` STRING OPTIONS(description = "Name of the company or asset."),
  `exchange` STRING OPTIONS(description = "Name of the exchange."),
  `sector` STRING OPTIONS(description = "Sector of the company."),
  `industry` STRING OPTIONS(description = "Industry of the company."),
  `trending` BOOL OPTIONS(description = "True when the symbol was trending at delivery."),
  `trending_score` FLOAT64 OPTIONS(description = "Score of the trend (partner access)."),
  `watchlist_count` INT64 OPTIONS(description = "How many users watch the symbol."),
  `aliases` ARRAY<STRING> OPTIONS(description = "Other tickers of the same asset."),
  `is_following` BOOL OPTIONS(description = "True when the account that fetched the record follows the symbol."),
  `has_pricing` BOOL OPTIONS(description = "True when the publisher has prices for it."),
  `symbol_mic` STRING OPTIONS(description = "Market identifier code (ISO 10383) of the exchange."),
  `symbol_display` STRING OPTIONS(description = "The ticker as it is shown."),
  `region` STRING OPTIONS(description = "Code of the region."),
  `logo_url` STRING OPTIONS(description = "Address of the logo."),
  `deeplink` STRING OPTIONS(description = "Address that opens the symbol in the publisher's app."),
  `external_id` STRING OPTIONS(description = "Id of the asset at the publisher's data supplier."),
  `instrument_class` STRING OPTIONS(description = "Kind of instrument, such as \"Stock\"."),
  `live_event` BOOL OPTIONS(description = "True while a live event about the symbol is on."),
  `sentiment_change` FLOAT64 OPTIONS(description = "Change of the sentiment, in percent as the publisher counts it."),
  `volume_change` FLOAT64 OPTIONS(description = "Change of the message volume, in percent as the publisher counts it."),
  `trade_status` STRING OPTIONS(description = "Whether the symbol can be traded through the publisher."),
  `earnings_uuid` STRING OPTIONS(description = "Id of the next report of earnings, a UUID. The record calls it earnings_id."),
  `earnings_cta_text` STRING OPTIONS(description = "The words by which the publisher calls to the report of earnings. The record calls it earnings_cta."),
  `features` ARRAY<STRING> OPTIONS(description = "What the publisher offers for the symbol, in words of its own."),
  `cusip` STRING OPTIONS(description = "CUSIP of the security."),
  `isin` STRING OPTIONS(description = "International securities identification number (ISO 6166)."),
  `source_unit` STRING OPTIONS(description = "The sweep that the row came from."),
  `source_line` INT64 OPTIONS(description = "The page, which is a line of the landed sweep, from 1."),
  `extra` STRING OPTIONS(description = "JSON of every member of the object that has no column of its own, or whose value does not fit its column; null when there is none.")
)
WITH PARTITION COLUMNS (`date` DATE)
OPTIONS (
  format = "PARQUET",
  uris = ["ROOT/stocktwits/observed_symbols/*"],
  enable_list_inference = true,
  hive_partition_uri_prefix = "ROOT/stocktwits/observed_symbols",
  description = "Symbols as pages of the REST API show them: what trends, what a watch list or a search has. One row for each sweep that saw one, with the columns that symbols have in stocktwits/messages."
);

CREATE EXTERNAL TABLE IF NOT EXISTS `stocktwits`.`observed_users` (
  `stream` STRING OPTIONS(description = "The stream whose page showed the user, such as graph/following."),
  `observed_at` TIMESTAMP OPTIONS(description = "When the page was received. Its UTC day is the partition."),
  `position` INT64 OPTIONS(description = "The place in the page's list, from 1."),
  `id` INT64 OPTIONS(description = "The user's id."),
  `username` STRING OPTIONS(description = "The name in the user's address, without the @."),
  `name` STRING OPTIONS(description = "The name that is shown."),
  `avatar_url` STRING OPTIONS(description = "Address of the user's picture."),
  `avatar_url_ssl` STRING OPTIONS(description = "The same over https."),
  `join_date` DATE OPTIONS(description = "The day on which the user joined."),
  `official` BOOL OPTIONS(description = "True for an official account."),
  `identity` STRING OPTIONS(description = "\"User\" or \"Official\"."),
  `classification` ARRAY<STRING> OPTIONS(description = "The labels of the account, such as \"suggested\", \"official\", \"premium\", \"plus\", \"verified\" or \"ir\"."),
  `followers` INT64 OPTIONS(description = "How many users follow this one."),
  `following` INT64 OPTIONS(description = "How many users this one follows."),
  `ideas` INT64 OPTIONS(description = "How many messages the user has written."),
  `watchlist_stocks_count` INT64 OPTIONS(description = "How many symbols the user watches; records up to about 2014 call it following_stocks."),
  `like_count` INT64 OPTIONS(description = "How many messages the user has liked."),
  `subscribers_count` INT64 OPTIONS(description = "How many users subscribe to this one (partner access)."),
  `subscribed_to_count` INT64 OPTIONS(description = "How many users this one subscribes to (partner access)."),
  `location` STRING OPTIONS(description = "Where the user says to be, in free text."),
  `bio` STRING OPTIONS(description = "What the user says about themselves."),
  `website_url` STRING OPTIONS(description = "The user's own website."),
  `trading_strategy` STRUCT<`assets_frequently_traded` ARRAY<STRING> OPTIONS(description = "Kinds of assets, such as \"Equities\" or \"Forex\"."), `approach` STRING OPTIONS(description = "Such as \"Momentum\" or \"Technical\"."), `holding_period` STRING OPTIONS(description = "Such as \"Day Trader\" or \"Long Term Investor\"."), `experience` STRING OPTIONS(description = "Such as \"Novice\", \"Intermediate\" or \"Professional\".")> OPTIONS(description = "How the user says to trade."),
  `home_country` STRING OPTIONS(description = "Code of the user's country."),
  `search_country` STRING OPTIONS(description = "Code of the country that the user searches in."),
  `search_regions` ARRAY<STRING> OPTIONS(description = "The regions that the user searches in."),
  `plus_tier` STRING OPTIONS(description = "The tier of a paid account; an empty string when there is none."),
  `premium_room` STRING OPTIONS(description = "The premium room of the user; an empty string when there is none."),
  `trade_app` BOOL OPTIONS(description = "True when the user trades through the publisher's app."),
  `trade_status` STRING OPTIONS(description = "State of the user's trading account."),
  `company_representative` STRUCT<`symbol` STRING OPTIONS(description = "The company's symbol.")> OPTIONS(description = "Given for a user who speaks for a company."),
  `source_unit` STRING OPTIONS(description = "The sweep that the row came from."),
  `source_line` INT64 OPTIONS(description = "The page, which is a line of the landed sweep, from 1."),
  `extra` STRING OPTIONS(description = "JSON of every member of the object that has no column of its own, or whose value does not fit its column; null when there is none.")
)
WITH PARTITION COLUMNS (`date` DATE)
OPTIONS (
  format = "PARQUET",
  uris = ["ROOT/stocktwits/observed_users/*"],
  enable_list_inference = true,
  hive_partition_uri_prefix = "ROOT/stocktwits/observed_users",
  description = "Users as pages of the REST API show them: whom the account follows, blocks or mutes, who follows it, what a search finds. One row for each sweep that saw one, with the columns that a user has in stocktwits/messages."
);

CREATE EXTERNAL TABLE IF NOT EXISTS `stocktwits`.`observed_watchlists` (
  `stream` STRING OPTIONS(description = "The stream whose page showed the watch list: watchlists or watchlists/show/{id}."),
  `observed_at` TIMESTAMP OPTIONS(description = "When the page was received. Its UTC day is the partition."),
  `position` INT64 OPTIONS(description = "The place in the page's list, from 1."),
  `id` INT64 OPTIONS(description = "Id of the watch list."),
  `name` STRING OPTIONS(description = "Its name."),
  `updated_at` TIMESTAMP OPTIONS(description = "When it was changed last."),
  `created_at` TIMESTAMP OPTIONS(description = "When it was made."),
  `symbols` STRING OPTIONS(description = "The list's symbols, byte for byte, where the page has them; each is a row of stocktwits/observed_symbols as well."),
  `source_unit` STRING OPTIONS(description = "The sweep that the row came from."),
  `source_line` INT64 OPTIONS(description = "The page, which is a line of the landed sweep, from 1."),
  `extra` STRING OPTIONS(description = "JSON of every member of the object that has no column of its own, or whose value does not fit its column; null when there is none.")
)
WITH PARTITION COLUMNS (`date` DATE)
OPTIONS (
  format = "PARQUET",
  uris = ["ROOT/stocktwits/observed_watchlists/*"],
  enable_list_inference = true,
  hive_partition_uri_prefix = "ROOT/stocktwits/observed_watchlists",
  description = "Watch lists of the account as pages of the REST API show them, one row for each sweep that saw one. Their symbols are in stocktwits/observed_symbols."
);

CREATE EXTERNAL TABLE IF NOT EXISTS `stocktwits`.`deletions` (
  `kind` STRING OPTIONS(description = "What was deleted: message or user."),
  `deletion_id` INT64 OPTIONS(description = "Id of the record of the deletion; messages and users are counted apart."),
  `message_id` INT64 OPTIONS(description = "Id of the deleted message."),
  `user_id` INT64 OPTIONS(description = "Id of the deleted user."),
  `username` STRING OPTIONS(description = "Name of the deleted user."),
  `deleted_at` TIMESTAMP OPTIONS(description = "When it was deleted. Its UTC day is the partition."),
  `stream` STRING OPTIONS(description = "The stream whose page showed it: deletions/messages or deletions/users."),
  `observed_at` TIMESTAMP OPTIONS(description = "When the page was received."),
  `source_unit` STRING OPTIONS(description = "The sweep that the row came from."),
  `source_line` INT64 OPTIONS(description = "The page, which is a line of the landed sweep, from 1."),
  `extra` STRING OPTIONS(description = "JSON of every member of the record that has no column of its own, or whose value does not fit its column; null when there is none.")
)
WITH PARTITION COLUMNS (`date` DATE)
OPTIONS (
  format = "PARQUET",
  uris = ["ROOT/stocktwits/deletions/*"],
  enable_list_inference = true,
  hive_partition_uri_prefix = "ROOT/stocktwits/deletions",
  description = "Deletions of messages and of users, from the REST API's lists of recent ones, one row for each sweep that saw one."
);

CREATE EXTERNAL TABLE IF NOT EXISTS `twitter`.`tweets` (
  `id` INT64 OPTIONS(description = "The tweet's id. Ids rise with time, and hold the millisecond of the tweet since November 2010."),
  `created_at` TIMESTAMP OPTIONS(description = "When the tweet was posted; of a retweet when it was retweeted. Its UTC day is the partition."),
  `format` STRING OPTIONS(description = "The format of the record: native or activity_streams."),
  `verb` STRING OPTIONS(description = "What an activity says was done: post, or share for a retweet."),
  `text` STRING OPTIONS(description = "The text. Ampersands and angle brackets are escaped as in HTML. Of a long tweet it is cut short, and extended_tweet has the whole."),
  `full_text` STRING OPTIONS(description = "The whole text, in records that have no shortened one."),
  `truncated` BOOL OPTIONS(description = "True when text is cut short."),
  `display_text_range` ARRAY<INT64> OPTIONS(description = "Where the part of the text that is shown begins and ends, in characters."),
  `source` STRING OPTIONS(description = "The application that the tweet was written with, as an HTML link. Activities have it in generator."),
  `lang` STRING OPTIONS(description = "Language of the text as the publisher guesses it; und when it cannot."),
  `filter_level` STRING OPTIONS(description = "How well the tweet fits streams that are filtered."),
  `timestamp_ms` INT64 OPTIONS(description = "When the tweet was posted, in milliseconds since 1970-01-01 UTC."),
  `in_reply_to_status_id` INT64 OPTIONS(description = "Id of the tweet that this one answers."),
  `in_reply_to_user_id` INT64 OPTIONS(description = "Id of the user whom this tweet answers."),
  `in_reply_to_screen_name` STRING OPTIONS(description = "That user's name in addresses."),
  `is_quote_status` BOOL OPTIONS(description = "True when the tweet quotes another."),
  `quoted_status_id` INT64 OPTIONS(description = "Id of the quoted tweet."),
  `quote_count` INT64 OPTIONS(description = "How often the tweet had been quoted at delivery."),
  `reply_count` INT64 OPTIONS(description = "How many replies it had at delivery."),
  `retweet_count` INT64 OPTIONS(description = "How often it had been retweeted at delivery."),
  `favorite_count` INT64 OPTIONS(description = "How many users liked it at delivery."),
  `favorited` BOOL OPTIONS(description = "True when the account that fetched the record likes the tweet."),
  `retweeted` BOOL OPTIONS(description = "True when the account that fetched the record has retweeted it."),
  `possibly_sensitive` BOOL OPTIONS(description = "True when a link in the tweet may lead to what not everybody wants to see."),
  `withheld_copyright` BOOL OPTIONS(description = "True when the tweet is withheld because of a complaint about copyright."),
  `withheld_in_countries` ARRAY<STRING> OPTIONS(description = "Codes of the countries in which the tweet is withheld."),
  `withheld_scope` STRING OPTIONS(description = "Whether the tweet or the user is withheld."),
  `editable` BOOL OPTIONS(description = "True when the tweet could be edited when it was posted."),
  `contributors` STRING OPTIONS(description = "Who wrote for the account; not in use any more."),
  `scopes` STRING OPTIONS(description = "Where an advertisement is shown."),
  `user` STRUCT<`id` INT64 OPTIONS(description = "The user's id."), `screen_name` STRING OPTIONS(description = "The name in the user's address, without the @."), `name` STRING OPTIONS(description = "The name that is shown."), `location` STRING OPTIONS(description = "Where the user says to be, in free text."), `url` STRING OPTIONS(description = "The user's own website, shortened by the publisher; activities have it in links."), `description` STRING OPTIONS(description = "What the user says about themselves."), `protected` BOOL OPTIONS(description = "True when only followers can read the tweets."), `verified` BOOL OPTIONS(description = "True when the publisher has verified who it is."), `verified_type` STRING OPTIONS(description = "How the user was verified."), `followers_count` INT64 OPTIONS(description = "How many users follow this one."), `friends_count` INT64 OPTIONS(description = "How many users this one follows."), `listed_count` INT64 OPTIONS(description = "How many lists the user is in."), `favourites_count` INT64 OPTIONS(description = "How many tweets the user likes."), `statuses_count` INT64 OPTIONS(description = "How many tweets the user has posted."), `created_at` TIMESTAMP OPTIONS(description = "When the account was made."), `utc_offset` INT64 OPTIONS(description = "Seconds by which the user's clock is ahead of UTC."), `time_zone` STRING OPTIONS(description = "Name of the user's time zone, as the publisher calls it."), `lang` STRING OPTIONS(description = "Language in which the user sees the service."), `languages` ARRAY<STRING> OPTIONS(description = "The same in activities, which have a list."), `geo_enabled` BOOL OPTIONS(description = "True when the user allows places to be given with tweets."), `contributors_enabled` BOOL OPTIONS(description = "True when others write for the account."), `is_translator` BOOL OPTIONS(description = "True when the user translates the service."), `translator_type` STRING OPTIONS(description = "What kind of translator the user is."), `links` ARRAY<STRUCT<`href` STRING OPTIONS(description = "The address."), `rel` STRING OPTIONS(description = "me.")>> OPTIONS(description = "The user's websites; native records have one in url."), `profile_image_url` STRING OPTIONS(description = "Address of the user's picture."), `profile_image_url_https` STRING OPTIONS(description = "The same over https. Activities have one address only, which is here."), `profile_banner_url` STRING OPTIONS(description = "Address of the picture at the head of the user's page."), `profile_background_color` STRING OPTIONS(description = "Colour of the page, as six hexadecimal digits."), `profile_background_image_url` STRING OPTIONS(description = "Address of the picture behind the page."), `profile_background_image_url_https` STRING OPTIONS(description = "The same over https."), `profile_background_tile` BOOL OPTIONS(description = "True when that picture is repeated."), `profile_link_color` STRING OPTIONS(description = "Colour of links on the page."), `profile_sidebar_border_color` STRING OPTIONS(description = "Colour of the sidebar's border."), `profile_sidebar_fill_color` STRING OPTIONS(description = "Colour of the sidebar."), `profile_text_color` STRING OPTIONS(description = "Colour of text on the page."), `profile_use_background_image` BOOL OPTIONS(description = "True when the page has a picture behind it."), `default_profile` BOOL OPTIONS(description = "True when the page looks as the service makes it."), `default_profile_image` BOOL OPTIONS(description = "True when the user has no picture."), `following` BOOL OPTIONS(description = "Null in streams."), `follow_request_sent` BOOL OPTIONS(description = "Null in streams."), `notifications` BOOL OPTIONS(description = "Null in streams."), `withheld_in_countries` ARRAY<STRING> OPTIONS(description = "Codes of the countries in which the user is withheld."), `withheld_scope` STRING OPTIONS(description = "What is withheld: user."), `entities` STRING OPTIONS(description = "The links of url and description."), `derived` STRUCT<`locations` ARRAY<STRUCT<`country` STRING OPTIONS(description = "Name of the country."), `country_code` STRING OPTIONS(description = "Code of the country."), `region` STRING OPTIONS(description = "State, province or the like."), `sub_region` STRING OPTIONS(description = "County or the like."), `locality` STRING OPTIONS(description = "Town."), `full_name` STRING OPTIONS(description = "All of it as one text."), `geo` STRUCT<`type` STRING OPTIONS(description = "point."), `lon_lat` ARRAY<FLOAT64> OPTIONS(description = "Longitude and latitude in degrees, in this order.")> OPTIONS(description = "Where it is. The order of the coordinates is longitude, latitude.")>> OPTIONS(description = "Places that the user's location may mean."), `klout` STRUCT<`score` INT64 OPTIONS(description = "The score, from 1 to 100."), `user_id` STRING OPTIONS(description = "The user's id there, which is text."), `profile_url` STRING OPTIONS(description = "Address of the user's page there."), `influence_topics` STRING OPTIONS(description = "What the user is listened to about."), `interest_topics` STRING OPTIONS(description = "What the user is interested in."), `topics` STRING OPTIONS(description = "Both kinds of topics, as activities have them.")> OPTIONS(description = "What Klout said of the user, up to 2018.")> OPTIONS(description = "What the deliverer has found out about the user.")> OPTIONS(description = "Who posted the tweet; in Replay as they were when it was replayed: the counters are of that moment."),
  `generator` STRUCT<`display_name` STRING OPTIONS(description = "Its name."), `link` STRING OPTIONS(description = "Its address.")> OPTIONS(description = "The application that the tweet was written with, in activities; native records have it in source."),
  `geo` STRUCT<`type` STRING OPTIONS(description = "Point."), `lat_lon` ARRAY<FLOAT64> OPTIONS(description = "Latitude and longitude in degrees, in this order.")> OPTIONS(description = "Where exactly the tweet was posted. Both formats have these coordinates in the order latitude, longitude."),
  `coordinates` STRUCT<`type` STRING OPTIONS(description = "Point."), `lon_lat` ARRAY<FLOAT64> OPTIONS(description = "Longitude and latitude in degrees, in this order.")> OPTIONS(description = "The same point once more in native records, in the order of GeoJSON: longitude, latitude."),
  `place` STRUCT<`id` STRING OPTIONS(description = "Id of the place, which is text."), `url` STRING OPTIONS(description = "Address at which more is known about it."), `place_type` STRING OPTIONS(description = "Such as city, neighborhood, admin, country or poi."), `name` STRING OPTIONS(description = "Its name."), `full_name` STRING OPTIONS(description = "Its name with that of what it is in."), `country_code` STRING OPTIONS(description = "Code of the country, such as US."), `country` STRING OPTIONS(description = "Name of the country; activities call this the country code."), `bounding_box` STRUCT<`type` STRING OPTIONS(description = "Polygon."), `coordinates` STRING OPTIONS(description = "Rings of points, each longitude and latitude in this order.")> OPTIONS(description = "What it lies within."), `attributes` STRING OPTIONS(description = "What else is known about it.")> OPTIONS(description = "The place that the tweet was posted from, or is about."),
  `retweeted_status` STRUCT<`id` INT64 OPTIONS(description = "That tweet's id."), `created_at` TIMESTAMP OPTIONS(description = "When it was posted."), `text` STRING OPTIONS(description = "Its text, cut short when it is a long one."), `extended_tweet` STRUCT<`full_text` STRING OPTIONS(description = "Its whole text.")> OPTIONS(description = "Given when its text is a long one."), `lang` STRING OPTIONS(description = "Its language."), `retweet_count` INT64 OPTIONS(description = "How often it had been retweeted."), `favorite_count` INT64 OPTIONS(description = "How many users liked it."), `reply_count` INT64 OPTIONS(description = "How many replies it had."), `quote_count` INT64 OPTIONS(description = "How often it had been quoted."), `user` STRUCT<`id` INT64 OPTIONS(description = "That user's id."), `screen_name` STRING OPTIONS(description = "That user's name in addresses."), `name` STRING OPTIONS(description = "The name that is shown."), `followers_count` INT64 OPTIONS(description = "How many users follow that user.")> OPTIONS(description = "Who wrote it.")> OPTIONS(description = "The tweet that this one retweets; what is not here of it stands in extra."),
  `quoted_status` STRUCT<`id` INT64 OPTIONS(description = "That tweet's id."), `created_at` TIMESTAMP OPTIONS(description = "When it was posted."), `text` STRING OPTIONS(description = "Its text, cut short when it is a long one."), `extended_tweet` STRUCT<`full_text` STRING OPTIONS(description = "Its whole text.")> OPTIONS(description = "Given when its text is a long one."), `lang` STRING OPTIONS(description = "Its language."), `retweet_count` INT64 OPTIONS(description = "How often it had been retweeted."), `favorite_count` INT64 OPTIONS(description = "How many users liked it."), `reply_count` INT64 OPTIONS(description = "How many replies it had."), `quote_count` INT64 OPTIONS(description = "How often it had been quoted."), `user` STRUCT<`id` INT64 OPTIONS(description = "That user's id."), `screen_name` STRING OPTIONS(description = "That user's name in addresses."), `name` STRING OPTIONS(description = "The name that is shown."), `followers_count` INT64 OPTIONS(description = "How many users follow that user.")> OPTIONS(description = "Who wrote it.")> OPTIONS(description = "The tweet that this one quotes; what is not here of it stands in extra."),
  `quoted_status_permalink` STRUCT<`url` STRING OPTIONS(description = "The address, shortened by the publisher."), `expanded` STRING OPTIONS(description = "The whole address."), `display` STRING OPTIONS(description = "The address as it is shown.")> OPTIONS(description = "The link to the quoted tweet."),
  `entities` STRUCT<`hashtags` ARRAY<STRUCT<`text` STRING OPTIONS(description = "The hashtag."), `indices` ARRAY<INT64> OPTIONS(description = "Where it begins in the text and where it ends, in characters.")>> OPTIONS(description = "The hashtags of the text, without the #."), `symbols` ARRAY<STRUCT<`text` STRING OPTIONS(description = "The symbol."), `indices` ARRAY<INT64> OPTIONS(description = "Where it begins in the text and where it ends, in characters.")>> OPTIONS(description = "The symbols that the text names with $, without the $."), `urls` ARRAY<STRUCT<`url` STRING OPTIONS(description = "The address as the text has it, shortened by the publisher."), `expanded_url` STRING OPTIONS(description = "The address as it was written."), `display_url` STRING OPTIONS(description = "The address as it is shown."), `indices` ARRAY<INT64> OPTIONS(description = "Where it begins in the text and where it ends, in characters."), `unwound` STRUCT<`url` STRING OPTIONS(description = "The last address."), `status` INT64 OPTIONS(description = "Status of the HTTP answer there."), `title` STRING OPTIONS(description = "Title of the page."), `description` STRING OPTIONS(description = "Description of the page.")> OPTIONS(description = "Where the link leads in the end, found out by the deliverer; activities have it in gnip.urls.")>> OPTIONS(description = "The links of the text."), `user_mentions` ARRAY<STRUCT<`id` INT64 OPTIONS(description = "The user's id."), `screen_name` STRING OPTIONS(description = "The user's name in addresses, without the @."), `name` STRING OPTIONS(description = "The name that is shown."), `indices` ARRAY<INT64> OPTIONS(description = "Where it begins in the text and where it ends, in characters.")>> OPTIONS(description = "The users that the text names with @."), `media` ARRAY<STRUCT<`id` INT64 OPTIONS(description = "Id of the item."), `type` STRING OPTIONS(description = "photo, video or animated_gif."), `url` STRING OPTIONS(description = "The address as the text has it."), `display_url` STRING OPTIONS(description = "The address as it is shown."), `expanded_url` STRING OPTIONS(description = "Address of the page of the item."), `media_url` STRING OPTIONS(description = "Address of the picture."), `media_url_https` STRING OPTIONS(description = "The same over https."), `indices` ARRAY<INT64> OPTIONS(description = "Where it begins in the text and where it ends, in characters."), `source_status_id` INT64 OPTIONS(description = "Id of the tweet that the item was first in."), `source_user_id` INT64 OPTIONS(description = "Id of the user whose tweet that was."), `ext_alt_text` STRING OPTIONS(description = "What the author says that there is to see."), `sizes` STRING OPTIONS(description = "The sizes that the picture can be had in."), `video_info` STRING OPTIONS(description = "Length, shape and files of a video."), `additional_media_info` STRING OPTIONS(description = "What else is said of a video.")>> OPTIONS(description = "Pictures and videos; of several only the first, the rest is in the extended entities."), `polls` STRING OPTIONS(description = "Polls, kept as they are.")> OPTIONS(description = "What stands in text."),
  `extended_entities` STRUCT<`media` ARRAY<STRUCT<`id` INT64 OPTIONS(description = "Id of the item."), `type` STRING OPTIONS(description = "photo, video or animated_gif."), `url` STRING OPTIONS(description = "The address as the text has it."), `display_url` STRING OPTIONS(description = "The address as it is shown."), `expanded_url` STRING OPTIONS(description = "Address of the page of the item."), `media_url` STRING OPTIONS(description = "Address of the picture."), `media_url_https` STRING OPTIONS(description = "The same over https."), `indices` ARRAY<INT64> OPTIONS(description = "Where it begins in the text and where it ends, in characters."), `source_status_id` INT64 OPTIONS(description = "Id of the tweet that the item was first in."), `source_user_id` INT64 OPTIONS(description = "Id of the user whose tweet that was."), `ext_alt_text` STRING OPTIONS(description = "What the author says that there is to see."), `sizes` STRING OPTIONS(description = "The sizes that the picture can be had in."), `video_info` STRING OPTIONS(description = "Length, shape and files of a video."), `additional_media_info` STRING OPTIONS(description = "What else is said of a video.")>> OPTIONS(description = "Pictures and videos.")> OPTIONS(description = "All pictures and videos of the tweet."),
  `extended_tweet` STRUCT<`full_text` STRING OPTIONS(description = "The whole text."), `display_text_range` ARRAY<INT64> OPTIONS(description = "Where the part of it that is shown begins and ends, in characters."), `entities` STRUCT<`hashtags` ARRAY<STRUCT<`text` STRING OPTIONS(description = "The hashtag."), `indices` ARRAY<INT64> OPTIONS(description = "Where it begins in the text and where it ends, in characters.")>> OPTIONS(description = "The hashtags of the text, without the #."), `symbols` ARRAY<STRUCT<`text` STRING OPTIONS(description = "The symbol."), `indices` ARRAY<INT64> OPTIONS(description = "Where it begins in the text and where it ends, in characters.")>> OPTIONS(description = "The symbols that the text names with $, without the $."), `urls` ARRAY<STRUCT<`url` STRING OPTIONS(description = "The address as the text has it, shortened by the publisher."), `expanded_url` STRING OPTIONS(description = "The address as it was written."), `display_url` STRING OPTIONS(description = "The address as it is shown."), `indices` ARRAY<INT64> OPTIONS(description = "Where it begins in the text and where it ends, in characters."), `unwound` STRUCT<`url` STRING OPTIONS(description = "The last address."), `status` INT64 OPTIONS(description = "Status of the HTTP answer there."), `title` STRING OPTIONS(description = "Title of the page."), `description` STRING OPTIONS(description = "Description of the page.")> OPTIONS(description = "Where the link leads in the end, found out by the deliverer; activities have it in gnip.urls.")>> OPTIONS(description = "The links of the text."), `user_mentions` ARRAY<STRUCT<`id` INT64 OPTIONS(description = "The user's id."), `screen_name` STRING OPTIONS(description = "The user's name in addresses, without the @."), `name` STRING OPTIONS(description = "The name that is shown."), `indices` ARRAY<INT64> OPTIONS(description = "Where it begins in the text and where it ends, in characters.")>> OPTIONS(description = "The users that the text names with @."), `media` ARRAY<STRUCT<`id` INT64 OPTIONS(description = "Id of the item."), `type` STRING OPTIONS(description = "photo, video or animated_gif."), `url` STRING OPTIONS(description = "The address as the text has it."), `display_url` STRING OPTIONS(description = "The address as it is shown."), `expanded_url` STRING OPTIONS(description = "Address of the page of the item."), `media_url` STRING OPTIONS(description = "Address of the picture."), `media_url_https` STRING OPTIONS(description = "The same over https."), `indices` ARRAY<INT64> OPTIONS(description = "Where it begins in the text and where it ends, in characters."), `source_status_id` INT64 OPTIONS(description = "Id of the tweet that the item was first in."), `source_user_id` INT64 OPTIONS(description = "Id of the user whose tweet that was."), `ext_alt_text` STRING OPTIONS(description = "What the author says that there is to see."), `sizes` STRING OPTIONS(description = "The sizes that the picture can be had in."), `video_info` STRING OPTIONS(description = "Length, shape and files of a video."), `additional_media_info` STRING OPTIONS(description = "What else is said of a video.")>> OPTIONS(description = "Pictures and videos; of several only the first, the rest is in the extended entities."), `polls` STRING OPTIONS(description = "Polls, kept as they are.")> OPTIONS(description = "What stands in full_text."), `extended_entities` STRUCT<`media` ARRAY<STRUCT<`id` INT64 OPTIONS(description = "Id of the item."), `type` STRING OPTIONS(description = "photo, video or animated_gif."), `url` STRING OPTIONS(description = "The address as the text has it."), `display_url` STRING OPTIONS(description = "The address as it is shown."), `expanded_url` STRING OPTIONS(description = "Address of the page of the item."), `media_url` STRING OPTIONS(description = "Address of the picture."), `media_url_https` STRING OPTIONS(description = "The same over https."), `indices` ARRAY<INT64> OPTIONS(description = "Where it begins in the text and where it ends, in characters."), `source_status_id` INT64 OPTIONS(description = "Id of the tweet that the item was first in."), `source_user_id` INT64 OPTIONS(description = "Id of the user whose tweet that was."), `ext_alt_text` STRING OPTIONS(description = "What the author says that there is to see."), `sizes` STRING OPTIONS(description = "The sizes that the picture can be had in."), `video_info` STRING OPTIONS(description = "Length, shape and files of a video."), `additional_media_info` STRING OPTIONS(description = "What else is said of a video.")>> OPTIONS(description = "Pictures and videos.")> OPTIONS(description = "All its pictures and videos.")> OPTIONS(description = "The whole of a tweet that is longer than text can be; activities call it long_object."),
  `edit_history` STRUCT<`initial_tweet_id` INT64 OPTIONS(description = "Id of the first version."), `edit_tweet_ids` ARRAY<INT64> OPTIONS(description = "Ids of all versions.")> OPTIONS(description = "The versions of a tweet that can be edited. In Replay every tweet is in its last version."),
  `edit_controls` STRUCT<`editable_until_ms` INT64 OPTIONS(description = "Until when, in milliseconds since 1970-01-01 UTC."), `edits_remaining` INT64 OPTIONS(description = "How often still."), `is_edit_eligible` BOOL OPTIONS(description = "True when it could be edited at all.")> OPTIONS(description = "How far the tweet can still be edited."),
  `matching_rules` ARRAY<STRUCT<`id` INT64 OPTIONS(description = "The rule's id, often above 2^53."), `tag` STRING OPTIONS(description = "What the rule's owner tagged it with."), `value` STRING OPTIONS(description = "The rule itself, in old records.")>> OPTIONS(description = "The PowerTrack rules that the tweet matched; none in volume streams."),
  `gnip` STRUCT<`urls` ARRAY<STRUCT<`url` STRING OPTIONS(description = "The address as the text has it."), `expanded_url` STRING OPTIONS(description = "The last address."), `expanded_status` INT64 OPTIONS(description = "Status of the HTTP answer there."), `expanded_url_title` STRING OPTIONS(description = "Title of the page."), `expanded_url_description` STRING OPTIONS(description = "Description of the page.")>> OPTIONS(description = "The links of the tweet and where they lead in the end; native records have it in entities.urls.unwound."), `language` STRUCT<`value` STRING OPTIONS(description = "Code of the language.")> OPTIONS(description = "The language as the deliverer guessed it.")> OPTIONS(description = "What the deliverer added to an activity."),
  `source_unit` STRING OPTIONS(description = "The unit that the row came from, such as replay-powertrack-acme-prod-201606010000_201606010200."),
  `source_line` INT64 OPTIONS(description = "The line in the landed unit, from 1; through all of its objects in their order."),
  `extra` STRING OPTIONS(description = "JSON of every member of the record that has no column of its own, or whose value does not fit its column; null when there is none.")
)
WITH PARTITION COLUMNS (`date` DATE)
OPTIONS (
  format = "PARQUET",
  uris = ["ROOT/twitter/tweets/*"],
  enable_list_inference = true,
  hive_partition_uri_prefix = "ROOT/twitter/tweets",
  description = "Tweets and retweets, one row each, from Replay in both formats. Columns bear the names of the native format."
);

CREATE EXTERNAL TABLE IF NOT EXISTS `twitter`.`compliance_events` (
  `event` STRING OPTIONS(description = "What happened, in the publisher's word: the verb of a v1 event, the only key of a v2 event, such as delete or user_protect."),
  `time` TIMESTAMP OPTIONS(description = "When it happened; null when the event does not say, as notices in live streams. Its UTC day is the partition; see time_source."),
  `format` STRING OPTIONS(description = "The format of the record: activity_streams for v1, native for v2."),
  `tweet_id` INT64 OPTIONS(description = "The tweet that it happened to; null when it is about a user or a like."),
  `user_id` INT64 OPTIONS(description = "The user that it happened to, or whose tweet it is."),
  `favorite_tweet_id` INT64 OPTIONS(description = "Of a like that was taken back: the tweet that was liked. Nothing happened to that tweet."),
  `favorite_user_id` INT64 OPTIONS(description = "Of a like that was taken back: the user who had liked the tweet."),
  `up_to_status_id` INT64 OPTIONS(description = "Of scrub_geo: the places of all the user's tweets up to this one are to be forgotten."),
  `withheld_in_countries` ARRAY<STRING> OPTIONS(description = "Codes of the countries in which the tweet or the user is withheld."),
  `initial_tweet_id` INT64 OPTIONS(description = "Of tweet_edit: id of the first version; tweet_id is the newest."),
  `edit_tweet_ids` ARRAY<INT64> OPTIONS(description = "Of tweet_edit: ids of all versions."),
  `data` STRING OPTIONS(description = "The whole event, byte for byte. What the other columns take from it stands here as well."),
  `time_source` STRING OPTIONS(description = "What the partition is: event, the day of time; unit, the day that the unit begins, because the event states no time. Null in files of version 1, which have no such events."),
  `source_unit` STRING OPTIONS(description = "The unit that the row came from, such as replay-compliance-acme-prod-201606010000_201606010200."),
  `source_line` INT64 OPTIONS(description = "The line in the landed unit, from 1; through all of its objects in their order."),
  `extra` STRING OPTIONS(description = "Always null, because data keeps the whole event.")
)
WITH PARTITION COLUMNS (`date` DATE)
OPTIONS (
  format = "PARQUET",
  uris = ["ROOT/twitter/compliance_events/*"],
  enable_list_inference = true,
  hive_partition_uri_prefix = "ROOT/twitter/compliance_events",
  description = "What happened to tweets and users after they were posted, one row an event. Users can be restored, so the last event by time counts."
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
