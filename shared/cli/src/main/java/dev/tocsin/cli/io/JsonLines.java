package dev.tocsin.cli.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.cli.io.LineReader.RawLine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * A JSON Lines file answered line by line on all cores, the answers in the order of the lines. A
 * line that cannot be answered is refused in its place and ends nothing.
 *
 * <p>Cost: at most {@link #MOST_LINES} lines and about {@link #MOST_BYTES} of them are held at
 * once, whatever the length of the file.
 */
public final class JsonLines {

  private static final int MOST_LINES = 64;
  private static final long MOST_BYTES = 4 << 20;

  /** Turns one line into its answer; called from several threads. */
  public interface LineQuestion<T> {
    /**
     * The answer to one line.
     *
     * @throws InputProblem if the line is not what the command expects
     */
    T answer(Line line);
  }

  /**
   * One line of the file.
   *
   * @param json its value
   * @param number counted from 1
   */
  public record Line(JsonNode json, int number) {

    /** The line's {@code id}, or its number where it has none. */
    public JsonNode id() {
      JsonNode id = json.get("id");
      return id == null || id.isNull() ? numbered(number) : id;
    }
  }

  /**
   * A line without an answer.
   *
   * @param id the line's own, or its number
   * @param error why, in one line
   */
  public record Refusal(JsonNode id, String error) {

    /** {@code {"id", "error"}}. */
    public ObjectNode json() {
      ObjectNode json = Json.object();
      json.set("id", id);
      return json.put("error", error);
    }
  }

  private record Pending<T>(Future<Answer<T>> future, int bytes) {}

  private record Answer<T>(Optional<T> value, Refusal refusal) {}

  private JsonLines() {}

  /**
   * Gives what becomes of each line to one of the two sinks, on the calling thread.
   *
   * @param file {@code -} is standard input
   * @return how many lines were answered or refused
   * @throws InputProblem if the file cannot be read; lines before that have been answered
   */
  public static <T> int answer(
      Path file, LineQuestion<T> question, Consumer<T> answers, Consumer<Refusal> refusals) {
    try {
      return answer(file, InputFiles.open(file), question, answers, refusals);
    } catch (IOException e) {
      throw InputFiles.unreadable(file, e);
    }
  }

  /** The same for a file that is open. */
  public static <T> int answer(
      Path file,
      InputStream opened,
      LineQuestion<T> question,
      Consumer<T> answers,
      Consumer<Refusal> refusals) {
    int answered = 0;
    ExecutorService workers =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    var pending = new ArrayDeque<Pending<T>>();
    long bytes = 0;
    try (LineReader reader = new LineReader(opened)) {
      for (Optional<RawLine> next = reader.next(); next.isPresent(); next = reader.next()) {
        RawLine line = next.get();
        if (line.isBlank()) {
          continue;
        }
        answered++;
        int length = line.size();
        while (!pending.isEmpty()
            && (pending.size() == MOST_LINES || bytes + length > MOST_BYTES)) {
          bytes -= pending.element().bytes();
          give(pending.remove(), answers, refusals);
        }
        pending.add(new Pending<>(workers.submit(() -> answered(line, question)), length));
        bytes += length;
      }
      while (!pending.isEmpty()) {
        give(pending.remove(), answers, refusals);
      }
      return answered;
    } catch (IOException e) {
      throw InputFiles.unreadable(file, e);
    } finally {
      workers.shutdownNow();
    }
  }

  private static <T> Answer<T> answered(RawLine raw, LineQuestion<T> question) {
    JsonNode id = numbered(raw.number());
    try {
      Line line = new Line(Json.read(raw.text(), "line " + raw.number()), raw.number());
      id = line.id();
      return new Answer<>(Optional.of(question.answer(line)), null);
    } catch (InputProblem problem) {
      return new Answer<>(Optional.empty(), new Refusal(id, OneLine.of(problem.getMessage())));
    } catch (RuntimeException | VirtualMachineError defect) {
      // Also memory or stack that one hostile line used up: it is free again for the next.
      return new Answer<>(Optional.empty(), new Refusal(id, Defect.text(defect)));
    }
  }

  private static <T> void give(
      Pending<T> pending, Consumer<T> answers, Consumer<Refusal> refusals) {
    try {
      Answer<T> answer = pending.future().get();
      answer.value().ifPresentOrElse(answers, () -> refusals.accept(answer.refusal()));
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode numbered(int number) {
    return Json.object().numberNode(number);
  }
}
