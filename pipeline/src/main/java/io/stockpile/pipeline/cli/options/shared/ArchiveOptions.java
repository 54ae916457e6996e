package io.stockpile.pipeline.cli.options.shared;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** Where the archive lies. */
public interface ArchiveOptions extends ProxyOptions, VerboseOptions {
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
}
