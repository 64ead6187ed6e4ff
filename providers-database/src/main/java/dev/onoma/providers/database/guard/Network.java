package dev.onoma.providers.database.guard;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** By what requests from one place are counted: an IPv4 address, or the 64 bits of IPv6 that one subscriber has. */
final class Network {
    /** What is like this is never looked up as a name. */
    private static final Pattern LITERAL = Pattern.compile("[0-9A-Fa-f:][0-9A-Fa-f.:]{1,44}");

    private static final int PREFIX_BYTES = 8;
    private static final int IPV6_BYTES = 16;

    private Network() {}

    static String of(String ip) {
        if (ip.indexOf(':') < 0 || !LITERAL.matcher(ip).matches()) {
            return ip;
        }
        try {
            InetAddress address = InetAddress.getByName(ip);
            byte[] bytes = address.getAddress();
            return bytes.length == IPV6_BYTES
                    ? HexFormat.of().formatHex(bytes, 0, PREFIX_BYTES)
                    : address.getHostAddress();
        } catch (UnknownHostException noAddress) {
            return ip;
        }
    }
}
