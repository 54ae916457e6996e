package io.stockpile.pipeline.erase.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.stockpile.connectors.firestream.FileType;
import io.stockpile.connectors.firestream.FirestreamUnit;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.ObjectStores;
import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.pipeline.derive.DeriveProgress;
import io.stockpile.pipeline.derive.DeriveSettings;
import io.stockpile.pipeline.derive.LineSink;
import io.stockpile.pipeline.derive.UnitLines;
import io.stockpile.pipeline.erase.UnitErasure;
import io.stockpile.pipeline.erase.landed.ErasedCopy;
import io.stockpile.pipeline.erase.landed.ErasedCounts;
import io.stockpile.pipeline.erase.landed.LandedEraser;
import io.stockpile.pipeline.lines.LandedInput;
import io.stockpile.pipeline.manifest.LineCounts;
import io.stockpile.pipeline.parquet.WriterSettings;
import io.stockpile.pipeline.records.Vocabulary;
import io.stockpile.pipeline.shred.Mutations;
import io.stockpile.pipeline.shred.RandomLines;
import io.stockpile.schemas.Leaf;
import io.stockpile.schemas.TableSchema;
import io.stockpile.schemas.Tables;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Deriving a unit erases exactly what is erased from its landed bytes, where every line is
 * searched. The lines are of all kinds and formats, and some are damaged, duplicates, control lines
 * or very long.
 */
class StayingGoneGuaranteeTest {
  private static final int ROUNDS = 40;
  private static final int LINES = 150;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final FirestreamUnit UNIT =
      FirestreamUnit.ofDay(FileType.MESSAGE, LocalDate.of(2017, 1, 1));
  private static final LineSink NOWHERE =
      new LineSink() {
        @Override
        public void row(TableSchema table, ShreddedRecord record, long epochDay) {}

        @Override
        public void rejected(ShreddedRecord record) {}
      };

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource(names = {"STOCKTWITS", "TWITTER"})
  void whatIsTakenOutOfRowsIsWhatIsTakenOutOfLines(Vocabulary vocabulary) throws Exception {
    Random random = new Random(vocabulary.ordinal());
    List<RandomLines> formats = formats(vocabulary, random);
    LineCounts all = new LineCounts(0, 0, 0, 0, 0, 0, 0);
    int touched = 0;
    try (ObjectStore store = ObjectStores.open(StoreLocation.of(directory.toString()))) {
      for (int round = 0; round < ROUNDS; round++) {
        String key = "_landing/" + round + ".json";
        store.putIfAbsent(key, content(vocabulary, formats, random));
        ListedIds ids = ids(random);
        int longest = random.nextBoolean() ? 1 << 20 : 1500;
        DeriveSettings settings =
            new DeriveSettings(Duration.ofDays(7), 1, longest, WriterSettings.defaults());

        UnitErasure erasure = new UnitErasure(vocabulary, ids);
        UnitLines lines = new UnitLines(UNIT, vocabulary, settings, NOWHERE);
        lines.read(store, LandedInput.unproven(key), erasure, DeriveProgress.NONE);
        LineCounts counts = lines.counts();

        ErasedCounts copied =
            new LandedEraser(store, vocabulary, ids)
                .copy(LandedInput.unproven(key), key + ".copy")
                .map(ErasedCopy::counts)
                .orElse(new ErasedCounts(0, 0, new TreeMap<>()));
        assertThat(erasure.reasons()).as("round " + round).isEqualTo(copied.reasons());
        assertThat(counts.erased()).isEqualTo(copied.lines());
        touched += erasure.touches() ? 1 : 0;
        all = plus(all, counts);
      }
    }
    assertThat(touched).isBetween(ROUNDS / 2, ROUNDS);
    assertThat(all.rows()).isGreaterThan(ROUNDS);
    assertThat(all.duplicates()).isGreaterThan(ROUNDS);
    assertThat(all.rejected()).isGreaterThan(ROUNDS);
    assertThat(all.erased()).isGreaterThan(ROUNDS);
    assertThat(all.control()).isEqualTo(vocabulary == Vocabulary.TWITTER ? ROUNDS : 0);
  }

