package dev.tocsin.emulator;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts the emulator at its first use; JUnit closes it with the root store at the end of the run.
 */
final class EmulatorExtension implements ExecutionCondition, BeforeEachCallback, ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(EmulatorExtension.class);
  private static final String REQUIRE = "TOCSIN_REQUIRE_EMULATOR";

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    EmulatorProcess process = process(context);
    if (process.isListening()) {
      return ConditionEvaluationResult.enabled("the emulator listens");
    }
    if (Boolean.parseBoolean(System.getenv(REQUIRE))) {
      throw new ExtensionConfigurationException(process.whyAbsent() + " (" + REQUIRE + " is set)");
    }
    return ConditionEvaluationResult.disabled(process.whyAbsent());
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    process(context).emulator().reset();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == AwsEmulator.class;
  }

  @Override
  public AwsEmulator resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return process(context).emulator();
  }

  /** Surefire does not print why a class is skipped, so that is said here, once a run. */
  private static EmulatorProcess started() {
    EmulatorProcess process = EmulatorProcess.start();
    if (!process.isListening()) {
      System.err.println("tests on the emulator are skipped: " + process.whyAbsent());
    }
    return process;
  }

  private static EmulatorProcess process(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(EmulatorProcess.class, type -> started(), EmulatorProcess.class);
  }
}
