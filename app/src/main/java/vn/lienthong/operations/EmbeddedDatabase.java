package vn.lienthong.operations;

import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The database when nobody named one: without {@code spring.datasource.url} a PostgreSQL in the data folder starts with
 * the application and, because the connection pool depends on it, stops after the last connection was returned.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Installation.class)
class EmbeddedDatabase {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnExpression("'${spring.datasource.url:}'.isEmpty()")
    static class InTheDataFolder {

        @Bean
        EmbeddedPostgreSql embeddedPostgreSql(DataFolder folder) {
            return EmbeddedPostgreSql.start(folder.path().resolve("postgresql"), EmbeddedPostgreSql.Durability.FULL);
        }

        @Bean
        JdbcConnectionDetails jdbcConnectionDetails(EmbeddedPostgreSql postgreSql) {
            return new Connection(postgreSql.jdbcUrl(), postgreSql.username(), postgreSql.password());
        }
    }

    private record Connection(String jdbcUrl, String username, String password) implements JdbcConnectionDetails {

        @Override
        public String getJdbcUrl() {
            return jdbcUrl;
        }

        @Override
        public String getUsername() {
            return username;
        }

        @Override
        public String getPassword() {
            return password;
        }
    }
}
