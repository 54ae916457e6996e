package io.stockpile.pipeline.cli.options;

import io.stockpile.pipeline.cli.options.shared.AttemptOptions;
import io.stockpile.pipeline.cli.options.shared.DryRunOptions;
import io.stockpile.pipeline.cli.options.shared.ReplayStreamOptions;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** The options of {@code rules}. */
public interface RulesOptions extends ReplayStreamOptions, AttemptOptions, DryRunOptions {
  @Description(
      "With list: print JSON that add, delete and sync read, instead of a table for people."
          + " Example: --json")
  @Default.Boolean(false)
  boolean getJson();

  void setJson(boolean value);

  @Description(
      "Where user name and password for a proxy are, if it wants any: env:NAME for the variables"
          + " NAME_USERNAME and NAME_PASSWORD, or file:PATH; the proxies themselves are those of"
          + " HTTPS_PROXY, HTTP_PROXY and NO_PROXY. Example:"
          + " --proxyCredentials=file:/run/secrets/proxy")
  @Default.String("env:PROXY")
  String getProxyCredentials();

  void setProxyCredentials(String value);

  @Description("Print the stack trace of what went wrong as well. Example: --verbose")
  @Default.Boolean(false)
  boolean getVerbose();

  void setVerbose(boolean value);
}
