package io.stockpile.pipeline.erase.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitRunsTest {
  private static final Pattern RUN = Pattern.compile("[0-9]+");

  private static boolean mayName(String text, long id) {
    byte[] bytes = ("7" + text + "7").getBytes(StandardCharsets.UTF_8);
    return DigitRuns.mayName(bytes, 1, bytes.length - 1, run -> run == id);
  }

  @ParameterizedTest
  @CsvSource({
    "55,55,true",
    "a55b,55,true",
    "a155b,55,false",
    "x/0055?,55,true",
    "-55,-55,true",
    "-55,55,true",
    "55,-55,false",
    "55.0,55,true",
    "5.5e1,55,true",
    "x5E+1,50,true",
    "5ex,50,false",
    "5e,50,false",
    "0,0,true",
    "9223372036854775807,9223372036854775807,true",
    "9223372036854775808,-9223372036854775808,false",
    "18446744073709551671,55,false",
    "é１55é,55,true",
    "'',0,false"
  })
  void aTextMayNameItsRunsOfDigits(String text, long id, boolean expected) {
    assertThat(mayName(text, id)).isEqualTo(expected);
    assertThat(mayName("no digit here: " + text, id)).isEqualTo(expected);
  }

  @Test
  void everyRunIsSeenWhereverItStands() {
    Random random = new Random(3);
    for (int count = 0; count < 20_000; count++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(40); length > 0; length--) {
        text.append("0123456789/:;@aé\u007f\u0000\"".charAt(random.nextInt(19)));
      }
      List<Long> runs = new ArrayList<>();
      for (Matcher run = RUN.matcher(text); run.find(); ) {
        if (run.group().replaceFirst("^0+", "").length() <= 18) {
          runs.add(Long.parseLong(run.group()));
        }
      }
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      List<Long> seen = new ArrayList<>();
      DigitRuns.mayName(
          bytes,
          0,
          bytes.length,
          run -> {
            seen.add(run);
            return false;
          });
      assertThat(seen).as(text.toString()).containsAll(runs);
    }
  }
}
