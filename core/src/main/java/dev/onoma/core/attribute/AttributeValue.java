package dev.onoma.core.attribute;

/** The value of a root attribute: a text, or a pair of an address and what is known of its verification. */
public sealed interface AttributeValue permits TextValue, PairValue {
    /** The text, or the pair's address. */
    String text();
}
