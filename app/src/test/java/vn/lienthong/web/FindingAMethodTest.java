package vn.lienthong.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.lienthong.testing.ModuleTest;

@ModuleTest
class FindingAMethodTest {

    @Autowired
    MockMvc web;

    @Autowired
    @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping;

    private final RequestPostProcessor officer = httpBasic("hotich", "demo");

    @Test
    void the_first_words_of_an_address_are_looked_at_first() {
        // A library with a mapping of its own would replace ours without a word.
        assertThat(mapping.getClass().getName()).startsWith(MappingConfiguration.class.getName());
    }

    @Test
    void a_letter_written_in_another_way_finds_the_same_method() throws Exception {
        var plain = web.perform(get("/api/v1/procedures/death-registration").with(officer))
                .andReturn()
                .getResponse();
        var encoded = web.perform(get(URI.create("/api/v1/proc%65dures/death-registration"))
                        .with(officer))
                .andReturn()
                .getResponse();

        assertThat(plain.getStatus()).isEqualTo(200);
        assertThat(encoded.getContentAsString()).isEqualTo(plain.getContentAsString());
    }

    @Test
    void what_an_address_does_not_allow_is_still_told_from_what_does_not_exist() throws Exception {
        assertThat(status("/api/v1/procedures/death-registration")).isEqualTo(405);
        assertThat(status("/api/v1/nothing/death-registration")).isEqualTo(404);
    }

    private int status(String address) throws Exception {
        return web.perform(delete(address).with(officer))
                .andReturn()
                .getResponse()
                .getStatus();
    }
}
