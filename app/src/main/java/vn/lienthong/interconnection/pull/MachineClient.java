package vn.lienthong.interconnection.pull;

import java.security.Principal;
import java.util.List;
import java.util.Set;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * A program of an agency that has proved itself.
 *
 * @param client as the configuration calls it
 * @param agencies codes of the units whose work it may fetch
 */
record MachineClient(String client, Set<String> agencies) implements Principal {

    static final String ROLE = "AGENCY_CLIENT";

    /** Never the name of an officer: those have no colon. */
    @Override
    public String getName() {
        return "client:" + client;
    }

    boolean serves(String topic) {
        return agencies.contains(topic);
    }

    AbstractAuthenticationToken proved() {
        return new Proved(this);
    }

    private static final class Proved extends AbstractAuthenticationToken {

        private static final long serialVersionUID = 1L;

        private final transient MachineClient client;

        Proved(MachineClient client) {
            super(List.of(new SimpleGrantedAuthority("ROLE_" + ROLE)));
            this.client = client;
            setAuthenticated(true);
        }

        @Override
        public String getCredentials() {
            return "";
        }

        @Override
        public MachineClient getPrincipal() {
            return client;
        }

        @Override
        public boolean equals(@org.jspecify.annotations.Nullable Object other) {
            return other instanceof Proved proved && proved.client.equals(client);
        }

        @Override
        public int hashCode() {
            return client.hashCode();
        }
    }
}
