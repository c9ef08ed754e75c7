package dev.tocsin.aws;

import java.util.List;
import java.util.Map;

/**
 * Queries over CloudTrail records that AWS runs. Every method may throw {@link
 * AccountReadException}, which names the call and the missing permission.
 */
public interface RecordQueries {

  /**
   * A query at a moment.
   *
   * @param phase how far it is
   * @param reason why it failed or was cancelled, in the service's words; empty iff it says none
   * @param bytesScanned what it has read so far, which is what is charged
   */
  record Progress(Phase phase, String reason, long bytesScanned) {}

  /** How far a query is. */
  enum Phase {
    WAITING,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED;

    /** Whether nothing more will come of it. */
    public boolean isOver() {
      return this == DONE || this == FAILED || this == CANCELLED;
    }
  }

  /** Starts a query and gives its id. */
  String start(String sql);

  /** How far it is. */
  Progress progress(String id);

  /** The rows of a query that is done, by the columns' names. */
  List<Map<String, String>> rows(String id);

  /** Ends it; what it has read is charged. */
  void stop(String id);

  /** The command by which a person would end it. */
  String stopCommand(String id);

  /** The actions that a run needs, each with what it is about. */
  List<String> permissions();
}
