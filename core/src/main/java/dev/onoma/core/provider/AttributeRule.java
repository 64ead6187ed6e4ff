package dev.onoma.core.provider;

import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.claims.ClaimPath;
import java.util.ArrayList;
import java.util.List;

/**
 * The row of a provider's table for one attribute.
 *
 * @param attribute the attribute
 * @param candidates where to look, in order
 * @param absentWhen boolean claims; where one is true the provider means that there is no value
 */
record AttributeRule(RootAttribute attribute, List<Candidate> candidates, List<ClaimPath> absentWhen) {
    static AttributeRule of(RootAttribute attribute) {
        return new AttributeRule(attribute, List.of(), List.of());
    }

    AttributeRule with(List<ClaimPath> paths, DocumentConverter converter, Flag flag) {
        List<Candidate> more = new ArrayList<>(candidates);
        paths.forEach(path -> more.add(new Candidate(path, converter, flag)));
        return new AttributeRule(attribute, List.copyOf(more), absentWhen);
    }

    AttributeRule absentWhen(List<ClaimPath> flags) {
        return new AttributeRule(attribute, candidates, List.copyOf(flags));
    }

    /** One place to look, how to read what is there, and for pairs where its flag is. */
    record Candidate(ClaimPath path, DocumentConverter converter, Flag flag) {}
}
