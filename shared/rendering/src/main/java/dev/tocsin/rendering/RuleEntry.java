package dev.tocsin.rendering;

import dev.tocsin.catalog.Control;

/** One control as the templates of packs and stack name it. */
record RuleEntry(
    String id,
    String logicalId,
    String title,
    String description,
    String frequency,
    String document) {

  static RuleEntry of(Control control) {
    return new RuleEntry(
        control.id(),
        Yaml.logicalId(control.id()),
        control.title(),
        Yaml.quoted(control.description()),
        control.frequency(),
        RemediationDocuments.nameFor(control));
  }
}
