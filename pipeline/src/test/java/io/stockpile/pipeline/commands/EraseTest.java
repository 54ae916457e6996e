package io.stockpile.pipeline.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.pipeline.testing.DuckDb;
import io.stockpile.simulated.SimulatedFirestream;
import io.stockpile.simulated.data.SimulatedDay;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was deleted is erased from the archive, and does not come back. */
class EraseTest {
  private static final LocalDate FIRST = LocalDate.of(2018, 3, 5);
  private static final int DAYS = 4;
  private static final int A_DAY = 300;
  private static final long GONE_USER = 9_000_017;
  private static final String[] RANGE = {"--from=2018-03-05", "--to=2018-03-09"};

  private SimulatedFirestream firestream;
  private Archive archive;
  private final Set<Long> deleted = new TreeSet<>();
  private final Set<Long> byGoneUser = new TreeSet<>();
  private Path ids;

  @BeforeEach
  void fill(@TempDir Path directory) throws IOException {
    archive = new Archive(directory.resolve("archive"));
    firestream = SimulatedFirestream.start();
    ids = directory.resolve("ids.txt");
    Files.writeString(ids, "stocktwits-user " + GONE_USER + "\n");
    for (int day = 0; day < DAYS; day++) {
      firestream.put("message", FIRST.plusDays(day), new SimulatedDay(messages(day)).gzip(2));
      firestream.put("activity", FIRST.plusDays(day), new SimulatedDay(activities(day)).gzip());
    }
    Archive.Ending ending = archive.backfill(firestream, RANGE);
    assertThat(ending.code()).as(ending.out() + ending.err()).isZero();
  }

  @AfterEach
  void stop() throws IOException {
    firestream.close();
  }

  private static long id(int day, int number) {
    return 110_000_000L + day * 1000L + number;
  }

  private static long user(int number) {
    return number % 20 == 3 ? GONE_USER : 9_000_100 + number % 37;
  }

  private static String message(long id, long user, String day, String more) {
    return ("{\"id\":%d,\"body\":\"words-of-%d end\",\"created_at\":\"%sT10:00:00Z\","
            + "\"user\":{\"id\":%d,\"username\":\"name-of-%d\"}%s}")
        .formatted(id, id, day, user, user, more);
  }

  private static String line(String action, String data, String day) {
    return "{\"object\":\"Message\",\"action\":\"%s\",\"data\":%s,\"time\":\"%sT10:00:01Z\"}"
        .formatted(action, data, day);
  }

  /**
   * The lines of a day: messages, a reshare of every tenth of them, and deletions of some, on the
   * same day or the next.
   */
  private List<String> messages(int day) {
    String date = FIRST.plusDays(day).toString();
    List<String> lines = new ArrayList<>();
    for (int number = 0; number < A_DAY; number++) {
      long id = id(day, number);
      String more = "";
      if (number % 10 == 9) {
        long shared = id(day, number - 2);
        more =
            ",\"reshare_message\":{\"message\":"
                + message(shared, user(number - 2), date, "")
                + ",\"reshared_count\":1}";
      }
      if (user(number) == GONE_USER) {
        byGoneUser.add(id);
      }
      lines.add(line("create", message(id, user(number), date, more), date));
    }
    for (int number = 0; number < A_DAY; number += 10) {
      // Messages with and without a reshare, of this day and of the day before.
      destroy(lines, id(day, number + 7), date, number % 20 == 0);
      if (day > 0) {
        destroy(lines, id(day - 1, number + 1), date, false);
      }
    }
    lines.add("no JSON but \"id\":" + id(day, 7) + ",\"body\":\"words-of-" + id(day, 7) + " end");
    return lines;
  }

  private void destroy(List<String> lines, long id, String date, boolean whole) {
    deleted.add(id);
    String data =
        whole ? message(id, 9_000_999, date, "") : "{\"id\":%d,\"user_id\":9000999}".formatted(id);
    lines.add(line("destroy", data, date));
  }

  private static List<String> activities(int day) {
    String date = FIRST.plusDays(day).toString();
    List<String> lines = new ArrayList<>();
    for (int number = 0; number < 40; number++) {
      lines.add(
          ("{\"object\":\"Friendship\",\"action\":\"create\",\"data\":{\"user_id\":%d,"
                  + "\"target_user_id\":%d},\"time\":\"%sT11:00:00Z\"}")
              .formatted(user(number), 9_000_500 + number, date));
    }
    return lines;
  }

