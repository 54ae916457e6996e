package io.stockpile.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stockpile.connectors.firestream.FileType;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportedFileNameTest {
  @ParameterizedTest
  @CsvSource({
    "stocktwits_messages_2017_09_21.gz, firestream-message-2017-09-21",
    "stocktwits_message_2016_12_05.gz, firestream-message-2016-12-05",
    "stocktwits_activity_2016_12_05.gz, firestream-activity-2016-12-05",
    "stocktwits_messages_2017_01_01, firestream-message-2017-01-01",
    "/data/2019/stocktwits_messages_2018_01_01.json.gz, firestream-message-2018-01-01",
    "stocktwits_messages_2019_05.gz, firestream-message-2019-05",
    "stocktwits_messages_2019_5.gz, firestream-message-2019-05",
    "stocktwits_activity_2019_03.gz, firestream-activity-2019-03",
    "stocktwits_legacy_messages_2013_04.gz, firestream-message-2013-04",
    "stocktwits_legacy_messages_2013, firestream-message-2013",
    "stocktwits_messages_2014-01-01-2014-12-31.json, firestream-message-2014",
    "stocktwits_messages_2014_01_01_2014_01_31.json, firestream-message-2014-01",
    "stocktwits_messages_2014-01-01_to_2014-02-10, firestream-message-2014-01-01_2014-02-11",
    "STOCKTWITS_ACTIVITY_20161205.GZ, firestream-activity-2016-12-05",
    "_landing/firestream/activity/2016-12-05.gz, firestream-activity-2016-12-05",
    "message/2014-01-01_2014-02-11.gz, firestream-message-2014-01-01_2014-02-11",
    "C:\\data\\message\\2016-12-05.gz, firestream-message-2016-12-05",
    "stocktwits_messages_2016_2_29, firestream-message-2016-02-29",
  })
  void namesSayTypeAndPeriod(String name, String unit) {
    assertThat(ImportedFileName.parse(name).unit(Optional.empty(), Optional.empty()).name())
        .isEqualTo(unit);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stocktwits_messages.gz",
        "stocktwits_messages_2017_13_40.gz",
        "stocktwits_messages_2017_02_29.gz",
        "stocktwits_messages_2014-12-31-2014-01-01.json",
        "stocktwits_messages_2017_01_01_saved_2019_04.gz",
        "messages_123456789",
        "messages_part-00017.gz",
      })
  void aPeriodThatCannotBeToldIsAskedFor(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ImportedFileName.parse(name).unit(Optional.empty(), Optional.empty()))
        .withMessageContaining(name)
        .withMessageContaining("--date=");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2016-12-05.gz",
        "sentiment_2018_01.gz",
        "messages_and_activity_2018.gz",
        "activity-streams-2014.ndjson",
        "ActivityStreams_2014.json.gz",
      })
  void aTypeThatCannotBeToldIsAskedFor(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ImportedFileName.parse(name).unit(Optional.empty(), Optional.empty()))
        .withMessageContaining(name)
        .withMessageContaining("--fileType=message");
  }

  @Test
  void theDayThatIsGivenCountsMoreThanTheName() {
    ImportedFileName name = ImportedFileName.parse("stocktwits_messages_2017_09_21.gz");

    assertThat(
            name.unit(
                    Optional.of(FileType.MESSAGE),
                    Optional.of(ImportedFileName.Period.ofDay(LocalDate.of(2018, 1, 1))))
                .name())
        .isEqualTo("firestream-message-2018-01-01");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dump_2016-12-05.gz", "messages_and_activity_2016-12-05.gz"})
  void aNameThatSaysNoTypeTakesTheOneThatIsGiven(String name) {
    assertThat(
            ImportedFileName.parse(name)
                .unit(Optional.of(FileType.ACTIVITY), Optional.empty())
                .name())
        .isEqualTo("firestream-activity-2016-12-05");
  }
}
