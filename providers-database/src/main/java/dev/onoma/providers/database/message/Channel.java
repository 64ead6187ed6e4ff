package dev.onoma.providers.database.message;

/** By which way a message leaves. */
public enum Channel {
    EMAIL,
    SMS
}
