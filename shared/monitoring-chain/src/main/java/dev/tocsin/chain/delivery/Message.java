package dev.tocsin.chain.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/**
 * What a service publishes to a topic, as far as the account tells.
 *
 * @param forms the messages possible, at least one
 * @param unforeseen fields, dotted, that every form has but whose value is known only when it is
 *     sent
 * @param open fields, dotted, under which a message may hold more than its forms show
 */
record Message(List<ObjectNode> forms, Set<String> unforeseen, Set<String> open) {

  Message {
    forms = List.copyOf(forms);
    unforeseen = Set.copyOf(unforeseen);
    open = Set.copyOf(open);
  }

  /** Whether a field may be there although no form has it. */
  boolean mayHave(String field) {
    return open.stream().anyMatch(root -> field.equals(root) || field.startsWith(root + "."))
        && forms.get(0).at("/" + field.replace('.', '/')).isMissingNode();
  }
}
