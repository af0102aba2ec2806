package vn.lienthong.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** How a request finds its method among some hundreds: those that begin with other words are not tried. */
@Configuration(proxyBeanMethods = false)
class MappingConfiguration implements WebMvcRegistrations {

    @Override
    public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new ByFirstWords();
    }

    private static final class ByFirstWords extends RequestMappingHandlerMapping {

        /** What an address of the mapping begins with, up to its first variable; nothing when it has several addresses. */
        private final Map<RequestMappingInfo, String> firstWords = new ConcurrentHashMap<>();

        @Override
        protected @Nullable RequestMappingInfo getMatchingMapping(
                RequestMappingInfo mapping, HttpServletRequest request) {
            String path = ServletRequestPathUtils.getParsedRequestPath(request)
                    .pathWithinApplication()
                    .value();
            return isPlain(path) && !path.startsWith(firstWords.computeIfAbsent(mapping, ByFirstWords::firstWords))
                    ? null
                    : super.getMatchingMapping(mapping, request);
        }

        /** Letters may be written in more than one way; then only the full comparison knows. */
        private static boolean isPlain(String path) {
            return path.indexOf('%') < 0 && path.indexOf(';') < 0;
        }

        private static String firstWords(RequestMappingInfo mapping) {
            if (mapping.getPatternValues().size() != 1) {
                return "";
            }
            String pattern = mapping.getPatternValues().iterator().next();
            int end = pattern.length();
            for (char special : new char[] {'{', '*', '?', '\\'}) {
                int at = pattern.indexOf(special);
                end = at < 0 ? end : Math.min(end, at);
            }
            return pattern.substring(0, end);
        }
    }
}
