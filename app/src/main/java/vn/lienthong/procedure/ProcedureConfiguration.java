package vn.lienthong.procedure;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the catalogue before anything that needs it is made. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProcedureSettings.class)
class ProcedureConfiguration {

    @Bean
    Catalogue catalogue(ProcedureSettings settings) {
        return Catalogue.read(ProcedureConfiguration.class.getClassLoader(), settings.directory());
    }
}
