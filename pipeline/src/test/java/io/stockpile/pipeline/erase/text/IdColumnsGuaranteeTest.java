package io.stockpile.pipeline.erase.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.pipeline.records.Vocabulary;
import io.stockpile.pipeline.shred.Lines;
import io.stockpile.pipeline.shred.RandomLines;
import io.stockpile.pipeline.shred.RecordShredder;
import io.stockpile.schemas.IdColumn;
import io.stockpile.schemas.Identity;
import io.stockpile.schemas.Identity.Role;
import io.stockpile.schemas.Identity.Thing;
import io.stockpile.schemas.TableSchema;
import io.stockpile.schemas.Tables;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** In every line, the eraser finds each id that a column of ids takes. */
class IdColumnsGuaranteeTest {
  private static final int LINES = 150;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<TableSchema, List<String>> ENVELOPES =
      Map.of(
          Tables.MESSAGES, List.of("Message", "create"),
          Tables.MESSAGE_DELETIONS, List.of("Message", "destroy"),
          Tables.FRIENDSHIPS, List.of("Friendship", "create"),
          Tables.BLOCKS, List.of("Block", "destroy"),
          Tables.MESSAGE_LIKES, List.of("LikeMessage", "create"));

  static Stream<Arguments> formats() {
    return Tables.all().stream()
        .flatMap(
            table -> table.formats().keySet().stream().map(format -> Arguments.of(table, format)));
  }

  /** The ids of each identity that a line has in columns. */
  private record Found(Map<Identity, Set<Long>> ids) {
    Set<Long> of(Thing thing, Role role) {
      return ids.getOrDefault(new Identity(thing, role), Set.of());
    }
  }

  private final ShreddedRecord record = new ShreddedRecord();

