package vn.lienthong.procedure;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.function.SingletonSupplier;

/** Reads the catalogue before anything that needs it is made. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ProcedureSettings.class, RetentionSettings.class})
class ProcedureConfiguration {

    @Bean
    Catalogue catalogue(ProcedureSettings settings, ObjectProvider<PublishedEditions> published) {
        // Asked before every look at the catalogue: the bean is searched for once.
        var source = SingletonSupplier.of(published::getObject);
        return Catalogue.read(
                ProcedureFolders.find(ProcedureConfiguration.class.getClassLoader(), settings.directory()),
                () -> source.obtain().current());
    }
}
