package io.stockpile.pipeline.cli.options.shared;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** How to fetch from Firestream. */
public interface FirestreamOptions extends AttemptOptions {
  @Description(
      "Where the service is, without /backups. Example:"
          + " --firestreamUrl=https://firestream.stocktwits.com")
  @Default.String("https://firestream.stocktwits.com")
  String getFirestreamUrl();

  void setFirestreamUrl(String value);

  @Description(
      "Where the credentials are, never the credentials themselves: env:NAME for the variables"
          + " NAME_USERNAME and NAME_PASSWORD, file:PATH for a file whose first line is"
          + " username:password. Example: --firestreamCredentials=file:/run/secrets/firestream")
  @Default.String("env:FIRESTREAM")
  String getFirestreamCredentials();

  void setFirestreamCredentials(String value);

  @Description(
      "How many files may be on their way at a time in one process. Unit: files. Example:"
          + " --downloads=4")
  @Default.String("2")
  String getDownloads();

  void setDownloads(String value);
}
