package dev.partyline.topology.query.explain;

import java.util.List;

/**
 * Who may ask for changes: by userId, the first {@link Remedy#NAMED} of each.
 *
 * @param assigners who may change assignments and contact owners
 * @param administrators active OWNERs and ADMINs, who may change members, numbers and policies
 * @param owners active OWNERs, who alone may change anything about an OWNER
 */
public record Deciders(List<String> assigners, List<String> administrators, List<String> owners) {}
