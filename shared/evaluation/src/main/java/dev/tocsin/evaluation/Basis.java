package dev.tocsin.evaluation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.model.SnapshotJson;
import dev.tocsin.chain.verdict.Exemption;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;

/**
 * What verdicts rest on beside the chain itself, so that they can be checked and repeated later.
 *
 * @param parameters with which it was judged, defaults filled in
 * @param readAt when the account was read
 * @param judgedAt when it was judged, in whole seconds
 * @param snapshotSha256 of the snapshot as {@code tocsin snapshot} writes it, in hexadecimal
 */
public record Basis(
    RuleParameters parameters, Instant readAt, Instant judgedAt, String snapshotSha256) {

  /** For the verdicts on this snapshot. */
  public static Basis of(Snapshot snapshot, RuleParameters parameters, Instant judgedAt) {
    return new Basis(
        parameters, snapshot.takenAt(), judgedAt.truncatedTo(ChronoUnit.SECONDS), sha256(snapshot));
  }

  /** What need not alarm, of whatever control, whether it still holds or not. */
  public List<Exemption> exemptions() {
    return parameters.exempt().all().stream().map(Exemptions.Scoped::exemption).toList();
  }

  /** The member {@code basis} of a document with verdicts. */
  public ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.putObject("tool")
        .put("name", "tocsin")
        .put("version", Tool.VERSION)
        .put("commit", Tool.commit().orElse(null));
    json.put("benchmark", parameters.benchmark().id());
    ObjectNode texts = json.putObject("parameters");
    parameters.texts().forEach((parameter, text) -> texts.put(parameter.key(), text));
    json.set("exemptions", parameters.exempt().json());
    return json.put("readAt", readAt.toString())
        .put("judgedAt", judgedAt.toString())
        .put("snapshotSha256", snapshotSha256);
  }

  private static String sha256(Snapshot snapshot) {
    try {
      byte[] text = (SnapshotJson.write(snapshot) + "\n").getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
