package vn.lienthong.agency;

import java.util.Collection;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** The duties of an officer in the words of Spring Security: {@code ROLE_<DUTY>}, at whatever unit. */
public final class Authorities {

    private Authorities() {}

    public static Collection<GrantedAuthority> of(List<Post> posts) {
        return posts.stream()
                .map(Post::duty)
                .distinct()
                .<GrantedAuthority>map(duty -> new SimpleGrantedAuthority("ROLE_" + duty.name()))
                .toList();
    }
}
