package io.stockpile.bench.data.stocktwits;

import io.stockpile.bench.data.parts.JsonBuffer;
import io.stockpile.bench.data.parts.Randomness;
import io.stockpile.bench.data.parts.RecordWriter;

/** Writes created messages in the envelope that later files have. Not thread-safe. */
public record EnvelopeWriter(RecordWriter messages) implements RecordWriter {
  @Override
  public void write(JsonBuffer json, long id, long epochSecond, Randomness random) {
    json.raw("{\"object\":\"Message\",\"action\":\"create\",\"data\":");
    messages.write(json, id, epochSecond, random);
    json.raw(",\"time\":").timestamp(epochSecond).raw('}');
  }
}