  @ParameterizedTest
  @EnumSource(names = {"STOCKTWITS", "TWITTER"})
  void whatIsWrittenDownOfAUnitIsAllThatMayBeErasedOutsideItsColumns(Vocabulary vocabulary)
      throws Exception {
    Random random = new Random(50 + vocabulary.ordinal());
    List<RandomLines> formats = formats(vocabulary, random);
    int known = 0;
    int held = 0;
    try (ObjectStore store = ObjectStores.open(StoreLocation.of(directory.toString()))) {
      for (int round = 0; round < ROUNDS; round++) {
        String key = "_landing/" + round + ".json";
        byte[] content = content(vocabulary, formats, random);
        store.putIfAbsent(key, content);
        DeriveSettings settings =
            new DeriveSettings(Duration.ofDays(7), 1, 1 << 20, WriterSettings.defaults());
        UnitErasure erasure = new UnitErasure(vocabulary, new ListedIds());
        Outside outside = new Outside();
        UnitLines lines = new UnitLines(UNIT, vocabulary, settings, outside);
        lines.read(store, LandedInput.unproven(key), erasure, DeriveProgress.NONE);
        if (erasure.otherIds().isEmpty()) {
          continue;
        }
        known++;
        List<byte[]> texts = outside.of(content);
        for (int again = 0; again < 20; again++) {
          ListedIds ids = ids(random);
          if (texts.stream().anyMatch(text -> isHeld(vocabulary, ids, text))) {
            held++;
            assertThat(erasure.otherIds().get().ids().anyMatch(ids::any)).isTrue();
          }
        }
        long gone = erasure.otherIds().get().ids().max().orElse(0) + 1;
        ListedIds none = new ListedIds().addMessage(gone).addTweet(gone);
        assertThat(texts.stream().noneMatch(text -> isHeld(vocabulary, none, text))).isTrue();
      }
    }
    assertThat(known).isGreaterThan(ROUNDS / 2);
    assertThat(held).isGreaterThan(ROUNDS);
  }

  private static boolean isHeld(Vocabulary vocabulary, ListedIds ids, byte[] text) {
    return !(Erasing.of(vocabulary, ids, text) instanceof Erased.Untouched);
  }

  /** Collects what a unit has outside its columns of ids. */
  private static final class Outside implements LineSink {
    private final List<byte[]> texts = new ArrayList<>();
    private final Set<Long> rows = new HashSet<>();

    @Override
    public void row(TableSchema table, ShreddedRecord record, long epochDay) {
      for (int entry = 0; entry < record.size(); entry++) {
        if (record.isLevels(entry)) {
          continue;
        }
        Leaf leaf = table.leaves().get(record.column(entry));
        if (leaf.dotted().equals("source_line")) {
          rows.add(record.number(entry));
        } else if (leaf.dotted().equals("extra") || leaf.dotted().equals("data")) {
          int from = record.offset(entry);
          texts.add(Arrays.copyOfRange(record.bytes(entry), from, from + record.length(entry)));
        }
      }
    }

    @Override
    public void rejected(ShreddedRecord record) {}

    /** The texts outside columns of ids, and all lines that are not rows. */
    List<byte[]> of(byte[] content) {
      List<byte[]> all = new ArrayList<>(texts);
      long number = 0;
      int from = 0;
      for (int at = 0; at < content.length; at++) {
        if (content[at] == '\n') {
          number++;
          if (!rows.contains(number)) {
            all.add(Arrays.copyOfRange(content, from, at));
          }
          from = at + 1;
        }
      }
      return all;
    }
  }

  private static LineCounts plus(LineCounts some, LineCounts more) {
    return new LineCounts(
        some.lines() + more.lines(),
        some.blank() + more.blank(),
        some.control() + more.control(),
        some.rows() + more.rows(),
        some.duplicates() + more.duplicates(),
        some.rejected() + more.rejected(),
        some.erased() + more.erased());
  }

  private static List<RandomLines> formats(Vocabulary vocabulary, Random random) {
    String source = vocabulary == Vocabulary.TWITTER ? "twitter/" : "stocktwits/";
    List<RandomLines> formats = new ArrayList<>();
    for (TableSchema table : Tables.all()) {
      if (table.name().startsWith(source)) {
        table.formats().keySet().forEach(name -> formats.add(new RandomLines(table, name, random)));
      }
    }
    return formats;
  }

