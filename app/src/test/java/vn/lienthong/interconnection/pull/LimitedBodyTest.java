package vn.lienthong.interconnection.pull;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

class LimitedBodyTest {

    private final LimitedBody filter =
            new LimitedBody(new ProtocolRefusals(JsonMapper.builder().build()));

    @Test
    void several_results_go_through() throws Exception {
        assertThat(answer(LimitedBody.LARGEST, false).getStatus()).isEqualTo(200);
    }

    @Test
    void what_this_node_has_no_room_for_is_refused_before_it_is_read() throws Exception {
        MockHttpServletResponse answer = answer(LimitedBody.LARGEST + 1, false);

        assertThat(answer.getStatus()).isEqualTo(413);
        assertThat(answer.getContentAsString()).contains("InvalidRequestException", "110 MB");
    }

    @Test
    void a_body_says_how_long_it_is() throws Exception {
        assertThat(answer(-1, true).getStatus()).isEqualTo(411);
    }

    private MockHttpServletResponse answer(long length, boolean chunked) throws ServletException, IOException {
        var request = new MockHttpServletRequest("POST", "/engine-rest/external-task/1/complete") {
            @Override
            public long getContentLengthLong() {
                return length;
            }
        };
        if (chunked) {
            request.addHeader("Transfer-Encoding", "chunked");
        }
        var response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        return response;
    }
}