  @ParameterizedTest(name = "{1} of {0}")
  @MethodSource("formats")
  void noColumnThatIdentifiesTheErasedHasItsIdAfterwards(TableSchema table, String format)
      throws Exception {
    Random random = new Random(table.name().hashCode() + 31L * format.hashCode());
    RandomLines lines = new RandomLines(table, format, random);
    RecordShredder shredder = RecordShredder.compile(table, format, List.of());
    boolean twitter = table.name().startsWith("twitter/");
    Vocabulary vocabulary = twitter ? Vocabulary.TWITTER : Vocabulary.STOCKTWITS;
    for (int count = 0; count < LINES; count++) {
      ObjectNode line = lines.line();
      dress(line, table, format);
      byte[] text = JSON.writeValueAsBytes(line);
      Found before = shred(shredder, table, text);
      for (Thing thing : Thing.values()) {
        for (Role role : Role.values()) {
          for (long id : before.of(thing, role)) {
            if (thing != Thing.OTHER) {
              check(table, shredder, vocabulary, text, thing, id);
            }
          }
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "stocktwits/messages | bare | {'id':1,'id':2,'body':'b','user':{'id':1,'id':2}}",
        "stocktwits/messages | bare | {'id':1,'body':'b','user':{'id':1},'user':{'id':2}}",
        "stocktwits/messages | bare | {'id':'x','id':2,'body':'b','user':{'id':null,'id':2}}",
        "stocktwits/messages | bare |"
            + " {'id':1,'id_str':'1','body':'b','user':{'id':2,'username':'u','screen_name':'u'}}",
        "stocktwits/messages | envelope |"
            + " {'object':'Message','action':'create','data':{'id':1,'id_str':'1','body':'b','user':{'id':2}}}",
        "twitter/tweets | native | {'id':1,'id_str':'1','body':'b','user':{'id':2,'username':'u'}}",
        "stocktwits/messages | bare |"
            + " {'id':3,'body':'b','user':{'id':4},'reshare_message':{'message':{'id':1,'id':2}}}",
        "twitter/tweets | native |"
            + " {'id':1,'id':2,'id_str':'1','id_str':'2','user':{'id':1,'id_str':'2'}}",
        "twitter/tweets | native |"
            + " {'id':1,'id_str':'x','user':{'id_str':'','id':2},'user':{'id':1}}",
        "twitter/tweets | native | {'id':2,'id_str':'a:1','user':{'id_str':'b:1','id':2}}",
        "twitter/tweets | native | {'id':2,'id_str':1.0,'user':{'id_str':1.0,'id':2}}",
        "twitter/tweets | activity_streams |"
            + " {'verb':'post','id':'a:1','id_str':'2','actor':{'id':'b:1','id_str':'2'}}",
        "twitter/tweets | activity_streams |"
            + " {'verb':'post','id':'tag:twitter.com:3','twitter_quoted_status':{'id':'note:stocktwits:2'}}",
        "twitter/tweets | activity_streams |"
            + " {'verb':'post','id':'a:3','actor':{'id':'b:1'},'user':{'id':2}}",
        "twitter/tweets | activity_streams |"
            + " {'verb':'post','objectType':'activity','id':'a:1','id':'a:2','actor':{'id':'b:1','id':'b:2'}}"
      })
  void ofRepeatedNamesAndOfIdsThatDifferTheSameCounts(String table, String format, String line)
      throws Exception {
    TableSchema schema = Tables.named(table);
    RecordShredder shredder = RecordShredder.compile(schema, format, List.of());
    boolean twitter = table.startsWith("twitter/");
    byte[] text = line.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    for (long id = 1; id <= 2; id++) {
      Vocabulary vocabulary = twitter ? Vocabulary.TWITTER : Vocabulary.STOCKTWITS;
      Thing written = twitter ? Thing.TWEET : Thing.MESSAGE;
      Thing user = twitter ? Thing.TWITTER_USER : Thing.STOCKTWITS_USER;
      check(schema, shredder, vocabulary, text, written, id);
      check(schema, shredder, vocabulary, text, user, id);
    }
  }

  private void check(
      TableSchema table,
      RecordShredder shredder,
      Vocabulary vocabulary,
      byte[] text,
      Thing thing,
      long id)
      throws Exception {
    ListedIds ids = new ListedIds();
    switch (thing) {
      case MESSAGE -> ids.addMessage(id);
      case STOCKTWITS_USER -> ids.addStocktwitsUser(id);
      case TWEET -> ids.addTweet(id);
      case TWITTER_USER -> ids.addTwitterUser(id);
      case OTHER -> throw new IllegalArgumentException("Nothing that is erased");
    }
    Erased erased = Erasing.of(vocabulary, ids, text);
    byte[] rest = text;
    if (erased instanceof Erased.Whole) {
      rest = new byte[] {'{', '}'};
    } else if (erased instanceof Erased.Rewritten rewritten) {
      rest = rewritten.line();
    }
    String as = thing + " " + id + " in " + new String(text, StandardCharsets.UTF_8);
    assertThat(shred(shredder, table, rest).of(thing, Role.IDENTIFIES)).as(as).doesNotContain(id);
    assertThat(Erasing.of(vocabulary, ids, rest)).as(as).isInstanceOf(Erased.Untouched.class);
  }

  /** Adds to a line the members that show which kind of line it is. */
  private static void dress(ObjectNode line, TableSchema table, String format) {
    switch (format) {
      case "envelope" -> {
        line.put("object", ENVELOPES.get(table).get(0));
        line.put("action", ENVELOPES.get(table).get(1));
      }
      case "observed" -> line.put("stream", "s").put("observed_at", "t");
      case "bare" -> line.put("body", "b").putIfAbsent("user", JSON.createObjectNode());
      case "native" -> line.putIfAbsent("id_str", line.textNode("no id"));
      case "activity_streams" -> line.put("objectType", "activity").put("verb", "post");
      case "activity_share" -> line.put("objectType", "activity").put("verb", "share");
      case "v1_tweet" -> line.put("objectType", "activity").put("verb", "delete");
      case "v1_user" -> line.put("objectType", "activity").put("verb", "user_delete");
      default -> assertThat(format).isEqualTo("v2");
    }
  }

  private Found shred(RecordShredder shredder, TableSchema table, byte[] line) throws Exception {
    byte[] padded = Lines.padded(line);
    assertThat(shredder.shred(padded, Lines.FROM, Lines.FROM + line.length, record)).isTrue();
    Map<Integer, Identity> columns = new HashMap<>();
    IdColumn.of(table).forEach(column -> columns.put(column.leaf().index(), column.identity()));
    Map<Integer, Integer> full = new HashMap<>();
    table.leaves().forEach(leaf -> full.put(leaf.index(), leaf.maxDefinition()));
    Map<Identity, Set<Long>> found = new HashMap<>();
    for (int entry = 0; entry < record.size(); entry++) {
      Identity identity = columns.get(record.column(entry));
      if (identity != null
          && identity.thing() != Thing.OTHER
          && record.definition(entry) == full.get(record.column(entry))) {
        found.computeIfAbsent(identity, key -> new HashSet<>()).add(record.number(entry));
      }
    }
    return new Found(found);
  }
}
