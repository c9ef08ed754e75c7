package dev.tocsin.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * A JSON Lines file answered line by line on all cores, the answers in the order of the lines.
 *
 * <p>Cost: at most {@link #WINDOW} lines are held at once, whatever the length of the file.
 */
final class JsonLines {

  private static final int WINDOW = 512;

  /** Turns one line into its answer; called from several threads. */
  interface Question {
    /**
     * The answer to one line.
     *
     * @throws InputProblem if the line is not what the command expects
     */
    ObjectNode answer(Line line);
  }

  /**
   * One line of the file.
   *
   * @param place the file and line number, for messages
   */
  record Line(JsonNode json, int number, String place) {

    /** The line's {@code id}, or its number where it has none. */
    JsonNode id() {
      JsonNode id = json.get("id");
      return id == null || id.isNull() ? Json.object().numberNode(number) : id;
    }
  }

  private JsonLines() {}

  /**
   * Gives the answers to {@code sink}, on the calling thread.
   *
   * @throws InputProblem if the file cannot be read or holds a line that cannot be used; lines
   *     before it have been answered
   */
  static void answer(Path file, Question question, Consumer<ObjectNode> sink) {
    ExecutorService workers =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    var pending = new ArrayDeque<Future<ObjectNode>>();
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      int number = 0;
      for (String text = reader.readLine(); text != null; text = reader.readLine()) {
        number++;
        if (text.isBlank()) {
          continue;
        }
        if (pending.size() == WINDOW) {
          sink.accept(result(pending.remove()));
        }
        pending.add(workers.submit(task(text, number, file, question)));
      }
      while (!pending.isEmpty()) {
        sink.accept(result(pending.remove()));
      }
    } catch (IOException e) {
      throw InputFiles.unreadable(file, e);
    } finally {
      workers.shutdownNow();
    }
  }

  private static Callable<ObjectNode> task(String text, int number, Path file, Question question) {
    String place = "`" + file + "` line " + number;
    return () -> question.answer(new Line(Json.read(text, place), number, place));
  }

  private static ObjectNode result(Future<ObjectNode> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
