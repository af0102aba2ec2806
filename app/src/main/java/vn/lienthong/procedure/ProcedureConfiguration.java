package vn.lienthong.procedure;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the catalogue before anything that needs it is made. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProcedureSettings.class)
class ProcedureConfiguration {

    @Bean
    Catalogue catalogue(ProcedureSettings settings, ObjectProvider<PublishedEditions> published) {
        return Catalogue.read(
                ProcedureFolders.find(ProcedureConfiguration.class.getClassLoader(), settings.directory()),
                () -> published.getObject().current());
    }
}
