package io.stockpile.pipeline.cli.options.shared;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;

/** Where the archive lies. */
public interface ArchiveOptions extends PipelineOptions {
  @Description(
      "Root of the archive: a path, s3://bucket/prefix, or a URI of one of Beam's file systems"
          + " (gs://, hdfs://). Example: --output=s3://bucket/archive")
  String getOutput();

  void setOutput(String value);

  @Description(
      "URL of an S3 server other than AWS; credentials and region come from the AWS SDK's own chain"
          + " (AWS_ACCESS_KEY_ID, AWS_REGION, profiles, roles). Example:"
          + " --s3Endpoint=http://127.0.0.1:9000")
  @Default.String("")
  String getS3Endpoint();

  void setS3Endpoint(String value);

  @Description(
      "Put the bucket into the path instead of the host name, as most S3 servers other than AWS"
          + " want it; buckets with dots are put there anyway. Example: --s3PathStyle")
  @Default.Boolean(false)
  boolean getS3PathStyle();

  void setS3PathStyle(boolean value);

  @Description(
      "Leave out the newer default checksums, for older S3 servers that refuse them. Example:"
          + " --s3ChecksumsWhenRequired")
  @Default.Boolean(false)
  boolean getS3ChecksumsWhenRequired();

  void setS3ChecksumsWhenRequired(boolean value);

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
