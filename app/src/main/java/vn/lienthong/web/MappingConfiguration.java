package vn.lienthong.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
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

        /** The address is asked for once, not once a method and through every wrapper of the request. */
        @Override
        protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request)
                throws Exception {
            return super.lookupHandlerMethod(path, new Addressed(request));
        }

        @Override
        protected @Nullable RequestMappingInfo getMatchingMapping(
                RequestMappingInfo mapping, HttpServletRequest request) {
            return request instanceof Addressed addressed
                            && addressed.beginsOtherwise(firstWords.computeIfAbsent(mapping, ByFirstWords::firstWords))
                    ? null
                    : super.getMatchingMapping(mapping, request);
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

    /** A request that knows its address. */
    private static final class Addressed extends HttpServletRequestWrapper {

        private final String path;
        private final boolean plain;

        Addressed(HttpServletRequest request) {
            super(request);
            path = ServletRequestPathUtils.getParsedRequestPath(request)
                    .pathWithinApplication()
                    .value();
            plain = path.indexOf('%') < 0 && path.indexOf(';') < 0;
        }

        /** Letters may be written in more than one way; then only the full comparison knows. */
        boolean beginsOtherwise(String words) {
            return plain && !path.startsWith(words);
        }
    }
}
