package io.stockpile.pipeline.derive;

/** Lines as Replay sends them. */
final class ReplayLines {
  private ReplayLines() {}

  static String post(long id) {
    return """
        {"id":"tag:search.twitter.com,2005:%d","objectType":"activity","actor":{"id":"id:twitter.com:7",\
        "preferredUsername":"u"},"verb":"post","postedTime":"2016-06-01T00:10:00.000Z","body":"b",\
        "object":{"objectType":"note","id":"object:search.twitter.com,2005:%d","postedTime":"2016-06-01T00:10:00.000Z"}}"""
        .formatted(id, id);
  }

  static String share(long id, long original) {
    return """
        {"object":%s,"verb":"share","objectType":"activity","id":"tag:search.twitter.com,2005:%d",\
        "actor":{"id":"id:twitter.com:8","preferredUsername":"v"},"postedTime":"2016-06-01T00:20:00.000Z","body":"RT"}"""
        .formatted(post(original).replace("2016-06-01", "2016-05-01"), id);
  }

  static String tweet(long id) {
    return """
        {"created_at":"Wed Jun 01 00:30:00 +0000 2016","id":%d,"id_str":"%d","text":"t",\
        "user":{"id":9,"id_str":"9","screen_name":"w"}}"""
        .formatted(id, id);
  }

  static String deleted(long tweet, long user, long millis) {
    return """
        {"delete":{"status":{"id":%d,"id_str":"%d","user_id":%d,"user_id_str":"%d"},"timestamp_ms":"%d"}}"""
        .formatted(tweet, tweet, user, user, millis);
  }

  static String userEvent(String kind, long user, long millis) {
    return """
        {"%s":{"id":%d,"timestamp_ms":"%d"}}"""
        .formatted(kind, user, millis);
  }

  static String firstVersion(String verb, String object, String time) {
    return """
        {"verb":"%s","object":{"id":"%s"},"timestampMs":"%s"}"""
        .formatted(verb, object, time);
  }

  static String info(String message) {
    return """
        {"info":{"message":"%s","sent":"2016-06-01T02:15:50+00:00","activity_count":8874}}"""
        .formatted(message);
  }
}