  private Archive.Ending erase(String... arguments) {
    List<String> words = new ArrayList<>(List.of("--ids=" + ids, "--reason=asked for"));
    words.addAll(Arrays.asList(arguments));
    return archive.run("erase", words.toArray(new String[0]));
  }

  private Set<String> wordsThatAreToBeGone() {
    Set<String> words = new TreeSet<>();
    deleted.forEach(id -> words.add("words-of-" + id + " "));
    byGoneUser.forEach(id -> words.add("words-of-" + id + " "));
    words.add("name-of-" + GONE_USER);
    return words;
  }

  private void assertGone() throws IOException, SQLException {
    EveryByte.assertNowhere(archive, wordsThatAreToBeGone());
  }

  private boolean stays(long id) {
    return !deleted.contains(id) && !byGoneUser.contains(id);
  }

  /** The messages that stay and embed no other one, each as a row of texts. */
  private List<List<String>> others() throws SQLException {
    return DuckDb.query(
            archive.root(),
            "SELECT id, source_line, \"user\", body, created_at, date, source_unit, extra"
                + " FROM TABLE(stocktwits/messages) ORDER BY id")
        .stream()
        .filter(row -> stays(Long.parseLong(row.get(0))))
        .toList();
  }

  private Map<String, List<String>> landed() throws IOException {
    Map<String, List<String>> lines = new TreeMap<>();
    for (String file : archive.files()) {
      if (file.startsWith("_landing/")) {
        lines.put(
            file.replaceFirst("\\.g\\d+\\.gz$", ".gz"),
            EveryByte.unpacked(archive.read(file)).lines().toList());
      }
    }
    return lines;
  }

