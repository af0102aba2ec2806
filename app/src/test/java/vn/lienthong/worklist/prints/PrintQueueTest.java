package vn.lienthong.worklist.prints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.NotFound;
import vn.lienthong.document.DocumentKind;
import vn.lienthong.document.Documents;
import vn.lienthong.document.NewDocument;
import vn.lienthong.dossier.Application;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Receiving;
import vn.lienthong.dossier.Supplements;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.testing.SampleDossier;
import vn.lienthong.workflow.TimeMachine;

@ModuleTest
class PrintQueueTest {

    @Autowired
    PrintQueue queue;

    @Autowired
    Receiving receiving;

    @Autowired
    Supplements supplements;

    @Autowired
    Documents documents;

    @Autowired
    CurrentCaller callers;

    @Autowired
    Database database;

    @Autowired
    TimeMachine time;

    @BeforeEach
    void a_quiet_ward() {
        database.empty();
    }

    @AfterEach
    void now() {
        time.reset();
    }

    @Test
    void a_receipt_waits_at_the_desk_that_received_and_is_written_when_it_is_printed() throws IOException {
        DossierNumber number = received();
        assertThat(waiting("tiepnhan")).singleElement().satisfies(sheet -> {
            assertThat(sheet.code()).isEqualTo("receipt");
            assertThat(sheet.document()).isNull();
        });
        assertThat(waiting("tiepnhan2")).isEmpty();
        assertThat(waiting("hotich")).isEmpty();
        assertThat(waiting("quantri")).isEmpty();

        byte[] file = callers.as("tiepnhan", () -> queue.print(ids("tiepnhan")));

        try (PDDocument pdf = Loader.loadPDF(file)) {
            assertThat(new PDFTextStripper().getText(pdf)).contains(number.value());
        }
        assertThat(waiting("tiepnhan")).isEmpty();
        assertThat(callers.as("tiepnhan", () -> queue.list(true)))
                .singleElement()
                .satisfies(sheet -> {
                    assertThat(sheet.printedBy()).isEqualTo("tiepnhan");
                    assertThat(sheet.printedAt()).isNotNull();
                    assertThat(sheet.copies()).isEqualTo(1);
                });
    }

    @Test
    void a_paper_is_printed_again_and_counted_and_its_being_written_calls_for_nothing_new() {
        received();
        List<Long> ids = ids("tiepnhan");

        callers.as("tiepnhan", () -> queue.print(ids));
        callers.as("traketqua", () -> queue.print(ids));

        assertThat(callers.as("tiepnhan", () -> queue.list(true)))
                .singleElement()
                .satisfies(sheet -> {
                    assertThat(sheet.copies()).isEqualTo(2);
                    assertThat(sheet.printedBy()).isEqualTo("traketqua");
                });
        assertThat(waiting("tiepnhan")).isEmpty();
    }

    @Test
    void several_dossiers_come_as_one_file_in_the_order_in_which_they_were_called_for() throws IOException {
        DossierNumber first = received();
        DossierNumber second = received();

        byte[] file = callers.as("tiepnhan", () -> queue.print(ids("tiepnhan")));

        try (PDDocument pdf = Loader.loadPDF(file)) {
            String text = new PDFTextStripper().getText(pdf);
            assertThat(text.indexOf(first.value())).isBetween(0, text.indexOf(second.value()));
        }
    }

    @Test
    void a_request_to_complete_waits_from_the_moment_it_is_made() {
        DossierNumber number = receivedOnline();
        callers.as("tiepnhan", () -> {
            supplements.request(number, "Giấy báo tử chưa có dấu.", List.of());
            return null;
        });

        assertThat(waiting("tiepnhan")).extracting(Sheet::code).contains("supplement-request-1");
    }

    @Test
    void a_result_waits_for_hand_over_and_a_new_file_of_it_waits_again() {
        DossierNumber number = received();
        filed(number, "trich-luc", "a");
        callers.as("traketqua", () -> queue.print(idsOf("trich-luc")));
        assertThat(waiting("traketqua")).extracting(Sheet::code).doesNotContain("trich-luc");

        filed(number, "trich-luc", "b");

        assertThat(waiting("traketqua")).extracting(Sheet::code).contains("trich-luc");
    }

    @Test
    void what_is_signed_and_not_issued_yet_is_not_for_printing() {
        DossierNumber number = received();

        filed(number, DocumentKind.SIGNED, "trich-luc", "a");

        assertThat(waiting("traketqua")).extracting(Sheet::code).doesNotContain("trich-luc");
    }

    @Test
    void what_nobody_needs_on_paper_leaves_the_list_unprinted() {
        received();

        callers.as("tiepnhan", () -> {
            queue.dismiss(ids("tiepnhan"));
            return null;
        });

        assertThat(waiting("tiepnhan")).isEmpty();
        assertThat(callers.as("tiepnhan", () -> queue.list(true)))
                .singleElement()
                .satisfies(sheet -> assertThat(sheet.copies()).isZero());
    }

    @Test
    void nothing_picked_is_an_error_and_papers_of_another_ward_do_not_exist() {
        received();
        List<Long> ids = ids("tiepnhan");

        assertThatThrownBy(() -> callers.as("tiepnhan", () -> queue.print(List.of())))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> callers.as("tiepnhan2", () -> queue.print(ids)))
                .isInstanceOf(NotFound.class);
        assertThat(waiting("tiepnhan")).hasSize(1);
    }

    private DossierNumber received() {
        return received("COUNTER");
    }

    private DossierNumber receivedOnline() {
        return received("ONLINE");
    }

    private DossierNumber received(String channel) {
        SampleDossier sample = SampleDossier.of("death-registration/01-two-items-morning");
        time.set(sample.receivedAt());
        return callers.as(
                "tiepnhan",
                () -> receiving.receive(new Application(
                        sample.procedure(), channel, sample.applicant(), sample.data(), sample.papers())));
    }

    private void filed(DossierNumber number, String code, String text) {
        filed(number, DocumentKind.RESULT, code, text);
    }

    private void filed(DossierNumber number, DocumentKind kind, String code, String text) {
        Supplier<byte[]> picture = () -> {
            var image = new BufferedImage(20, 10 + text.hashCode() % 7, BufferedImage.TYPE_INT_RGB);
            var file = new ByteArrayOutputStream();
            try {
                ImageIO.write(image, "png", file);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            return file.toByteArray();
        };
        documents.store(new NewDocument(kind, code, null, code + ".png", picture.get(), number.value(), "vanthu"));
    }

    private List<Sheet> waiting(String officer) {
        return callers.as(officer, () -> queue.list(false));
    }

    private List<Long> ids(String officer) {
        return waiting(officer).stream().map(Sheet::id).toList();
    }

    private List<Long> idsOf(String code) {
        return waiting("traketqua").stream()
                .filter(sheet -> sheet.code().equals(code))
                .map(Sheet::id)
                .toList();
    }
}
