package dev.onoma.providers.database.passwordless;

import dev.onoma.core.attribute.EmailAddress;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.credential.LoginName;
import dev.onoma.providers.database.message.Channel;

/**
 * Where a code is sent.
 *
 * @param attribute the e-mail address or the phone number
 * @param text as it was typed, a number in E.164
 * @param name as it is compared
 */
record CodeAddress(RootAttribute attribute, String text, LoginName name) {
    static CodeAddress of(RootAttribute attribute, String accepted) {
        return attribute == RootAttribute.EMAIL
                ? new CodeAddress(attribute, accepted, LoginName.of(EmailAddress.of(accepted)))
                : new CodeAddress(attribute, accepted, LoginName.phoneNumber(accepted));
    }

    /** What two spellings share. */
    String key() {
        return name.key();
    }

    Channel channel() {
        return attribute == RootAttribute.EMAIL ? Channel.EMAIL : Channel.SMS;
    }

    /** Whether a stored address is this one, in whatever spelling. */
    boolean isSpelled(String stored) {
        return attribute.isSameAddress(stored, text);
    }

    @Override
    public String toString() {
        return "CodeAddress[" + channel() + "]";
    }
}
