package vn.lienthong.web;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** What the server itself says and does before the product is asked. */
@Configuration(proxyBeanMethods = false)
class ServerConfiguration {

    /** As many as fit into a header; the server's ten make a browser with eleven languages fail. */
    private static final int LANGUAGES = 3_000;

    /** After Boot's own, which put in a report that says less than the server's and nothing at all that helps. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> wordsOfTheServer() {
        return new AfterOthers();
    }

    private static final class AfterOthers
            implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

        @Override
        public void customize(TomcatServletWebServerFactory server) {
            server.addConnectorCustomizers(connector -> connector.setMaxLocaleCount(LANGUAGES));
            server.addContextCustomizers(context -> {
                if (context.getParent() instanceof StandardHost host) {
                    host.setErrorReportValveClass(PlainErrorReport.class.getName());
                }
            });
        }

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }
    }
}
