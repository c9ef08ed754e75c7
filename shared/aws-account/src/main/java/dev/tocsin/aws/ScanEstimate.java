package dev.tocsin.aws;

import dev.tocsin.aws.RecordTable.Prefix;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * What a query over a table of CloudTrail records would read: the sizes of the objects of the days
 * asked for. They are JSON, compressed as a whole, so Athena reads every byte of them, and charges
 * for the compressed ones.
 *
 * @param bytes the sum of their sizes
 * @param objects how many there are
 * @param unknown why it cannot be told; empty iff it can
 */
public record ScanEstimate(long bytes, long objects, String unknown) {

  /** Athena lists no sizes itself, and its EXPLAIN knows no statistics of such a table. */
  private static final String LIST = "s3:ListBucket";

  /** How S3 refuses what is asked in another Region than the bucket's. */
  private static final Set<String> ELSEWHERE =
      Set.of("PermanentRedirect", "AuthorizationHeaderMalformed");

  private static final String CATALOG = "AwsDataCatalog";

  /**
   * Lists the objects. Cost: a call for each thousand of them, and for each day and value of
   * another partition column.
   *
   * @param table its name, with its database before a point unless that is {@code default}
   * @param seen is told how many objects have been listed so far
   * @throws AccountReadException if the table or the bucket may not be read
   */
  public static ScanEstimate of(
      AwsClients clients, String table, LocalDate from, LocalDate to, LongConsumer seen) {
    Map.Entry<String, String> name = RecordTable.parts(table);
    AthenaClient athena =
        clients.client(AthenaClient.class, clients.region(), AthenaClient::builder);
    Map<String, String> properties =
        ApiCall.read(
                "athena:GetTableMetadata",
                table,
                () ->
                    athena.getTableMetadata(
                        call ->
                            call.catalogName(CATALOG)
                                .databaseName(name.getKey())
                                .tableName(name.getValue())))
            .tableMetadata()
            .parameters();
    try {
      return sum(clients, new RecordTable(properties).prefixes(from, to), seen);
    } catch (RecordTable.Unknown reason) {
      return new ScanEstimate(0, 0, reason.getMessage());
    }
  }

  private static ScanEstimate sum(AwsClients clients, Set<Prefix> prefixes, LongConsumer seen) {
    S3Client s3 =
        clients.client(
            S3Client.class, clients.region(), () -> S3Client.builder().forcePathStyle(true));
    long bytes = 0;
    long objects = 0;
    for (Prefix prefix : prefixes) {
      ApiCall.Answer<List<ListObjectsV2Response>> pages = pages(s3, prefix);
      if (pages.isRefused()) {
        return new ScanEstimate(0, 0, "the bucket is in another Region (" + pages.refusal() + ")");
      }
      for (ListObjectsV2Response page : pages.value()) {
        bytes += page.contents().stream().mapToLong(S3Object::size).sum();
        objects += page.contents().size();
      }
      seen.accept(objects);
    }
    return new ScanEstimate(bytes, objects, "");
  }

  private static ApiCall.Answer<List<ListObjectsV2Response>> pages(S3Client s3, Prefix prefix) {
    return ApiCall.askPages(
        LIST,
        "s3://" + prefix.bucket() + "/" + prefix.key(),
        ELSEWHERE,
        token ->
            s3.listObjectsV2(
                call -> call.bucket(prefix.bucket()).prefix(prefix.key()).continuationToken(token)),
        ListObjectsV2Response::nextContinuationToken);
  }
}
