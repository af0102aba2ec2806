package vn.lienthong.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.lienthong.agency.Caller;
import vn.lienthong.agency.Organisation;
import vn.lienthong.document.Documents;
import vn.lienthong.document.NewDocument;
import vn.lienthong.document.print.PaperProof;
import vn.lienthong.document.signing.Signing;
import vn.lienthong.testing.ModuleTest;

/** Anybody uploads a PDF and is told what it is worth, and nothing about the dossier behind it. */
@ModuleTest
class VerifyingAPaperTest {

    private static final Instant NOON = Instant.parse("2026-11-20T05:00:00Z");
    private static final Caller CHAIR = new Caller("lanhdao", "Nguyễn Hữu Phước", java.util.List.of());

    @Autowired
    MockMvc web;

    @Autowired
    Signing signing;

    @Autowired
    Documents documents;

    @Autowired
    Organisation organisation;

    private final String dossier = "D" + UUID.randomUUID();
    private final String address = "10.9." + (int) (Math.random() * 250) + "." + (int) (Math.random() * 250);

    @Test
    void a_signed_and_sealed_result_is_known_by_kind_and_number_and_by_nothing_else() throws Exception {
        byte[] pdf = issued();

        String answer = verify(pdf)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.verdict").value("DEMONSTRATION"))
                .andExpect(jsonPath("$.signatures.length()").value(2))
                .andExpect(jsonPath("$.signatures[0].signer").value("Nguyễn Hữu Phước"))
                .andExpect(jsonPath("$.signatures[0].agency").value("Ủy ban nhân dân phường An Hòa"))
                .andExpect(jsonPath("$.signatures[0].signedAt").value("2026-11-20T12:00:00+07:00"))
                .andExpect(jsonPath("$.signatures[1].coversAll").value(true))
                .andExpect(jsonPath("$.document.name").value("Trích lục khai tử"))
                .andExpect(jsonPath("$.document.number").value("12/TLKT"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(answer).doesNotContain(dossier, "vanthu");
    }

    @Test
    void a_changed_byte_and_an_addition_are_told() throws Exception {
        byte[] pdf = issued();
        byte[] changed = pdf.clone();
        changed[9_000] ^= 1;
        byte[] longer = Arrays.copyOf(pdf, pdf.length + 6);
        System.arraycopy("%%EOF\n".getBytes(StandardCharsets.US_ASCII), 0, longer, pdf.length, 6);

        verify(changed)
                .andExpect(jsonPath("$.verdict").value("CHANGED"))
                .andExpect(jsonPath("$.document").value((Object) null));
        verify(longer).andExpect(jsonPath("$.verdict").value("ADDED_TO"));
    }

    @Test
    void a_print_without_a_signature_is_known_byte_by_byte() throws Exception {
        byte[] paper = PaperProof.decision(NOON);
        verify(paper)
                .andExpect(jsonPath("$.verdict").value("UNSIGNED"))
                .andExpect(jsonPath("$.document").value((Object) null));
        documents.store(NewDocument.print("receipt", null, paper, dossier, "tiepnhan"));

        verify(paper)
                .andExpect(jsonPath("$.title").value("Đúng là giấy tờ do hệ thống này in"))
                .andExpect(jsonPath("$.document.name").value("Giấy tiếp nhận hồ sơ và hẹn trả kết quả"));
    }

    @Test
    void whether_somebody_handed_in_a_paper_is_nobodys_business() throws Exception {
        byte[] paper = PaperProof.decision(NOON.plusSeconds(77));
        documents.store(NewDocument.paper("giay-bao-tu", "a.pdf", paper, dossier, "tiepnhan"));

        verify(paper).andExpect(jsonPath("$.document").value((Object) null));
    }

    @Test
    void bad_files_get_an_answer_that_helps() throws Exception {
        verify("Kính gửi".getBytes(StandardCharsets.UTF_8))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.problems[0].code").value("paper-kind-unknown"));
        verify("%PDF-1.7\nkhông phải\n%%EOF".getBytes(StandardCharsets.UTF_8))
                .andExpect(jsonPath("$.problems[0].code").value("paper-broken"));
        verify(new byte[0]).andExpect(jsonPath("$.problems[0].code").value("required"));
        verify(new byte[21 * 1024 * 1024])
                .andExpect(jsonPath("$.problems[0].code").value("paper-too-large"));
    }

    @Test
    void whoever_asks_on_and_on_has_to_wait() throws Exception {
        for (int i = 0; i < GuessLimit.FILES_PER_MINUTE; i++) {
            verify(new byte[] {1}).andExpect(status().isUnprocessableContent());
        }

        verify(new byte[] {1}).andExpect(status().isTooManyRequests());
    }

    @Test
    void the_page_asks_for_a_file_without_a_login() throws Exception {
        String page = web.perform(get("/verify"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(page).contains("Kiểm tra văn bản điện tử", "type=\"file\"").doesNotContain("??");
    }

    private byte[] issued() {
        var ward = organisation.agency("an-hoa");
        byte[] signed =
                signing.official(ward, CHAIR).orElseThrow().sign(PaperProof.decision(NOON), "CHỦ TỊCH", "An Hòa", NOON);
        byte[] sealed = signing.seal(ward)
                .orElseThrow()
                .sign(signed, "Phát hành văn bản số 12/TLKT", "An Hòa", NOON.plusSeconds(600));
        documents.store(NewDocument.result("death-extract", "12/TLKT", sealed, dossier, "vanthu"));
        return sealed;
    }

    private ResultActions verify(byte[] file) throws Exception {
        return web.perform(multipart("/api/v1/public/verify")
                .file(new MockMultipartFile("file", "a.pdf", "application/pdf", file))
                .with(from(address)));
    }

    private static RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }
}
