package io.stockpile.pipeline.erase.landed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockpile.connectors.Sha256;
import io.stockpile.connectors.codec.DecodedText;
import io.stockpile.connectors.codec.Packed;
import io.stockpile.connectors.gzip.GzipMemberWriter;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.ObjectStores;
import io.stockpile.connectors.store.StagedObject;
import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.pipeline.erase.text.ListedIds;
import io.stockpile.pipeline.lines.LandedBytesException;
import io.stockpile.pipeline.lines.LandedInput;
import io.stockpile.pipeline.lines.LineEdit;
import io.stockpile.pipeline.lines.LineSource;
import io.stockpile.pipeline.lines.TextOpener;
import io.stockpile.pipeline.records.Vocabulary;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LandedEraserTest {
  private static final String FROM = "_landing/firestream/message/2016-12-05.gz";
  private static final String TO = "_landing/firestream/message/2016-12-05.g2.gz";

  @TempDir Path directory;
  private ObjectStore store;

  @BeforeEach
  void open() throws IOException {
    store = ObjectStores.open(StoreLocation.of(directory.toString()));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static String message(long id) {
    return "{\"id\":"
        + id
        + ",\"body\":\"text of "
        + id
        + "\",\"user\":{\"id\":"
        + (id + 100_000)
        + "}}";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private LandedInput land(byte[] content) throws IOException {
    try (StagedObject staged = store.stage(FROM)) {
      staged.write(content);
      store.complete(staged.finish());
    }
    return LandedInput.proven(FROM, content.length, Sha256.of(content));
  }

  private Optional<ErasedCopy> copy(LandedInput landed, ListedIds ids, int memberBytes)
      throws IOException {
    return new LandedEraser(store, Vocabulary.STOCKTWITS, ids, memberBytes).copy(landed, TO);
  }

  /** Asserts that the facts about a copy are those that a reader of its lines finds. */
  private void requireFacts(ErasedCopy copy, LandedInput.Ending ending) throws Exception {
    LandedInput read =
        ending == LandedInput.Ending.ANYWHERE
            ? LandedInput.cut(TO, copy.pending().bytes(), copy.pending().sha256())
            : LandedInput.proven(TO, copy.pending().bytes(), copy.pending().sha256());
    try (LineSource lines =
        LineSource.open(TextOpener.in(store), read, 1 << 20, 1 << 16, LineEdit.NONE)) {
      while (lines.next()) {
        assertThat(lines.lineBytes()).isNotNegative();
      }
      assertThat(lines.facts().lines()).isEqualTo(copy.lines());
      assertThat(lines.facts().uncompressedBytes()).isEqualTo(copy.uncompressedBytes());
      assertThat(lines.facts().gzipMembers()).isEqualTo(copy.gzipMembers());
    }
  }

  private byte[] complete(ErasedCopy copy) throws IOException {
    store.complete(copy.pending());
    try (InputStream in = store.read(TO)) {
      byte[] content = in.readAllBytes();
      assertThat(Sha256.of(content)).isEqualTo(copy.pending().sha256());
      assertThat(content.length).isEqualTo(copy.pending().bytes());
      return content;
    }
  }

  private static String text(byte[] file) throws IOException {
    try (InputStream in = DecodedText.of(new ByteArrayInputStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void nothingIsLeftBehind() throws IOException {
    assertThat(store.list("")).extracting(object -> object.key()).containsExactly(FROM);
    try (Stream<Path> staged = Files.walk(directory)) {
      assertThat(
              staged.filter(Files::isRegularFile).filter(file -> !file.endsWith("2016-12-05.gz")))
          .isEmpty();
    }
  }

  private static byte[] members(String... texts) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (GzipMemberWriter writer = new GzipMemberWriter(file)) {
      for (String text : texts) {
        writer.write(bytes(text), 0, bytes(text).length);
      }
    }
    return file.toByteArray();
  }

  @ParameterizedTest
  @EnumSource(Packed.class)
  void anErasedLineIsEmptyAndTheOthersStayInTheCodecThatItHad(Packed packed) throws IOException {
    String head = "\ufeff" + message(1) + "\r\n\r\n" + message(2) + "\n";
    String reshare =
        "{\"id\":9,\"body\":\"r\",\"user\":{\"id\":3},\"reshare_message\":{\"message\":%s}}";
    LandedInput landed =
        land(packed.of(bytes(head + reshare.formatted(message(1)) + "\n" + message(4))));
    ListedIds ids = new ListedIds().addMessage(1).addMessage(4);

    ErasedCopy copy = copy(landed, ids, 1 << 20).orElseThrow();

    assertThat(store.find(TO)).isEmpty();
    byte[] file = complete(copy);
    assertThat(text(file))
        .isEqualTo(
            "\ufeff\r\n\r\n" + message(2) + "\n" + reshare.replace("\"message\":%s", "") + "\n\n");
    assertThat(copy.original())
        .isEqualTo(new ErasedCopy.Original(FROM, landed.bytes(), landed.sha256()));
    assertThat(copy.lines()).isEqualTo(5);
    assertThat(copy.counts())
        .isEqualTo(
            new ErasedCounts(
                2, 1, new TreeMap<>(Map.of("message.line", 2L, "message.embedded", 1L))));
    assertThat(copy.uncompressedBytes()).isEqualTo(bytes(text(file)).length);
    assertThat(copy.gzipMembers()).isEqualTo(packed == Packed.GZIP ? 1 : 0);
    assertThat(file[0]).isEqualTo(packed.of(new byte[1])[0]);
  }

  @Test
  void plainTextStaysPlain() throws IOException {
    LandedInput landed = land(bytes(message(1) + "\n" + message(2) + "\n"));

    ErasedCopy copy =
        copy(landed, new ListedIds().addStocktwitsUser(100_002), 1 << 20).orElseThrow();

    assertThat(complete(copy)).isEqualTo(bytes(message(1) + "\n\n"));
  }

  @Test
  void ofWhatHasNothingOfTheErasedThereIsNoCopy() throws IOException {
    LandedInput landed = land(members(message(1) + "\n" + message(2) + "\n"));

    assertThat(copy(landed, new ListedIds().addMessage(3), 1 << 20)).isEmpty();
    nothingIsLeftBehind();
  }

  @Test
  void membersOfWhichNothingGoesAreTakenOverAsTheyAre() throws IOException {
    String first = message(1) + "\n";
    String second = message(2) + "\n" + message(3) + "\n";
    String third = message(4) + "\n";
    ByteArrayOutputStream stored = new ByteArrayOutputStream();
    stored.writeBytes(Packed.GZIP.of(bytes(first)));
    stored.writeBytes(Packed.GZIP.of(bytes(second)));
    byte[] last = Packed.GZIP.of(bytes(third));
    // The operating system in the header, as another program writes it.
    last[9] = 3;
    stored.writeBytes(last);
    LandedInput landed = land(stored.toByteArray());

    ErasedCopy copy = copy(landed, new ListedIds().addMessage(2), 1 << 20).orElseThrow();

    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    expected.writeBytes(Packed.GZIP.of(bytes(first)));
    expected.writeBytes(members("\n" + message(3) + "\n"));
    expected.writeBytes(last);
    assertThat(complete(copy)).isEqualTo(expected.toByteArray());
    assertThat(copy.gzipMembers()).isEqualTo(3);
  }

  @Test
  void aLargeMemberIsSplitAndItsPiecesAreTakenOverTheNextTime() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int id = 1; id <= 2000; id++) {
      text.append(message(id)).append('\n');
    }
    LandedInput landed = land(Packed.GZIP.of(bytes(text.toString())));

    ErasedCopy once = copy(landed, new ListedIds().addMessage(1), 10_000).orElseThrow();
    byte[] file = complete(once);
    assertThat(once.gzipMembers()).isGreaterThan(10);
    String rest = text.substring(message(1).length());
    assertThat(text(file)).isEqualTo(rest);

    ErasedCopy twice =
        copy(land(file), new ListedIds().addMessage(1).addMessage(1000), 10_000).orElseThrow();
    byte[] again = complete(twice);
    assertThat(text(again)).isEqualTo(rest.replace("\n" + message(1000) + "\n", "\n\n"));
    assertThat(twice.gzipMembers()).isEqualTo(once.gzipMembers());
    int same = 0;
    while (file[same] == again[same]) {
      same++;
    }
    int sameAtEnd = 0;
    while (file[file.length - 1 - sameAtEnd] == again[again.length - 1 - sameAtEnd]) {
      sameAtEnd++;
    }
    int member = file.length / once.gzipMembers();
    assertThat(file.length - same - sameAtEnd).isLessThan(2 * member);
    assertThat(copy(land(again), new ListedIds().addMessage(1).addMessage(1000), 10_000)).isEmpty();
  }

  @Test
  void wherePiecesEndDependsOnTheTextAlone() throws IOException {
    Random random = new Random(11);
    for (int round = 0; round < 8; round++) {
      List<String> lines = new ArrayList<>();
      for (int line = 0; line < 200; line++) {
        lines.add(random.nextInt(5) == 0 ? "" : message(random.nextInt(1, 300)));
      }
      String ended = String.join(random.nextBoolean() ? "\r\n" : "\n", lines);
      byte[] text = bytes(random.nextBoolean() ? ended + "\n" : ended);
      byte[][] cuts = {Packed.GZIP.of(text), cut(text, random), cut(text, random)};
      ListedIds ids = new ListedIds();
      lines.forEach(line -> ids.addMessage(random.nextInt(1, 3000)));
      ids.addMessage(Long.parseLong(first(lines)));

      List<String> rests = new ArrayList<>();
      for (byte[] file : cuts) {
        ErasedCopy copy = copy(land(file), ids, 3000).orElseThrow();
        assertThat(copy.lines()).isEqualTo(lines(new String(text, StandardCharsets.UTF_8)));
        rests.add(text(complete(copy)));
      }
      String expected = expected(new String(text, StandardCharsets.UTF_8), ids);
      assertThat(rests).containsOnly(expected);
    }
  }

  private static String first(List<String> lines) {
    String line = lines.stream().filter(each -> !each.isEmpty()).findFirst().orElseThrow();
    return line.substring("{\"id\":".length(), line.indexOf(','));
  }

  private static long lines(String text) {
    return text.chars().filter(each -> each == '\n').count() + (text.endsWith("\n") ? 0 : 1);
  }

  private static String expected(String text, ListedIds ids) {
    StringBuilder rest = new StringBuilder();
    int from = 0;
    while (from < text.length()) {
      int end = text.indexOf('\n', from) < 0 ? text.length() : text.indexOf('\n', from);
      String line = text.substring(from, end);
      boolean gone = line.startsWith("{") && ids.message(Long.parseLong(first(List.of(line))));
      rest.append(gone ? (line.endsWith("\r") ? "\r" : "") : line);
      rest.append(end < text.length() || gone ? "\n" : "");
      from = end + 1;
    }
    return rest.toString();
  }

  /** The text in gzip members that end at random positions. */
  private static byte[] cut(byte[] text, Random random) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    int from = 0;
    while (from < text.length) {
      int to = Math.min(text.length, from + random.nextInt(1, 2000));
      file.writeBytes(Packed.GZIP.of(Arrays.copyOfRange(text, from, to)));
      from = to;
    }
    return file.toByteArray();
  }

  @Test
  void ofAnAnswerThatWasCutTheWholeLinesStay() throws IOException {
    String text = message(1) + "\r\n" + message(2) + "\r\n\r\n" + message(3) + "\r\n";
    byte[] whole = Packed.GZIP.of(bytes(text.repeat(50)));
    byte[] cut = Arrays.copyOf(whole, whole.length - 30);
    land(cut);
    LandedInput landed = LandedInput.cut(FROM, cut.length, Sha256.of(cut));

    byte[] file = complete(copy(landed, new ListedIds().addMessage(1), 1 << 20).orElseThrow());

    assertThat(text(file)).startsWith("\r\n" + message(2) + "\r\n\r\n" + message(3));
    assertThat(text(file)).doesNotContain("text of 1\"");
  }

  @Test
  void whatIsSaidOfACopyIsWhatItsReadersFind() throws Exception {
    String text = message(1) + "\r\n" + message(2) + "\r\n\r\n" + message(3) + "\r\n";
    byte[] whole = Packed.GZIP.of(bytes(text + text));
    int copies = 0;
    for (int length = whole.length - 40; length <= whole.length; length += 4) {
      byte[] cut = Arrays.copyOf(whole, length);
      land(cut);
      LandedInput landed = LandedInput.cut(FROM, cut.length, Sha256.of(cut));
      for (int id = 1; id <= 3; id++) {
        Optional<ErasedCopy> copy = copy(landed, new ListedIds().addMessage(id), 30);
        if (copy.isPresent()) {
          complete(copy.get());
          requireFacts(copy.get(), LandedInput.Ending.ANYWHERE);
          copies++;
        }
      }
    }
    assertThat(copies).isGreaterThan(15);
    for (String end : List.of("", "\n", "\r\n\r\n", message(1))) {
      LandedInput landed = land(Packed.GZIP.of(bytes(text + end)));
      ErasedCopy copy = copy(landed, new ListedIds().addMessage(1), 30).orElseThrow();
      complete(copy);
      requireFacts(copy, LandedInput.Ending.WHOLE);
    }
  }

  @Test
  void aPartOfALineBehindTheLastGoesWhenItNamesTheErased() throws IOException {
    String part = message(2).substring(0, 20);
    byte[] file = bytes(message(1) + "\n" + part);
    land(file);
    LandedInput landed = LandedInput.cut(FROM, file.length, Sha256.of(file));

    ErasedCopy copy = copy(landed, new ListedIds().addMessage(2), 1 << 20).orElseThrow();
    assertThat(copy.lines()).isEqualTo(1);
    assertThat(copy.counts().lines()).isZero();
    assertThat(complete(copy)).isEqualTo(bytes(message(1) + "\n"));
    ErasedCopy other = copy(landed, new ListedIds().addMessage(1), 1 << 20).orElseThrow();
    assertThat(complete(other)).isEqualTo(bytes("\n" + part));
    byte[] ended = bytes(message(1) + "\n" + message(2));
    land(ended);
    ErasedCopy last =
        copy(
                LandedInput.cut(FROM, ended.length, Sha256.of(ended)),
                new ListedIds().addMessage(2),
                1 << 20)
            .orElseThrow();
    assertThat(last.lines()).isEqualTo(2);
    assertThat(complete(last)).isEqualTo(bytes(message(1) + "\n\n"));
  }

  @Test
  void aDamagedObjectAndAnotherOneAreRefused() throws IOException {
    byte[] file = members(message(1) + "\n", message(2) + "\n");
    LandedInput landed = land(file);
    ListedIds ids = new ListedIds().addMessage(1);
    byte[] damaged = file.clone();
    damaged[file.length - 6] ^= 1;
    LandedInput other = land(damaged);

    assertThatThrownBy(() -> copy(other, ids, 1 << 20)).isInstanceOf(IOException.class);
    nothingIsLeftBehind();
    land(members(message(1) + "\n", message(3) + "\n"));
    assertThatThrownBy(() -> copy(landed, ids, 1 << 20))
        .isInstanceOf(LandedBytesException.class)
        .hasMessageContaining(landed.sha256());
    nothingIsLeftBehind();
  }

  @Test
  void theSameObjectAndIdsGiveTheSameBytes() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int id = 1; id <= 500; id++) {
      text.append(message(id)).append('\n');
    }
    LandedInput landed = land(Packed.GZIP.of(bytes(text.toString())));
    ListedIds ids = new ListedIds().addMessage(7).addMessage(470);

    String first = copy(landed, ids, 5000).orElseThrow().pending().sha256();

    assertThat(copy(landed, ids, 5000).orElseThrow().pending().sha256()).isEqualTo(first);
  }
}