  private static byte[] content(Vocabulary vocabulary, List<RandomLines> formats, Random random)
      throws Exception {
    List<RandomRecord.Format> records =
        Arrays.stream(RandomRecord.Format.values())
            .filter(format -> format.vocabulary() == vocabulary)
            .toList();
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    if (vocabulary == Vocabulary.TWITTER) {
      text.write(bytes("{\"info\":{\"message\":\"Replay Request Completed\",\"id\":3}}\n"));
    }
    for (int count = 0; count < LINES; count++) {
      byte[] line =
          switch (random.nextInt(4)) {
            case 0 -> JSON.writeValueAsBytes(formats.get(random.nextInt(formats.size())).line());
            case 1 -> bytes(small(vocabulary, random));
            default ->
                bytes(new RandomRecord(random, records.get(random.nextInt(records.size()))).line());
          };
      text.write(random.nextInt(5) == 0 ? Mutations.of(line, random) : line);
      text.write('\n');
      if (random.nextInt(8) == 0) {
        text.write(line);
        text.write('\n');
      }
    }
    return text.toByteArray();
  }

  /** A small line that names ids at unusual places. */
  private static String small(Vocabulary vocabulary, Random random) {
    long id = random.nextInt(1, 13);
    if (vocabulary == Vocabulary.TWITTER) {
      return switch (random.nextInt(4)) {
        case 0 -> "{\"delete\":{\"status\":{\"id\":%d,\"user_id\":%d}}}".formatted(id, id + 1);
        case 1 -> "{\"scrub_geo\":{\"user_id\":%d,\"up_to_status_id\":%d}}".formatted(id, id);
        case 2 -> "[{\"id\":%d,\"text\":\"t\",\"user\":{\"id\":1}}]".formatted(id);
        default -> tweet(id);
      };
    }
    return switch (random.nextInt(7)) {
      case 0 -> envelope("Message", "destroy", "{\"id\":%d,\"body\":\"b\"}".formatted(id));
      case 1 ->
          envelope(
              "LikeMessage", "create", "{\"message_id\":9,\"user\":{\"id\":%d}}".formatted(id));
      case 2 -> envelope("Friendship", "create", "{\"follower_id\":%d,\"x\":1}".formatted(id));
      case 3 -> envelope("Other", "create", "{\"user\":{\"id\":%d,\"name\":\"n\"}}".formatted(id));
      case 4 -> "{\"message\":{\"id\":%d,\"body\":\"b\",\"user\":{\"id\":1}}}".formatted(id);
      default -> message(id);
    };
  }

  private static String message(long id) {
    return """
    {"id":77,"body":"b","created_at":"2017-01-01T00:00:00Z","user":{"i\\u0064":5},"new":{"user":\
    {"id":%d,"username":"u"}},"links":[{"url":"https://stocktwits.com/u/message/%d","title":"t"}]}\
    """
        .formatted(id, id);
  }

  private static String tweet(long id) {
    return """
    {"id":77,"text":"t","created_at":"Sun Jan 01 23:25:04 +0000 2017","user":{"id":5,"screen_name":"s"},\
    "new":[{"full_text":"t","id_str":"%d"}],"in_reply_to_user_id":%d,"in_reply_to_screen_name":"n"}\
    """
        .formatted(id, id);
  }

  private static String envelope(String object, String action, String data) {
    return "{\"object\":\"%s\",\"action\":\"%s\",\"data\":%s,\"time\":\"2017-01-01T00:00:00Z\"}"
        .formatted(object, action, data);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static ListedIds ids(Random random) {
    ListedIds ids = new ListedIds();
    for (int count = random.nextInt(3); count >= 0; count--) {
      long id = random.nextInt(1, 13);
      switch (random.nextInt(5)) {
        case 0 -> ids.addMessage(id);
        case 1 -> ids.addStocktwitsUser(id);
        case 2 -> ids.addTweet(id);
        case 3 -> ids.addTwitterUser(id);
        default -> ids.addPlaces(id, 10);
      }
    }
    return ids;
  }
}
