package vn.lienthong.interconnection.pull;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Logs a program in by name and secret. No bean: it would become everybody's way in. */
final class BySecret implements AuthenticationProvider {

    private final MachineClients clients;

    BySecret(MachineClients clients) {
        this.clients = clients;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String address = attempt.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
        return clients.prove(attempt.getName(), String.valueOf(attempt.getCredentials()), address)
                .proved();
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
