package io.stockpile.connectors.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.stockpile.connectors.Minutes;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Function;

/** Reads and writes times as texts. Numbers are refused, because they do not tell their unit. */
final class TimeTexts {
  private TimeTexts() {}

  /** The module for instants and days. */
  static Module module() {
    return new SimpleModule("times")
        .addSerializer(Instant.class, ToStringSerializer.instance)
        .addDeserializer(
            Instant.class,
            new Reader<>(Instant.class, Instant::parse, "a UTC time such as 2016-12-05T00:00:00Z"))
        .addSerializer(LocalDate.class, ToStringSerializer.instance)
        .addDeserializer(
            LocalDate.class,
            new Reader<>(LocalDate.class, LocalDate::parse, "a day such as 2016-12-05"));
  }

  /** Reads a text. The message for any other value says what is expected. */
  private static class Reader<T> extends StdScalarDeserializer<T> {
    private static final long serialVersionUID = 1L;

    private final transient Function<String, T> parse;
    private final String expected;

    Reader(Class<T> type, Function<String, T> parse, String expected) {
      super(type);
      this.parse = parse;
      this.expected = expected;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      if (!parser.hasToken(JsonToken.VALUE_STRING)) {
        throw MismatchedInputException.from(parser, String.class, "no text");
      }
      try {
        return parse.apply(parser.getText());
      } catch (DateTimeException e) {
        throw InvalidFormatException.from(parser, expected, parser.getText(), handledType());
      }
    }
  }

  /** Reads a minute, with or without seconds. */
  static final class MinuteReader extends Reader<Instant> {
    private static final long serialVersionUID = 1L;

    MinuteReader() {
      super(
          Instant.class,
          text -> OffsetDateTime.parse(text).toInstant(),
          "a UTC minute such as 2016-06-01T00:00Z");
    }
  }

  /** Writes a minute. */
  static final class MinuteWriter extends StdScalarSerializer<Instant> {
    private static final long serialVersionUID = 1L;

    MinuteWriter() {
      super(Instant.class);
    }

    @Override
    public void serialize(Instant minute, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(Minutes.text(minute));
    }
  }
}