  @Test
  void whatWasDeletedLeavesEveryByteAndAllElseStays() throws Exception {
    List<List<String>> before = others();
    Map<String, List<String>> linesBefore = landed();
    assertThat(before).hasSizeGreaterThan(700);

    Archive.Ending ending = erase();

    assertThat(ending.code()).as(ending.out() + ending.err()).isZero();
    assertGone();
    assertThat(others()).isEqualTo(before);
    Map<String, List<String>> linesAfter = landed();
    assertThat(linesAfter.keySet()).isEqualTo(linesBefore.keySet());
    linesBefore.forEach(
        (file, lines) -> {
          List<String> after = linesAfter.get(file);
          assertThat(after).hasSameSizeAs(lines);
          for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            if (wordsThatAreToBeGone().stream().noneMatch(line::contains)
                && !line.contains("\"user_id\":" + GONE_USER)) {
              assertThat(after.get(at)).as(file + " line " + (at + 1)).isEqualTo(line);
            }
          }
        });
    assertThat(archive.run("verify").code()).isZero();
    assertThat(archive.files())
        .noneMatch(file -> file.startsWith("_staging/") || file.startsWith("_commits/"));
    assertThat(
            DuckDb.query(
                archive.root(),
                "SELECT count(*) FROM TABLE(stocktwits/friendships) WHERE user_id = " + GONE_USER))
        .containsExactly(List.of("0"));
    assertThat(archive.text("_manifests/firestream/message/2018-03-05.json"))
        .contains("\"original_sha256\"", "\"erased\"", "2018-03-05.g2.gz");
  }

  @Test
  void verifyProvesThatNothingIsLeftAndNamesWhatIs() throws Exception {
    assertThat(erase().code()).isZero();
    Archive.Ending proven = archive.run("verify", "--erased");
    assertThat(proven.code()).as(proven.out()).isZero();
    assertThat(proven.out()).contains("Looked for the " + (deleted.size() + 1) + " ids of list 1");

    Path kept = archive.root().resolve("_tombstones");
    Path aside = ids.resolveSibling("aside");
    Files.move(kept, aside);
    List<String> replace = new ArrayList<>(Arrays.asList(RANGE));
    replace.add("--onExisting=replace");
    assertThat(archive.backfill(firestream, replace.toArray(new String[0])).code()).isZero();
    Files.move(aside, kept);

    assertThat(archive.run("verify").code()).isZero();
    Archive.Ending left = archive.run("verify", "--erased");
    assertThat(left.code()).isEqualTo(5);
    assertThat(left.out())
        .contains("stocktwits/messages/date=2018-03-05/", "still have what is to be gone")
        .contains("_landing/firestream/message/2018-03-05.")
        .doesNotContain("words-of");
    assertThat(erase().code()).isZero();
    assertThat(archive.run("verify", "--erased").code()).isZero();
  }

  @Test
  void aSecondRunChangesNothing() throws Exception {
    assertThat(erase().code()).isZero();
    Map<String, byte[]> before = archive.contents();

    Archive.Ending ending = archive.run("erase");

    assertThat(ending.code()).as(ending.out() + ending.err()).isZero();
    Map<String, byte[]> after = archive.contents();
    assertThat(after.keySet()).isEqualTo(before.keySet());
    after.forEach((file, content) -> assertThat(content).as(file).isEqualTo(before.get(file)));
  }

  @Test
  void itStaysGoneWhenTheServiceStillSendsItAndWhenTablesAreBuiltAgain() throws Exception {
    List<List<String>> before = others();
    assertThat(erase().code()).isZero();

    List<String> replace = new ArrayList<>(Arrays.asList(RANGE));
    replace.add("--onExisting=replace");
    Archive.Ending ending = archive.backfill(firestream, replace.toArray(new String[0]));
    assertThat(ending.code()).as(ending.out() + ending.err()).isZero();
    assertGone();
    assertThat(others()).isEqualTo(before);
    assertThat(archive.run("verify").code()).isZero();

    assertThat(archive.run("derive").code()).isZero();
    assertGone();
    assertThat(others()).isEqualTo(before);
    assertThat(archive.run("verify").code()).isZero();
    assertThat(archive.run("erase").out()).contains("0 of 8 units hold something of it");
  }

  @Test
  void theLedgerSaysWhatWentInIdsAndCountsAlone() throws Exception {
    assertThat(erase().code()).isZero();

    Archive.Ending status = archive.run("status");
    assertThat(status.out()).contains(" lines of 8 units were erased");
    assertThat(archive.run("status", "--json").out()).contains("\"erased\" : ");
    List<String> ledgers =
        archive.files().stream().filter(file -> file.startsWith("_erasures/")).toList();
    assertThat(ledgers).hasSize(1);
    assertThat(archive.text(ledgers.get(0)))
        .contains("\"state\" : \"ended\"", "\"reason\" : \"asked for\"")
        .contains("\"message\" : " + deleted.size(), "\"stocktwits-user\" : 1")
        .contains("\"unit\" : \"firestream-message-2018-03-05\"", "\"message.line\"")
        .doesNotContain("words-of", "name-of");
  }

  @Test
  void aDryRunSaysWhatItWouldDoAndChangesNothing() {
    Map<String, byte[]> before = archive.contents();

    Archive.Ending ending = erase("--dryRun");

    assertThat(ending.code()).as(ending.err()).isZero();
    assertThat(ending.out())
        .contains("firestream-message-2018-03-05", "8 of 8 units hold something of it")
        .contains("Nothing was changed");
    assertThat(archive.contents().keySet()).isEqualTo(before.keySet());
  }

  @Test
  void anArchiveInWhichNothingWasDeletedStaysAsItIs(@TempDir Path directory) {
    Archive empty = new Archive(directory.resolve("other"));

    Archive.Ending ending = empty.run("erase");

    assertThat(ending.code()).as(ending.err()).isZero();
    assertThat(ending.out()).contains("nothing to be gone");
    assertThat(empty.files()).isEmpty();
  }

  @Test
  void idsNeedAReasonAndEachLineAnId() throws IOException {
    assertThat(archive.run("erase", "--ids=" + ids).code()).isEqualTo(2);
    assertThat(archive.run("erase", "--reason=none").code()).isEqualTo(2);
    Files.write(ids, "message 1\nnothing\n".getBytes(StandardCharsets.UTF_8));

    Archive.Ending ending = erase();

    assertThat(ending.code()).isEqualTo(2);
    assertThat(ending.err()).contains("line 2 of", "'message 123'");
  }
}
