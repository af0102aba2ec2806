package vn.lienthong.agency.login;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import vn.lienthong.testing.ModuleTest;

/**
 * A test of the application with an identity provider. These share an application of their own, because nobody else's may
 * have one; the database is everybody's.
 */
@ModuleTest
@TestPropertySource(properties = "lienthong.home=target/provider-home")
abstract class WithAProvider {

    static final SmallProvider PROVIDER = new SmallProvider();

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry properties) {
        properties.add("lienthong.identity.issuer", PROVIDER::issuer);
        properties.add("lienthong.identity.client-secret", () -> SmallProvider.SECRET);
    }
}
