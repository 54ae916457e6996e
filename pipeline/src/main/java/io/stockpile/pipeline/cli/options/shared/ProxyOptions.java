package io.stockpile.pipeline.cli.options.shared;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;

/** How a command gets through a proxy. */
public interface ProxyOptions extends PipelineOptions {
  @Description(
      "Where user name and password for a proxy are, if it wants any: env:NAME for the variables"
          + " NAME_USERNAME and NAME_PASSWORD, or file:PATH; the proxies themselves are those of"
          + " HTTPS_PROXY, HTTP_PROXY and NO_PROXY. Example:"
          + " --proxyCredentials=file:/run/secrets/proxy")
  @Default.String("env:PROXY")
  String getProxyCredentials();

  void setProxyCredentials(String value);
}
