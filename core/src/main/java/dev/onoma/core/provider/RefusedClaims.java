package dev.onoma.core.provider;

import dev.onoma.core.Refusal;

/**
 * Claims from which no profile can be made.
 *
 * @param refusal why
 */
public record RefusedClaims(Refusal refusal) implements Normalization {}
