package vn.lienthong.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * In which language an answer is: pages as the reader chose ({@code ?lang=en}, remembered in a cookie), the API as
 * {@code Accept-Language} asks. Vietnamese when nobody chose, whatever the browser was installed in.
 */
@Configuration(proxyBeanMethods = false)
class LanguageConfiguration {

    private static final String COOKIE = "lienthong-language";
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    @Bean
    LocaleResolver localeResolver() {
        return new LocaleResolver() {
            @Override
            public Locale resolveLocale(HttpServletRequest request) {
                if (request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
                    return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null
                                    && "en".equals(request.getLocale().getLanguage())
                            ? Locale.ENGLISH
                            : VIETNAMESE;
                }
                String asked = request.getParameter(Languages.PARAMETER);
                if (asked != null && Languages.speaks(asked)) {
                    return Locale.forLanguageTag(asked);
                }
                Cookie chosen = WebUtils.getCookie(request, COOKIE);
                return chosen != null && Languages.speaks(chosen.getValue())
                        ? Locale.forLanguageTag(chosen.getValue())
                        : VIETNAMESE;
            }

            @Override
            public void setLocale(
                    HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
                if (response == null || locale == null) {
                    return;
                }
                response.addHeader(
                        HttpHeaders.SET_COOKIE,
                        ResponseCookie.from(COOKIE, locale.getLanguage())
                                .path("/")
                                .maxAge(Duration.ofDays(365))
                                .httpOnly(true)
                                .sameSite("Lax")
                                .secure(request.isSecure())
                                .build()
                                .toString());
            }
        };
    }
}
