package vn.lienthong.command;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Who counts as one visitor where guesses are counted: an address of IPv4, or the network of an address of IPv6. */
public final class Network {

    /** Without a zone; nothing that a name server would be asked about. */
    private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F]{0,4}:[0-9a-fA-F:.]{1,40}");

    /** What one connection is given at least: whoever has one has 2^64 addresses. */
    private static final int PREFIX_BYTES = 8;

    private Network() {}

    /** @param address as the server says it; returned as it is when it is none of IPv6 */
    public static String of(String address) {
        String literal = address.replaceFirst("%.*", "");
        if (!LITERAL.matcher(literal).matches()) {
            return address;
        }
        try {
            return InetAddress.getByName(literal) instanceof Inet6Address wide
                    ? HexFormat.ofDelimiter(":").formatHex(wide.getAddress(), 0, PREFIX_BYTES)
                    : address;
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
