package io.stockpile.pipeline.derive;

/** Small lines of every generation. */
final class SampleLines {
  private SampleLines() {}

  static String created(long id, String createdAt) {
    return """
        {"object":"Message","action":"create","data":{"id":%d,"body":"$AAPL &#39;up&#39; é","created_at":"%s",\
        "user":{"id":7,"username":"u","followers":3,"badges":["x"]},"symbols":[{"id":686,"symbol":"AAPL"}],\
        "entities":{"sentiment":{"basic":"Bullish"}}},"time":"2018-01-01T00:00:04Z"}"""
        .formatted(id, createdAt);
  }

  static String created(long id) {
    return created(id, "2018-01-01T10:00:00Z");
  }

  static String destroyed(long id, String time) {
    return """
        {"object":"Message","action":"destroy","data":{"id":%d},"time":"%s"}"""
        .formatted(id, time);
  }

  static String bare(long id) {
    return """
        {"id":%d,"body":"b","created_at":"2018-01-01T11:00:00Z","user":{"id":8,"username":"v"}}"""
        .formatted(id);
  }

  static String activityStreams(long id) {
    return """
        {"verb":"post","id":"tag:firehose.stocktwits.com:note/%d","body":"b",\
        "actor":{"id":"person:stocktwits:9","preferredUsername":"w"},\
        "object":{"id":"note:stocktwits:%d","postedTime":"2018-01-01T12:00:00Z"}}"""
        .formatted(id, id);
  }

  static String activity(String object, String action, String data) {
    return """
        {"object":"%s","action":"%s","data":%s,"time":"2018-01-01T13:00:00.5Z"}"""
        .formatted(object, action, data);
  }
}
